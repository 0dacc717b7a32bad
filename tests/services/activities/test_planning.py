"""Planning: what is stored, who may, and the rules in block, warn and off."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from app.core.errors import UserError
from app.core.kinds import ActivityKind, ActivityState, HistoryOp
from app.db.engine import Database
from app.models import Activity, ActivityReminder, Employee, History, Lead
from app.services.records.activities import ClientRef
from app.services.rules import Mode, RuleCode
from tests.services.activities.making import Desk, beside, desk, moscow, set_rule
from tests.services.clients.making import conversion, leads_of, ready_lead
from tests.support.employees import OUT_OF_REACH
from tests.support.office import ADMIN, EXECUTOR, MANAGER, SUPERVISOR

BREAKING: dict[RuleCode, tuple[dict[str, object], str]] = {
    RuleCode.SUBJECT: ({"subject": "Звонок"}, "subject_is_kind"),
    RuleCode.CALL_LENGTH: ({"minutes": 30}, "too_long"),
    RuleCode.MEETING_LENGTH: ({"kind": ActivityKind.MEETING, "minutes": 90}, "too_long"),
    RuleCode.FUTURE_START: ({"starts_at": moscow(18, 11, 44)}, "past_time"),
    RuleCode.CONTACT_INTERVAL: ({"starts_at": moscow(26, 9)}, "too_late"),
}


async def client_row(database: Database, entity: type[Lead] = Lead) -> tuple[object, object]:
    async with database.read() as session:
        row = (await session.execute(select(entity.next_activity_at, entity.next_activity_id))).one()
    return row.next_activity_at, row.next_activity_id


async def employee_id(one: Desk, login: str) -> int:
    return (await beside(one, login)).workplace.actor.employee_id


async def test_a_planned_activity_stands_with_its_client_and_reminders(database: Database) -> None:
    one = await desk(database)
    starts_at = moscow(19, 15).replace(second=30)
    record = await one.plan(
        subject="  Узнать   решение ",
        description=" раз \n два ",
        starts_at=starts_at,
        reminders=(60, 10, 10),
        place_text="по телефону",
    )
    assert (record.subject, record.description, record.place) == ("Узнать решение", "раз \n два", "по телефону")
    assert (record.starts_at, record.state) == (moscow(19, 15), ActivityState.PLANNED)
    assert (record.client, record.client_name, record.client_phone) == (one.ref, "Гаврилова Нина", "+79160004127")
    assert record.responsible_id == one.workplace.actor.employee_id
    assert record.reminders == (10, 60)
    assert await client_row(database) == (moscow(19, 15), record.id)
    async with database.read() as session:
        due = list(await session.scalars(select(ActivityReminder.due_at).order_by(ActivityReminder.due_at)))
    assert due == [moscow(19, 14), moscow(19, 14, 50)]


async def test_the_soonest_activity_is_the_clients_next(database: Database) -> None:
    one = await desk(database)
    await one.plan(starts_at=moscow(21, 10))
    soonest = await one.plan(starts_at=moscow(19, 9), subject="Подтвердить адрес")
    await one.plan(starts_at=moscow(20, 10))
    assert await client_row(database) == (moscow(19, 9), soonest.id)
    planned = await one.activities.of_client(one.ref)
    assert [record.starts_at for record in planned] == [moscow(19, 9), moscow(20, 10), moscow(21, 10)]


async def test_an_activity_needs_no_client(database: Database) -> None:
    one = await desk(database)
    far = moscow(31, 12, month=12)
    record = await one.plan(client=None, kind=ActivityKind.OTHER, subject="Сдать отчёт", starts_at=far)
    assert (record.client, record.client_name, record.stage_id) == (None, "", None)


@pytest.mark.parametrize("code", BREAKING)
async def test_a_rule_blocks_warns_or_is_off(database: Database, code: RuleCode) -> None:
    one = await desk(database)
    changed, error = BREAKING[code]
    with pytest.raises(UserError, match=error) as caught:
        await one.plan(**changed)
    assert caught.value.params["rule"] == code.value
    assert await one.activities.of_client(one.ref) == ()
    await set_rule(one.workplace, code, Mode.WARN)
    (finding,) = await one.activities.findings(one.draft(**changed))
    assert (finding.rule, finding.mode) == (code, Mode.WARN)
    await one.plan(**changed)
    other = await desk_with_rule_off(one, code)
    assert await other.activities.findings(other.draft(**changed)) == ()
    await other.plan(**changed)


async def desk_with_rule_off(one: Desk, code: RuleCode) -> Desk:
    supervisor = await beside(one, SUPERVISOR)
    await set_rule(supervisor.workplace, code, Mode.OFF, role="supervisor")
    return supervisor


async def test_the_limit_counts_from_the_last_contact_and_further_activities_may_lie_later(database: Database) -> None:
    one = await desk(database)
    with pytest.raises(UserError, match="too_late") as caught:
        await one.plan(starts_at=moscow(26, 0))
    assert str(caught.value.params["latest"]) == "2025-11-25"
    await one.plan(starts_at=moscow(25, 23, 59))
    await one.plan(starts_at=moscow(24, 10, month=12), subject="Поздравить с праздником")


async def test_where_the_limit_is_past_the_next_working_day_is_the_latest(database: Database) -> None:
    one = await desk(database)
    async with database.write(one.workplace.order("test.age")) as unit:
        await unit.session.execute(update(Lead).values(created_at=moscow(1, 10)))
    with pytest.raises(UserError, match="too_late"):
        await one.plan(starts_at=moscow(20, 0))
    await one.plan(starts_at=moscow(19, 23, 45))


async def test_a_closed_lead_may_be_called_any_day(database: Database) -> None:
    one = await desk(database)
    refused = one.workplace.registry.stage_by_code("lead", "refused").id
    await leads_of(one.workplace).move(one.ref.id, refused, reason="Дорого")
    assert (await one.plan(starts_at=moscow(25, 10, month=12))).stage_id == refused


async def test_a_supervisors_override_is_logged_with_its_reason(database: Database) -> None:
    manager = await desk(database)
    with pytest.raises(UserError, match="too_late"):
        await manager.plan(starts_at=moscow(28, 10), override_reason="я так решил")
    one = await beside(manager, SUPERVISOR)
    record = await one.plan(starts_at=moscow(28, 10), minutes=20, override_reason=" клиент в отпуске ")
    async with database.read() as session:
        query = select(History.params, History.actor_id).where(History.kind == "activity", History.ref == record.id)
        logged = (await session.execute(query.where(History.op == HistoryOp.OVERRIDE))).one()
    assert logged.params == {"overridden": ["call_length", "contact_interval"], "reason": "клиент в отпуске"}
    assert logged.actor_id == one.workplace.actor.employee_id


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"subject": " … "}, "subject_missing"),
        ({"subject": "ы" * 256}, "text_too_long"),
        ({"description": "ы" * 100_001}, "text_too_long"),
        ({"minutes": 0}, "minutes_unsuitable"),
        ({"minutes": 100_000}, "minutes_unsuitable"),
        ({"place_id": 999}, "place_unknown"),
        ({"reminders": (-1,)}, "reminder_unsuitable"),
        ({"reminders": tuple(range(11))}, "reminder_unsuitable"),
        ({"starts_at": moscow(1, 1).replace(year=9998)}, "date_out_of_range"),
        ({"client": ClientRef("lead", 999)}, "not_found"),
        ({"client": ClientRef("task", 1)}, "not_found"),
    ],
)
async def test_what_cannot_be_stored_is_refused(database: Database, changed: dict[str, object], error: str) -> None:
    one = await desk(database)
    with pytest.raises(UserError, match=error):
        await one.plan(**changed)


async def test_nothing_is_planned_for_a_client_in_the_bin(database: Database) -> None:
    one = await desk(database)
    async with database.write(one.workplace.order("test.delete")) as unit:
        await unit.session.execute(update(Lead).values(deleted_at=unit.at))
    with pytest.raises(UserError, match="in_bin"):
        await one.plan()


async def test_someone_who_has_left_gets_no_activities(database: Database) -> None:
    one = await desk(database)
    gone = await employee_id(one, EXECUTOR)
    async with database.write(one.workplace.order("test.leave")) as unit:
        await unit.session.execute(update(Employee).where(Employee.id == gone).values(active=False))
    for responsible_id in (gone, 999):
        with pytest.raises(UserError, match="responsible_left"):
            await one.plan(responsible_id=responsible_id)


async def test_one_plans_for_oneself_or_at_ones_own_client(database: Database) -> None:
    one = await desk(database)
    stranger = await beside(one, EXECUTOR)
    record = await one.plan(responsible_id=stranger.workplace.actor.employee_id)
    assert record.responsible_id == stranger.workplace.actor.employee_id
    with pytest.raises(UserError, match=OUT_OF_REACH):
        await stranger.plan()
    with pytest.raises(UserError, match="not_allowed"):
        await stranger.plan(client=None, responsible_id=one.workplace.actor.employee_id)
    assert (await stranger.record(record.id)).id == record.id
    assert (await (await beside(one, SUPERVISOR)).plan()).client == one.ref
    assert (await (await beside(one, ADMIN)).plan(client=None)).client is None


async def test_a_deals_activity_names_the_contact_too(database: Database) -> None:
    one = await desk(database, MANAGER)
    lead_id = await ready_lead(one.workplace, last_name="Назаров")
    result = await leads_of(one.workplace).convert(lead_id, conversion(one.workplace, schedule=()))
    executor = await beside(one, EXECUTOR)
    deal = ClientRef("deal", result.deal_id)
    record = await executor.plan(client=deal)
    contact = ClientRef("contact", result.contact_id)
    assert [found.id for found in await executor.activities.of_client(contact)] == [record.id]
    assert (record.client, record.client_name) == (deal, "Назаров Нина")
    # The lead's responsible keeps reading the deal, and plans there for themselves.
    mine = await one.plan(client=deal)
    async with database.read() as session:
        query = select(Activity.deal_id, Activity.contact_id).where(Activity.id == mine.id)
        assert (await session.execute(query)).one() == (result.deal_id, result.contact_id)


async def test_the_windows_are_told_after_the_commit(database: Database) -> None:
    one = await desk(database)
    told: list[tuple[str, frozenset[int]]] = []
    database.listen(lambda changes: told.append((changes.kind, changes.ids)))
    record = await one.plan(starts_at=one.workplace.now() + timedelta(hours=1))
    assert told == [("activity", frozenset({record.id})), ("lead", frozenset({one.ref.id}))]
