"""How much of a price came in: received, overdue, rest (COMPONENTS, Payments table)."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.qtbase.metrics import SEGMENT_GAP
from app.qtbase.theme import theme
from app.views.widgets.painting import fill_round


def draw_payments_bar(painter: QPainter, rect: QRect, received: float, overdue: float) -> None:
    """Paint the shares of a price, each 0 to 1; what is left is the track, and what is paid in full is green."""
    colors = theme().colors
    received = min(max(received, 0.0), 1.0)
    overdue = min(max(overdue, 0.0), 1.0 - received)
    left = float(rect.left())
    whole = colors.ok if received >= 1 else colors.fill
    parts = [(received, whole), (overdue, colors.dangerfill), (1.0 - received - overdue, colors.track)]
    shown = [(share, color) for share, color in parts if share > 0.001]
    width = rect.width() - SEGMENT_GAP * (len(shown) - 1)
    for share, color in shown:
        fill_round(painter, QRectF(left, rect.top(), width * share, rect.height()), 1, color)
        left += width * share + SEGMENT_GAP


class PaymentsBar(QWidget):
    """The bar as a widget, 8 px high on cards; `words` are what screen readers say."""

    def __init__(self, height: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._received = 0.0
        self._overdue = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(height)

    def set_shares(self, received: float, overdue: float, words: str) -> None:
        self._received = received
        self._overdue = overdue
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_payments_bar(QPainter(self), self.rect(), self._received, self._overdue)
