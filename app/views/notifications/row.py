"""A row of the list under the bell: disc with an icon, two lines, when, a dot while it is unread."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_M, GAP_S, NODE
from app.qtbase.theme import theme
from app.services.records.notifications import NotificationRecord
from app.services.workplace import Workplace
from app.views.notifications.lines import line_of
from app.views.widgets.painting import draw_icon_at, draw_line, draw_text, line_height, text_width

_TONES = {
    "danger": ("dangert", "dangerl", "danger"),
    "warn": ("warnt", "warnl", "warn"),
    "ok": ("okt", "okl", "ok"),
    "info": ("tint", "tintline", "accent"),
    "": ("surface2", "line", "text2"),
}
_DOT = 8


class NotificationRow(QAbstractButton):
    """Pressed it opens its place; Space leaves it and turns read into unread."""

    def __init__(self, record: NotificationRecord, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.record = record
        self._line = line_of(record, workplace)
        day, today = record.at.astimezone(workplace.zone).date(), workplace.today()
        clock = i18n.clock(record.at, workplace.zone)
        self._when = clock if day == today else i18n.past_words(record.at, workplace.now(), workplace.zone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(part for part in (self._line.title, self._line.second, self._when) if part))
        self.setToolTip(f"{self._line.title}\n{self._line.second}".strip())

    def sizeHint(self) -> QSize:
        return QSize(300, line_height("body") + line_height("caption") + 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = theme().colors
        focused = self.hasFocus()
        painter.fillRect(self.rect(), colors.hover if self.underMouse() or focused else colors.surface)
        draw_line(painter, QPointF(0, self.height() - 0.5), QPointF(self.width(), self.height() - 0.5), colors.line)
        self._draw_disc(painter)
        right = self.width() - GAP_M - _DOT - GAP_S
        when = text_width(self._when, "caption")
        left, top = GAP_M + NODE + GAP_M - 2, 9
        first = QRect(left, top, right - left - when - GAP_S, line_height("body"))
        draw_text(painter, first, self._line.title, "body" if self.record.read else "name", "text")
        draw_text(painter, QRect(right - when, top, when, first.height()), self._when, "caption", "text3", elide=False)
        second = QRect(left, first.bottom() + 2, right - left, line_height("caption"))
        draw_text(painter, second, self._line.second, "caption", "text2")
        if not self.record.read:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.fill)
            painter.drawEllipse(QRectF(self.width() - GAP_M - _DOT, top + 4, _DOT, _DOT))
        if focused:
            painter.setPen(QPen(colors.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _draw_disc(self, painter: QPainter) -> None:
        fill, edge, icon = _TONES[self._line.tone]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color(edge), 1))
        painter.setBrush(theme().color(fill))
        middle = self.height() // 2
        painter.drawEllipse(QRectF(GAP_M + 0.5, middle - NODE / 2 + 0.5, NODE - 1, NODE - 1))
        painter.restore()
        side = theme().metrics.icon_cell
        draw_icon_at(painter, self._line.icon, icon, GAP_M + (NODE - side) // 2, middle, side)
