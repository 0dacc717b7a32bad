"""Who is away: their clients and activities are the stand-in's own meanwhile, and nobody's before and after."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core.clock import FixedClock
from app.core.errors import Conflict, UserError
from app.core.kinds import ActivityKind
from app.db.engine import Database
from app.services.absences import Absence
from app.services.container import Services, open_services
from app.services.people.workplaces import relearn
from app.services.records.activities import ActivityDraft, ClientRef, Completion
from app.services.records.lists import Filter, Sort
from tests.services.lists.making import add_leads, plan
from tests.support.office import ADMIN, EXECUTOR, MANAGER, NOW, SUPERVISOR, make_office, sit_down

TODAY = date(2025, 11, 18)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
async def manager(database: Database, clock: FixedClock) -> Services:
    await make_office(database, clock)
    return open_services(await sit_down(database, clock, MANAGER))


async def others(database: Database, manager: Services, login: str) -> Services:
    return open_services(await sit_down(database, manager.workplace.clock, login))


@pytest.mark.own_clock
async def test_a_plain_manager_who_stands_in_reads_and_does_the_absent_s_work(
    database: Database, manager: Services, clock: FixedClock
) -> None:
    me, executor = replace(manager.workplace, database=database), await others(database, manager, EXECUTOR)
    (lead,) = await add_leads(me, {"last_name": "Рябова"})
    activity = await plan(me, NOW + timedelta(minutes=5), lead_id=lead)
    with pytest.raises(UserError, match=r"not_allowed|not_found"):
        await executor.leads.card(lead)
    absence = Absence(TODAY, TODAY + timedelta(days=2), executor.workplace.actor.employee_id)
    await manager.absences.set(me.actor.employee_id, absence, Absence())
    await relearn(executor.workplace)
    assert (await executor.leads.card(lead)).can_change
    assert list(await executor.lists.ids("lead", Filter("all_open"), Sort("created"))) == [lead]
    assert [one.id for one in await executor.activities.of_client(ClientRef("lead", lead))] == [activity]
    following = ActivityDraft(ActivityKind.CALL, "Узнать решение", NOW + timedelta(days=1), 15, None)
    await executor.activities.complete(activity, 1, Completion("talked", "Перезвонит", next_activity=following))
    clock.move_to(NOW + timedelta(days=3))
    await relearn(executor.workplace)
    with pytest.raises(UserError, match=r"not_allowed|not_found"):
        await executor.leads.card(lead)


async def test_who_may_say_that_somebody_is_away(database: Database, manager: Services) -> None:
    mine, head, executor = [
        (await others(database, manager, login)).absences for login in (MANAGER, SUPERVISOR, EXECUTOR)
    ]
    number = manager.workplace.actor.employee_id
    other = (await others(database, manager, EXECUTOR)).workplace.actor.employee_id
    assert [one.may_set(number) for one in (mine, head, executor)] == [True, True, False]
    assert [one.may_set(other) for one in (mine, head, executor)] == [False, False, True]
    assert (await others(database, manager, ADMIN)).absences.may_set(number)
    with pytest.raises(UserError, match="not_allowed"):
        await executor.set(number, Absence(TODAY), Absence())


@pytest.mark.parametrize(
    ("absence", "code"),
    [
        (Absence(TODAY, TODAY - timedelta(days=1)), "absence_days_wrong"),
        (Absence(None, TODAY), "absence_days_wrong"),
        (Absence(TODAY, date(2125, 1, 1)), "absence_days_wrong"),
        (Absence(TODAY, None, 3), "stand_in_self"),
    ],
)
async def test_an_absence_that_can_t_be_is_refused(manager: Services, absence: Absence, code: str) -> None:
    with pytest.raises(UserError, match=code):
        await manager.absences.set(manager.workplace.actor.employee_id, absence, Absence())


async def test_two_who_say_it_at_once_don_t_write_over_each_other(manager: Services) -> None:
    number = manager.workplace.actor.employee_id
    await manager.absences.set(number, Absence(TODAY), Absence())
    with pytest.raises(Conflict, match="settings_changed"):
        await manager.absences.set(number, Absence(TODAY, TODAY), Absence())
    assert manager.absences.all()[number] == Absence(TODAY)
    await manager.absences.set(number, Absence(), Absence(TODAY))
