"""From the start of the process to what a person sees, as a process of its own."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

from tests.benchmarks.figures import Figure
from tests.benchmarks.offices import ADMIN, PASSWORD

RUNS = 5

TO_FIRST_WINDOW = """
import sys, time
from app.qtbase import i18n, loop
from app.qtbase.theme import theme
import app.bootstrap.window as program

async def main(app, _closed):
    import asyncio
    window = program.WindowProgram(app, program.make_outside())
    window._show_first_run()
    entrance = window._entrance
    while not entrance.isVisible():
        await asyncio.sleep(0)
    entrance.repaint()
    print("painted", flush=True)
    return 0

app = loop.make_application(["prichal"])
i18n.install(app)
theme().apply(app, "system")
loop.run(app, main)
"""

TO_FIRST_PAGE = """
import asyncio, sys
from app.db.opening import open_database
from app.core.clock import SystemClock
from app.services.container import open_services
from app.services.people.sign_in import sign_in
from app.services.records.lists import Filter, Sort

async def main():
    database = await open_database(sys.argv[1])
    services = open_services(await sign_in(database, sys.argv[2], sys.argv[3], SystemClock()))
    newest = Sort("created", descending=True)
    ids = await services.lists.first_ids("lead", Filter(), newest)
    if ids is None:
        ids = await services.lists.ids("lead", Filter(), newest)
    await services.lists.rows("lead", ids[:100], ("stage", "name", "phone", "activity"))
    print("there", flush=True)
    await database.close()

asyncio.run(main())
"""


def starting(kind: str, leads: int, url: str) -> Iterator[Figure]:
    """Warm starts: the median of five after one that isn't counted."""
    if kind == "sqlite":
        yield Figure("process start to the first painted window", kind, leads, _median(TO_FIRST_WINDOW), target=250)
    yield Figure(
        "process start, opening, password, first page of data",
        kind,
        leads,
        _median(TO_FIRST_PAGE, url, ADMIN, PASSWORD),
        target=650,
    )


def _median(program: str, *arguments: str) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    times: list[float] = []
    for _ in range(RUNS + 1):
        started = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-c", program, *arguments], stdout=subprocess.PIPE, env=environment, text=True
        )
        assert process.stdout is not None
        line = process.stdout.readline()
        times.append((time.perf_counter() - started) * 1000)
        process.communicate()
        if not line or process.returncode:
            raise RuntimeError(f"the program ended with {process.returncode}")
    return statistics.median(times[1:])
