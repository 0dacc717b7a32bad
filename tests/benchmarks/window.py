"""The window over a list of any length, drawn without a screen: frames while scrolling, jumps, memory."""

import asyncio
import resource
import time
from collections.abc import Iterator

from PySide6.QtWidgets import QApplication

from app.bootstrap.desk import Office
from app.qtbase import i18n
from app.qtbase.loop import EventLoop
from app.qtbase.theme import theme
from app.qtbase.window_state import MemoryStateStore
from app.services.records.lists import Filter
from app.views.records.page import RecordsPage
from app.views.records.table import RecordTable
from tests.benchmarks.figures import Figure, percentile
from tests.benchmarks.offices import opened

FRAMES, ROWS_A_FRAME = 300, 3
JUMPS = 25
HEARTBEAT_S = 0.001


def window_figures(kind: str, leads: int, url: str) -> Iterator[Figure]:
    """Open the office's window once and use its list of all leads."""
    app = QApplication.instance() or QApplication(["prichal"])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    i18n.install(app, "ru")
    theme().apply(app, "light")
    loop = EventLoop(app)
    asyncio.set_event_loop(loop)
    try:
        yield from loop.run_until_complete(_measure(app, kind, leads, url))
    finally:
        loop.close()
        asyncio.set_event_loop(None)


async def _measure(app: QApplication, kind: str, leads: int, url: str) -> list[Figure]:
    async with opened(kind, leads, url) as bench:
        office = Office(app, bench.services.workplace, MemoryStateStore(), "1.0.0")
        office.window.resize(1440, 900)
        started = time.perf_counter()
        office.window.show()
        page = office.window.page()
        assert isinstance(page, RecordsPage)
        table = page.findChild(RecordTable)
        assert table is not None
        gap = Heartbeat()
        beating = asyncio.create_task(gap.beat())
        page.apply_filter(Filter())
        await _shown(table, leads)
        opened_ms = (time.perf_counter() - started) * 1000
        frames = await _scroll(table)
        jumps = await _jump(table)
        beating.cancel()
        await asyncio.gather(beating, return_exceptions=True)
        await office.close()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [
        Figure("main window shown with the whole list", kind, leads, opened_ms),
        Figure("longest gap of the loop meanwhile", kind, leads, gap.longest_ms, target=50),
        Figure("frame while scrolling, p95", kind, leads, percentile(frames, 0.95), target=8),
        Figure("frame while scrolling, longest", kind, leads, max(frames), target=16.7),
        Figure("jump to any place until its rows are painted, p95", kind, leads, percentile(jumps, 0.95), target=20),
        Figure("memory of the whole process at its highest", kind, leads, memory, unit="MB"),
    ]


class Heartbeat:
    """How long the loop could not turn."""

    def __init__(self) -> None:
        self.longest_ms = 0.0

    async def beat(self) -> None:
        """Turn with the loop until cancelled."""
        while True:
            before = time.perf_counter()
            await asyncio.sleep(HEARTBEAT_S)
            self.longest_ms = max(self.longest_ms, (time.perf_counter() - before - HEARTBEAT_S) * 1000)


async def _shown(table: RecordTable, leads: int) -> None:
    while table.model().rowCount() < leads * 0.9 or not table.model().index(0, 1).data():  # noqa: ASYNC110 - as below
        await asyncio.sleep(0.002)


async def _scroll(table: RecordTable) -> list[float]:
    """Milliseconds of painting each frame, rows read before their frame as a wheel's pauses allow."""
    times: list[float] = []
    bar = table.verticalScrollBar()
    for _ in range(FRAMES):
        bar.setValue(bar.value() + ROWS_A_FRAME)
        started = time.perf_counter()
        table.viewport().repaint()
        times.append((time.perf_counter() - started) * 1000)
        await asyncio.sleep(0.004)
    return times


async def _jump(table: RecordTable) -> list[float]:
    times: list[float] = []
    bar = table.verticalScrollBar()
    for number in range(JUMPS):
        bar.setValue(bar.maximum() * (number * 7 % JUMPS) // JUMPS)
        started = time.perf_counter()
        top = table.rowAt(4)
        while table.model().index(top, 1).data() is None:  # noqa: ASYNC110 - what is measured is the loop itself
            await asyncio.sleep(0)
        table.viewport().repaint()
        times.append((time.perf_counter() - started) * 1000)
    return times
