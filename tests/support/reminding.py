"""Run as a process of its own: one workstation's program that shows reminders, at a clock that a file keeps.

Each line on the standard input is one look into the database, as the window does it every third of a lease; the answer
is how many reminders are on the screen. Everything is written down in the program's own log.
"""

import asyncio
import json
import os
import random
import struct
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.db.opening import open_database
from app.services.people.workplaces import open_workplace
from app.services.records.reminders import Reminder
from app.services.reminders import Reminders

SNOOZE = timedelta(minutes=5)
_MOMENT = struct.Struct("d")


class FileClock:
    """The time that stands in a file: the same for all programs, also for one that slept."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT)

    def now(self) -> datetime:
        return datetime.fromtimestamp(_MOMENT.unpack(os.pread(self._file, _MOMENT.size, 0))[0], UTC)

    def move_to(self, moment: datetime) -> None:
        os.pwrite(self._file, _MOMENT.pack(moment.timestamp()), 0)


class Screen:
    """What one program shows, and what its employee does with it."""

    def __init__(self, reminders: Reminders, clock: FileClock, log: int, seed: str) -> None:
        self._reminders = reminders
        self._clock = clock
        self._log = log
        self._chance = random.Random(seed)
        self._shown: dict[int, Reminder] = {}

    def note(self, what: str, ids: tuple[int, ...], began: float, at: datetime, **more: object) -> None:
        """One line, written at once: what stands in the log has happened."""
        line = {"what": what, "ids": ids, "began": began, "ended": time.monotonic(), "at": at.timestamp(),
                "by": self._clock.now().timestamp(), **more}  # fmt: skip
        os.write(self._log, f"{json.dumps(line)}\n".encode())

    async def look(self, *, to_end: bool) -> int:
        """Renew, claim, and let the employee answer some of what is on the screen."""
        began, at = time.monotonic(), self._clock.now()
        if self._shown:
            kept = await self._reminders.keep([one for shown in self._shown.values() for one in shown.ids])
            self._shown = {number: one for number, one in self._shown.items() if number in kept}
            self.note("keep", tuple(kept), began, at)
        began, at = time.monotonic(), self._clock.now()
        for one in await self._reminders.claim():
            self._shown[one.id] = one
            self.note("show", one.ids, began, at)
        for one in tuple(self._shown.values()):
            if to_end or self._chance.random() < 0.3:
                await self._acknowledge(one)
            elif self._chance.random() < 0.05:
                await self._snooze(one)
        return len(self._shown)

    async def leave(self) -> None:
        """The employee closes the program."""
        began, at, ids = time.monotonic(), self._clock.now(), tuple(self._shown)
        self._shown.clear()
        self.note("release", ids, began, at)
        await self._reminders.release(ids)

    async def _acknowledge(self, one: Reminder) -> None:
        began, at = time.monotonic(), self._clock.now()
        del self._shown[one.id]
        self.note("answer", one.ids, began, at)
        await self._reminders.acknowledge(one.ids)
        self.note("acknowledge", one.ids, began, at)

    async def _snooze(self, one: Reminder) -> None:
        began, at = time.monotonic(), self._clock.now()
        del self._shown[one.id]
        await self._reminders.snooze([one], at + SNOOZE)
        self.note("snooze", one.ids, began, at, until=(at + SNOOZE).timestamp())


async def sit(url: str, employee_id: int, clock_path: Path, log_path: Path) -> None:
    clock = FileClock(clock_path)
    database = await open_database(url)
    log = os.open(log_path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    workplace = await open_workplace(database, employee_id, clock)
    screen = Screen(Reminders(workplace), clock, log, log_path.name)
    print("ready", flush=True)
    while order := sys.stdin.readline().strip():
        if order == "leave":
            await screen.leave()
            break
        print(await screen.look(to_end=order == "end"), flush=True)
    await database.close()


if __name__ == "__main__":
    _, address, employee, clock_file, log_file = sys.argv
    asyncio.run(sit(address, int(employee), Path(clock_file), Path(log_file)))
