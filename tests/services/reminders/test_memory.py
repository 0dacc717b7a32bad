"""The memory of the next hours, and answers given without the database."""

import time
from datetime import timedelta
from unittest.mock import patch

import pytest

from app.core.errors import Offline
from app.db.engine import Database
from app.services.records.reminders import Attention, Reminder
from app.services.reminders.memory import GRACE
from tests.services.activities.making import MOSCOW, moscow
from tests.services.reminders.making import Office, Station

MINUTE = timedelta(minutes=1)


def gone() -> object:
    """The database is away as long as this stands."""

    def refuse(*_: object, **__: object) -> object:
        raise Offline("no_connection")

    return patch.multiple(Database, read=refuse, write=refuse)


async def remembered(one: Office) -> tuple[Reminder, ...]:
    one.pass_time(GRACE)
    return one.station.reminders.remembered()


async def test_what_comes_due_without_the_database_is_remembered_once_and_with_its_client(here: Office) -> None:
    await here.plan(moscow(18, 12), reminders=(10, 5))
    await here.plan(moscow(20, 12))  # beyond the next hours
    reminders = here.station.reminders
    await reminders.look_ahead()
    assert reminders.remembered() == ()
    assert reminders.next_remembered() == moscow(18, 11, 50) + GRACE
    here.clock.move_to(moscow(18, 11, 56))
    (reminder,) = reminders.remembered()
    assert (reminder.activity.client_name, len(reminder.ids)) == ("Гаврилова Нина", 2)
    assert reminder.due_at == moscow(18, 11, 55)
    assert reminders.remembered() == ()
    assert reminders.next_remembered() is None


async def test_a_look_that_succeeds_leaves_nothing_to_the_memory(here: Office, there: Station) -> None:
    await here.plan(moscow(18, 12))
    for station in (here.station, there):
        await station.reminders.look_ahead()
    here.clock.move_to(moscow(18, 11, 50))
    assert len(await there.reminders.claim()) == 1
    assert await here.station.reminders.claim() == ()
    await here.station.reminders.look_ahead()
    assert await remembered(here) == ()


async def test_times_of_quiet_hold_without_the_database_too(here: Office) -> None:
    await here.plan(moscow(18, 12))
    reminders = here.station.reminders
    await reminders.pause(moscow(18, 12, 30))
    await reminders.attention()
    await reminders.look_ahead()
    here.clock.move_to(moscow(18, 12))
    assert reminders.remembered() == ()
    assert reminders.next_remembered() == moscow(18, 12, 30) + GRACE
    here.clock.move_to(moscow(18, 12, 30))
    assert len(reminders.remembered()) == 1
    reminders.memory.attention = Attention(quiet=True)
    assert reminders.next_remembered() is None


async def test_answer_given_without_the_database_is_sent_later(here: Office, there: Station) -> None:
    await here.plan(moscow(18, 12), reminders=(10, 9))
    reminders = here.station.reminders
    await reminders.look_ahead()
    here.clock.move_to(moscow(18, 11, 50))
    (first,) = await remembered(here)
    with gone(), pytest.raises(Offline):  # type: ignore[attr-defined]  # a patch is a context manager
        await reminders.acknowledge(first.ids)
    await reminders.send()
    assert await there.reminders.claim() == ()
    here.clock.move_to(moscow(18, 11, 51))
    assert len(await there.reminders.claim()) == 1


async def test_put_off_without_the_database_it_comes_again_and_settled_elsewhere_it_stays_settled(
    here: Office, there: Station
) -> None:
    await here.plan(moscow(18, 12))
    reminders = here.station.reminders
    await reminders.look_ahead()
    here.clock.move_to(moscow(18, 11, 50))
    (reminder,) = await remembered(here)
    later = here.clock.now() + 5 * MINUTE
    with gone(), pytest.raises(Offline):  # type: ignore[attr-defined]  # likewise
        await reminders.snooze([reminder], later)
    here.clock.move_to(later)
    assert [one.id for one in await remembered(here)] == [reminder.id]
    await there.reminders.acknowledge((await there.reminders.claim())[0].ids)
    await reminders.send()
    assert await reminders.claim() == ()
    assert await reminders.next_moment() is None


async def test_late_answer_holds_for_nothing_that_has_come_up_since(here: Office) -> None:
    planned = await here.plan(moscow(18, 12))
    reminders = here.station.reminders
    here.clock.move_to(moscow(18, 11, 50))
    (reminder,) = await reminders.claim()
    with gone(), pytest.raises(Offline):  # type: ignore[attr-defined]  # likewise
        await reminders.acknowledge(reminder.ids)
    await here.desk.activities.move(planned.id, planned.version, moscow(18, 17))
    await reminders.send()
    assert await reminders.next_moment() == moscow(18, 16, 50)


async def test_what_came_due_while_the_database_was_asked_is_asked_for_again(here: Office) -> None:
    await here.plan(moscow(18, 12))
    assert await here.station.reminders.claim() == ()
    here.clock.move_to(moscow(18, 11, 50))  # between the claim and the next question
    assert await here.station.reminders.next_moment() == moscow(18, 11, 50)


async def test_reminders_hold_their_moment_when_the_workstation_moves_to_another_zone(
    here: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    await here.plan(moscow(18, 12))
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        assert await here.station.reminders.next_moment() == moscow(18, 11, 50)
        here.clock.move_to(here.clock.now().astimezone(MOSCOW).replace(hour=11, minute=50))
        assert len(await here.station.reminders.claim()) == 1
    finally:
        monkeypatch.undo()
        time.tzset()
