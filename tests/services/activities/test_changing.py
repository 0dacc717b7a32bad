"""Changing what is planned: versions, the rules that a change concerns, the lead's meeting, the bin."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from app.core.errors import Conflict, UserError
from app.core.kinds import ActivityKind, ActivityState
from app.db.engine import Database
from app.models import Activity, ActivityReminder, Employee, Lead, TimelineItem
from app.services.activities.changing import draft_of
from app.services.records.activities import Completion
from app.services.records.values import Values
from tests.services.activities.making import beside, desk, moscow
from tests.services.clients.making import leads_of, stage_id
from tests.support.employees import OUT_OF_REACH
from tests.support.office import EXECUTOR, NOW, SUPERVISOR


async def row(database: Database, *columns: object) -> tuple[object, ...]:
    async with database.read() as session:
        return tuple((await session.execute(select(*columns))).one())  # type: ignore[call-overload]  # any columns


async def test_a_form_saved_over_a_newer_version_is_a_conflict(database: Database) -> None:
    one = await desk(database)
    record = await one.plan()
    await one.activities.change(record.id, record.version, replace(draft_of(record), subject="Согласовать день"))
    for attempt in (
        one.activities.change(record.id, record.version, draft_of(record)),
        one.activities.move(record.id, record.version, moscow(20, 10)),
        one.activities.confirm(record.id, record.version),
        one.activities.cancel(record.id, record.version),
        one.activities.delete(record.id, record.version),
        one.activities.complete(record.id, record.version, Completion("talked", "да")),
    ):
        with pytest.raises(Conflict, match="record_changed"):
            await attempt
    assert (await one.record(record.id)).subject == "Согласовать день"


async def test_two_at_once_cannot_both_save(database: Database) -> None:
    one = await desk(database)
    record = await one.plan()
    other = await beside(one, SUPERVISOR)
    done = await asyncio.gather(
        one.activities.move(record.id, record.version, moscow(20, 10)),
        other.activities.move(record.id, record.version, moscow(21, 10)),
        return_exceptions=True,
    )
    assert sum(isinstance(outcome, Conflict) for outcome in done) == 1
    assert (await one.record(record.id)).version == record.version + 1


async def test_moving_changes_the_clients_next_activity_and_its_reminders(database: Database) -> None:
    one = await desk(database)
    record = await one.plan(reminders=(30,))
    async with database.write(one.workplace.order("test.shown")) as unit:
        await unit.session.execute(update(ActivityReminder).values(shown_at=unit.at))
    await one.activities.move(record.id, record.version, moscow(20, 9))
    moved = await one.record(record.id)
    assert (moved.starts_at, moved.reminders, moved.version) == (moscow(20, 9), (30,), record.version + 1)
    assert await row(database, Lead.next_activity_at) == (moscow(20, 9),)
    assert await row(database, ActivityReminder.due_at, ActivityReminder.shown_at) == (moscow(20, 8, 30), None)


async def test_an_old_activity_that_breaks_rules_is_edited_where_the_change_concerns_none(database: Database) -> None:
    one = await desk(database)
    record = await one.plan()
    async with database.write(one.workplace.order("test.import")) as unit:
        broken = {"subject": "Звонок", "minutes": 45, "starts_at": moscow(3, 10)}
        await unit.session.execute(update(Activity).values(**broken))
    found = await one.record(record.id)
    await one.activities.change(record.id, record.version, replace(draft_of(found), description="как есть"))
    changed = await one.record(record.id)
    assert (changed.description, changed.subject, changed.minutes) == ("как есть", "Звонок", 45)
    for part, error in (
        ({"subject": "Звонок!"}, "subject_is_kind"),
        ({"minutes": 40}, "too_long"),
        ({"starts_at": moscow(4, 10)}, "past_time"),
        ({"starts_at": moscow(27, 10)}, "too_late"),
    ):
        with pytest.raises(UserError, match=error):
            await one.activities.change(record.id, changed.version, replace(draft_of(changed), **part))


async def test_moving_the_earliest_out_of_reach_is_refused_even_with_others_behind_it(database: Database) -> None:
    one = await desk(database)
    record = await one.plan()
    await one.plan(starts_at=moscow(20, 10, month=12), subject="Поздравить")
    with pytest.raises(UserError, match="too_late"):
        await one.activities.move(record.id, record.version, moscow(22, 10, month=12))


async def test_an_activity_goes_to_another_client_or_colleague(database: Database) -> None:
    one = await desk(database)
    record = await one.plan()
    colleague = await beside(one, EXECUTOR)
    mine = colleague.workplace.actor.employee_id
    await one.activities.change(record.id, record.version, replace(draft_of(record), client=None, responsible_id=mine))
    moved = await colleague.record(record.id)
    assert (moved.client, moved.responsible_id) == (None, mine)
    assert await row(database, Lead.next_activity_id) == (None,)
    with pytest.raises(UserError, match=OUT_OF_REACH):
        await colleague.activities.change(record.id, moved.version, replace(draft_of(moved), client=one.ref))
    async with database.write(one.workplace.order("test.leave")) as unit:
        own = Employee.id == one.workplace.actor.employee_id
        await unit.session.execute(update(Employee).where(own).values(active=False))
    back = replace(draft_of(moved), responsible_id=one.workplace.actor.employee_id)
    with pytest.raises(UserError, match="responsible_left"):
        await colleague.activities.change(record.id, moved.version, back)


async def test_a_colleague_without_rights_changes_nothing(database: Database) -> None:
    one = await desk(database)
    record = await one.plan()
    stranger = await beside(one, EXECUTOR)
    for attempt in (
        stranger.activities.get(record.id),
        stranger.activities.move(record.id, record.version, moscow(20, 10)),
        stranger.activities.cancel(record.id, record.version),
        stranger.activities.delete(record.id, record.version),
        stranger.activities.complete(record.id, record.version, Completion("talked", "да")),
    ):
        with pytest.raises(UserError, match=OUT_OF_REACH):
            await attempt
    assert await stranger.activities.rows([record.id]) == ()


async def test_a_meeting_is_confirmed_and_wants_it_again_after_a_move(database: Database) -> None:
    one = await desk(database)
    call, meeting = await one.plan(), await one.plan(kind=ActivityKind.MEETING, minutes=60)
    with pytest.raises(UserError, match="not_a_meeting"):
        await one.activities.confirm(call.id, call.version)
    await one.activities.confirm(meeting.id, meeting.version)
    confirmed = await one.record(meeting.id)
    assert confirmed.confirmed_at == NOW
    await one.activities.move(meeting.id, confirmed.version, moscow(20, 12))
    assert (await one.record(meeting.id)).confirmed_at is None


async def test_moving_the_meeting_of_the_stage_moves_the_leads_meeting_time(database: Database) -> None:
    one = await desk(database)
    leads = leads_of(one.workplace)
    first, second = list(one.workplace.registry.all.places)
    needs = await leads.needs(one.ref.id, stage_id(one.workplace, "meeting_set"))
    filled: Values = {field.code: "1" for field in needs.missing} | {"meeting_at": moscow(20, 18, 30), "place": first}
    await leads.move(one.ref.id, stage_id(one.workplace, "meeting_set"), filled)
    (meeting,) = await one.activities.of_client(one.ref)
    version = (await leads.card(one.ref.id)).version
    draft = replace(draft_of(meeting), starts_at=moscow(21, 11), place_id=second)
    await one.activities.change(meeting.id, meeting.version, draft)
    card = await leads.card(one.ref.id)
    assert (card.values["meeting_at"], card.values["place"], card.version) == (moscow(21, 11), second, version + 1)
    other = await one.plan(kind=ActivityKind.MEETING, minutes=30, starts_at=moscow(24, 10))
    await one.activities.move(other.id, other.version, moscow(24, 12))
    assert (await leads.card(one.ref.id)).values["meeting_at"] == moscow(21, 11)


async def test_a_cancelled_activity_is_planned_again(database: Database) -> None:
    one = await desk(database)
    record = await one.plan()
    await one.activities.cancel(record.id, record.version)
    cancelled = await one.record(record.id)
    assert cancelled.state is ActivityState.CANCELLED
    assert await row(database, Lead.next_activity_at) == (None,)
    with pytest.raises(UserError, match="activity_closed"):
        await one.activities.move(record.id, cancelled.version, moscow(20, 10))
    await one.activities.reopen(record.id, cancelled.version)
    assert await row(database, Lead.next_activity_at) == (record.starts_at,)
    with pytest.raises(UserError, match="activity_open"):
        await one.activities.reopen(record.id, cancelled.version + 1)


async def test_deleting_takes_the_line_along_and_restoring_brings_both_back(database: Database) -> None:
    one = await desk(database)
    record = await one.plan()
    await one.activities.complete(record.id, record.version, Completion("talked", "придёт"))
    await one.activities.delete(record.id, record.version + 1)
    assert [line.body for line in await one.timeline.of_client(one.ref)] == [""]
    assert await row(database, Lead.last_contact_at) == (None,)
    with pytest.raises(UserError, match="not_found"):
        await one.activities.complete(record.id, record.version + 2, Completion("talked", "да"))
    await one.activities.restore(record.id, record.version + 2)
    assert (await one.record(record.id)).state is ActivityState.DONE
    assert await row(database, Lead.last_contact_at) == (NOW,)
    async with database.read() as session:
        lines = list(await session.scalars(select(TimelineItem.body).where(TimelineItem.deleted_at.is_(None))))
    assert sorted(lines) == ["", "придёт"]


async def test_an_activity_of_a_client_in_the_bin_rests(database: Database) -> None:
    one = await desk(database)
    record = await one.plan(starts_at=one.workplace.now() + timedelta(hours=1))
    async with database.write(one.workplace.order("test.delete")) as unit:
        await unit.session.execute(update(Lead).values(deleted_at=unit.at))
    with pytest.raises(UserError, match="in_bin"):
        await one.activities.complete(record.id, record.version, Completion("talked", "да"))
    assert (await one.activities.agenda()).today.ids.tolist() == []
