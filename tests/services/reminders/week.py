"""A working week of an office in simulated time: programs on two workstations each, put to sleep and killed."""

import asyncio
import random
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path

from sqlalchemy import func, select

from app.db.engine import Database
from app.models import ActivityReminder
from app.services.reminders.service import LEASE
from tests.support.reminding import FileClock

STEP = LEASE / 3
"""How often a program renews what it shows."""
SLEEPS = (2, 7)
"""Steps: some end before the lease does, most when another program has just taken over."""
PATIENCE_S = 6.0
"""A program asleep may hold a lock of the database: it is woken when the others have waited so long for it."""


@dataclass
class Workstation:
    """One workstation; its program may be started several times."""

    employee_id: int
    name: str
    process: asyncio.subprocess.Process | None = None
    started: int = 0
    asleep: int = 0
    """For how many steps still."""
    answer: asyncio.Task[bytes] | None = None
    shown: int = 0


@dataclass
class Week:
    """Drives the programs step by step; `faults` counts what was done to them."""

    database: Database
    url: str
    folder: Path
    clock: FileClock
    stations: list[Workstation]
    chance: random.Random = field(default_factory=lambda: random.Random(20251117))
    kinds: Iterator[str] = field(default_factory=lambda: cycle(("sleep", "kill", "sleep", "leave")))
    faults: dict[str, int] = field(default_factory=lambda: {"kill": 0, "sleep": 0, "leave": 0})

    async def open(self) -> None:
        await asyncio.gather(*(self._start(one) for one in self.stations))

    async def close(self) -> None:
        for one in self.stations:
            await self._kill(one)

    async def run(self, until: datetime) -> None:
        """Go on until the moment; time passes in steps while something is due, and jumps where nothing is."""
        while (following := await self._next_moment()) is not None and following <= until:
            self.clock.move_to(following)
            await self._step("look", self._fault())
        await self._wake()

    async def finish(self) -> None:
        """Nothing happens to the programs any more, and everything is answered."""
        for _ in range(60):
            following = await self._next_moment()
            if following is None:
                return
            self.clock.move_to(following)
            await self._step("end", None)
        raise AssertionError("reminders are left that nobody shows")

    async def _next_moment(self) -> datetime | None:
        query = select(func.min(ActivityReminder.due_at)).where(ActivityReminder.done_at.is_(None))
        async with self.database.read() as session:
            due = await session.scalar(query)
        soon = self.clock.now() + STEP
        if any(one.shown for one in self.stations):
            return soon
        return max(due, soon) if due is not None else None

    def _fault(self) -> tuple[str, Workstation] | None:
        """One of the two programs of an employee stays untouched: somebody is there to be reminded."""
        if self.chance.random() > 0.15:
            return None
        troubled = {one.employee_id for one in self.stations if one.asleep}
        fit = [one for one in self.stations if one.employee_id not in troubled]
        showing = [one for one in fit if one.shown] or fit
        return (next(self.kinds), self.chance.choice(showing)) if showing else None

    async def _step(self, order: str, fault: tuple[str, Workstation] | None) -> None:
        for one in self.stations:
            one.asleep = max(one.asleep - 1, 0)
            if one.asleep == 0 and one.process is not None:
                one.process.send_signal(signal.SIGCONT)
        await self._answers()
        for one in self.stations:
            if not one.asleep:
                leaving = fault == ("leave", one)
                self._tell(one, "leave" if leaving else order)
        if fault is not None:
            await asyncio.sleep(self.chance.uniform(0, 0.03))  # anywhere in what it is doing
            await self._strike(*fault)
        await self._answers()

    async def _strike(self, kind: str, one: Workstation) -> None:
        self.faults[kind] += 1
        if kind == "sleep" and one.process is not None:
            one.asleep = self.chance.randint(*SLEEPS)
            one.process.send_signal(signal.SIGSTOP)
            return
        if kind == "kill":
            await self._kill(one)
        elif one.process is not None:
            await one.process.wait()
        await self._start(one)

    async def _answers(self) -> None:
        """Wait for those that are awake; where one asleep keeps them waiting, wake it."""
        waited = [one.answer for one in self.stations if one.answer is not None and not one.asleep]
        if waited:
            _, late = await asyncio.wait(waited, timeout=PATIENCE_S)
            if late:
                await self._wake()
                await asyncio.wait(late)
        for one in self.stations:
            if one.answer is not None and one.answer.done():
                said = one.answer.result().strip()
                one.shown, one.answer = int(said or 0), None

    async def _wake(self) -> None:
        for one in self.stations:
            if one.asleep and one.process is not None:
                one.asleep = 0
                one.process.send_signal(signal.SIGCONT)

    def _tell(self, one: Workstation, order: str) -> None:
        assert one.process is not None
        assert one.process.stdin is not None
        assert one.process.stdout is not None
        assert one.answer is None
        one.process.stdin.write(f"{order}\n".encode())
        one.answer = asyncio.create_task(one.process.stdout.readline())

    async def _start(self, one: Workstation) -> None:
        log = self.folder / f"{one.name}-{one.started}.log"
        one.started, one.shown = one.started + 1, 0
        one.process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.support.reminding", self.url, str(one.employee_id),
            str(self.folder / "clock"), str(log), stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        assert one.process.stdout is not None
        assert await one.process.stdout.readline() == b"ready\n"

    async def _kill(self, one: Workstation) -> None:
        assert one.process is not None
        with suppress(ProcessLookupError):
            one.process.kill()
        await one.process.wait()
        if one.answer is not None:
            await one.answer
            one.answer = None


def days_of(first: datetime, hours: tuple[int, ...]) -> list[datetime]:
    """The same hours of five days."""
    return [first.replace(hour=hour) + timedelta(days=day) for day in range(5) for hour in hours]
