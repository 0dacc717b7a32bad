"""What delegates share: words in the theme's fonts, elided or not, and cosmetic lines."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.qtbase import icons
from app.qtbase.theme import FontRole, theme
from app.qtmodels.roles import Mark, State

STATE_ICONS: dict[State, str] = {
    State.OVERDUE: "overdue",
    State.TODAY: "clock",
    State.LATER: "clock",
    State.NONE: "none",
    State.DONE: "done",
    State.PLAIN: "clock",
}
STATE_ROLES: dict[State, str] = {
    State.OVERDUE: "danger",
    State.TODAY: "warn",
    State.LATER: "text3",
    State.NONE: "text3",
    State.DONE: "ok",
    State.PLAIN: "text2",
}
MARK_ROLES: dict[Mark, str] = {
    Mark.PLAIN: "text",
    Mark.SECOND: "text2",
    Mark.MUTED: "text3",
    Mark.STRONG: "text",
    Mark.DANGER: "danger",
    Mark.WARN: "warn",
    Mark.OK: "ok",
    Mark.LINK: "accent",
}

_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
_LEFT = int(_ONE_LINE | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(_ONE_LINE | Qt.AlignmentFlag.AlignRight)


def draw_text(
    painter: QPainter, rect: QRect, text: str, font: FontRole, role: str | QColor, *, right: bool = False,
    elide: bool = True,
) -> int:  # fmt: skip
    """Paint one line, elided at the right where it does not fit; returns the width it took."""
    if not text or rect.width() <= 0:
        return 0
    width = text_width(text, font)
    if width > rect.width() and elide:
        text = theme().font_metrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        width = rect.width()
    painter.setFont(theme().font(font))
    painter.setPen(theme().color(role) if isinstance(role, str) else role)
    painter.drawText(rect, _RIGHT if right else _LEFT, text)
    return width


def text_width(text: str, font: FontRole) -> int:
    return theme().text_width(text, font)


def line_height(font: FontRole) -> int:
    return theme().font_metrics(font).height()


def draw_icon_at(painter: QPainter, name: str, role: str, left: int, middle: int, side: int) -> None:
    """Paint an icon of a side at a left edge, centred on a line."""
    icons.draw_icon(painter, name, role, QRect(left, middle - side // 2, side, side))


def draw_line(painter: QPainter, start: QPointF, end: QPointF, color: QColor) -> None:
    """A line of one device pixel at any scale."""
    pen = QPen(color, 1)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.drawLine(start, end)


def fill_round(painter: QPainter, rect: QRectF, radius: float, fill: QColor, edge: QColor | None = None) -> None:
    """A rounded rectangle, with an edge of one pixel inside it where one is told."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
    else:
        painter.setPen(QPen(edge, 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5)
    painter.restore()
