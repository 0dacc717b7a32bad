"""Relative dates of filters: "this week" and the like as days of the office's calendar."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

Days = tuple[date | None, date | None]
"""First day, and the day after the last one; None where an end is open."""

LONGEST: Final = 36_525
"""Days: a hundred years; more is a slip of the finger and leaves the calendar."""


def period_days(code: str, today: date, count: int = 0) -> Days | None:
    """The days of a period, or None for a code that is unknown.

    The last and next N days include today; "older_than" ends before the day N days ago, "later_than" begins after
    the day in N days.
    """
    if code in _COUNTED:
        return _COUNTED[code](today, max(0, min(count, LONGEST)))
    if code in _FIXED:
        return _FIXED[code](today)
    return None


def counts_days(code: str) -> bool:
    """Whether a period needs a number of days."""
    return code in _COUNTED


def _days(day: date, count: int) -> date:
    shifted = day.toordinal() + count
    return date.fromordinal(max(1, min(shifted, date.max.toordinal())))


def _one_day(offset: int) -> Callable[[date], Days]:
    return lambda today: (today + timedelta(days=offset), today + timedelta(days=offset + 1))


def _week(offset: int) -> Callable[[date], Days]:
    def days(today: date) -> Days:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=offset)
        return monday, monday + timedelta(weeks=1)

    return days


def _months(length: int, offset: int) -> Callable[[date], Days]:
    """Spans of 1, 3 or 12 months that begin with the year."""

    def days(today: date) -> Days:
        first = (today.year * 12 + today.month - 1) // length * length + offset * length
        return _month_start(first), _month_start(first + length)

    return days


def _month_start(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


_FIXED: Final[dict[str, Callable[[date], Days]]] = {
    "today": _one_day(0),
    "yesterday": _one_day(-1),
    "tomorrow": _one_day(1),
    "this_week": _week(0),
    "last_week": _week(-1),
    "next_week": _week(1),
    "this_month": _months(1, 0),
    "last_month": _months(1, -1),
    "next_month": _months(1, 1),
    "this_quarter": _months(3, 0),
    "last_quarter": _months(3, -1),
    "this_year": _months(12, 0),
    "last_year": _months(12, -1),
}
_COUNTED: Final[dict[str, Callable[[date, int], Days]]] = {
    "last_days": lambda today, count: (_days(today, 1 - count), _days(today, 1)),
    "next_days": lambda today, count: (today, _days(today, count)),
    "older_than": lambda today, count: (None, _days(today, -count)),
    "later_than": lambda today, count: (_days(today, count + 1), None),
}
PERIODS: Final = (*_FIXED, *_COUNTED)
"""Codes of all periods, in the order in which a filter offers them."""
