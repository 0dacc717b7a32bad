"""Nobody answers: attempts are counted since the last contact, the next one lies at another time, then it ends."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert

from app.core.clock import FixedClock
from app.core.kinds import ActivityKind
from app.db.engine import Database
from app.models import Rule
from app.services.container import Services, open_services
from app.services.people.workplaces import relearn
from app.services.records.activities import ClientRef
from app.services.workplace import Workplace
from tests.services.lists.making import add_leads
from tests.support.office import MANAGER, NOW, make_office, sit_down


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
async def services(database: Database, clock: FixedClock) -> Services:
    await make_office(database, clock)
    return open_services(await sit_down(database, clock, MANAGER))


@pytest.fixture
def hand(services: Services, database: Database) -> Workplace:
    """The manager's workplace with the office's own hand: it prepares what the tests begin with."""
    return replace(services.workplace, database=database)


async def test_attempts_climb_until_closing_is_offered_and_a_talk_begins_anew(
    services: Services, hand: Workplace, clock: FixedClock
) -> None:
    (lead,) = await add_leads(hand, {"last_contact_at": NOW - timedelta(days=1)})
    ref = ClientRef("lead", lead)
    seen = []
    for number in range(5):
        clock.move_to(NOW + timedelta(hours=number))
        step = await services.ladder.step(ref)
        assert step is not None
        seen.append((step.attempts, step.close_stage_id is not None))
        assert step.next_at > services.workplace.now()
        assert services.workplace.calendar.is_working(step.next_at.astimezone(services.workplace.zone).date())
        await services.activities.log_held(ref, ActivityKind.CALL, "no_answer", "", 0)
    assert seen == [(1, False), (2, False), (3, False), (4, False), (5, True)]
    clock.move_to(NOW + timedelta(hours=6))
    await services.activities.log_held(ref, ActivityKind.CALL, "talked", "Дозвонились", 1)
    clock.move_to(NOW + timedelta(hours=7))
    step = await services.ladder.step(ref)
    assert step is not None
    assert (step.attempts, step.close_stage_id) == (1, None)


async def test_the_first_try_again_comes_in_hours_and_in_the_evening_waits_for_the_morning(
    services: Services, hand: Workplace, clock: FixedClock
) -> None:
    (lead,) = await add_leads(hand, {})
    step = await services.ladder.step(ClientRef("lead", lead))
    assert step is not None
    assert step.next_at == datetime(2025, 11, 18, 12, 0, tzinfo=UTC)  # 15:00 in Moscow
    clock.move_to(NOW + timedelta(hours=7))
    step = await services.ladder.step(ClientRef("lead", lead))
    assert step is not None
    assert step.next_at == datetime(2025, 11, 19, 7, 0, tzinfo=UTC)


async def test_its_numbers_are_the_office_s_and_it_can_be_turned_off(services: Services, hand: Workplace) -> None:
    (lead,) = await add_leads(hand, {})
    async with hand.database.write(hand.order("test.rule")) as unit:
        numbers = {"attempts": 1, "first_hours": 1}
        await unit.session.execute(insert(Rule).values(code="no_answer", section="lead", mode="warn", numbers=numbers))
    await relearn(services.workplace)
    step = await services.ladder.step(ClientRef("lead", lead))
    assert step is not None
    assert step.close_stage_id == services.workplace.registry.stage_by_code("lead", "unreachable").id
    async with hand.database.write(hand.order("test.rule")) as unit:
        await unit.session.execute(
            insert(Rule).values(code="no_answer", section="lead", stage_code="new", mode="off", numbers={})
        )
    await relearn(services.workplace)
    assert await services.ladder.step(ClientRef("lead", lead)) is None
