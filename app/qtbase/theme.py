"""The one source of colours, fonts and sizes: palette, style sheet and what delegates read while painting."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QPalette, QStaticText, QTransform
from PySide6.QtWidgets import QApplication, QWidget

from app.qtbase.metrics import METRICS, Density, Metrics
from app.qtbase.tokens import Colors, ThemeName, Tokens, Tone, load_tokens, style_sheet, theme_images

Mode = Literal["light", "dark", "system"]
FontRole = Literal["body", "control", "name", "caption", "caption_strong", "small", "heading", "title", "brand"]

_FAMILIES = ("Inter", "Noto Sans")
_WEIGHTS: dict[FontRole, tuple[str, int]] = {
    "body": ("px_body", 400),
    "control": ("px_body", 500),
    "name": ("px_body", 600),
    "caption": ("px_caption", 400),
    "caption_strong": ("px_caption", 500),
    "small": ("px_small", 600),
    "heading": ("px_heading", 600),
    "title": ("px_title", 600),
    "brand": ("px_brand", 600),
}
_HEIGHT = "heightOf"
_WIDTHS_KEPT = 20_000
_LINES_KEPT = 4_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words, elided and laid out: laying out takes ten times as long as painting."""

    words: QStaticText
    width: float
    height: float
    room: int
    """The width it takes of a list's cell: of all its words, or the room where they are elided."""


class Theme(QObject):
    """Colours, fonts and sizes in force. Get it by `theme()`; listen to `changed` only where something is cached."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tokens: Tokens = load_tokens("light")
        self._density = Density.DEFAULT
        self._mode: Mode = "light"
        self._images: dict[ThemeName, QTemporaryDir] = {}
        self._fonts: dict[FontRole, QFont] = {}
        self._font_metrics: dict[FontRole, QFontMetrics] = {}
        self._widths: dict[tuple[str, FontRole], int] = {}
        self._lines: dict[tuple[str, FontRole, int], Line] = {}
        self._following = False
        self._look: tuple[Tokens, Density] | None = None
        """What the windows show."""

    @property
    def name(self) -> ThemeName:
        return self._tokens.name

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def is_dark(self) -> bool:
        return self._tokens.name == "dark"

    @property
    def colors(self) -> Colors:
        return self._tokens.colors

    @property
    def density(self) -> Density:
        return self._density

    @property
    def metrics(self) -> Metrics:
        return METRICS[self._density]

    def color(self, role: str) -> QColor:
        """Colour by the role's name, or a tone's text by "tone:blue"; for roles that come from data."""
        if role.startswith("tone:"):
            return self.tone(role.removeprefix("tone:")).text
        color: QColor = getattr(self._tokens.colors, role)
        return color

    def tone(self, name: str) -> Tone:
        """Colours of a stage's tone; a name that this version does not know is grey."""
        return self._tokens.tones.get(name, self._tokens.tones["grey"])

    def font(self, role: FontRole = "body") -> QFont:
        """Font of a role at the density in force; shared, so copy it before changing it."""
        font = self._fonts.get(role)
        if font is None:
            size, weight = _WEIGHTS[role]
            font = self._fonts[role] = _make_font(getattr(self.metrics, size), weight)
        return font

    def font_metrics(self, role: FontRole = "body") -> QFontMetrics:
        """Sizes of a role's letters, kept because delegates ask for every cell."""
        found = self._font_metrics.get(role)
        if found is None:
            found = self._font_metrics[role] = QFontMetrics(self.font(role))
        return found

    def text_width(self, text: str, role: FontRole = "body") -> int:
        """Width of one line, kept for lists: measuring takes half as long as painting."""
        key = (text, role)
        width = self._widths.get(key)
        if width is None:
            if len(self._widths) >= _WIDTHS_KEPT:
                self._widths.clear()
            width = self._widths[key] = self.font_metrics(role).horizontalAdvance(text)
        return width

    def line(self, text: str, role: FontRole, room: int | None) -> Line:
        """A line laid out in a role's font, elided at the right where it is wider than `room`; kept for lists."""
        width = self.text_width(text, role)
        elided = room is not None and width > room
        key = (text, role, room if elided and room is not None else -1)
        line = self._lines.get(key)
        if line is None:
            if len(self._lines) >= _LINES_KEPT:
                self._lines.clear()
            line = self._lines[key] = self._lay_out(text, role, key[2], width)
        return line

    def _lay_out(self, text: str, role: FontRole, room: int, width: int) -> Line:
        if room >= 0:
            text, width = self.font_metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, room), room
        words = QStaticText(text.replace("\n", " "))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        words.prepare(QTransform(), self.font(role))
        size = words.size()
        return Line(words, size.width(), size.height(), width)

    def apply(self, app: QApplication, mode: Mode = "system", density: Density | None = None) -> None:
        """Set style, palette, fonts and style sheet of the whole program; where that is new, every window repaints."""
        self._mode = mode
        if density is not None:
            self._density = density
        self._follow_system(app, mode)
        look = load_tokens(_resolve(mode)), self._density
        if look == self._look and app.styleSheet():
            return  # a chosen theme that the system has too: a style sheet set anew stops the window 0.1 s
        self._look = look
        self._tokens = look[0]
        self._fonts.clear()
        self._font_metrics.clear()
        self._widths.clear()
        self._lines.clear()
        if app.style().name() != "fusion":
            app.setStyle("Fusion")
        app.setPalette(_palette(self._tokens.colors))
        app.setFont(self.font("body"))
        app.setStyleSheet(style_sheet(self._tokens, self.metrics, self._image_folder()))
        for widget in app.allWidgets():
            self._set_height(widget)
        self.changed.emit()

    def fix_height(self, widget: QWidget, role: str) -> None:
        """Keep a widget at a height of `Metrics`, such as "control", whatever the density (section 2)."""
        widget.setProperty(_HEIGHT, role)
        self._set_height(widget)

    def _set_height(self, widget: QWidget) -> None:
        role = widget.property(_HEIGHT)
        if isinstance(role, str):
            widget.setFixedHeight(getattr(self.metrics, role))

    def _follow_system(self, app: QApplication, mode: Mode) -> None:
        hints = app.styleHints()
        if not self._following:
            self._following = True
            hints.colorSchemeChanged.connect(self._system_changed)
        if mode == "system":
            hints.unsetColorScheme()
        else:  # window frames drawn by the system follow too
            hints.setColorScheme(Qt.ColorScheme.Dark if mode == "dark" else Qt.ColorScheme.Light)

    def _system_changed(self) -> None:
        app = QApplication.instance()
        if self._mode == "system" and isinstance(app, QApplication) and _resolve("system") != self.name:
            self.apply(app, "system")

    def _image_folder(self) -> str:
        folder = self._images.get(self.name)
        if folder is None:
            folder = self._images[self.name] = QTemporaryDir()
            for file_name, text in theme_images(self._tokens).items():
                Path(folder.filePath(file_name)).write_text(text, encoding="utf-8")
        return folder.path()


@cache
def theme() -> Theme:
    """The program's one theme."""
    return Theme()


def restyle(widget: QWidget, **properties: object) -> None:
    """Set properties that style sheet selectors look at, and have the style look again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def _resolve(mode: Mode) -> ThemeName:
    if mode != "system":
        return mode
    return "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def _make_font(pixels: int, weight: int) -> QFont:
    font = QFont()
    installed = set(QFontDatabase.families())
    families = [family for family in _FAMILIES if family in installed]
    if families:
        font.setFamilies(families)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _palette(colors: Colors) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for key, color in {
        role.Window: colors.win, role.WindowText: colors.text, role.Base: colors.surface,
        role.AlternateBase: colors.surface2, role.Text: colors.text, role.Button: colors.surface,
        role.ButtonText: colors.text, role.BrightText: colors.onfill, role.PlaceholderText: colors.text3,
        role.Highlight: colors.sel, role.HighlightedText: colors.text, role.Link: colors.accent,
        role.LinkVisited: colors.accent, role.Accent: colors.accent, role.ToolTipBase: colors.surface,
        role.ToolTipText: colors.text, role.Light: colors.surface, role.Midlight: colors.surface2,
        role.Mid: colors.line2, role.Dark: colors.ctl, role.Shadow: colors.line2,
    }.items():  # fmt: skip
        palette.setColor(key, color)
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, colors.text3)
    return palette
