"""Reminders: due at their time, shown by one workstation, gone once acknowledged, never lost."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.core.errors import UserError
from app.core.kinds import Kind
from app.models import ActivityReminder, ChangeFeed
from app.services.activities.changing import draft_of
from app.services.records.activities import Completion
from app.services.records.reminders import Attention, Reminder
from app.services.reminders.service import LEASE
from tests.services.activities.making import beside, moscow
from tests.services.reminders.making import Office, Station
from tests.support.office import EXECUTOR

TEN = timedelta(minutes=10)


def subjects(found: tuple[Reminder, ...]) -> list[str]:
    return [one.activity.subject for one in found]


async def test_reminder_comes_at_its_minute_and_tells_of_its_activity(here: Office) -> None:
    await here.plan(moscow(18, 12), reminders=(10,))
    assert await here.station.reminders.claim() == ()
    assert await here.station.reminders.next_moment() == moscow(18, 11, 50)
    here.clock.move_to(moscow(18, 11, 50))
    (reminder,) = await here.station.reminders.claim()
    assert reminder.activity.subject == "Узнать решение"
    assert reminder.activity.client == here.desk.ref
    assert reminder.due_at == moscow(18, 11, 50)
    assert await here.station.reminders.claim() == ()
    assert await here.station.reminders.waiting() == 1


async def test_it_is_shown_on_one_of_two_workstations(here: Office, there: Station) -> None:
    await here.plan(moscow(18, 12))
    here.pass_time(TEN)
    first, second = await asyncio.gather(here.station.reminders.claim(), there.reminders.claim())
    assert sorted((len(first), len(second))) == [0, 1]


async def test_a_hundred_due_at_once_are_each_shown_once(here: Office, there: Station) -> None:
    for _ in range(20):
        await here.plan(moscow(18, 12), subject="Позвонить по делу", reminders=(10, 5))
    here.pass_time(timedelta(hours=1))
    asked = [station.reminders.claim() for station in (here.station, there) for _ in range(3)]
    shown = [one for found in await asyncio.gather(*asked) for one in found]
    ids = [one for reminder in shown for one in reminder.ids]
    assert len(ids) == len(set(ids)) == 40


async def test_a_colleague_is_not_reminded_of_it(here: Office, database_url: str) -> None:
    await here.plan(moscow(18, 12))
    here.pass_time(TEN)
    colleague = await here.another(database_url, EXECUTOR)
    assert await colleague.reminders.claim() == ()
    assert await colleague.reminders.next_moment() is None
    (reminder,) = await here.station.reminders.claim()
    await colleague.reminders.acknowledge(reminder.ids)
    assert await here.station.reminders.keep(reminder.ids) == frozenset(reminder.ids)
    await colleague.database.close()


async def test_several_reminders_of_an_activity_are_one_popup_when_they_were_missed(here: Office) -> None:
    await here.plan(moscow(18, 13), reminders=(60, 30, 10))
    here.clock.move_to(moscow(18, 12, 40))
    (reminder,) = await here.station.reminders.claim()
    assert len(reminder.ids) == 2
    assert reminder.due_at == moscow(18, 12, 30)
    await here.station.reminders.acknowledge(reminder.ids)
    assert await here.station.reminders.next_moment() == moscow(18, 12, 50)


async def test_acknowledged_is_gone_everywhere_and_the_feed_says_so(here: Office, there: Station) -> None:
    await here.plan(moscow(18, 12))
    here.pass_time(TEN)
    (reminder,) = await here.station.reminders.claim()
    await there.reminders.acknowledge(reminder.ids)
    assert await here.station.reminders.keep(reminder.ids) == frozenset()
    here.pass_time(timedelta(hours=5))
    assert await here.station.reminders.claim() == ()
    assert await there.reminders.claim() == ()
    async with there.database.read() as session:
        lines = await session.scalars(select(ChangeFeed.origin).where(ChangeFeed.kind == Kind.REMINDER))
        assert list(lines) == [there.database.origin]


async def test_what_a_killed_program_showed_comes_again(here: Office, there: Station) -> None:
    await here.plan(moscow(18, 12))
    here.pass_time(TEN)
    (reminder,) = await here.station.reminders.claim()  # and never again a word of it
    assert await there.reminders.claim() == ()
    assert await there.reminders.next_moment() == here.clock.now() + LEASE
    here.pass_time(LEASE)
    assert (await there.reminders.claim())[0].ids == reminder.ids
    assert await here.station.reminders.keep(reminder.ids) == frozenset()  # it wakes: its popup has to go


async def test_a_program_that_renews_its_lease_keeps_the_popup(here: Office, there: Station) -> None:
    await here.plan(moscow(18, 12))
    here.pass_time(TEN)
    (reminder,) = await here.station.reminders.claim()
    for _ in range(5):
        here.pass_time(LEASE / 3)
        assert await here.station.reminders.keep(reminder.ids) == frozenset(reminder.ids)
        assert await there.reminders.claim() == ()


async def test_a_program_that_ends_gives_back_what_it_showed(here: Office, there: Station) -> None:
    await here.plan(moscow(18, 12))
    here.pass_time(TEN)
    (reminder,) = await here.station.reminders.claim()
    await here.station.reminders.release(reminder.ids)
    assert subjects(await there.reminders.claim()) == ["Узнать решение"]


async def test_put_off_it_comes_again_once_at_its_time(here: Office, there: Station) -> None:
    await here.plan(moscow(18, 12), reminders=(10, 5))
    here.clock.move_to(moscow(18, 11, 56))
    (reminder,) = await here.station.reminders.claim()
    await here.station.reminders.snooze([reminder], moscow(18, 12, 11))
    assert await here.station.reminders.keep(reminder.ids) == frozenset()
    assert await there.reminders.next_moment() == moscow(18, 12, 11)
    here.clock.move_to(moscow(18, 12, 11))
    (again,) = await there.reminders.claim()
    assert again.ids == (reminder.id,)
    with pytest.raises(UserError, match="past_time"):
        await there.reminders.snooze([again], moscow(18, 12))


async def test_moving_an_activity_closer_than_its_reminder_fires_it_at_once(here: Office) -> None:
    planned = await here.plan(moscow(18, 15), reminders=(30,))
    assert await here.station.reminders.claim() == ()
    await here.desk.activities.move(planned.id, planned.version, moscow(18, 12))
    assert subjects(await here.station.reminders.claim()) == ["Узнать решение"]


async def test_moving_away_takes_the_popup_back_and_reminds_anew(here: Office) -> None:
    planned = await here.plan(moscow(18, 12))
    here.pass_time(TEN)
    (reminder,) = await here.station.reminders.claim()
    await here.desk.activities.move(planned.id, planned.version, moscow(18, 17))
    assert await here.station.reminders.keep(reminder.ids) == frozenset()
    assert await here.station.reminders.next_moment() == moscow(18, 16, 50)


async def test_done_deleted_and_handed_over_are_not_reminded_of(here: Office) -> None:
    done, deleted, handed = [await here.plan(moscow(18, 12)) for _ in range(3)]
    here.pass_time(TEN)
    shown = [one for reminder in await here.station.reminders.claim() for one in reminder.ids]
    assert len(shown) == 3
    await here.desk.activities.complete(done.id, done.version, Completion("talked", "Договорились"))
    await here.desk.activities.delete(deleted.id, deleted.version)
    colleague = await beside(here.desk, EXECUTOR)
    handing = replace(draft_of(handed), responsible_id=colleague.workplace.actor.employee_id)
    await here.desk.activities.change(handed.id, handed.version, handing)
    assert await here.station.reminders.keep(shown) == frozenset()
    assert await here.station.reminders.waiting() == 0


async def test_nothing_is_shown_in_times_of_quiet_and_nothing_is_lost(here: Office, there: Station) -> None:
    await here.plan(moscow(18, 12))
    here.pass_time(TEN)
    await here.station.reminders.set_attention(Attention(quiet=True))
    assert await there.reminders.claim() == ()
    assert await there.reminders.next_moment() is None
    assert await there.reminders.waiting() == 1
    await here.station.reminders.set_attention(Attention())
    await here.station.reminders.pause(moscow(18, 12, 30))
    assert await here.station.reminders.claim() == ()
    assert await here.station.reminders.next_moment() == moscow(18, 12, 30)
    here.clock.move_to(moscow(18, 12, 30))
    assert subjects(await here.station.reminders.claim()) == ["Узнать решение"]


async def test_a_clock_set_back_and_forth_loses_nothing(here: Office) -> None:
    await here.plan(moscow(18, 12))
    here.clock.move_to(moscow(18, 11, 0))
    assert await here.station.reminders.claim() == ()
    here.clock.move_to(moscow(20, 11, 0))
    assert subjects(await here.station.reminders.claim()) == ["Узнать решение"]


async def test_the_database_alone_keeps_what_was_shown(here: Office) -> None:
    await here.plan(moscow(18, 12))
    here.pass_time(TEN)
    await here.station.reminders.claim()
    async with here.station.database.read() as session:
        (row,) = await session.scalars(select(ActivityReminder))
    assert (row.held_by, row.held_until) == (here.station.database.origin, here.clock.now() + LEASE)
    assert (row.shown_at, row.done_at) == (here.clock.now(), None)
