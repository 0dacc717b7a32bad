"""Icons by their sense: Phosphor glyphs drawn in the colour of a role, followed through theme changes."""

import json
import tomllib
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPen, QPixmap, QRawFont, QTransform

from app.qtbase.theme import theme
from resources import resource_text

_STROKE = 0.4 / 24
"""Phosphor strokes are 1.5 of 24 units wide, the design asks for 1.9: the outline adds the rest."""
_EM = 256.0

GLYPHS: dict[str, str] = tomllib.loads(resource_text("themes", "icons.toml"))
"""Names by sense and the glyphs for them."""


def icon(name: str, role: str = "text2", on: str | None = None) -> QIcon:
    """Icon in a colour role of the theme; `on` is the role while the button is checked.

    It follows the theme by itself: nothing has to be set anew after a switch. Raises KeyError for an unknown name.
    """
    return QIcon(_Engine(name, role, on))


def pixmap(name: str, role: str, size: int, dpr: float = 1.0) -> QPixmap:
    """The icon as a cached pixmap of `size` device independent pixels."""
    return _render(name, theme().color(role).rgba(), size, dpr)


def draw_icon(painter: QPainter, name: str, role: str, rect: QRect) -> None:
    """Paint the icon into a square; for delegates."""
    painter.drawPixmap(rect.topLeft(), pixmap(name, role, rect.width(), painter.device().devicePixelRatioF()))


class _Engine(QIconEngine):
    def __init__(self, name: str, role: str, on: str | None) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._on = on
        _ = GLYPHS[name]

    def _rgba(self, mode: QIcon.Mode, state: QIcon.State) -> int:
        colors = theme()
        if mode == QIcon.Mode.Disabled:
            return colors.colors.text3.rgba()
        role = self._on if self._on is not None and state == QIcon.State.On else self._role
        return colors.color(role).rgba()

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        drawn = _render(self._name, self._rgba(mode, state), side, painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.x(), rect.y() + (rect.height() - side) // 2, drawn)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """`size` is device independent; what it is wider than high stays empty at the right, as a gap."""
        side = min(size.width(), size.height())
        return _render(self._name, self._rgba(mode, state), side, scale, size.width())

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role, self._on)


@lru_cache(maxsize=4096)
def _render(name: str, rgba: int, size: int, dpr: float, width: int = 0) -> QPixmap:
    drawn = QPixmap(round(max(size, width) * dpr), round(size * dpr))
    drawn.setDevicePixelRatio(dpr)
    drawn.fill(Qt.GlobalColor.transparent)
    color = QColor.fromRgba(rgba)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QTransform.fromScale(size, size).map(_outline(GLYPHS[name]))
    painter.fillPath(path, color)
    if not GLYPHS[name].endswith("-fill"):
        painter.strokePath(path, QPen(color, _STROKE * size, j=Qt.PenJoinStyle.RoundJoin))
    painter.end()
    return drawn


@lru_cache(maxsize=512)
def _outline(glyph: str) -> QPainterPath:
    """The glyph's outline in a square of side 1."""
    if glyph == "own-kanban":
        return _kanban()
    font, codes = _phosphor()
    (index,) = font.glyphIndexesForString(chr(int(codes[glyph], 16)))
    path = font.pathForGlyph(index)
    middle = (font.ascent() - font.descent()) / 2
    centred = QTransform.fromTranslate(0, _EM / 2 + middle)
    return QTransform.fromScale(1 / _EM, 1 / _EM).map(centred.map(path))


def _kanban() -> QPainterPath:
    """Three columns of different length, as a board is seen; Phosphor has no such glyph."""
    path = QPainterPath()
    for left, height in ((4, 16), (10.5, 8), (17, 12)):
        path.addRoundedRect(QRectF(left / 24, 4 / 24, 3 / 24, height / 24), 1 / 24, 1 / 24)
    return path


@cache
def _phosphor() -> tuple[QRawFont, dict[str, str]]:
    """Phosphor as qtawesome brings it: the font, and the code of each glyph in hex.

    Its files alone: importing qtawesome takes 0.1 s, and brings all of Qt's modules that it knows.
    """
    package = find_spec("qtawesome")
    if package is None or not package.submodule_search_locations:
        raise ModuleNotFoundError("qtawesome")
    fonts = Path(package.submodule_search_locations[0]) / "fonts"
    (ttf,) = fonts.glob("phosphor-*.ttf")
    (charmap,) = fonts.glob("phosphor-*.json")
    return QRawFont(str(ttf), _EM), json.loads(charmap.read_text(encoding="utf-8"))
