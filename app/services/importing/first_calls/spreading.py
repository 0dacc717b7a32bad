"""Deals first calls out to people and times: evenly over the working days, by each person's share. Pure."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from app.core.workdays import WorkCalendar

_GRID: Final = 5
"""Minutes: calls start on this grid where a day has room for it."""


@dataclass(frozen=True, slots=True)
class Hours:
    """When the office works, by its own clocks."""

    start: time
    end: time

    @property
    def minutes(self) -> int:
        return _minutes(self.end) - _minutes(self.start)

    def calls(self, minutes: int) -> int:
        """How many calls of this length a day has room for."""
        return max(1, self.minutes // minutes)


@dataclass(frozen=True, slots=True)
class Caller:
    """Someone who calls: their share beside the others' shares, and the days on which they are at work."""

    employee_id: int
    share: int
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Appointment:
    """Who calls, and when (UTC)."""

    employee_id: int
    starts_at: datetime


def working_days(calendar: WorkCalendar, first: date, count: int) -> tuple[date, ...]:
    """The first `count` working days from a day on, that day included."""
    day = first if calendar.is_working(first) else calendar.next_working_day(first)
    return tuple(calendar.add_working_days(day, number) for number in range(count))


def quotas(total: int, shares: Mapping[int, int]) -> dict[int, int]:
    """How many of `total` go to whom: by share, whole calls, what is left over to the largest remainders."""
    whole = sum(shares.values())
    found = {who: total * share // whole for who, share in shares.items()}
    rest = sorted(shares, key=lambda who: total * shares[who] % whole, reverse=True)
    for who in rest[: total - sum(found.values())]:
        found[who] += 1
    return found


class Dealer:
    """Gives each lead, one after another, its call.

    A lead stays with its responsible as far as that person's quota reaches; the others go to whom most are left for.
    Every caller's days differ by one call at most, and the odd ones don't all meet on the first day.
    """

    def __init__(self, waiting: Mapping[int, int], callers: Sequence[Caller], hours: Hours, zone: ZoneInfo) -> None:
        self._quotas = quotas(sum(waiting.values()), {one.employee_id: one.share for one in callers})
        self._own = {who: min(quota, waiting.get(who, 0)) for who, quota in self._quotas.items()}
        self._free = {who: quota - self._own[who] for who, quota in self._quotas.items()}
        self._times: dict[int, Iterator[datetime]] = {}
        odd = 0
        for one in callers:
            loads, odd = _loads(self._quotas[one.employee_id], one.days, odd)
            self._times[one.employee_id] = _times(loads, hours, zone)

    @property
    def quotas(self) -> Mapping[int, int]:
        """How many calls each person gets."""
        return self._quotas

    def deal(self, responsible_id: int) -> Appointment | None:
        """The call of the next lead; None once everything is dealt out."""
        if self._own.get(responsible_id, 0):
            who = responsible_id
            self._own[who] -= 1
        else:
            left = self._free if any(self._free.values()) else self._own
            who = max(left, key=lambda one: left[one])
            if not left[who]:
                return None
            left[who] -= 1
        return Appointment(who, next(self._times[who]))


def _loads(quota: int, days: Sequence[date], odd: int) -> tuple[dict[date, int], int]:
    """Calls on each of a caller's days; the odd ones begin at day `odd`, and the next caller's after them."""
    even, rest = divmod(quota, len(days))
    more: Collection[int] = {(odd + number) % len(days) for number in range(rest)}
    return {day: even + (number in more) for number, day in enumerate(days)}, odd + rest


def _times(loads: Mapping[date, int], hours: Hours, zone: ZoneInfo) -> Iterator[datetime]:
    """The calls of one person, soonest first: evenly over the hours of each day."""
    for day, calls in loads.items():
        grid = _GRID if calls * _GRID <= hours.minutes else 1
        opening = datetime.combine(day, hours.start, tzinfo=zone).astimezone(UTC)
        for number in range(calls):
            yield opening + timedelta(minutes=number * hours.minutes // calls // grid * grid)


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute
