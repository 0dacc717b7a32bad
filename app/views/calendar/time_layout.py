"""Where everything stands among the hours: a lane for each day, or for each colleague of one day."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QPoint, QRect
from PySide6.QtWidgets import QWidget

from app.core.wallclock import DAY, clock_minutes
from app.qtbase.theme import theme
from app.qtmodels.calendar_model import CalendarModel
from app.services.records.calendar import CalendarDay, CalendarItem
from app.services.registry import Registry
from app.views.calendar.geometry import SHORTEST, Lane, Piece, is_timed, pieces
from app.views.calendar.hand import Slot
from app.views.calendar.painting import chip_height
from app.views.calendar.surface import EventSurface

GUTTER: Final = 56
"""Where the hours are written."""
EDGE_ZONE: Final = 6
"""Pixels at the lower edge by which an item is made longer."""
MOST_WHOLE: Final = 4
"""Lines of whole days; the others are in the month."""


class Office(Protocol):
    """What the surface asks of a workplace."""

    registry: Registry
    zone: ZoneInfo

    def now(self) -> datetime: ...

    def today(self) -> date: ...


class TimeLayout(EventSurface):
    """Lays items out by the clock on the wall."""

    def __init__(
        self, model: CalendarModel, office: Office, hours: tuple[float, float], parent: QWidget | None = None
    ) -> None:
        super().__init__(model, parent)
        self.office = office
        self.hours = hours
        self.lanes: tuple[Lane, ...] = ()
        self.by_person = False
        """Several people share the lanes: each has a colour."""
        self.pieces: list[Piece] = []
        self.whole: dict[int, tuple[int, int]] = {}
        """Row of an item that takes a day: its lane and its line above the hours."""
        self._rects: dict[int, list[Piece]] = {}
        self._people: tuple[int, ...] = ()
        self._scrolled = False
        self.begin()

    def show_people(self, people: Sequence[int]) -> None:
        """Whose items there are; several stand side by side in the day, in colours of their own in the week."""
        self._people = tuple(people)

    # where everything stands

    def lay_out(self) -> None:
        days, people = [one.day for one in self.calendar.days], self._people
        self.by_person = len(people) > 1
        if self.by_person and len(days) == 1:
            self.lanes = tuple(Lane(days[0], person) for person in people)
        else:
            self.lanes = tuple(Lane(day) for day in days)
        self.pieces = pieces(self.calendar.items, self.lanes, self.office.zone)
        self._rects = {}
        for piece in self.pieces:
            self._rects.setdefault(piece.row, []).append(piece)
        self.whole = self._whole_days()
        self.updateGeometries()
        if not self._scrolled and self.lanes and self.isVisible():
            self._scrolled = True
            self.verticalScrollBar().setValue(self.y_of(self.hours[0] * 60) - 8)
        self.viewport().update()

    def _whole_days(self) -> dict[int, tuple[int, int]]:
        """Each in the first lane it touches, in the first line that is free there."""
        used = [0] * len(self.lanes)
        found: dict[int, tuple[int, int]] = {}
        for row, item in enumerate(self.calendar.items):
            if is_timed(item) or not self.lanes:
                continue
            for number, lane in enumerate(self.lanes):
                here = lane.day == max(item.day, self.lanes[0].day) and lane.person_id in (None, item.responsible_id)
                if here and used[number] < MOST_WHOLE:
                    found[row] = number, used[number]
                    used[number] += 1
                    break
        return found

    def day_of(self, lane: Lane) -> CalendarDay:
        return next(one for one in self.calendar.days if one.day == lane.day)

    @property
    def hour_height(self) -> int:
        return theme().metrics.row_line + 24

    def head_height(self) -> int:
        """The row of day names alone."""
        return theme().metrics.control + 6

    def pinned_height(self) -> int:
        lines = 1 + max((line for _, line in self.whole.values()), default=-1)
        return self.head_height() + (lines * (chip_height() + 2) + 4 if lines else 0)

    def content_height(self) -> int:
        return 24 * self.hour_height + 8

    def y_of(self, minutes: float) -> int:
        """Of the content, not of the viewport."""
        return round(minutes * self.hour_height / 60) + 4

    def lane_rect(self, number: int) -> QRect:
        """Left and right edge of a lane, over the viewport's height."""
        room = self.viewport().width() - GUTTER
        count = max(1, len(self.lanes))
        left, right = GUTTER + room * number // count, GUTTER + room * (number + 1) // count
        return QRect(left, 0, right - left, self.viewport().height())

    def minutes_rect(self, number: int, top: int, bottom: int) -> QRect:
        """A stretch of a lane."""
        lane = self.lane_rect(number).adjusted(3, 0, -5, 0)
        offset = self.pinned_height() - self.verticalOffset()
        return QRect(lane.left(), self.y_of(top) + offset, lane.width(), self.y_of(bottom) - self.y_of(top) - 1)

    def piece_rect(self, piece: Piece) -> QRect:
        rect = self.minutes_rect(piece.lane, piece.top, piece.bottom)
        width = rect.width() / piece.places
        left, right = (rect.left() + round(width * edge) for edge in (piece.place, piece.place + piece.span))
        gap = 2 if piece.place + piece.span < piece.places else 0
        return QRect(left, rect.top(), max(8, right - left - gap), rect.height())

    def rects_of(self, row: int) -> list[QRect]:
        if row in self.whole:
            lane, line = self.whole[row]
            rect = self.lane_rect(lane).adjusted(3, 0, -5, 0)
            top = self.head_height() + line * (chip_height() + 2) + 1
            return [QRect(rect.left(), top, rect.width(), chip_height())]
        return [self.piece_rect(piece) for piece in self._rects.get(row, ())] if self.lanes else []

    def covers_head(self, place: QPoint) -> bool:
        return self.head_height() <= place.y() < self.pinned_height()

    def head_day(self, place: QPoint) -> date | None:
        number = self._lane_at(place)
        return self.lanes[number].day if number is not None and place.y() < self.head_height() else None

    def _lane_at(self, place: QPoint) -> int | None:
        if place.x() < GUTTER or not self.lanes:
            return None
        return next((one for one in range(len(self.lanes)) if place.x() <= self.lane_rect(one).right()), None)

    def slot_at(self, place: QPoint) -> Slot | None:
        number = self._lane_at(place)
        if number is None:
            return None
        lane = self.lanes[number]
        if place.y() < self.pinned_height():
            return Slot(lane.day, None, lane.person_id)
        minute = round((place.y() - self.pinned_height() + self.verticalOffset() - 4) * 60 / self.hour_height)
        return Slot(lane.day, min(max(minute, 0), DAY - 1), lane.person_id)

    def slot_rect(self, slot: Slot, minutes: int) -> QRect:
        number = next((n for n, one in enumerate(self.lanes)
                       if one.day == slot.day and one.person_id in (None, slot.person_id)), None)  # fmt: skip
        if number is None:
            return QRect()
        if slot.minute is None:
            rect = self.lane_rect(number).adjusted(3, 0, -5, 0)
            return QRect(rect.left(), self.head_height() + 1, rect.width(), chip_height())
        return self.minutes_rect(number, slot.minute, min(DAY, slot.minute + max(minutes, SHORTEST)))

    def slot_of(self, item: CalendarItem) -> Slot:
        minute = clock_minutes(item.starts_at, self.office.zone) if item.starts_at is not None else None
        return Slot(item.day, minute, item.responsible_id)

    def on_edge(self, index: QModelIndex, place: QPoint) -> bool:
        item = self.calendar.item(index)
        if item is None or not item.resizable or index.row() in self.whole:
            return False
        last = [piece for piece in self._rects.get(index.row(), ()) if piece.is_last]
        return any(self.piece_rect(piece).bottom() - place.y() < EDGE_ZONE for piece in last)
