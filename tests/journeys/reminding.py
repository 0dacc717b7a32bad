"""What the journeys of reminders need: a known office, a reminder a moment ahead, the tray's icon on the screen."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
from sqlalchemy import select

from app.core.clock import SystemClock
from app.core.kinds import ActivityKind
from app.db.opening import open_database
from app.models import ActivityReminder, Employee
from app.services.container import open_services
from app.services.people.workplaces import open_workplace
from app.services.records.activities import ActivityDraft, ClientRef
from app.services.records.reminders import Reminder
from tests.journeys.hand import Hand
from tests.journeys.program import Program
from tests.services.clients.making import new_lead

PASSWORD = "quiet harbour 7"
LOGIN = "dymov@primer.test"
BLUE = (38, 87, 193)
"""Of the mark."""
RED = (196, 43, 53)
"""Of the count beside it."""
BAR = 34
"""So high at the screen's lower edge may a panel be."""


def found_office(program: Program) -> Path:
    """An office in English, made from the terminal."""
    file = program.home / "main.db"
    admin = ("--admin-name", "Dymov Andrey", "--admin-login", LOGIN, "--language", "en")
    program.run("--database", f"sqlite:///{file}", "init", *admin, PRICHAL_PASSWORD=PASSWORD)
    return file


def sign_in(hand: Hand, *, remember: bool = False) -> None:
    """To the empty list of leads."""
    hand.window("Prichal — sign in")
    hand.see("Ready")
    hand.fill("Phone or email", LOGIN)
    if remember:
        hand.push("Remember me on this computer", role="check box")
    hand.secret("Password", PASSWORD)
    hand.press("Return")
    hand.window("Prichal — Leads")


def remind(file: Path, after: float, subject: str = "First call") -> datetime:
    """Plan a call as another program does, whose reminder is due in so many seconds; its moment."""
    return asyncio.run(_remind(file, timedelta(seconds=after), subject))


async def _remind(file: Path, after: timedelta, subject: str) -> datetime:
    database = await open_database(f"sqlite:///{file}")
    try:
        async with database.read() as session:
            employee_id = await session.scalar(select(Employee.id))
        assert employee_id is not None
        workplace = await open_workplace(database, employee_id, SystemClock())
        services = open_services(workplace)
        lead_id = await services.leads.create(new_lead(workplace))
        client, starts_at = ClientRef("lead", lead_id), workplace.now() + timedelta(hours=1)
        number = await services.activities.plan(
            ActivityDraft(ActivityKind.CALL, subject, starts_at, 15, client, reminders=(10,))
        )
        async with database.read() as session:
            (one,) = await session.scalars(select(ActivityReminder).where(ActivityReminder.activity_id == number))
        planned = Reminder((one.id,), one.due_at, await services.activities.get(number))
        due = workplace.now() + after
        await services.reminders.snooze([planned], due)  # activities begin with a minute, this is to come sooner
        return due
    finally:
        await database.close()


class TrayIcon:
    """The program's icon as it lies on the screen."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand

    def _pixels(self, color: tuple[int, int, int]) -> "tuple[np.ndarray, np.ndarray]":
        """Rows and columns of a colour at the left of the panel; a panel may draw it a shade lighter."""
        screen = self._hand.desktop.x11.pixels()
        top = screen.shape[0] - BAR
        part = screen[top:, :30].astype(int)
        rows, columns = np.nonzero((abs(part - np.array(color)) < 24).all(axis=2))
        return rows + top, columns

    def point(self) -> tuple[int, int]:
        """Where to click it; waits until it is there."""

        def look() -> tuple[int, int] | None:
            rows, columns = self._pixels(BLUE)
            return (round(columns.mean()), round(rows.mean())) if len(rows) > 60 else None

        return self._hand.until(look, "the icon in the tray")

    def counts(self) -> bool:
        """Whether it bears a red number."""
        return len(self._pixels(RED)[0]) > 20

    def click(self, button: int = 1) -> None:
        x, y = self.point()
        self._hand.desktop._xdotool("mousemove", x, y, "click", button)

    def choose(self, *keys: str) -> None:
        """Opens the menu and takes a line by keys, once the menu is there."""
        before = self._hand.desktop.x11.pixels()
        self.click(button=3)

        def opened() -> bool:
            return bool((self._hand.desktop.x11.pixels() != before).any(axis=2).sum() > 5_000)

        self._hand.until(opened, "the tray's menu")
        self._hand.press(*keys)
