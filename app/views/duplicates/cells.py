"""The cells of the comparison: one version of a field, chosen by a radio button, or ticked to be put together."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QFrame, QHBoxLayout, QLabel, QRadioButton, QWidget

from app.qtbase.metrics import GAP_S
from app.qtbase.theme import restyle, theme

MOST: Final = 240
"""Characters of a version that are shown; the whole is in its tool tip."""


class ChoiceCell(QFrame):
    """A version that can be chosen; `toggled` comes whenever it is, or no longer."""

    toggled = Signal(bool)

    def __init__(self, words: str, name: str, *, several: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "choice")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(theme().metrics.control)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_S, 3, GAP_S, 3)
        row.setSpacing(GAP_S)
        self.mark: QAbstractButton = QCheckBox(self) if several else QRadioButton(self)
        self.mark.setAutoExclusive(False)
        self.mark.setAccessibleName(f"{name}: {words}")
        self.mark.toggled.connect(self._toggled)
        row.addWidget(self.mark)
        row.addWidget(words_label(words, self), 1)
        self._several = several

    def is_on(self) -> bool:
        return self.mark.isChecked()

    def set_on(self, on: bool) -> None:
        self.mark.setChecked(on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.set_on(not self.is_on() if self._several else True)
            self.mark.setFocus(Qt.FocusReason.MouseFocusReason)

    def _toggled(self, on: bool) -> None:
        restyle(self, on="true" if on else "false")
        self.toggled.emit(on)


def words_label(words: str, parent: QWidget, *, muted: bool = False) -> QLabel:
    """Words that wrap, cut where they are endless."""
    label = QLabel(words[:MOST] + ("…" if len(words) > MOST else ""), parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(20)
    label.setToolTip(words if len(words) > MOST else "")
    label.setProperty("tone", "muted" if muted else "")
    return label


def empty_label(parent: QWidget) -> QLabel:
    """Nothing to choose."""
    label = words_label(QCoreApplication.translate("Duplicates", "empty"), parent, muted=True)
    label.setContentsMargins(GAP_S, 0, 0, 0)
    return label
