"""A card that is chosen with a radio button: icon, bold name, one line; the chosen one alone shows its details."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.qtbase.theme import restyle
from app.views.widgets.icon_label import IconLabel


class ChoiceCard(QFrame):
    """The whole frame is clickable; arrow keys walk between the cards of one group."""

    chosen = Signal()
    """The card was chosen, by the user or by `choose`."""

    def __init__(
        self, title: str, line: str = "", *, icon: str | None = None, group: QButtonGroup | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setProperty("role", "choice")
        self._details: QWidget | None = None
        self.radio = QRadioButton(self)
        self.radio.setAccessibleName(title)
        self.radio.setAccessibleDescription(line)
        self.radio.setFixedWidth(20)
        self.radio.toggled.connect(self._toggled)
        if group is not None:
            group.addButton(self.radio)
        self._icon_name = icon or ""
        self._icon = IconLabel(icon, "text2", parent=self) if icon else None
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M - 2, GAP_M - 2, GAP_M, GAP_M - 1)
        row.setSpacing(GAP_S)
        row.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout()
        self.column.setSpacing(4)
        row.addLayout(self.column, 1)
        self.column.addLayout(self._head(title))
        self.line = QLabel(line, self)
        self.line.setProperty("role", "caption")
        self.line.setWordWrap(True)
        self.line.setVisible(bool(line))
        self.column.addWidget(self.line)

    def _head(self, title: str) -> QHBoxLayout:
        self.head = QHBoxLayout()
        self.head.setSpacing(GAP_S)
        if self._icon is not None:
            self.head.addWidget(self._icon)
        self.title = QLabel(title, self)
        self.title.setProperty("role", "name")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        return self.head

    def add_tag(self, tag: QWidget) -> None:
        """A mark at the right end of the title."""
        self.head.addWidget(tag)

    def set_details(self, details: QWidget) -> None:
        """What is shown while the card is chosen."""
        self._details = details
        self.column.addSpacing(GAP_L - GAP_M)
        self.column.addWidget(details)
        details.setVisible(self.radio.isChecked())

    def choose(self) -> None:
        self.radio.setChecked(True)

    def is_chosen(self) -> bool:
        return self.radio.isChecked()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self.choose()
        super().mousePressEvent(event)

    def _toggled(self, on: bool) -> None:
        restyle(self, on=on)
        if self._icon is not None:
            self._icon.set_icon(self._icon_name, "accent" if on else "text2")
        if self._details is not None:
            self._details.setVisible(on)
        if on:
            self.chosen.emit()
