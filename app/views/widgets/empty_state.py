"""What stands where there is nothing: one icon, one sentence, one button (section 4, Empty states)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_M
from app.qtbase.theme import theme
from app.views.widgets.buttons import Button, Kind
from app.views.widgets.icon_label import IconLabel


class EmptyState(QWidget):
    """Centred in its place. `pressed` is the one button."""

    pressed = Signal()

    def __init__(
        self, icon: str, sentence: str, act: str = "", kind: Kind = "plain", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setSpacing(GAP_M)
        self._icon = IconLabel(icon, "text3", theme().metrics.icon_empty, parent=self)
        self._words = QLabel(sentence, self)
        self._words.setProperty("role", "heading")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.button = Button(act, kind, parent=self)
        self.button.setVisible(bool(act))
        self.button.clicked.connect(self.pressed)
        column.addStretch(2)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def set_state(self, icon: str, sentence: str, act: str = "") -> None:
        """Say something else: nothing there at all, or nothing found."""
        self._icon.set_icon(icon)
        self._words.setText(sentence)
        self.button.setText(act)
        self.button.setVisible(bool(act))
