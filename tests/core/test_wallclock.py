"""Moments and the clock on the wall, over every change of the clocks."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from app.core.clock import day_bounds
from app.core.wallclock import clock_minutes, moment_at, shifted

ZONES = st.sampled_from(
    [ZoneInfo(name) for name in ("Europe/Moscow", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC")]
)
DAYS = st.dates(date(2024, 1, 2), date(2027, 12, 30))
BERLIN = ZoneInfo("Europe/Berlin")


@given(DAYS, st.integers(0, 1439), ZONES)
def test_a_time_of_a_day_lies_within_that_day(day: date, minutes: int, zone: ZoneInfo) -> None:
    begins, ends = day_bounds(day, zone)
    assert begins <= moment_at(day, minutes, zone) < ends


@given(st.integers(0, 4 * 365 * 1440), ZONES)
def test_a_moment_comes_back_unless_its_time_comes_twice(minutes: int, zone: ZoneInfo) -> None:
    moment = datetime(2024, 1, 2, tzinfo=UTC) + timedelta(minutes=minutes)
    local = moment.astimezone(zone)
    again = moment_at(local.date(), clock_minutes(moment, zone), zone)
    assert again == moment or (local.fold == 1 and timedelta() < moment - again <= timedelta(hours=1))


def test_the_hour_left_out_comes_an_hour_later() -> None:
    assert moment_at(date(2026, 3, 29), 2 * 60 + 30, BERLIN).astimezone(BERLIN).hour == 3


def test_a_step_of_a_day_keeps_the_time_over_a_change_of_the_clocks() -> None:
    saturday = datetime(2026, 3, 28, 15, 0, tzinfo=BERLIN)
    sunday = shifted(saturday, 1, 0, BERLIN)
    assert (sunday - saturday, clock_minutes(sunday, BERLIN)) == (timedelta(hours=23), 15 * 60)
