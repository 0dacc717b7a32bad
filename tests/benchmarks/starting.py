"""From the start of the process to what a person sees, and what it takes of memory: a process beside Qt alone."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.figures import Figure
from tests.benchmarks.offices import ADMIN, PASSWORD

RUNS = 7

QT_ALONE = """
import time
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(["alone"])
label = QLabel("Hello")
label.show()
label.repaint()
print(time.process_time(), flush=True)
"""

PROGRAM = """
import gc
gc.disable()  # as `run_window` does
import asyncio, os, sys, time
from app.qtbase import i18n, loop
from app.qtbase.theme import theme
import app.bootstrap.window as program

def end(figure):
    print(figure, flush=True)
    os._exit(0)

async def first_window(start):
    start._show_first_run() if len(sys.argv) < 2 else start._show_sign_in()
    while not start._entrance.isVisible():
        await asyncio.sleep(0)
    start._entrance.repaint()

async def first_page(start):
    from app.services.records.lists import Filter

    start._open_office(await start._sign_in(*sys.argv[1:4]))
    page = start._office.window.page()
    page.apply_filter(Filter())
    table = page.table
    while table.model().rowCount() == 0 or table.model().index(0, 2).data() is None:
        await asyncio.sleep(0)
    table.viewport().repaint()
    return table

PLACES = 60

async def whole_list(table):
    from app.bootstrap import features

    for place in range(PLACES):
        bar = table.verticalScrollBar()
        bar.setValue(bar.maximum() * place // PLACES)
        await asyncio.sleep(0.05)
    features.QUIET_S = 0
    await features.import_the_rest()
    with open("/proc/self/smaps_rollup") as told:
        end(next(int(line.split()[1]) for line in told if line.startswith("Rss:")) / 1024)

async def main(app, _closed):
    start = program.WindowProgram(app, program.make_outside())
    await first_window(start)
    if len(sys.argv) > 2:
        table = await first_page(start)
    if len(sys.argv) > 4:
        await whole_list(table)
    end(time.process_time())

app = loop.make_application(["prichal"])
i18n.install(app)
theme().apply(app, "system")
loop.run(app, main)
"""
"""Without arguments the first run, with an address the sign-in window, with login and password the first page.

With one more it goes on to scroll through the whole list, imports all that is opened later, and tells its memory.
"""


@dataclass(frozen=True, slots=True)
class Start:
    """Milliseconds from the start, and what the program told: seconds of the processor, or megabytes."""

    wall: float
    told: float

    @property
    def cpu(self) -> float:
        return self.told * 1000


def starting(kind: str, leads: int, url: str) -> Iterator[Figure]:
    """Warm starts: the median of seven after two that aren't counted."""
    if kind == "sqlite":
        alone = _median(QT_ALONE)
        for work, arguments in (("first run", ()), ("signing in", (url,))):
            start = _median(PROGRAM, *arguments)
            name = f"process start to the first painted window, {work}"
            yield Figure(name, kind, leads, start.wall, alone.wall, 250, cpu=start.cpu)
    start = _median(PROGRAM, url, ADMIN, PASSWORD)
    name = "process start, signed in at once, first page of the list painted"
    yield Figure(name, kind, leads, start.wall, target=650, cpu=start.cpu)
    yield Figure("memory of the program, the whole list scrolled", kind, leads, _memory(url), target=180, unit="MB")


def _memory(url: str) -> float:
    """Resident, shared libraries included: the program's own process has done nothing else."""
    with tempfile.TemporaryDirectory(prefix="prichal-start-") as home:
        _remember(Path(home), url)
        return _run(PROGRAM, home, url, ADMIN, PASSWORD, "scroll").told


def _median(program: str, *arguments: str) -> Start:
    with tempfile.TemporaryDirectory(prefix="prichal-start-") as home:
        if arguments:
            _remember(Path(home), arguments[0])
        starts = [_run(program, home, *arguments) for _ in range(RUNS + 2)][2:]
    return Start(statistics.median(one.wall for one in starts), statistics.median(one.told for one in starts))


def _remember(home: Path, url: str) -> None:
    """As on a workstation that knows the database."""
    code = (
        "import sys; from app.bootstrap.outside import make_outside; from app.services.ports import KnownDatabase\n"
        "make_outside().known.remember(KnownDatabase(sys.argv[1], 'Office', sys.argv[2]))"
    )
    subprocess.run([sys.executable, "-c", code, url, ADMIN], env=_environment(str(home)), check=True)


def _run(program: str, home: str, *arguments: str) -> Start:
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", program, *arguments], stdout=subprocess.PIPE, env=_environment(home), text=True
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    wall = (time.perf_counter() - started) * 1000
    process.communicate()
    if not line or process.returncode:
        raise RuntimeError(f"the program ended with {process.returncode}")
    return Start(wall, float(line))


def _environment(home: str) -> dict[str, str]:
    """A home of its own, and compiled modules as an installed program has them."""
    here = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**here, "HOME": home, "XDG_CONFIG_HOME": f"{home}/.config", "QT_QPA_PLATFORM": "offscreen"}
