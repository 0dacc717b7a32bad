"""The calendar's spans of days: who stands where, within which rights, and moving it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.core.kinds import ActivityKind
from app.db.engine import Database
from app.models import Activity
from app.services.calendar import Calendar, reading
from app.services.container import open_services
from app.services.records.activities import ActivityDraft
from app.services.records.calendar import CalendarItem, CalendarPage, CalendarQuestion
from app.services.records.lists import Filter
from app.services.rules import Mode, RuleCode
from app.services.workplace import Workplace
from tests.services.activities.making import moscow, set_rule
from tests.services.lists.making import add, add_leads, plan
from tests.support.office import ADMIN, EXECUTOR, MANAGER, NOW, make_office, sit_down

WEEK = (date(2025, 11, 17), date(2025, 11, 23))
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
async def workplace(database: Database) -> Workplace:
    return await make_office(database, login=MANAGER)


@pytest.fixture
def calendar(workplace: Workplace) -> Calendar:
    return open_services(workplace).calendar


def _shown(page: CalendarPage) -> list[tuple[int, list[int]]]:
    return [(day.day.day, [item.id for item in day.items]) for day in page.days if day.count]


async def _item(calendar: Calendar, question: CalendarQuestion, record_id: int) -> CalendarItem:
    page = await calendar.page(question)
    return next(item for day in page.days for item in day.items if item.id == record_id)


async def test_a_week_shows_each_activity_on_its_day(workplace: Workplace, calendar: Calendar) -> None:
    late = await plan(workplace, moscow(18, 23, 45))
    early = await plan(workplace, moscow(19, 0))
    done = await plan(workplace, moscow(17, 9), state="done", completed_at=NOW)
    await plan(workplace, moscow(18, 10), state="cancelled")
    await plan(workplace, moscow(24, 0))
    page = await calendar.page(CalendarQuestion("activity", *WEEK))
    assert _shown(page) == [(17, [done]), (18, [late]), (19, [early])]
    assert [day.working for day in page.days] == [True] * 5 + [False] * 2
    assert page.tallies == {"call": 3}


async def test_hidden_kinds_are_tallied_but_not_shown(workplace: Workplace, calendar: Calendar) -> None:
    await plan(workplace, moscow(19, 12))
    meeting = await plan(workplace, moscow(19, 15), kind="meeting")
    page = await calendar.page(CalendarQuestion("activity", *WEEK, hidden=frozenset({"call"})))
    assert (_shown(page), page.tallies) == ([(19, [meeting])], {"call": 1, "meeting": 1})


async def test_what_began_before_goes_on_into_the_span(workplace: Workplace, calendar: Calendar) -> None:
    long = await plan(workplace, moscow(14, 9), kind="other", minutes=4 * 24 * 60)
    await plan(workplace, moscow(16, 23), kind="other", minutes=60)
    night = await plan(workplace, moscow(16, 23, 30), kind="other", minutes=90)
    page = await calendar.page(CalendarQuestion("activity", *WEEK))
    assert ({item.id for item in page.running}, _shown(page)) == ({long, night}, [])


async def test_colleagues_are_shown_as_far_as_rights_reach(workplace: Workplace, calendar: Calendar) -> None:
    chief = await sit_down(workplace.database, workplace.clock, ADMIN)
    mine, theirs = await plan(workplace, moscow(19, 12)), await plan(chief, moscow(19, 10))
    both = (workplace.actor.employee_id, chief.actor.employee_id)
    page = await open_services(chief).calendar.page(CalendarQuestion("activity", *WEEK, people=both))
    assert _shown(page) == [(19, [theirs, mine])]
    with pytest.raises(UserError, match="not_allowed"):
        await calendar.page(CalendarQuestion("activity", *WEEK, people=both))
    assert [one.id for one in calendar.people()] == [workplace.actor.employee_id]


@pytest.mark.parametrize(("edge", "read_whole"), [(date(2026, 3, 29), 2_000), (date(2025, 10, 26), 5)])
async def test_days_of_23_and_25_hours_hold_what_their_clock_shows(
    workplace: Workplace, calendar: Calendar, edge: date, read_whole: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_WHOLE", read_whole)
    workplace.zone = BERLIN
    begins = datetime(edge.year, edge.month, edge.day, tzinfo=UTC) - timedelta(days=1)
    moments = [begins + timedelta(minutes=30 * number) for number in range(150)]
    row = {"kind": "call", "subject": "x", "minutes": 15, "state": "planned", "created_at": NOW,
           "responsible_id": workplace.actor.employee_id}  # fmt: skip
    await add(workplace, Activity, *({**row, "starts_at": moment} for moment in moments))
    page = await calendar.page(CalendarQuestion("activity", edge - timedelta(days=2), edge + timedelta(days=2)))
    for day in page.days:
        here = [moment for moment in moments if moment.astimezone(BERLIN).date() == day.day]
        assert ([item.starts_at for item in day.items], day.count) == (here, len(here))


async def test_leads_stand_by_next_activity_meeting_and_custom_day(workplace: Workplace, calendar: Calendar) -> None:
    first, second, _ = await add_leads(
        workplace,
        {"last_name": "Гаврилова", "n05": (date(2025, 11, 20) - date(1970, 1, 1)).days},
        {"last_name": "Жданов", "meeting_at": moscow(21, 10)},
        {"last_name": "Отказ", "stage": "refused", "meeting_at": moscow(21, 11)},
    )
    call = await plan(workplace, moscow(19, 15), lead_id=first)
    mine = Filter(preset="my_open")
    page = await calendar.page(CalendarQuestion("lead", *WEEK, by="next_activity", chosen=mine))
    item = page.days[2].items[0]
    assert (item.id, item.client_name, item.activity_id, item.movable) == (first, "Гаврилова", call, True)
    by_meeting = await calendar.page(CalendarQuestion("lead", *WEEK, by="meeting_at", chosen=mine))
    assert (_shown(by_meeting), by_meeting.days[4].items[0].movable) == ([(21, [second])], False)
    by_day = await calendar.page(CalendarQuestion("lead", *WEEK, by="overdue_since", chosen=mine))
    assert (_shown(by_day), by_day.days[3].items[0].starts_at) == ([(20, [first])], None)
    with pytest.raises(UserError, match="field_unknown"):
        await calendar.page(CalendarQuestion("lead", *WEEK, by="stage"))


async def test_leads_in_progress_without_an_activity_wait_the_newest_first(
    workplace: Workplace, calendar: Calendar
) -> None:
    first, second, third, _closed = await add_leads(
        workplace,
        {"last_name": "Гаврилова", "created_at": moscow(10, 9)},
        {"last_name": "Жданов", "created_at": moscow(12, 9)},
        {"last_name": "Остапенко", "created_at": moscow(11, 9)},
        {"last_name": "Отказ", "stage": "refused"},
    )
    await plan(workplace, moscow(19, 15), lead_id=first)
    question = CalendarQuestion("lead", *WEEK, by="next_activity", chosen=Filter(preset="my_open"))
    waiting = await calendar.waiting(question, 1)
    assert (waiting.count, [item.id for item in waiting.items]) == (2, [second])
    assert (waiting.items[0].client_name, waiting.items[0].starts_at) == ("Жданов", None)
    hidden = frozenset({waiting.items[0].stage_id or 0})
    assert (await calendar.waiting(replace(question, hidden=hidden), 5)).count == 0
    assert [item.id for item in (await calendar.waiting(question, 5)).items] == [second, third]


@pytest.mark.parametrize("read_whole", [2_000, 5])
async def test_many_of_a_day_are_counted_and_a_page_read(
    workplace: Workplace, calendar: Calendar, read_whole: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_WHOLE", read_whole)
    for minute in range(12):
        await plan(workplace, moscow(19, 12, minute))
    page = await calendar.page(CalendarQuestion("activity", date(2025, 10, 27), date(2025, 12, 7), limit=4))
    assert [(day.count, len(day.items)) for day in page.days if day.count] == [(12, 4)]
    assert page.tallies == {"call": 12}


async def test_a_move_changes_time_and_length_by_the_rules(workplace: Workplace, calendar: Calendar) -> None:
    call = await plan(workplace, moscow(19, 15))
    week = CalendarQuestion("activity", *WEEK)
    await calendar.move(await _item(calendar, week, call), moscow(20, 9), minutes=10)
    moved = await _item(calendar, week, call)
    assert (moved.starts_at, moved.minutes) == (moscow(20, 9), 10)
    with pytest.raises(UserError, match="too_long"):
        await calendar.move(moved, moscow(20, 9), minutes=30)
    with pytest.raises(UserError, match="past_time"):
        await calendar.move(moved, moscow(17, 9))


async def test_a_custom_day_is_moved_as_the_card_would(workplace: Workplace, calendar: Calendar) -> None:
    leads = open_services(workplace).leads
    (lead,) = await add_leads(workplace, {"last_name": "Гаврилова"})
    await leads.edit(lead, 1, {"overdue_since": date(2025, 11, 20)})
    question = CalendarQuestion("lead", *WEEK, by="overdue_since")
    await calendar.move(await _item(calendar, question, lead), None, day=date(2025, 11, 22))
    assert (await _item(calendar, question, lead)).day == date(2025, 11, 22)


async def test_an_employees_meetings_never_meet(workplace: Workplace, calendar: Calendar) -> None:
    await plan(workplace, moscow(19, 15), kind="meeting", minutes=60)
    other = await plan(workplace, moscow(20, 15), kind="meeting", minutes=60)
    item = await _item(calendar, CalendarQuestion("activity", *WEEK), other)
    with pytest.raises(UserError, match="double_booked"):
        await calendar.move(item, moscow(19, 15, 30))
    assert await calendar.move(item, moscow(19, 16)) == ()
    await set_rule(workplace, RuleCode.MEETING_OVERLAP, Mode.WARN)
    item = await _item(calendar, CalendarQuestion("activity", *WEEK), other)
    assert [one.code for one in await calendar.move(item, moscow(19, 15, 30))] == ["double_booked"]


async def test_a_room_taken_by_a_colleague_is_said_and_no_free_slot(workplace: Workplace, calendar: Calendar) -> None:
    chief = await sit_down(workplace.database, workplace.clock, ADMIN)
    room = next(iter(workplace.registry.all.places))
    await plan(chief, moscow(19, 15), kind="meeting", minutes=60, place_id=room)
    mine = await plan(workplace, moscow(19, 12), kind="meeting", minutes=60, place_id=room)
    slots = await calendar.free_slots(date(2025, 11, 19), 1, 60, place_id=room)
    starts = {f"{one.starts_at.astimezone(workplace.zone):%H:%M}" for one in slots}
    assert starts.isdisjoint({"11:30", "12:00", "12:30", "14:30", "15:00", "15:30"})
    assert {"09:00", "11:00", "13:00", "14:00", "16:00", "18:00"} <= starts
    item = await _item(calendar, CalendarQuestion("activity", *WEEK), mine)
    (finding,) = await calendar.move(item, moscow(19, 15))
    assert (finding.code, finding.params["employee"]) == ("room_taken", "Дымов А.")


async def test_a_room_taken_by_whom_one_may_not_read_is_said_without_words(
    workplace: Workplace, calendar: Calendar
) -> None:
    other = await sit_down(workplace.database, workplace.clock, EXECUTOR)
    room = next(iter(workplace.registry.all.places))
    (lead,) = await add_leads(other, {"last_name": "Тихонов"})
    await plan(other, moscow(19, 15), kind="meeting", minutes=60, place_id=room, lead_id=lead, subject="Тайное")
    services = open_services(workplace)
    draft = ActivityDraft(ActivityKind.MEETING, "Консультация", moscow(19, 15, 30), 30, None, place_id=room)
    (finding,) = await services.activities.findings(draft)
    assert (finding.code, finding.params["at"]) == ("room_taken", "15:00")
    (booked,) = await calendar.bookings(date(2025, 11, 19), date(2025, 11, 19), places=(room,))
    assert (booked.starts_at, booked.minutes, booked.responsible_id) == (moscow(19, 15), 60, other.actor.employee_id)
    (whose,) = await services.activities.findings(replace(draft, place_id=None, responsible_id=other.actor.employee_id))
    assert whose.code == "double_booked"


async def test_free_slots_leave_out_the_past_and_days_off(workplace: Workplace, calendar: Calendar) -> None:
    assert isinstance(workplace.clock, FixedClock)
    workplace.clock.move_to(moscow(21, 17, 10))
    slots = await calendar.free_slots(date(2025, 11, 21), 3, 60)
    assert [one.starts_at for one in slots] == [moscow(21, 17, 30), moscow(21, 18)]


async def test_a_meeting_is_found_at_its_lead(workplace: Workplace, calendar: Calendar) -> None:
    (lead,) = await add_leads(workplace, {"last_name": "Жданов", "meeting_at": moscow(21, 10)})
    meeting = await plan(workplace, moscow(21, 10), kind="meeting", minutes=60, lead_id=lead)
    item = await _item(calendar, CalendarQuestion("lead", *WEEK, by="meeting_at"), lead)
    assert (item.kind, item.activity_id, item.movable) == (ActivityKind.MEETING, meeting, True)
