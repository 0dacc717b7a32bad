"""Day and week: hours from top to bottom, under the hand and by keys."""

from typing import Final

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.wallclock import DAY, clock_minutes
from app.qtmodels.calendar_model import CalendarModel
from app.services.records.calendar import CalendarItem
from app.views.calendar.hand import SNAP, Hand, Slot, Target, snapped
from app.views.calendar.time_layout import GUTTER, Office, TimeLayout
from app.views.calendar.time_painting import paint

SCROLL_EDGE: Final = 32
"""How near to an edge scrolling begins while something is held."""


class TimeSurface(TimeLayout):
    """Carries items to other times; each half hour is a stop of the cursor."""

    def __init__(
        self, model: CalendarModel, office: Office, hours: tuple[float, float], parent: QWidget | None = None
    ) -> None:
        super().__init__(model, office, hours, parent)
        self._edge_timer = QTimer(self, interval=30)
        self._edge_timer.timeout.connect(self._scroll_on)

    # the hand

    def can_create(self) -> bool:
        return True

    def target_at(self, hand: Hand, place: QPoint) -> Target:
        if place.y() < self.pinned_height():
            place = QPoint(place.x(), self.pinned_height())
        slot = self.slot_at(QPoint(max(place.x(), GUTTER), place.y()))
        if slot is None or slot.minute is None:
            return hand.target
        if hand.mode == "move":
            if hand.start.minute is None:
                return Target(Slot(slot.day, None, slot.person_id or hand.start.person_id), 0)
            minute = min(max(0, snapped(slot.minute - hand.hold)), DAY - SNAP)
            return Target(Slot(slot.day, minute, slot.person_id or hand.start.person_id), hand.target.minutes)
        begin = hand.start.minute or 0
        if hand.mode == "resize":
            return Target(hand.start, max(5, snapped(slot.minute) - begin))
        top, bottom = min(begin, slot.minute), max(begin, slot.minute)
        top = top // SNAP * SNAP
        return Target(Slot(hand.start.day, top, hand.start.person_id), max(SNAP, snapped(bottom) - top))

    def carry(self, place: QPoint) -> None:
        super().carry(place)
        near = place.y() < self.pinned_height() + SCROLL_EDGE or place.y() > self.viewport().height() - SCROLL_EDGE
        (self._edge_timer.start if near and self.hand is not None else self._edge_timer.stop)()

    def _scroll_on(self) -> None:
        if self.hand is None or self.hand.let_go:
            self._edge_timer.stop()
            return
        up = self.hand.place.y() < self.pinned_height() + SCROLL_EDGE
        self.verticalScrollBar().setValue(self.verticalOffset() + (-12 if up else 12))
        super().carry(self.hand.place)

    # the cursor

    def first_slot(self) -> Slot | None:
        if not self.lanes:
            return None
        today = self.office.today()
        lane = next((one for one in self.lanes if one.day == today), self.lanes[0])
        now = clock_minutes(self.office.now(), self.office.zone)
        return Slot(lane.day, -(-now // 30) * 30 % DAY if lane.day == today else round(self.hours[0] * 60),
                    lane.person_id)  # fmt: skip

    def stepped(self, across: int, down: int) -> None:
        item = self.current_item()
        slot = self.cursor_slot or (self.slot_of(item) if item is not None else None)
        number = self._lane_of(slot)
        if slot is None or number is None:
            first = self.first_slot()
            if first is not None:
                self.go_to_slot(first)
        elif across:
            self._step_aside(slot, number + across)
        else:
            self._step_down(number, slot, item, down)

    def _lane_of(self, slot: Slot | None) -> int | None:
        if slot is None:
            return None
        fitting = (n for n, one in enumerate(self.lanes) if one.day == slot.day
                   and (one.person_id is None or slot.person_id in (None, one.person_id)))  # fmt: skip
        return next(fitting, None)

    def _step_aside(self, slot: Slot, number: int) -> None:
        """The same half hour in the neighbouring lane; beyond the last one the next span."""
        if not 0 <= number < len(self.lanes):
            self.page_wanted.emit(1 if number > 0 else -1)
            return
        half = (slot.minute or 0) // 30 * 30
        self._stop(number, half, [row for row, top in self._starts(number) if half <= top < half + 30][:1])

    def _step_down(self, number: int, slot: Slot, item: CalendarItem | None, down: int) -> None:
        """Each half hour is a stop, or the items that begin in it are."""
        starts, minute = self._starts(number), slot.minute if slot.minute is not None else -30
        half = minute // 30 * 30
        here = [row for row, top in starts if half <= top < half + 30]
        if item is not None and self.currentIndex().row() in here:
            after = here.index(self.currentIndex().row()) + down
            if 0 <= after < len(here):
                self._stop(number, half, [here[after]])
                return
        half = min(max(half + 30 * down, 0), DAY - 30)
        found = [row for row, top in starts if half <= top < half + 30]
        self._stop(number, half, found[:1] if down > 0 else found[-1:])

    def _stop(self, number: int, half: int, rows: list[int]) -> None:
        if rows:
            self.go_to_item(self.calendar.index(rows[0]))
        else:
            self.go_to_slot(Slot(self.lanes[number].day, half, self.lanes[number].person_id))

    def _starts(self, number: int) -> list[tuple[int, int]]:
        """The items of a lane by time, each with its first minute there."""
        return sorted(((one.row, one.top) for one in self.pieces if one.lane == number), key=lambda pair: pair[1])

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        paint(self, QPainter(self.viewport()), event.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()
