"""The month: a cell a day with as many items as it has room for, and the number of the others."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.wallclock import clock_minutes
from app.qtbase.metrics import GAP_S, RADIUS_CONTROL
from app.qtbase.theme import theme
from app.qtmodels.calendar_model import CalendarModel
from app.services.records.calendar import CalendarDay, CalendarItem
from app.services.registry import Registry
from app.views.calendar.hand import Hand, Slot, Target
from app.views.calendar.painting import chip_height, draw_block, draw_gap, draw_ring
from app.views.calendar.surface import EventSurface
from app.views.calendar.words import count_words, day_note, more_words, weekday_names
from app.views.widgets.painting import draw_line, draw_text, fill_round, text_width

WEEK: Final = 7
LEAST_LINES: Final = 2
"""Items that a cell shows at least; what doesn't fit scrolls."""
GAP: Final = 3


class Office(Protocol):
    """What the surface asks of a workplace."""

    registry: Registry
    zone: ZoneInfo

    def today(self) -> date: ...


class MonthSurface(EventSurface):
    """Whole weeks, from Monday on."""

    def __init__(self, model: CalendarModel, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.office = office
        self.month = office.today().replace(day=1)
        self.by_person = False
        self._cells: dict[date, int] = {}
        self._shown_from: date | None = None
        """The first day of what was laid out last: another month begins with today in view."""
        self._rows: dict[int, tuple[date, int]] = {}
        """Row of an item: its day and its line there."""
        self.begin()

    def show_people(self, people: Sequence[int]) -> None:
        self.by_person = len(people) > 1

    # where everything stands

    def lay_out(self) -> None:
        days = self.calendar.days
        self._cells = {one.day: number for number, one in enumerate(days)}
        self._rows = {}
        lines: dict[date, int] = {}
        for row, item in enumerate(self.calendar.items):
            day = max(item.day, days[0].day) if days else item.day
            if day in self._cells:
                self._rows[row] = day, lines.get(day, 0)
                lines[day] = lines.get(day, 0) + 1
        self.updateGeometries()
        if days and days[0].day != self._shown_from:
            self._shown_from = days[0].day
            super().show_rect(self.cell_rect(self.office.today()))
        self.viewport().update()

    def pinned_height(self) -> int:
        return theme().metrics.row_line - 8

    def weeks(self) -> int:
        return max(1, len(self.calendar.days) // WEEK)

    def cell_height(self) -> int:
        room = (self.viewport().height() - self.pinned_height()) // self.weeks()
        return max(room, self._top() + (LEAST_LINES + 1) * (chip_height() + GAP))

    def content_height(self) -> int:
        return self.cell_height() * self.weeks()

    def _top(self) -> int:
        """The line of a cell's day."""
        return theme().metrics.control_small

    def fitting(self, day: CalendarDay) -> int:
        """How many items of a day have room; one line is kept for the number of the others."""
        room = (self.cell_height() - self._top() - 2) // (chip_height() + GAP)
        return room if day.count <= room else max(0, room - 1)

    def cell_rect(self, day: date) -> QRect:
        number = self._cells.get(day)
        if number is None:
            return QRect()
        week, column = divmod(number, WEEK)
        width, height = self.viewport().width(), self.cell_height()
        left, right = width * column // WEEK, width * (column + 1) // WEEK
        return QRect(left, self.pinned_height() + week * height - self.verticalOffset(), right - left, height)

    def rects_of(self, row: int) -> list[QRect]:
        if row not in self._rows:
            return []
        day, line = self._rows[row]
        if line >= self.fitting(self.calendar.days[self._cells[day]]):
            return []
        return [self._line_rect(day, line)]

    def _line_rect(self, day: date, line: int) -> QRect:
        cell = self.cell_rect(day)
        top = cell.top() + self._top() + line * (chip_height() + GAP)
        return QRect(cell.left() + 5, top, cell.width() - 10, chip_height())

    def _day_at(self, place: QPoint) -> date | None:
        if place.y() < self.pinned_height():
            return None
        return next((day for day in self._cells if self.cell_rect(day).contains(place)), None)

    def slot_at(self, place: QPoint) -> Slot | None:
        day = self._day_at(place)
        return Slot(day, None) if day is not None else None

    def head_day(self, place: QPoint) -> date | None:
        """The number of the day, and the line "6 more"."""
        day = self._day_at(place)
        if day is None:
            return None
        cell, one = self.cell_rect(day), self.calendar.days[self._cells[day]]
        on_number = place.y() < cell.top() + self._top() and place.x() < cell.left() + 36
        fits = self.fitting(one)
        return day if on_number or (one.count > fits and self._line_rect(day, fits).contains(place)) else None

    def slot_rect(self, slot: Slot, minutes: int) -> QRect:
        one = self._cells.get(slot.day)
        if one is None:
            return QRect()
        day = self.calendar.days[one]
        return self._line_rect(slot.day, min(len(day.items), self.fitting(day)))

    def slot_of(self, item: CalendarItem) -> Slot:
        minute = clock_minutes(item.starts_at, self.office.zone) if item.starts_at is not None else None
        return Slot(item.day, minute, item.responsible_id)

    # the hand and the cursor

    def target_at(self, hand: Hand, place: QPoint) -> Target:
        day = self._day_at(place)
        if day is None or hand.mode != "move":
            return hand.target
        return Target(Slot(day, hand.start.minute, hand.start.person_id), hand.target.minutes)

    def first_slot(self) -> Slot | None:
        today = self.office.today()
        days = self.calendar.days
        return Slot(today if today in self._cells else self.month, None) if days else None

    def stepped(self, across: int, down: int) -> None:
        item = self.current_item()
        now = self.cursor_slot or (self.slot_of(item) if item is not None else None)
        if now is None or now.day not in self._cells:
            first = self.first_slot()
            if first is not None:
                self.go_to_slot(first)
            return
        day = now.day + timedelta(days=across + WEEK * down)
        if day in self._cells:
            self.go_to_slot(Slot(day, None))
        else:
            self.page_wanted.emit(1 if day > now.day else -1)

    def show_rect(self, rect: QRect) -> None:
        if self.cursor_slot is not None:
            rect = self.cell_rect(self.cursor_slot.day)
        super().show_rect(rect)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme().colors.surface)
        if not self.calendar.days:
            return
        painter.save()
        painter.setClipRect(self.viewport().rect().adjusted(0, self.pinned_height(), 0, 0) & event.rect())
        for day in self.calendar.days:
            if self.cell_rect(day.day).intersects(event.rect()):
                self._paint_cell(painter, day)
        for row in self._rows:
            for rect in self.rects_of(row):
                self._paint_item(painter, rect, row)
        self._paint_held(painter)
        painter.restore()
        self._paint_heads(painter)

    def _paint_cell(self, painter: QPainter, day: CalendarDay) -> None:
        colors, cell = theme().colors, self.cell_rect(day.day)
        today, hand = day.day == self.office.today(), self.hand
        barred = hand is not None and hand.limits is not None and not hand.limits.allow(day.day)
        ground = colors.sunken if barred else colors.surface2 if not day.working else colors.hover if today else None
        if ground is not None:
            painter.fillRect(cell, ground)
        draw_line(painter, QPointF(cell.bottomLeft()), QPointF(cell.bottomRight()), colors.line)
        draw_line(painter, QPointF(cell.topRight()), QPointF(cell.bottomRight()), colors.line)
        self._paint_number(painter, cell, day, today=today)
        fits = self.fitting(day)
        if day.count > fits:
            draw_text(painter, self._line_rect(day.day, fits).adjusted(4, 0, 0, 0), more_words(day.count - fits),
                      "caption_strong", "accent")  # fmt: skip
        marked = self.cursor_slot is not None and self.cursor_slot.day == day.day and self.hasFocus()
        if marked or (hand is not None and not hand.let_go and hand.target.slot.day == day.day):
            draw_ring(painter, cell)

    def _paint_number(self, painter: QPainter, cell: QRect, day: CalendarDay, *, today: bool) -> None:
        number, line = str(day.day.day), QRect(cell.left() + 8, cell.top(), cell.width() - 16, self._top())
        inside = day.day.month == self.month.month
        width = text_width(number, "name")
        if today:
            back = QRectF(line.left() - 4, line.top() + 3, width + 8, line.height() - 6)
            fill_round(painter, back, RADIUS_CONTROL, theme().colors.fill)
        role = "onfill" if today else "text" if inside else "text3"
        draw_text(painter, line, number, "name", role)
        rest = line.adjusted(width + GAP_S + (4 if today else 0), 0, 0, 0)
        rest.adjust(draw_text(painter, rest, day_note(day), "caption", "text3") + GAP_S, 0, 0, 0)
        words = count_words(day.count, self.calendar.by)
        if day.count > 1 and text_width(words, "caption") <= rest.width():
            draw_text(painter, rest, words, "caption", "text3", right=True)

    def _paint_item(self, painter: QPainter, rect: QRect, row: int) -> None:
        item, hand = self.calendar.items[row], self.hand
        if hand is not None and hand.item is not None and hand.item.key == item.key:
            draw_gap(painter, rect)
            return
        current = self.cursor_slot is None and self.currentIndex().row() == row and self.hasFocus()
        draw_block(painter, rect, self.calendar.block(item), by_person=self.by_person, current=current)

    def _paint_held(self, painter: QPainter) -> None:
        """At the pointer while it is held, in its new place once it is let go."""
        hand = self.hand
        if hand is None or hand.item is None:
            return
        rect = self.ghost_rect()
        if not hand.let_go and not hand.guest:
            rect = QRect(hand.place - QPoint(rect.width() // 2, rect.height() // 2), rect.size())
        draw_block(painter, rect, self.calendar.block(hand.item), by_person=self.by_person, current=True)

    def ghost_rect(self) -> QRect:
        rect = super().ghost_rect()
        hand = self.hand
        stays = hand is not None and hand.target.slot.day == hand.start.day and not hand.guest
        if hand is not None and stays and not self.is_flying():
            return hand.home
        return rect

    def _paint_heads(self, painter: QPainter) -> None:
        colors, width, height = theme().colors, self.viewport().width(), self.pinned_height()
        painter.fillRect(QRect(0, 0, width, height), colors.surface2)
        for number, name in enumerate(weekday_names(short=width < 900)):
            left = width * number // WEEK
            draw_text(painter, QRect(left + 8, 0, width // WEEK - 16, height), name, "caption_strong", "text2")
            draw_line(painter, QPointF(left + width // WEEK, 0), QPointF(left + width // WEEK, height), colors.line)
        draw_line(painter, QPointF(0, height - 1), QPointF(width, height - 1), colors.line2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()
