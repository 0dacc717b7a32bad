"""`python -m tests.load.window FOLDER NUMBER`: a program with its window and a card open, among the others.

It acts by its window's services, and the window shows what the others do; a crash that it would tell of ends it.
"""

import asyncio
import sys
import traceback
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.bootstrap.desk import Office
from app.core.errors import Offline
from app.qtbase import crash
from app.qtbase.loop import make_application
from app.qtbase.loop import run as run_loop
from app.qtbase.theme import theme
from app.qtbase.window_state import MemoryStateStore
from tests.load import acts
from tests.load.client import Client, sign_in_as, watched
from tests.load.plan import Plan

LOOK_S = 0.3
LATE_S = 0.25
"""A loop that wakes so much later than it wanted stood still; the longest is written down."""


class WindowClient(Client):
    """Signed in with a window, whose own feed and services it uses."""

    async def show(self, app: QApplication) -> Office:
        while True:
            try:
                workplace = watched(await sign_in_as(self.plan, self.person))
                break
            except Offline:
                await asyncio.sleep(self.rng.uniform(0.2, 1.0))
        office = Office(app, workplace, MemoryStateStore(), "1.0.0")
        self.following = office._feed.following
        office._connection.changed.connect(self.hear_state)
        self.take(office.window.navigator.context.services)
        office.show()
        await self.following.wait()
        self.journal.write("start", who=workplace.actor.employee_id, all=self.person.reaches_all)
        office.window.navigator.open_card("lead", self.plan.hot[0])
        return office


async def _work(app: QApplication, folder: Path, number: int) -> int:
    plan = Plan.read(folder)
    client = WindowClient(plan, plan.windows[number], f"window{number}", folder)
    crashes: list[BaseException] = []

    def note_crash(error: BaseException) -> None:
        crashes.append(error)
        client.journal.write("crash", trace="".join(traceback.format_exception(error)))

    crash.install(folder / f"log-window{number}", note_crash)
    office = await client.show(app)
    day = acts.Day(client, 0)
    watching = asyncio.create_task(_watch(client))
    while not (folder / "leave").exists():
        await acts.comment_hot(day)
        await acts.read_list(day)
        await asyncio.sleep(LOOK_S * 2 * client.rng.random())
    watching.cancel()
    await asyncio.wait([watching])
    await client.tell_counters()
    client.journal.write("stop")
    await office.close()
    return 1 if crashes else 0


async def _watch(client: Client) -> None:
    loop = asyncio.get_running_loop()
    while True:
        wanted = loop.time() + 0.02
        await asyncio.sleep(0.02)
        if loop.time() - wanted > LATE_S:
            client.journal.write("stood", seconds=round(loop.time() - wanted, 3))


def main() -> int:
    app = make_application(["prichal"])
    theme().apply(app, "light")
    folder, number = Path(sys.argv[1]), int(sys.argv[2])

    async def work(app: QApplication, _closed: asyncio.Event) -> int:
        return await _work(app, folder, number)

    return run_loop(app, work)


if __name__ == "__main__":
    sys.exit(main())
