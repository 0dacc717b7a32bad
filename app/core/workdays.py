"""Arithmetic over a working calendar: which days are worked is given, nothing is looked up here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

MONDAY_TO_FRIDAY: Final = frozenset(range(5))
CONTACT_LIMIT: Final = 5
"""Working days within which a client's next activity must lie (SPEC, the rules; guide 2.1.6)."""

_LONGEST_BREAK: Final = 366


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Days off and moved working days of a country and an office, over the weekdays usually worked.

    `week` holds weekdays as `date.weekday()` tells them, Monday being 0. A day in both sets is worked:
    the office's own word about a day stands above the country's.
    """

    days_off: frozenset[date] = frozenset()
    working: frozenset[date] = frozenset()
    week: frozenset[int] = MONDAY_TO_FRIDAY

    def __post_init__(self) -> None:
        if not self.week or not self.week <= frozenset(range(7)):
            raise ValueError(f"a working week needs weekdays 0..6, got {sorted(self.week)}")

    def is_working(self, day: date) -> bool:
        if day in self.working:
            return True
        return day.weekday() in self.week and day not in self.days_off

    def next_working_day(self, day: date) -> date:
        """The first working day after `day`."""
        return next(self._working_days(day, 1))

    def add_working_days(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`, before it where negative; `day` itself for 0."""
        if count == 0:
            return day
        days = self._working_days(day, 1 if count > 0 else -1)
        for _ in range(abs(count) - 1):
            next(days)
        return next(days)

    def working_days_between(self, start: date, end: date) -> int:
        """How many working days lie after `start` up to and with `end`; negative where `end` comes first."""
        if end < start:
            return -self.working_days_between(end, start)
        return sum(self.is_working(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))

    def latest_start(self, last_contact: date, today: date, limit: int = CONTACT_LIMIT) -> date:
        """The last day on which a client's earliest open activity may start.

        At most `limit` working days after the last contact, or the next working day where that is past
        (SPEC, the rules people had to remember).
        """
        latest = self.add_working_days(last_contact, limit)
        return latest if latest >= today else self.next_working_day(today)

    def _working_days(self, day: date, step: int) -> Iterator[date]:
        idle = 0
        while idle < _LONGEST_BREAK:
            day += timedelta(days=step)
            idle += 1
            if self.is_working(day):
                idle = 0
                yield day
        raise ValueError(f"no working day within {_LONGEST_BREAK} days of {day}")
