"""A row of a panel with a line above it, tinted where it presses."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.qtbase.theme import theme
from app.views.widgets.painting import draw_line


class LinedRow(QFrame):
    """Colours are asked of the theme while painting."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground: str | None = None

    def set_ground(self, role: str | None) -> None:
        """The colour role behind the row; None lets the panel through."""
        self._ground = role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._ground is not None:
            painter.fillRect(self.rect(), theme().color(self._ground))
        draw_line(painter, QPointF(0, 0.5), QPointF(self.width(), 0.5), theme().colors.line)
