"""The office's zone counts, whatever the workstation's says, and days of 23 and 25 hours are days."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.core.clock import FixedClock, day_bounds
from app.core.kinds import ActivityKind
from app.db.engine import Database
from app.services.activities import Activities
from tests.services.activities.making import activities_of, desk, moscow

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def moved(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The workstation's clock stands in another zone."""
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


async def told(activities: Activities, day: ActivityKind = ActivityKind.CALL) -> tuple[object, ...]:
    agenda = await activities.agenda()
    help_ = await activities.planning_help(None, day)
    groups = tuple(list(one.ids) for one in (agenda.overdue, agenda.today, agenda.tomorrow, agenda.later))
    return (groups, agenda.next_boundary, help_.strip, await activities.likely_times(None, day))


async def test_a_workstation_that_moves_to_another_zone_changes_no_day(
    database: Database, request: pytest.FixtureRequest
) -> None:
    one = await desk(database)
    for day, hour in ((18, 23), (19, 0), (19, 23)):
        await one.plan(starts_at=moscow(day, hour, 30))
    before = await told(one.activities)
    request.getfixturevalue("moved")
    assert datetime.now().astimezone().utcoffset() in (timedelta(hours=-5), timedelta(hours=-4))
    assert await told(one.activities) == before


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25)])
async def test_a_day_of_the_change_of_clocks_holds_its_activities(database: Database, day: date, hours: int) -> None:
    one = await desk(database)
    clock = one.workplace.clock
    assert isinstance(clock, FixedClock)
    begins, ends = day_bounds(day, BERLIN)
    assert ends - begins == timedelta(hours=hours)
    clock.move_to(begins - timedelta(hours=1))
    activities = activities_of(replace(one.workplace, zone=BERLIN))
    last = ends - timedelta(minutes=10)
    for moment in (begins, begins + timedelta(hours=2, minutes=30), last, ends):
        await activities.plan(one.draft(starts_at=moment, client=None))
    agenda = await activities.agenda()
    assert (len(agenda.tomorrow.ids), len(agenda.later.ids)) == (3, 1)
    clock.move_to(begins)
    agenda = await activities.agenda()
    assert (len(agenda.overdue.ids), len(agenda.today.ids), len(agenda.tomorrow.ids)) == (1, 2, 1)
