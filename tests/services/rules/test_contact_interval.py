"""The five working days after the last contact, over any working calendar."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.core.workdays import WorkCalendar
from app.services.rules import Finding, Mode, Place, RuleCode
from tests.services.rules.making import book, planning, rule

DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
CALENDARS = st.builds(
    WorkCalendar,
    days_off=st.frozensets(DAYS, max_size=40),
    working=st.frozensets(DAYS, max_size=10),
    week=st.frozensets(st.integers(0, 6), min_size=1),
)
LIMITS = st.integers(0, 15)
AHEAD = st.integers(0, 60).map(lambda days: timedelta(days=days))
BEHIND = st.integers(0, 60).map(lambda days: timedelta(days=days))


def late(
    calendar: WorkCalendar, today: date, contact: date, start: date, limit: int, other: date | None
) -> list[Finding]:
    facts = planning(calendar=calendar, today=today, last_contact=contact, starts_on=start, earliest_other=other)
    asked = book(rule(RuleCode.CONTACT_INTERVAL, Mode.BLOCK, working_days=limit))
    return list(asked.planning(facts, Place("lead", "new"), [RuleCode.CONTACT_INTERVAL]))


@given(CALENDARS, DAYS, BEHIND, AHEAD, LIMITS)
def test_a_start_is_refused_just_where_more_working_days_passed_than_allowed(
    calendar: WorkCalendar, today: date, ago: timedelta, ahead: timedelta, limit: int
) -> None:
    contact, start = today - ago, today + ahead
    refused = bool(late(calendar, today, contact, start, limit, None))
    within = calendar.working_days_between(contact, start) <= limit
    # A day off right after the last allowed working day is past the limit although no working day has passed.
    last_allowed = calendar.add_working_days(contact, limit)
    by_next_working_day = last_allowed < today and start <= calendar.next_working_day(today)
    assert refused is not (start <= last_allowed or by_next_working_day)
    assert within or refused or by_next_working_day


@given(CALENDARS, DAYS, BEHIND, LIMITS)
def test_the_latest_day_that_is_told_is_taken_and_the_day_after_it_is_not(
    calendar: WorkCalendar, today: date, ago: timedelta, limit: int
) -> None:
    far = today + timedelta(days=3000)
    (finding,) = late(WorkCalendar(week=calendar.week), today, today - ago, far, limit, None)
    latest = finding.params["latest"]
    assert isinstance(latest, date)
    assert latest >= today
    assert not late(WorkCalendar(week=calendar.week), today, today - ago, latest, limit, None)
    assert late(WorkCalendar(week=calendar.week), today, today - ago, latest + timedelta(days=1), limit, None)


@given(CALENDARS, DAYS, BEHIND, AHEAD, AHEAD, LIMITS)
def test_the_earliest_of_all_open_activities_decides(
    calendar: WorkCalendar, today: date, ago: timedelta, ahead: timedelta, other: timedelta, limit: int
) -> None:
    contact = today - ago
    with_other = bool(late(calendar, today, contact, today + ahead, limit, today + other))
    alone = bool(late(calendar, today, contact, today + min(ahead, other), limit, None))
    assert with_other is alone
