"""The agenda's groups in the office's zone, pages of records, what was done today, clashes."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import delete, insert

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.core.kinds import ActivityKind, ActivityState
from app.db.engine import Database
from app.models import Activity
from app.services.records.activities import Agenda, Completion
from tests.services.activities.making import Desk, beside, desk, moscow
from tests.support.employees import past_policies
from tests.support.office import EXECUTOR, NOW, SUPERVISOR


def groups(agenda: Agenda) -> dict[str, list[int]]:
    return {group.code: group.ids.tolist() for group in agenda.groups}


async def insert_at(one: Desk, *moments: datetime, **columns: object) -> list[int]:
    """Activities of the lead at these moments, past ones too, by plain rows."""
    filled: dict[str, object] = {
        "kind": ActivityKind.CALL,
        "subject": "Узнать решение",
        "minutes": 15,
        "state": ActivityState.PLANNED,
        "responsible_id": one.workplace.actor.employee_id,
        "lead_id": one.ref.id,
        "created_at": NOW,
        **columns,
    }
    async with past_policies(one.workplace.database).write(one.workplace.order("test.plan")) as unit:
        return [
            (
                await unit.session.execute(insert(Activity).values(**filled, starts_at=moment).returning(Activity.id))
            ).scalar_one()
            for moment in moments
        ]


async def test_activities_fall_into_days_of_the_offices_zone(database: Database) -> None:
    one = await desk(database)
    overdue, now, tonight, midnight, tomorrow, later = await insert_at(
        one,
        moscow(18, 11, 44),
        moscow(18, 11, 45),
        moscow(18, 23, 59),
        moscow(19, 0),
        moscow(19, 23, 59),
        moscow(20, 0),
    )
    await insert_at(one, moscow(18, 13), state=ActivityState.CANCELLED)
    await insert_at(one, moscow(18, 14), deleted_at=NOW)
    agenda = await one.activities.agenda()
    assert groups(agenda) == {
        "overdue": [overdue, now],
        "today": [tonight],
        "tomorrow": [midnight, tomorrow],
        "later": [later],
    }
    assert moscow(18, 23, 59) <= agenda.next_boundary <= moscow(19, 0)


async def test_an_activity_is_overdue_once_its_start_has_passed(database: Database) -> None:
    one = await desk(database)
    assert isinstance(one.workplace.clock, FixedClock)
    (only,) = await insert_at(one, moscow(18, 12))
    boundary = (await one.activities.agenda()).next_boundary
    assert boundary == moscow(18, 12)
    one.workplace.clock.move_to(boundary)
    agenda = await one.activities.agenda()
    assert groups(agenda)["overdue"] == [only]
    assert agenda.next_boundary == moscow(19, 0)


async def test_the_pages_of_the_agenda_come_in_its_order(database: Database) -> None:
    one = await desk(database)
    ids = await insert_at(one, *(moscow(21, 10) + timedelta(minutes=17 * number % 100) for number in range(20)))
    later = (await one.activities.agenda()).later.ids
    assert sorted(later.tolist()) == sorted(ids)
    records = await one.activities.rows(later[5:10])
    assert [record.id for record in records] == later[5:10].tolist()
    starts = [record.starts_at for record in await one.activities.rows(later)]
    assert starts == sorted(starts)
    assert await one.activities.rows([]) == ()
    assert [record.id for record in await one.activities.rows([999, ids[0]])] == [ids[0]]


async def test_an_empty_agenda_has_empty_groups(database: Database) -> None:
    one = await desk(database)
    assert groups(await one.activities.agenda()) == {"overdue": [], "today": [], "tomorrow": [], "later": []}
    assert (await one.activities.done_today()).tolist() == []


async def test_a_supervisor_reads_the_departments_agenda_and_a_manager_only_their_own(database: Database) -> None:
    one = await desk(database)
    mine = one.workplace.actor.employee_id
    ids = await insert_at(one, moscow(19, 10))
    head, stranger = await beside(one, SUPERVISOR), await beside(one, EXECUTOR)
    assert groups(await head.activities.agenda(mine))["tomorrow"] == ids
    assert groups(await head.activities.agenda())["tomorrow"] == []
    for attempt in (stranger.activities.agenda(mine), stranger.activities.done_today(mine)):
        with pytest.raises(UserError, match="not_allowed"):
            await attempt


async def test_what_was_done_today_comes_latest_first(database: Database) -> None:
    one = await desk(database)
    assert isinstance(one.workplace.clock, FixedClock)
    first, second, yesterday = [await one.plan(starts_at=moscow(19, hour)) for hour in (10, 11, 12)]
    one.workplace.clock.move_to(moscow(17, 23, 59))
    await one.activities.complete(yesterday.id, 1, Completion("talked", "вчера"))
    one.workplace.clock.move_to(moscow(18, 0))
    await one.activities.complete(first.id, 1, Completion("talked", "раз"))
    one.workplace.clock.move_to(moscow(18, 23, 59))
    await one.activities.complete(second.id, 1, Completion("no_answer"))
    assert (await one.activities.done_today()).tolist() == [second.id, first.id]


async def test_days_of_23_and_25_hours_end_at_midnight(database: Database) -> None:
    one = await desk(database)
    workplace, clock = one.workplace, one.workplace.clock
    assert isinstance(clock, FixedClock)
    workplace.zone = ZoneInfo("Europe/Berlin")
    berlin = workplace.zone
    for change in (datetime(2026, 3, 29, tzinfo=berlin), datetime(2026, 10, 25, tzinfo=berlin)):
        clock.move_to(change - timedelta(hours=3))
        following = change.replace(day=change.day + 1)
        last, first = await insert_at(one, following - timedelta(minutes=1), following)
        agenda = groups(await one.activities.agenda())
        assert (agenda["tomorrow"], agenda["later"][0]) == ([last], first)
        async with database.write(workplace.order("test.clear")) as unit:
            await unit.session.execute(delete(Activity))


async def test_clashes_are_what_overlaps_at_the_responsible(database: Database) -> None:
    one = await desk(database)
    (meeting,) = await insert_at(one, moscow(19, 10), minutes=60, kind=ActivityKind.MEETING)
    await insert_at(one, moscow(19, 10), responsible_id=(await beside(one, EXECUTOR)).workplace.actor.employee_id)
    slots = ((moscow(19, 9, 45), 15), (moscow(19, 9, 50), 15), (moscow(19, 10, 59), 5), (moscow(19, 11), 5))
    clashes = [[record.id for record in await one.activities.clashes(*slot)] for slot in slots]
    assert clashes == [[], [meeting], [meeting], []]
    assert await one.activities.clashes(moscow(19, 10), 60, except_id=meeting) == ()
