"""Each number of the discipline report, within the right to see it, with what stands behind."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import insert

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.core.kinds import ActivityKind
from app.db.engine import Database
from app.models import DayOff, Rule, Setting
from app.services.container import Services, open_services
from app.services.recordings import SOURCE
from app.services.records.activities import ActivityDraft, ClientRef
from app.services.records.lists import Condition, Filter, Sort
from app.services.reports import Period
from app.services.reports.records import Pair
from app.services.workplace import Workplace
from tests.services.lists.making import add_contacts, add_deals, add_leads, line, plan
from tests.support.employees import past_policies
from tests.support.office import ADMIN, EXECUTOR, MANAGER, NOW, SUPERVISOR, make_office, sit_down

TODAY = date(2025, 11, 18)
MONTH = Period(date(2025, 11, 1), TODAY)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
async def manager(database: Database, clock: FixedClock) -> Services:
    await make_office(database, clock)
    return open_services(await sit_down(database, clock, MANAGER))


@pytest.fixture
def workplace(manager: Services, database: Database) -> Workplace:
    """The manager's, with the office's own hand: it prepares what the tests begin with."""
    return replace(manager.workplace, database=database)


async def seen_by(workplace: Workplace, login: str) -> Services:
    return open_services(await sit_down(workplace.database, workplace.clock, login))


async def test_clients_are_counted_as_they_stand_each_list_finds_the_same(
    manager: Services, workplace: Workplace
) -> None:
    day = timedelta(days=1)
    overdue, _idle, late, fine, _closed = await add_leads(
        workplace, *({"last_contact_at": NOW - day} for _ in range(4)), {"stage": "refused"}
    )
    (person,) = await add_contacts(workplace, {})
    spoken, silent = await add_deals(
        workplace,
        {"contact_id": person, "lead_id": fine, "last_contact_at": NOW - 20 * day},
        {"contact_id": person, "last_contact_at": NOW - 20 * day},
    )
    for starts_at, owner in (
        (NOW - day, {"lead_id": overdue}), (NOW + 9 * day, {"lead_id": late}), (NOW + day, {"lead_id": fine}),
        (NOW + 2 * day, {"deal_id": spoken}), (NOW + 2 * day, {"deal_id": silent}),
    ):  # fmt: skip
        await plan(workplace, starts_at, **owner)
    (mine,) = (await manager.discipline.report(MONTH)).people
    assert (mine.open, mine.overdue, mine.without) == (Pair(4, 2), Pair(1, 0), Pair(1, 0))
    assert (mine.too_late, mine.broken) == (Pair(1, 1), Pair(3, 1))
    assert mine.kept == pytest.approx(1 / 3)
    assert mine.unprocessed is None
    chosen = Filter(conditions=(Condition("too_late", "equals", (True,)),))
    assert list(await manager.lists.ids("lead", chosen, Sort("created"))) == [late]
    assert list(await manager.lists.ids("deal", chosen, Sort("created"))) == [silent]


async def test_the_allowed_day_follows_the_calendar_and_the_stage_s_number(workplace: Workplace) -> None:
    made = await add_leads(
        workplace, *({"last_contact_at": NOW - timedelta(days=days)} for days in range(12)),
        *({"last_contact_at": NOW - timedelta(days=days), "stage": "thinking"} for days in range(12)),
    )  # fmt: skip
    async with past_policies(workplace.database).write(workplace.order("test.calendar")) as unit:
        await unit.session.execute(insert(DayOff).values(day=date(2025, 11, 19), working=False, own=True))
        numbers = {"working_days": 2}
        await unit.session.execute(
            insert(Rule).values(
                code="contact_interval", section="lead", stage_code="thinking", mode="", numbers=numbers
            )
        )
    fresh = await seen_by(workplace, MANAGER)
    expected = []
    for number, lead in enumerate(made):
        starts_at = NOW + timedelta(days=3)
        await plan(workplace, starts_at, lead_id=lead)
        contact = TODAY - timedelta(days=number % 12)
        latest = fresh.workplace.calendar.latest_start(contact, TODAY, 5 if number < 12 else 2)
        if starts_at.date() > latest:
            expected.append(lead)
    assert expected
    chosen = Filter(conditions=(Condition("too_late", "equals", (True,)),))
    assert sorted(await fresh.lists.ids("lead", chosen, Sort("created"))) == expected


async def test_calls_without_words_and_meetings_without_a_visit(workplace: Workplace) -> None:
    async with past_policies(workplace.database).write(workplace.order("test.rule")) as unit:
        await unit.session.execute(insert(Rule).values(code="completion_comment", section="lead", mode="off"))
    manager = await seen_by(workplace, MANAGER)
    first, second = await add_leads(workplace, {"last_name": "Рябова"}, {})
    ref = ClientRef("lead", first)
    await manager.activities.log_held(ref, ActivityKind.CALL, "talked", "", 5)
    await manager.activities.log_held(ref, ActivityKind.CALL, "talked", "Перезвонит", 5)
    await manager.activities.log_held(ref, ActivityKind.CALL, "no_answer", "", 0)
    await manager.activities.log_held(ref, ActivityKind.MEETING, "held", "Обсудили", 60)
    await manager.activities.log_held(ClientRef("lead", second), ActivityKind.MEETING, "held", "Обсудили", 60)
    await line(workplace, "", lead_id=second, kind="visit", at=NOW - timedelta(hours=1))
    (mine,) = (await manager.discipline.report(MONTH)).people
    assert (mine.calls, mine.calls_silent, mine.meetings, mine.meetings_unrecorded) == (3, 1, 2, 1)
    (call,) = await manager.discipline.behind("calls_silent", MONTH)
    assert (call.client, call.name) == (ref, "Рябова")
    (meeting,) = await manager.discipline.behind("meetings_unrecorded", MONTH)
    assert meeting.client == ref
    before = Period(date(2025, 10, 1), date(2025, 10, 31))
    assert await manager.discipline.behind("calls_silent", before) == ()


async def test_time_to_the_first_contact_and_deals_without_a_conversation(workplace: Workplace) -> None:
    spoken, _silent = await add_leads(workplace, *({"created_at": NOW - timedelta(hours=3)} for _ in range(2)))
    await line(workplace, "", lead_id=spoken, kind="call", at=NOW - timedelta(hours=1))
    (person,) = await add_contacts(workplace, {})
    recorded, _plain = await add_deals(workplace, *({"contact_id": person} for _ in range(2)))
    await line(workplace, "", deal_id=recorded, kind="call", params={"recording": 1})
    async with past_policies(workplace.database).write(workplace.order("test.source")) as unit:
        await unit.session.execute(insert(Setting).values(key=SOURCE, value="pbx"))
    manager = await seen_by(workplace, MANAGER)
    (mine,) = (await manager.discipline.report(Period(TODAY, TODAY))).people
    assert (mine.new_leads, mine.contacted, mine.first_contact) == (2, 1, timedelta(hours=2))
    assert mine.unprocessed == 1
    assert len(await manager.discipline.behind("first_contact", Period(TODAY, TODAY))) == 2


async def test_the_right_says_whose_numbers_are_seen(manager: Services, workplace: Workplace) -> None:
    head, admin, executor = [await seen_by(workplace, login) for login in (SUPERVISOR, ADMIN, EXECUTOR)]
    assert [len(one.discipline.people()) for one in (manager, head, admin)] == [1, 2, 4]
    stranger = executor.workplace.actor.employee_id
    with pytest.raises(UserError, match="not_allowed"):
        await head.discipline.report(MONTH, (stranger,))
    with pytest.raises(UserError, match="period_unsuitable"):
        await head.discipline.report(Period(TODAY, TODAY - timedelta(days=1)))
    report = await admin.discipline.report(MONTH, (stranger,))
    assert [one.employee_id for one in report.people] == [stranger]


@pytest.mark.own_clock
async def test_late_at_the_day_s_end_and_rules_overridden(workplace: Workplace) -> None:
    head = await seen_by(workplace, SUPERVISOR)
    hand = replace(head.workplace, database=workplace.database)
    (lead,) = await add_leads(hand, {"last_contact_at": NOW})
    await plan(hand, NOW - timedelta(days=1), lead_id=lead, created_at=NOW - timedelta(days=3))
    (other,) = await add_leads(hand, {"last_contact_at": NOW, "last_name": "Котова"})
    far = ActivityDraft(
        ActivityKind.CALL, "Решение суда", NOW + timedelta(days=30), 15, ClientRef("lead", other),
        override_reason="ждём решение суда",
    )  # fmt: skip
    await head.activities.plan(far)
    report = await head.discipline.report(Period(date(2025, 11, 14), TODAY))
    assert report.late_days == ((date(2025, 11, 14), 0), (date(2025, 11, 17), 1), (TODAY, 1))
    (told,) = report.overrides
    assert (told.rules, told.reason, told.client_name) == (("contact_interval",), "ждём решение суда", "Котова")
