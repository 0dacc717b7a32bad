"""What the mouse holds over a calendar: an item on its way to another time, its lower edge, or a new span of time."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from PySide6.QtCore import QPoint, QRect

from app.services.records.calendar import CalendarItem

SNAP = 15
"""Minutes that a drag goes by."""

Mode = Literal["move", "resize", "create"]


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the calendar: a day, the minute by the clock on the wall, and whose it is."""

    day: date
    minute: int | None
    """None for a whole day."""
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """Where something goes, and how long it lasts there."""

    slot: Slot
    minutes: int


@dataclass(frozen=True, slots=True)
class Limits:
    """The days that the rules leave for what is held; shown before it is let go."""

    first: date
    latest: date | None = None

    def allow(self, day: date) -> bool:
        return self.first <= day and (self.latest is None or day <= self.latest)


@dataclass(slots=True)
class Hand:
    """From the press to what came of it."""

    mode: Mode
    item: CalendarItem | None
    """None for a new span."""
    start: Slot
    """Where it was pressed; for a move also where the item begins."""
    hold: int
    """Minutes between the item's begin and the pointer."""
    home: QRect
    """Where the item stands, in the viewport's coordinates as they were."""
    target: Target
    place: QPoint
    limits: Limits | None = None
    guest: bool = False
    """It stands nowhere in the calendar yet: the tray has it."""
    let_go: bool = False
    """The mouse has dropped it; it hangs there until it is known what came of it."""


def snapped(minute: int) -> int:
    """The nearest quarter of an hour."""
    return round(minute / SNAP) * SNAP
