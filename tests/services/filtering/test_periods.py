"""Relative dates as days of the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.filtering.periods import PERIODS, counts_days, period_days

TUESDAY = date(2025, 11, 18)


@pytest.mark.parametrize(
    ("code", "count", "first", "last"),
    [
        ("today", 0, "2025-11-18", "2025-11-18"),
        ("yesterday", 0, "2025-11-17", "2025-11-17"),
        ("tomorrow", 0, "2025-11-19", "2025-11-19"),
        ("this_week", 0, "2025-11-17", "2025-11-23"),
        ("last_week", 0, "2025-11-10", "2025-11-16"),
        ("next_week", 0, "2025-11-24", "2025-11-30"),
        ("this_month", 0, "2025-11-01", "2025-11-30"),
        ("last_month", 0, "2025-10-01", "2025-10-31"),
        ("next_month", 0, "2025-12-01", "2025-12-31"),
        ("this_quarter", 0, "2025-10-01", "2025-12-31"),
        ("last_quarter", 0, "2025-07-01", "2025-09-30"),
        ("this_year", 0, "2025-01-01", "2025-12-31"),
        ("last_year", 0, "2024-01-01", "2024-12-31"),
        ("last_days", 7, "2025-11-12", "2025-11-18"),
        ("next_days", 3, "2025-11-18", "2025-11-20"),
    ],
)
def test_a_period_is_whole_days(code: str, count: int, first: str, last: str) -> None:
    found = period_days(code, TUESDAY, count)
    assert found == (date.fromisoformat(first), date.fromisoformat(last) + timedelta(days=1))


def test_older_and_later_leave_one_end_open() -> None:
    assert period_days("older_than", TUESDAY, 5) == (None, date(2025, 11, 13))
    assert period_days("later_than", TUESDAY, 5) == (date(2025, 11, 24), None)
    assert period_days("last_moon", TUESDAY) is None


@given(st.sampled_from(PERIODS), st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(-(10**12), 10**12))
def test_no_period_leaves_the_calendar(code: str, today: date, count: int) -> None:
    found = period_days(code, today, count)
    assert found is not None
    first, after = found
    assert first is None or after is None or first <= after
    assert counts_days(code) or first is not None
