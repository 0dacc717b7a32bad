"""First calls are dealt out evenly."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from app.core.workdays import WorkCalendar
from app.services.importing.first_calls.spreading import Appointment, Caller, Dealer, Hours, quotas, working_days

MOSCOW = ZoneInfo("Europe/Moscow")
HOURS = Hours(time(9), time(19))
MONDAY = date(2025, 11, 24)
CALENDAR = WorkCalendar(days_off=frozenset({date(2025, 11, 26)}), working=frozenset({date(2025, 11, 29)}))

waiting = st.dictionaries(st.integers(1, 6), st.integers(1, 60), min_size=1, max_size=6)
shares = st.dictionaries(st.integers(1, 5), st.integers(1, 9), min_size=1, max_size=5)


def dealt(leads: dict[int, int], callers: list[Caller], hours: Hours = HOURS) -> list[Appointment]:
    """The calls of all leads, and that there is none left over."""
    dealer = Dealer(leads, callers, hours, MOSCOW)
    found = [dealer.deal(who) for who, count in leads.items() for _ in range(count)]
    assert all(dealer.deal(who) is None for who in leads)
    return [one for one in found if one is not None]


def day_of(one: Appointment) -> date:
    return one.starts_at.astimezone(MOSCOW).date()


@given(waiting, st.sets(st.integers(1, 5), min_size=1), st.integers(1, 12))
def test_equal_people_differ_by_one_call_at_most_on_any_working_day(
    leads: dict[int, int], people: set[int], days: int
) -> None:
    span = working_days(CALENDAR, MONDAY, days)
    found = dealt(leads, [Caller(who, 1, span) for who in sorted(people)])
    assert len(found) == sum(leads.values())
    loads = Counter((one.employee_id, day_of(one)) for one in found)
    cells = [loads[who, day] for who in people for day in span]
    assert sum(cells) == len(found)
    assert max(cells) - min(cells) <= 1
    assert all(CALENDAR.is_working(day) for _, day in loads)
    by_day = Counter(day_of(one) for one in found)
    assert max(by_day[day] for day in span) - min(by_day[day] for day in span) <= 1


@given(waiting, shares, st.data())
def test_every_lead_has_one_call_by_share_and_only_while_its_caller_is_there(
    leads: dict[int, int], wanted: dict[int, int], data: st.DataObject
) -> None:
    span = working_days(CALENDAR, MONDAY, 8)
    present = {who: tuple(sorted(data.draw(st.sets(st.sampled_from(span), min_size=1)))) for who in wanted}
    found = dealt(leads, [Caller(who, share, present[who]) for who, share in wanted.items()])
    assert Counter(one.employee_id for one in found) == Counter(quotas(sum(leads.values()), wanted))
    loads = Counter((one.employee_id, day_of(one)) for one in found)
    for who, days in present.items():
        each = [loads[who, day] for day in days]
        assert max(each) - min(each) <= 1
    assert all(day in present[who] for who, day in loads)


@given(st.integers(0, 5_000), shares)
def test_quotas_add_up_and_lie_within_one_of_the_exact_share(total: int, wanted: dict[int, int]) -> None:
    found = quotas(total, wanted)
    assert sum(found.values()) == total
    whole = sum(wanted.values())
    assert all(abs(found[who] * whole - total * share) < whole for who, share in wanted.items())


@given(st.integers(1, 900), st.integers(6, 12), st.integers(1, 10))
def test_calls_of_a_day_lie_evenly_within_the_hours(count: int, opening: int, length: int) -> None:
    hours = Hours(time(opening), time(opening + length))
    found = dealt({1: count}, [Caller(1, 1, (MONDAY,))], hours)
    moments = [one.starts_at for one in found]
    assert moments == sorted(moments)
    start = datetime.combine(MONDAY, hours.start, tzinfo=MOSCOW)
    assert all(start <= moment < start + timedelta(hours=length) for moment in moments)

    gaps = [int((after - before).total_seconds()) // 60 for before, after in pairwise(moments)]
    assert max(gaps, default=0) - min(gaps, default=0) <= 5


def test_calls_stand_on_five_minutes_where_there_is_room() -> None:
    found = dealt({1: 7}, [Caller(1, 1, (MONDAY,))])
    assert [one.starts_at.astimezone(MOSCOW).strftime("%H:%M") for one in found] == [
        "09:00", "10:25", "11:50", "13:15", "14:40", "16:05", "17:30",
    ]  # fmt: skip
    assert found[0].starts_at == datetime(2025, 11, 24, 6, tzinfo=UTC)


def test_leads_stay_with_their_responsible_as_far_as_the_share_reaches() -> None:
    span = working_days(CALENDAR, MONDAY, 2)
    dealer = Dealer({1: 3, 2: 1, 9: 2}, [Caller(1, 1, span), Caller(2, 1, span)], HOURS, MOSCOW)
    taken = [(who, one.employee_id) for who in (1, 1, 1, 2, 9, 9) if (one := dealer.deal(who)) is not None]
    assert taken == [(1, 1), (1, 1), (1, 1), (2, 2), (9, 2), (9, 2)]


def test_days_off_are_passed_over_and_moved_days_are_worked() -> None:
    assert working_days(CALENDAR, date(2025, 11, 25), 5) == (
        date(2025, 11, 25), date(2025, 11, 27), date(2025, 11, 28), date(2025, 11, 29), date(2025, 12, 1),
    )  # fmt: skip
    assert working_days(CALENDAR, date(2025, 11, 26), 1) == (date(2025, 11, 27),)
