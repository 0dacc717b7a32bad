"""Where items stand in a column of hours: pieces of each day they touch, side by side where they overlap."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from app.core.clock import day_bounds
from app.core.wallclock import DAY, clock_minutes
from app.services.records.calendar import CalendarItem

SHORTEST: Final = 20
"""Minutes that a block is high at least: its words must fit."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A column of the surface: a day, of one person where colleagues stand side by side."""

    day: date
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of an item that lies in one lane; minutes as the clock on the wall shows them."""

    row: int
    lane: int
    top: int
    bottom: int
    is_last: bool
    """It ends here: the lower edge can be drawn down."""
    place: int = 0
    places: int = 1
    """Which of how many that stand side by side."""
    span: int = 1
    """Over how many of them it is wide."""


def pieces(items: Sequence[CalendarItem], lanes: Sequence[Lane], zone: ZoneInfo) -> list[Piece]:
    """The pieces of all items with a time, packed lane by lane."""
    bounds = {lane.day: day_bounds(lane.day, zone) for lane in lanes}
    found: list[Piece] = []
    for number, lane in enumerate(lanes):
        begins, ends = bounds[lane.day]
        mine = (
            _piece(row, number, item, begins, ends, zone)
            for row, item in enumerate(items)
            if is_timed(item) and lane.person_id in (None, item.responsible_id)
        )
        found += packed(piece for piece in mine if piece is not None)
    return found


def is_timed(item: CalendarItem) -> bool:
    """It stands among the hours; what takes a day or more stands above them."""
    return item.starts_at is not None and item.minutes < DAY


def _piece(row: int, lane: int, item: CalendarItem, begins: datetime, ends: datetime, zone: ZoneInfo) -> Piece | None:
    assert item.starts_at is not None, "asked of items with a time"
    end = item.starts_at + timedelta(minutes=item.minutes)
    if item.starts_at >= ends or (end <= begins and item.starts_at < begins):
        return None
    top = clock_minutes(item.starts_at, zone) if item.starts_at >= begins else 0
    # its length, not its end, is taken by the clock: an hour that comes twice makes nothing end before it begins
    length = int((min(end, ends) - max(item.starts_at, begins)).total_seconds() // 60)
    bottom = min(DAY, top + max(length, SHORTEST))
    return Piece(row, lane, min(top, bottom - SHORTEST), bottom, end <= ends)


def packed(found: Iterable[Piece]) -> Iterator[Piece]:
    """Those that overlap share the width: each stands in the first place that is free, as wide as there is room."""
    group: list[Piece] = []
    free: list[int] = []
    for piece in sorted(found, key=lambda one: (one.top, -one.bottom, one.row)):
        if free and piece.top >= max(free):
            yield from _widened(group, len(free))
            group, free = [], []
        place = next((number for number, bottom in enumerate(free) if bottom <= piece.top), len(free))
        if place == len(free):
            free.append(piece.bottom)
        else:
            free[place] = piece.bottom
        group.append(replace(piece, place=place))
    yield from _widened(group, len(free))


def _widened(group: Sequence[Piece], places: int) -> Iterator[Piece]:
    """To the right as far as nothing stands there at its time."""
    for piece in group:
        beside = (
            one.place for one in group
            if one.place > piece.place and one.top < piece.bottom and piece.top < one.bottom
        )  # fmt: skip
        yield replace(piece, places=places, span=min(beside, default=places) - piece.place)
