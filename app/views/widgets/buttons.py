"""Buttons of every kind: primary, plain, quiet, danger, link, small, icon only, and the segmented switch."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from app.qtbase import icons
from app.qtbase.metrics import RADIUS_TAG
from app.qtbase.theme import restyle, theme

Kind = Literal["plain", "primary", "danger", "quiet", "link"]
FILLED: frozenset[Kind] = frozenset({"primary", "danger"})
GAP_ICON = 4
"""Air between icon and words on top of what the style gives: a wider icon, drawn at its left."""

_ICON_ROLES: dict[Kind, str] = {
    "plain": "text",
    "primary": "onfill",
    "danger": "onfill",
    "quiet": "text2",
    "link": "accent",
}


class Button(QPushButton):
    """A button with words, 32 high or 26 where `small`; `icon_role` colours the icon apart from the words."""

    def __init__(
        self,
        text: str,
        kind: Kind = "plain",
        *,
        icon: str | None = None,
        icon_role: str | None = None,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self._icon_role = icon_role
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if small:
            self.setProperty("small", True)
        theme().fix_height(self, "control_small" if small else "control")
        side = theme().metrics.icon_cell if small else theme().metrics.icon
        self.setIconSize(QSize(side + (GAP_ICON if text else 0), side))
        if icon is not None:
            self.set_icon(icon)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._kind in FILLED and self.hasFocus():
            painter = QPainter(self)  # parts the ring from the fill
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().colors.surface, 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5), RADIUS_TAG, RADIUS_TAG)

    def set_icon(self, name: str) -> None:
        """Show an icon by its sense, in the colour that fits the kind."""
        self.setIcon(icons.icon(name, self._icon_role or _ICON_ROLES[self._kind], on="accent"))

    def set_kind(self, kind: Kind) -> None:
        self._kind = kind
        restyle(self, kind=kind)

    def set_menu(self, menu: QMenu) -> None:
        """Open a menu under the button, with a chevron at its right."""
        self.setMenu(menu)
        restyle(self, menu=True)


class IconButton(QToolButton):
    """A square button with an icon only; `name` is what screen readers and the tool tip say."""

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        role: str = "text2",
        edge: bool = False,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._size_role = "control_small" if small else "control"
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if edge:
            self.setProperty("edge", True)
        side = theme().metrics.icon_cell if small else theme().metrics.icon
        self.setIconSize(QSize(side, side))
        self.set_icon(icon)
        theme().fix_height(self, self._size_role)

    def set_icon(self, name: str, role: str | None = None) -> None:
        self.setIcon(icons.icon(name, role or self._role, on="accent"))

    def set_name(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        side: int = getattr(theme().metrics, self._size_role)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice of a switch."""

    id: str
    text: str
    icon: str | None = None


class SegmentedSwitch(QWidget):
    """Choices side by side, exactly one on. Arrow keys move between them; Tab stops once."""

    changed = Signal(str)
    """The id chosen by the user."""

    def __init__(
        self, segments: Sequence[Segment], *, small: bool = False, stretch: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._small = small
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, segment in enumerate(segments):
            row.addWidget(self._make(segment, _place(number, len(segments)), stretch), 1 if stretch else 0)
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding if stretch else QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed
        )
        if segments:
            self.set_value(segments[0].id)

    def _make(self, segment: Segment, place: str, stretch: bool) -> QToolButton:
        button = QToolButton(self)
        button.setText(segment.text)
        button.setCheckable(True)
        button.setProperty("seg", place)
        if self._small:
            button.setProperty("small", True)
        if segment.icon is not None:
            side = theme().metrics.icon_cell if self._small else theme().metrics.icon
            button.setIcon(icons.icon(segment.icon, "text2", on="accent"))
            button.setIconSize(QSize(side + GAP_ICON, side))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if stretch:
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().fix_height(button, "control_small" if self._small else "control")
        button.clicked.connect(lambda _=False, chosen=segment.id: self._choose(chosen))
        self._group.addButton(button)
        self._buttons[segment.id] = button
        return button

    def value(self) -> str:
        """The id that is on."""
        return next((name for name, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, chosen: str) -> None:
        """Switch without `changed`. Raises KeyError for an unknown id."""
        self._buttons[chosen].setChecked(True)
        for name, button in self._buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == chosen else Qt.FocusPolicy.ClickFocus)

    def set_brief(self, brief: bool) -> None:
        """Icons alone, for a narrow window; the words are in the tool tips."""
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if brief else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in self._buttons.values():
            if not button.icon().isNull():
                button.setToolButtonStyle(style)
                button.setToolTip(button.text() if brief else "")

    def button(self, name: str) -> QToolButton:
        """The button of a choice, to disable it or give it a tool tip."""
        return self._buttons[name]

    def focusInEvent(self, event: QFocusEvent) -> None:
        button = self._buttons.get(self.value())
        if button is not None:
            button.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        names = [name for name, button in self._buttons.items() if button.isEnabled()]
        chosen = names[(names.index(self.value()) + step) % len(names)]
        self._buttons[chosen].setFocus()
        self._choose(chosen)

    def _choose(self, chosen: str) -> None:
        self.set_value(chosen)
        self.changed.emit(chosen)


def _place(number: int, count: int) -> str:
    if count == 1:
        return "only"
    if number == 0:
        return "first"
    return "last" if number == count - 1 else "mid"
