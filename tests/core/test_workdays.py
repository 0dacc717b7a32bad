from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.workdays import WorkCalendar

PLAIN = WorkCalendar()
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
CALENDARS = st.builds(
    WorkCalendar,
    days_off=st.frozensets(DAYS, max_size=30),
    working=st.frozensets(DAYS, max_size=10),
    week=st.frozensets(st.integers(0, 6), min_size=1),
)


def test_moved_days_turn_a_saturday_into_work_and_a_monday_into_rest() -> None:
    calendar = WorkCalendar(days_off=frozenset({date(2026, 1, 5)}), working=frozenset({date(2026, 1, 10)}))
    assert not calendar.is_working(date(2026, 1, 5))
    assert calendar.is_working(date(2026, 1, 10))
    assert not calendar.is_working(date(2026, 1, 11))


def test_five_working_days_after_a_contact_on_tuesday_end_on_tuesday() -> None:
    assert PLAIN.latest_start(date(2025, 11, 18), date(2025, 11, 18)) == date(2025, 11, 25)


def test_where_the_limit_is_past_the_next_working_day_is_the_latest() -> None:
    assert PLAIN.latest_start(date(2025, 11, 3), date(2025, 11, 14)) == date(2025, 11, 17)
    assert PLAIN.latest_start(date(2025, 11, 3), date(2025, 11, 10)) == date(2025, 11, 10)


def test_the_limit_can_be_changed() -> None:
    assert PLAIN.latest_start(date(2025, 11, 18), date(2025, 11, 18), limit=1) == date(2025, 11, 19)


@given(CALENDARS, DAYS, DAYS, st.integers(0, 20))
def test_latest_start_is_never_past_and_never_later_than_the_rule_allows(
    calendar: WorkCalendar, contact: date, today: date, limit: int
) -> None:
    latest = calendar.latest_start(contact, today, limit)
    assert latest >= today
    assert calendar.working_days_between(contact, latest) <= limit or latest == calendar.next_working_day(today)


@given(CALENDARS, DAYS, st.integers(-40, 40))
def test_adding_and_counting_working_days_agree(calendar: WorkCalendar, day: date, count: int) -> None:
    reached = calendar.add_working_days(day, count)
    if count > 0:
        assert calendar.working_days_between(day, reached) == count
    if count:
        assert calendar.is_working(reached)
        assert (reached > day) is (count > 0)
    else:
        assert reached == day


@given(CALENDARS, DAYS)
def test_next_working_day_skips_only_days_off(calendar: WorkCalendar, day: date) -> None:
    reached = calendar.next_working_day(day)
    between = [day + timedelta(days=n) for n in range(1, (reached - day).days)]
    assert calendar.is_working(reached)
    assert not any(map(calendar.is_working, between))


def test_counting_backwards_is_negative() -> None:
    assert PLAIN.working_days_between(date(2025, 11, 25), date(2025, 11, 18)) == -5


@pytest.mark.parametrize("week", [frozenset[int](), frozenset({7})])
def test_a_week_without_weekdays_is_refused(week: frozenset[int]) -> None:
    with pytest.raises(ValueError, match="working week"):
        WorkCalendar(week=week)


def test_a_calendar_of_days_off_only_ends_the_search() -> None:
    start = date(2026, 1, 1)
    endless = WorkCalendar(days_off=frozenset(start + timedelta(days=n) for n in range(-800, 800)))
    with pytest.raises(ValueError, match="no working day"):
        endless.next_working_day(start)
