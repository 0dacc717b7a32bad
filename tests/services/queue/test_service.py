"""Who is next: the guide's order, the right time, whose clients, and whom a colleague is with."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, update

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.core.kinds import HistoryOp, Kind, TimelineKind
from app.db.engine import Database
from app.models import Activity, Employee, Lead, Payment, Stage, TimelineItem
from app.services.history import HistoryLines
from app.services.queue import WorkQueue
from app.services.workplace import Workplace
from tests.services.lists.making import add_contacts, add_deals, add_leads, line, plan
from tests.support.employees import past_policies
from tests.support.office import ADMIN, EXECUTOR, MANAGER, NOW, SUPERVISOR, sit_down

MIDNIGHT = datetime(2025, 11, 18, 21, tzinfo=UTC)
"""Of Moscow."""
RANKS = {"new": 1, "thinking": 2, "partial_payment": 2, "meeting_set": 3, "scheduling": 4, "no_answer": 5}
MINUTES = st.none() | st.integers(-3_000, 3_000)


async def all_offered(queue: WorkQueue, section: str = "lead") -> list[int]:
    """One client after another, none of them treated."""
    offered: list[int] = []
    while (item := await queue.next(section, offered)) is not None:
        offered.append(item.ref.id)
    return offered


async def absent(workplace: Workplace, who: Workplace, stand_in: Workplace | None, until: date | None = None) -> None:
    async with past_policies(workplace.database).write(workplace.order("test.absent")) as unit:
        await unit.session.execute(
            update(Employee)
            .where(Employee.id == who.actor.employee_id)
            .values(
                absent_from=date(2025, 11, 17), absent_until=until,
                stand_in_id=stand_in.actor.employee_id if stand_in else None,
            )
        )  # fmt: skip


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from([*RANKS, "refused"]), MINUTES, st.integers(1, 500)), max_size=9))
async def test_leads_come_by_stage_then_due_time_then_age(
    workplace: Workplace, made: list[tuple[str, int | None, int]]
) -> None:
    async with past_policies(workplace.database).write(workplace.order("test.clear")) as unit:
        await unit.session.execute(delete(Activity))
        await unit.session.execute(delete(Lead))
    expected = []
    for stage, minutes, age in made:
        (lead,) = await add_leads(workplace, {"stage": stage, "created_at": NOW - timedelta(hours=age)})
        if minutes is not None:
            await plan(workplace, NOW + timedelta(minutes=minutes), lead_id=lead)
        if stage in RANKS and (minutes is None or minutes <= 15):
            expected.append((RANKS[stage], minutes is None, minutes or 0, -age, lead))
    queue = WorkQueue(workplace)
    assert await all_offered(queue) == [lead for *_, lead in sorted(expected)]
    strip = await queue.strip("lead")
    assert [place.rank for place in strip.places] == [1, 2, 3, 4, 5]
    assert [place.waiting for place in strip.places] == [[one[0] for one in expected].count(n) for n in range(1, 6)]


async def test_who_is_planned_for_later_is_left_in_peace_until_then(workplace: Workplace, clock: FixedClock) -> None:
    (lead,) = await add_leads(workplace, {"last_name": "Рябова", "phone": "+79030001864"})
    activity = await plan(workplace, NOW + timedelta(hours=3), lead_id=lead)
    queue = WorkQueue(workplace)
    assert await queue.next("lead") is None
    strip = await queue.strip("lead")
    assert (strip.waiting, strip.later, strip.next_boundary) == (0, 1, NOW + timedelta(hours=3) - timedelta(minutes=15))
    clock.move_to(strip.next_boundary)
    item = await queue.next("lead")
    assert item is not None
    assert (item.ref.id, item.reason, item.name, item.phone) == (lead, "due", "Рябова", "+79030001864")
    assert item.activity is not None
    assert item.activity.id == activity
    assert (await queue.strip("lead")).next_boundary == NOW + timedelta(hours=3)
    clock.move_to(NOW + timedelta(hours=3))
    overdue = await queue.next("lead")
    assert overdue is not None
    assert overdue.reason == "overdue"
    assert (await queue.strip("lead")).next_boundary == MIDNIGHT


async def test_deals_come_as_they_press(workplace: Workplace) -> None:
    (person,) = await add_contacts(workplace, {"last_name": "А"})
    rest, idle, due, payment, hearing, overdue, spoken = await add_deals(
        workplace, *({"contact_id": person, "last_contact_at": NOW - timedelta(days=3)} for _ in range(6)),
        {"contact_id": person, "last_contact_at": NOW - timedelta(hours=1)},
    )  # fmt: skip
    tomorrow, far = NOW + timedelta(days=1), NOW + timedelta(days=9)
    for deal, starts_at, kind in (
        (rest, far, "call"), (due, NOW + timedelta(minutes=10), "call"), (payment, far, "call"),
        (hearing, tomorrow, "meeting"), (overdue, NOW - timedelta(hours=1), "call"), (spoken, far, "call"),
    ):  # fmt: skip
        await plan(workplace, starts_at, deal_id=deal, kind=kind)
    await add_payment(workplace, payment)
    queue = WorkQueue(workplace)
    assert await all_offered(queue, "deal") == [overdue, hearing, payment, due, idle, rest]
    item = await queue.next("deal", rank=3)
    assert item is not None
    assert (item.ref.id, item.reason, item.rank) == (payment, "payment", 3)
    strip = await queue.strip("deal")
    assert [place.waiting for place in strip.places] == [1, 1, 1, 1, 1, 1]


async def add_payment(workplace: Workplace, deal: int) -> None:
    async with past_policies(workplace.database).write(workplace.order("test.payment")) as unit:
        await unit.session.execute(
            insert(Payment).values(deal_id=deal, planned_on=date(2025, 11, 10), amount=100, number=1, created_at=NOW)
        )


async def test_nobody_else_s_clients_are_mixed_in(database: Database, workplace: Workplace, clock: FixedClock) -> None:
    admin = await sit_down(database, clock, ADMIN)
    (mine,) = await add_leads(workplace, {})
    await add_leads(admin, {})
    assert await all_offered(WorkQueue(workplace)) == [mine]


async def test_the_absent_s_clients_come_to_who_is_there_for_them(
    database: Database, workplace: Workplace, clock: FixedClock
) -> None:
    admin, head = [await sit_down(database, clock, login) for login in (ADMIN, SUPERVISOR)]
    (lead,) = await add_leads(workplace, {})
    assert await all_offered(WorkQueue(head)) == []
    await absent(admin, workplace, head)
    item = await WorkQueue(head).next("lead")
    assert item is not None
    assert (item.ref.id, item.instead_of) == (lead, workplace.actor.employee_id)
    await absent(admin, head, admin)
    assert await all_offered(WorkQueue(head)) == []
    assert await all_offered(WorkQueue(admin)) == [lead]
    await absent(admin, head, workplace)
    assert await all_offered(WorkQueue(admin)) == []
    await absent(admin, head, admin, until=date(2025, 11, 17))
    assert await all_offered(WorkQueue(head)) == [lead]
    await absent(admin, workplace, head, until=date(2025, 11, 17))
    assert await all_offered(WorkQueue(head)) == []


async def test_a_manager_who_stands_in_is_given_the_absent_s_clients(
    database: Database, workplace: Workplace, clock: FixedClock
) -> None:
    admin = await sit_down(database, clock, ADMIN)
    (lead,) = await add_leads(admin, {})
    await absent(admin, admin, workplace)
    executor = await sit_down(database, clock, EXECUTOR)
    assert await all_offered(WorkQueue(executor)) == []
    assert await all_offered(WorkQueue(await sit_down(database, clock, MANAGER))) == [lead]


@pytest.mark.own_clock
async def test_a_client_is_passed_over_while_a_colleague_looks(
    database: Database, workplace: Workplace, clock: FixedClock
) -> None:
    admin = await sit_down(database, clock, ADMIN)
    first, second = await add_leads(workplace, {"created_at": NOW - timedelta(days=2)}, {})
    await HistoryLines(admin).note(HistoryOp.VIEW, Kind.LEAD, first)
    await HistoryLines(workplace).note(HistoryOp.VIEW, Kind.LEAD, second)
    assert await all_offered(WorkQueue(workplace)) == [second]
    clock.move_to(NOW + timedelta(minutes=6))
    assert await all_offered(WorkQueue(workplace)) == [first, second]


async def test_a_client_is_passed_over_after_a_colleague_s_edit_or_words(
    database: Database, workplace: Workplace, clock: FixedClock
) -> None:
    admin = await sit_down(database, clock, ADMIN)
    edited, spoken, given, free = await add_leads(workplace, {}, {}, {"responsible_id": admin.actor.employee_id}, {})
    async with database.write(admin.order("test.edit")) as unit:
        me = workplace.actor.employee_id
        await unit.session.execute(update(Lead).where(Lead.id == edited).values(comment="x"))
        await unit.session.execute(update(Lead).where(Lead.id == given).values(responsible_id=me))
    await line(admin, "Перезвонила", lead_id=spoken, author_id=admin.actor.employee_id)
    assert await all_offered(WorkQueue(workplace)) == [given, free]
    async with database.write(admin.order("test.quiet")) as unit:
        own = update(TimelineItem).values(kind=TimelineKind.RESPONSIBLE)
        await unit.session.execute(own)
    assert spoken in await all_offered(WorkQueue(workplace))


async def test_an_order_changed_by_the_office_is_kept_to(
    database: Database, workplace: Workplace, clock: FixedClock
) -> None:
    new, silent = await add_leads(workplace, {"stage": "new"}, {"stage": "no_answer"})
    async with database.write(workplace.order("test.order")) as unit:
        await unit.session.execute(update(Stage).where(Stage.code == "no_answer").values(queue_rank=0))
    assert await all_offered(WorkQueue(await sit_down(database, clock, MANAGER))) == [silent, new]


async def test_a_stage_deleted_meanwhile_keeps_its_clients_in_the_queue(
    database: Database, workplace: Workplace, clock: FixedClock
) -> None:
    (lead,) = await add_leads(workplace, {"stage": "scheduling"})
    async with database.write(workplace.order("test.stage")) as unit:
        await unit.session.execute(update(Stage).where(Stage.code == "scheduling").values(deleted_at=NOW))
    queue = WorkQueue(await sit_down(database, clock, MANAGER))
    assert await all_offered(queue) == [lead]
    strip = await queue.strip("lead")
    assert [(one.rank, one.waiting, one.stages) for one in strip.places if one.rank == 4] == [(4, 1, ())]


async def test_contacts_have_no_queue(workplace: Workplace) -> None:
    with pytest.raises(UserError, match="not_found"):
        await WorkQueue(workplace).strip("contact")  # noqa: B005 -- it is not of a str
    with pytest.raises(UserError, match="not_found"):
        await WorkQueue(workplace).next("contact")
