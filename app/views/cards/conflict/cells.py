"""The cells of the field picker: a version of a field as a radio button with an edge; both in one, to be corrected."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QRadioButton, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_S
from app.qtbase.theme import restyle, theme

MOST: Final = 600
"""Characters of a version that are shown; the whole is in its tool tip."""


class VersionCell(QFrame):
    """One version; `chosen` comes whenever it is picked."""

    chosen = Signal()

    def __init__(self, words: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "choice")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_S, 4, GAP_S, 4)
        row.setSpacing(GAP_S)
        self.radio = QRadioButton(self)
        self.radio.setAutoExclusive(False)
        self.radio.setAccessibleName(f"{name}: {words or empty_words()}")
        self.radio.toggled.connect(self._toggled)
        row.addWidget(self.radio)
        self.column = QVBoxLayout()
        self.column.setSpacing(2)
        row.addLayout(self.column, 1)
        self.column.addWidget(_words(words, self))
        self.setMinimumHeight(theme().metrics.control)

    def is_on(self) -> bool:
        return self.radio.isChecked()

    def set_on(self, on: bool) -> None:
        self.radio.setChecked(on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.set_on(True)
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)

    def _toggled(self, on: bool) -> None:
        restyle(self, on="true" if on else "false")
        if on:
            self.chosen.emit()


class JoinedCell(VersionCell):
    """Both in one; a text can be corrected before it is taken."""

    def __init__(self, words: str, name: str, editable: bool, parent: QWidget) -> None:
        caption = (
            QCoreApplication.translate("Conflict", "Join both texts, can be corrected")
            if editable
            else QCoreApplication.translate("Conflict", "Take both")
        )
        super().__init__(caption, f"{name}: {caption}", parent)
        self.area: QPlainTextEdit | None = None
        if not editable:
            self.column.addWidget(_words(words, self))
            return
        self.area = QPlainTextEdit(words, self)
        self.area.setTabChangesFocus(True)
        self.area.setAccessibleName(caption)
        self.area.setFixedHeight(3 * (theme().metrics.px_body + 5) + 14)
        self.area.textChanged.connect(lambda: self.set_on(True))
        self.column.addWidget(self.area)

    def text(self) -> str:
        """The text as it was corrected."""
        return "" if self.area is None else self.area.toPlainText().strip()


def empty_words() -> str:
    return QCoreApplication.translate("Conflict", "empty")


def _words(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words[:MOST] + ("…" if len(words) > MOST else "") or empty_words(), parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setToolTip(words if len(words) > MOST else "")
    label.setProperty("tone", "" if words else "muted")
    return label
