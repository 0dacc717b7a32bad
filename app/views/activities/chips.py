"""A row of things to take with one click: subjects, likely times."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.qtbase.metrics import GAP_XS
from app.qtbase.theme import theme
from app.views.widgets.buttons import Button
from app.views.widgets.tabbing import tab_here


@dataclass(frozen=True, slots=True)
class Chip:
    """One of them."""

    id: str
    text: str
    keys: str = ""
    """What else takes it, for its tool tip."""


class ChipRow(QWidget):
    """As many chips as its lines have room for. Tab stops once; arrows walk, Enter or a chip's number takes it."""

    picked = Signal(str)
    """The id of the chip that the user took."""

    def __init__(self, name: str, parent: QWidget | None = None, *, lines: int = 1) -> None:
        super().__init__(parent)
        self._lines = lines
        self._buttons: list[Button] = []
        self._ids: list[str] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme().metrics.control_small)

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show other chips; the same ones stay as they are."""
        if [chip.id for chip in chips] == self._ids:
            return
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._ids = [chip.id for chip in chips]
        self._buttons = [self._make(number, chip) for number, chip in enumerate(chips)]
        tab_here(self, self._buttons)
        self.setVisible(bool(chips))
        self._place()

    def _make(self, number: int, chip: Chip) -> Button:
        button = Button(chip.text, small=True, parent=self)
        button.setCheckable(True)
        button.setToolTip(" — ".join(filter(None, (chip.text, chip.keys))))
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus if number else Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _=False, chosen=chip.id: self._take(chosen))
        button.installEventFilter(self)
        return button

    def set_chosen(self, chosen: str | None) -> None:
        """Mark the chip whose sense is in force."""
        for one, button in zip(self._ids, self._buttons, strict=True):
            button.setChecked(one == chosen)

    def take(self, number: int) -> None:
        """Take the chip of a number, from 1; there may be fewer."""
        shown = self.buttons()
        if 1 <= number <= len(shown):
            shown[number - 1].click()

    def buttons(self) -> Sequence[Button]:
        """Those that are shown."""
        return tuple(button for button in self._buttons if not button.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Buttons would take arrows for Tab."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        shown = self.buttons()
        focused = next((number for number, button in enumerate(shown) if button.hasFocus()), 0)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            shown[(focused + step) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            shown[focused].click()
        elif event.text().isdecimal() and 1 <= int(event.text()) <= len(shown):
            self.take(int(event.text()))
        else:
            return False
        return True

    def _take(self, chosen: str) -> None:
        self.set_chosen(chosen)
        self.picked.emit(chosen)

    def _place(self) -> None:
        """Line by line from the left; what fits in none of the lines is not shown."""
        height, room = theme().metrics.control_small, max(self.width(), 1)
        left = line = 0
        for button in self._buttons:
            width = min(button.sizeHint().width(), room)
            if left + width > room and line + 1 < self._lines:
                left, line = 0, line + 1
            fits = left + width <= room
            button.setVisible(fits)
            if fits:
                button.setGeometry(left, line * (height + GAP_XS), width, height)
                left += width + GAP_XS
        self.setFixedHeight((line + 1) * height + line * GAP_XS)
