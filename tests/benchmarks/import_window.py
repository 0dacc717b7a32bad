"""An import started from a window that shows its list: how long it takes, and how long the window stands still."""

import asyncio
import os
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.bootstrap.desk import Office
from app.qtbase import i18n
from app.qtbase.loop import EventLoop
from app.qtbase.theme import theme
from app.qtbase.window_state import MemoryStateStore
from app.services.feed import Feed
from app.services.importing.outcomes import ImportResult
from app.services.importing.request import DuplicatePolicy, ImportRequest
from app.services.importing.service import Imports
from tests.benchmarks.offices import opened
from tests.benchmarks.window import HEARTBEAT_S


@dataclass(frozen=True, slots=True)
class Imported:
    """How an import went."""

    seconds: float
    """From its start to its end, reading the file's names included."""
    cpu_seconds: float
    """The processor's time of the process that imports."""
    slowest_ms: float
    gap_ms: float
    """Longest time that the window's loop did not turn."""
    gap_cpu_ms: float
    """The most that the window's own thread had to do at a stretch: what is left of it on a quiet machine."""


def in_a_window(kind: str, url: str, path: Path) -> Imported:
    """Import a file into an office whose window is open; on the screen there is, if the platform is one."""
    app = QApplication.instance() or QApplication(["prichal"])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    i18n.install(app, "ru")
    theme().apply(app, "light")
    loop = EventLoop(app)
    asyncio.set_event_loop(loop)
    try:
        return loop.run_until_complete(_measure(app, kind, url, path))
    finally:
        loop.close()
        asyncio.set_event_loop(None)


class _Pulse:
    """How long the loop could not turn, by the clock and by the processor."""

    def __init__(self) -> None:
        self.longest_ms = self.longest_cpu_ms = 0.0

    async def beat(self) -> None:
        """Turn with the loop until cancelled."""
        while True:
            before, busy = time.perf_counter(), time.thread_time()
            await asyncio.sleep(HEARTBEAT_S)
            self.longest_ms = max(self.longest_ms, (time.perf_counter() - before - HEARTBEAT_S) * 1000)
            self.longest_cpu_ms = max(self.longest_cpu_ms, (time.thread_time() - busy) * 1000)


async def _measure(app: QApplication, kind: str, url: str, path: Path) -> Imported:
    async with opened(kind, 0, url) as bench:
        workplace = bench.services.workplace
        office = Office(app, workplace, MemoryStateStore(), "1.0.0")
        office.window.show()
        following = asyncio.create_task(Feed(workplace.database).run())
        imports = Imports(workplace)
        await imports.preview(_beginning(path))  # the process is there by then, as in the wizard
        gap = _Pulse()
        beating = asyncio.create_task(gap.beat())
        before, started = _busy_s(imports.process_id), time.perf_counter()
        result = await _import(imports, path)
        seconds, busy = time.perf_counter() - started, _busy_s(imports.process_id) - before
        await asyncio.sleep(1)  # what the window does with the news belongs to it
        for task in (beating, following):
            task.cancel()
        await asyncio.gather(beating, following, return_exceptions=True)
        await imports.close()
        await office.close()
    return Imported(seconds, busy, result.slowest_batch * 1000, gap.longest_ms, gap.longest_cpu_ms)


def _busy_s(pid: int | None) -> float:
    """The processor's seconds of a process up to now, all its threads together."""
    if pid is None:
        return 0.0
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _beginning(path: Path) -> Path:
    """A file of the first rows alone."""
    short = path.with_name(f"{path.stem}-beginning.csv")
    with path.open(encoding="utf-8") as stream:
        short.write_text("".join(line for line, _ in zip(stream, range(20), strict=False)), encoding="utf-8")
    return short


async def _import(imports: Imports, path: Path) -> ImportResult:
    run = imports.start(ImportRequest(path, duplicates=DuplicatePolicy.ADD))
    async for _ in run:
        pass
    assert run.result is not None, "it was not cancelled"
    return run.result
