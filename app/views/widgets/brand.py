"""The product's mark: a pier on a blue square, drawn in the colours of the theme."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.qtbase.theme import theme

_PIER = ((5.0, 17.5), (8.5, 17.5), (8.5, 6.5), (15.5, 6.5), (15.5, 17.5), (19.0, 17.5))
"""In a square of 24 units."""

_ICON_SIDES = (16, 24, 32, 48, 64, 128, 256)


def draw_mark(painter: QPainter, place: QRectF) -> None:
    """Paint the mark into a square."""
    colors, scale = theme().colors, place.width() / 24
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.fill)
    painter.drawRoundedRect(place, 4.5 * scale, 4.5 * scale)
    painter.translate(place.topLeft())
    pen = QPen(colors.onfill, 2 * scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([QPointF(x * scale, y * scale) for x, y in _PIER]))
    painter.restore()


def mark_icon() -> QIcon:
    """The icon of windows and of the task bar."""
    icon = QIcon()
    for side in _ICON_SIDES:
        drawn = QPixmap(side, side)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        draw_mark(painter, QRectF(0, 0, side, side))
        painter.end()
        icon.addPixmap(drawn)
    return icon


class BrandMark(QWidget):
    """The mark as a widget."""

    def __init__(self, side: int = 22, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_mark(QPainter(self), QRectF(0, (self.height() - self._side) / 2, self._side, self._side))
