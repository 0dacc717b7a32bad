"""Planned activities of a person: when, what, with whom, on which stage; a click opens the client's card."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_M
from app.qtbase.theme import theme
from app.services.records.activities import ActivityRecord, ClientRef
from app.services.workplace import Workplace
from app.views.widgets.painting import draw_icon_at, draw_text
from app.views.widgets.tags import draw_tag

WHEN: Final = 120
STAGE: Final = 170
CLIENT: Final = 180


class ActivityRow(QAbstractButton):
    """One line of 36 px."""

    def __init__(self, workplace: Workplace, record: ActivityRecord, parent: QWidget) -> None:
        super().__init__(parent)
        self.record = record
        self._stage = workplace.registry.all.stages.get(record.stage_id or 0)
        self._when = when_words(record, workplace)
        self._is_late = record.starts_at <= workplace.now()
        self.setFixedHeight(theme().metrics.row_line + 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if record.client is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        parts = (self._when, record.subject, record.client_name, self._stage.name if self._stage else "")
        self.setAccessibleName(", ".join(part for part in parts if part))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), theme().colors
        width, height = self.width(), self.height()
        if self.underMouse():
            painter.fillRect(self.rect(), colors.hover)
        painter.setPen(QPen(colors.line, 1))
        painter.drawLine(0, height - 1, width, height - 1)
        role = "danger" if self._is_late else "text"
        draw_text(painter, QRect(GAP_M, 0, WHEN - GAP_M, height), self._when, "name", role)
        draw_icon_at(painter, self.record.kind.value, "text2", WHEN, height // 2, theme().metrics.icon_cell)
        right = width - GAP_M - STAGE
        client = QRect(right - CLIENT, 0, CLIENT - GAP_M, height)
        left = WHEN + 26
        draw_text(painter, QRect(left, 0, client.left() - left - GAP_M, height), self.record.subject, "body", "text")
        draw_text(painter, client, self.record.client_name, "name", "text")
        if self._stage is not None:
            place = QRect(right, 0, STAGE, height)
            draw_tag(painter, place.topLeft() + QRect(0, 0, 1, height).center(), self._stage.name, self._stage.tone,
                     room=STAGE)  # fmt: skip
        if self.hasFocus():
            painter.setPen(QPen(colors.accent, 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -2))


class ActivityRows(QWidget):
    """A column of lines."""

    opened = Signal(object)
    """A `ClientRef`."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.rows: list[ActivityRow] = []

    def show_records(self, records: Sequence[ActivityRecord]) -> None:
        """In the place of what was shown."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = [ActivityRow(self._workplace, record, self) for record in records]
        for row in self.rows:
            row.clicked.connect(lambda _=False, ref=row.record.client: self._open(ref))
            self._column.addWidget(row)

    def _open(self, ref: ClientRef | None) -> None:
        if ref is not None:
            self.opened.emit(ref)


def when_words(record: ActivityRecord, workplace: Workplace) -> str:
    """ "14:00" today, "Tomorrow 16:00", "Thu 12:00" within a week, else the day."""
    local = record.starts_at.astimezone(workplace.zone)
    clock, today = i18n.clock(record.starts_at, workplace.zone), workplace.today()
    if local.date() == today:
        return clock
    if today < local.date() <= today + timedelta(days=1):
        return f"{i18n.relative_day(local.date(), today)} {clock}"
    if today < local.date() < today + timedelta(days=7):
        return f"{i18n.weekday_short(local.date())} {clock}"
    return f"{i18n.day_short(local.date(), today)} {clock}"
