"""What delegates share: words in the theme's fonts, elided or not, and cosmetic lines."""

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

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

_PICTURES_KEPT = 1_000
_pictures: dict[tuple[object, ...], QPixmap] = {}


def draw_text(
    painter: QPainter, rect: QRect, text: str, font: FontRole, role: str | QColor, *, right: bool = False,
    elide: bool = True,
) -> int:  # fmt: skip
    """Paint one line, elided at the right where it does not fit; returns the width it took."""
    width = rect.width()
    if not text or width <= 0:
        return 0
    colors = theme()
    line = colors.line(text, font, width if elide else None)
    left = rect.left() + (width - line.width if right else 0)
    painter.setFont(colors.font(font))
    painter.setPen(colors.color(role) if isinstance(role, str) else role)
    painter.drawStaticText(QPointF(left, rect.top() + (rect.height() - line.height) / 2), line.words)
    return line.room


def draw_picture(
    painter: QPainter, rect: QRect, key: tuple[object, ...], draw: Callable[[QPainter, QRect], None]
) -> None:
    """Paint a small mark that lists show often: drawn once by `draw`, then as a picture. `key` names what it shows,
    its size and the theme apart."""
    scale = painter.device().devicePixelRatioF()
    known = (theme().name, rect.width(), rect.height(), scale, *key)
    picture = _pictures.get(known)
    if picture is None:
        if len(_pictures) >= _PICTURES_KEPT:
            _pictures.clear()
        picture = _pictures[known] = QPixmap(math.ceil(rect.width() * scale), math.ceil(rect.height() * scale))
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        once = QPainter(picture)
        draw(once, QRect(0, 0, rect.width(), rect.height()))
        once.end()
    painter.drawPixmap(rect.topLeft(), picture)


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
