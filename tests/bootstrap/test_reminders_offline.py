"""The server is gone: reminders come at their time all the same, and all agrees again once it is back."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.adapters.sound import SilentSound
from app.core.clock import FixedClock
from app.db.opening import open_database
from app.models import ActivityReminder
from app.services.reminders import Reminders
from app.services.reminders.memory import GRACE
from app.views.notifications import watch as watching
from app.views.notifications.reminder_popup import ReminderPopup
from app.views.notifications.stack import PopupStack
from app.views.notifications.watch import ReminderWatch
from tests.support.asynchronous import until
from tests.support.gate import Gate
from tests.support.office import MANAGER, NOW, make_office, sit_down
from tests.support.settling import settled
from tests.support.speaking import english
from tests.views.activities.desk import Desk, moscow
from tests.views.notifications.station import Station

__all__ = ["english"]

DUE = moscow(18, 11, 50)
"""Of the activity at noon."""
STEP = timedelta(seconds=1.8)
LAST = timedelta(seconds=7)


@dataclass
class Office:
    """A manager's window behind the gate, and the same manager's second workstation past it."""

    station: Station
    gate: Gate
    elsewhere: Reminders

    def clock(self) -> FixedClock:
        clock = self.station.desk.workplace.clock
        assert isinstance(clock, FixedClock)
        return clock

    async def come_to(self, moment: datetime) -> None:
        """Let time pass, the last of it in steps that are no jumps of the clock: those ask the database first."""
        watch, clock = self.station.watch, self.clock()
        if clock.now() < moment - LAST:
            clock.move_to(moment - LAST)
        while True:
            await until(lambda: watch._alone._seen[0] == clock.now())
            if clock.now() >= moment:
                return
            clock.move_to(min(clock.now() + STEP, moment))

    async def states(self) -> list[tuple[str | None, bool]]:
        """By whom each reminder is held, and whether it is settled, as the server says."""
        async with self.elsewhere._workplace.database.read() as session:
            rows = await session.scalars(select(ActivityReminder).order_by(ActivityReminder.id))
            return [(row.held_by, row.done_at is not None) for row in rows]


@pytest.fixture
async def office(
    qtbot: QtBot, english: None, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Office]:
    monkeypatch.setattr(watching, "RETRY_MS", 50)
    server = await open_database(postgresql_url)
    clock = FixedClock(NOW)
    admin = await make_office(server, clock)
    second = await sit_down(server, clock, MANAGER)
    port = re.search(r":(\d+)/", postgresql_url)
    assert port is not None
    async with Gate(int(port[1])) as gate:
        through = await open_database(re.sub(r":\d+/", f":{gate.port}/", postgresql_url))
        first = await sit_down(through, clock, MANAGER)
        desk = await Desk.of(first)
        await desk.plan(starts_at=moscow(18, 12), reminders=(10,))
        window = QWidget()
        stack, sound = PopupStack(window), SilentSound()
        watch = ReminderWatch(desk.context, stack, sound, window)
        watch.start()
        await idle(watch)
        yield Office(Station(desk, watch, stack, sound), gate, Reminders(second))
        await watch.stop()
        await idle(watch)
        window.deleteLater()
        for database in (first.database, second.database, through, admin.database, server):
            await database.close()
    await settled()


async def idle(watch: ReminderWatch) -> None:
    """The watch has asked the database and waits."""
    await until(lambda: not watch._tasks._running.tasks)


async def test_reminder_comes_without_the_server_and_is_held_once_it_is_back(office: Office) -> None:
    station = office.station
    await office.gate.shut()
    await office.come_to(DUE)
    assert station.stack.popups() == ()
    await office.come_to(DUE + GRACE)
    popup = await station.popup(ReminderPopup)
    assert "Гаврилова Нина" in popup.accessibleName()
    assert await office.states() == [(None, False)]

    await office.gate.open()
    await until_states(office, [(station.desk.workplace.database.origin, False)])
    await idle(station.watch)
    assert station.stack.popups() == (popup,)
    assert station.sound.played == ["reminder"]


async def until_states(office: Office, wanted: list[tuple[str | None, bool]]) -> None:
    found: list[tuple[str | None, bool]] = []
    while found != wanted:  # the test's own deadline ends it
        await until(lambda: not office.station.watch._asking)
        found = await office.states()


async def test_what_is_answered_without_the_server_is_settled_once_it_is_back(qtbot: QtBot, office: Office) -> None:
    station = office.station
    await office.gate.shut()
    await office.come_to(DUE + GRACE)
    popup = await station.popup(ReminderPopup)
    qtbot.mouseClick(popup.snooze_buttons[0], Qt.MouseButton.LeftButton)
    assert station.stack.popups() == ()
    await office.come_to(DUE + GRACE + timedelta(minutes=5) + GRACE)
    again = await station.popup(ReminderPopup)
    assert again is not popup
    qtbot.mouseClick(again.cross, Qt.MouseButton.LeftButton)
    assert station.stack.popups() == ()

    await office.gate.open()
    await until_states(office, [(None, True)])
    assert await office.elsewhere.claim() == ()


async def test_what_another_workstation_settled_meanwhile_goes_from_the_screen(office: Office) -> None:
    station = office.station
    await office.gate.shut()
    await office.come_to(DUE + GRACE)
    await station.popup(ReminderPopup)
    (shown,) = await office.elsewhere.claim()  # it can't know either
    await office.elsewhere.acknowledge(shown.ids)

    await office.gate.open()
    await until(lambda: not station.stack.popups())
    assert await office.states() == [(None, True)]
