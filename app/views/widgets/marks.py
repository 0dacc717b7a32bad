"""Small painted marks: check box, place in the queue, dot."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.qtbase.metrics import RADIUS_TAG
from app.qtbase.theme import theme
from app.views.widgets.painting import draw_picture, fill_round

CHECK_SIDE = 16
RANK_SIDE = 20


def draw_check_box(painter: QPainter, middle: QPointF, checked: bool | None) -> None:
    """Paint a check box around a point; None is partly checked."""
    left, top = middle.x() - CHECK_SIDE / 2, middle.y() - CHECK_SIDE / 2
    if left.is_integer() and top.is_integer():
        place = QRect(int(left), int(top), CHECK_SIDE, CHECK_SIDE)
        draw_picture(painter, place, ("check", checked), lambda once, whole: _draw_box(once, QRectF(whole), checked))
    else:
        _draw_box(painter, QRectF(left, top, CHECK_SIDE, CHECK_SIDE), checked)


def _draw_box(painter: QPainter, rect: QRectF, checked: bool | None) -> None:
    colors = theme().colors
    if checked is False:
        fill_round(painter, rect, RADIUS_TAG, colors.surface, colors.ctl)
        return
    fill_round(painter, rect, RADIUS_TAG, colors.fill)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colors.onfill, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    x, y = rect.x(), rect.y()
    points = ((4, 8.3), (7, 11.2), (12.2, 5.2)) if checked else ((4.5, 8), (11.5, 8))
    painter.drawPolyline([QPointF(x + left, y + top) for left, top in points])
    painter.restore()


def draw_rank(painter: QPainter, place: QPoint, rank: int) -> None:
    """Paint the place in the queue with its left edge at `place`; new leads, the first, are tinted."""
    rect = QRect(place.x(), place.y() - RANK_SIDE // 2, RANK_SIDE, RANK_SIDE)
    draw_picture(painter, rect, ("rank", rank), lambda once, whole: _draw_rank(once, whole, rank))


def _draw_rank(painter: QPainter, rect: QRect, rank: int) -> None:
    colors = theme().colors
    first = rank == 1
    ground = colors.tint if first else QColor(Qt.GlobalColor.transparent)
    fill_round(painter, QRectF(rect), RADIUS_TAG, ground, colors.tintline if first else colors.line2)
    painter.setFont(theme().font("small"))
    painter.setPen(colors.accent if first else colors.text2)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), str(rank))


def draw_dot(painter: QPainter, middle: QPointF, role: str, diameter: float = 8) -> None:
    """Paint a round dot around a point."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color(role))
    painter.drawEllipse(middle, diameter / 2, diameter / 2)
    painter.restore()
