"""The window over a list of any length, drawn without a screen: frames while scrolling, jumps."""

import asyncio
import gc
import time
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

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

COLUMNS, ROWS = 12, 42
FRAMES, ROWS_A_FRAME, PAUSE_S = 300, 3, 0.004
JUMPS = 25
HEARTBEAT_S = 0.001


def window_figures(kind: str, leads: int, url: str) -> Iterator[Figure]:
    """Open the office's window once and use its list of all leads."""
    app = QApplication.instance() or QApplication(["prichal"])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    gc.freeze()  # as the program does after its imports
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
        started = time.perf_counter()
        office.window.show()
        page = office.window.page()
        assert isinstance(page, RecordsPage)
        table = page.table
        gap = Heartbeat()
        beating = asyncio.create_task(gap.beat())
        page.apply_filter(Filter())
        await _shown(table, leads)
        opened_ms = (time.perf_counter() - started) * 1000
        longest_ms = gap.longest_ms
        _spread(office.window, page)
        await _shown(table, leads)
        whole, frames = _repaint(table), await _scroll(office.window, table)
        jumps = await _jump(table)
        beating.cancel()
        await asyncio.gather(beating, return_exceptions=True)
        await office.close()
    return [
        Figure("main window shown with the whole list", kind, leads, opened_ms),
        Figure("longest gap of the loop meanwhile", kind, leads, longest_ms, target=50),
        whole.figure("12 columns x 42 rows painted anew", kind, leads, 0.5),
        frames.figure("frame while scrolling 12 columns x 42 rows, p95", kind, leads, 0.95, 8),
        frames.figure("frame while scrolling 12 columns x 42 rows, longest", kind, leads, 1, 16.7),
        jumps.figure("jump to any place until its rows are painted, p95", kind, leads, 0.95, 20),
    ]


class Times:
    """Milliseconds by the clock and of this thread."""

    def __init__(self) -> None:
        self.wall: list[float] = []
        self.cpu: list[float] = []

    def take(self, started: float, began: float) -> None:
        """From `perf_counter` and `thread_time` on."""
        self.wall.append((time.perf_counter() - started) * 1000)
        self.cpu.append((time.thread_time() - began) * 1000)

    def figure(self, work: str, kind: str, leads: int, share: float, target: float | None = None) -> Figure:
        """What `share` of all don't exceed."""
        wall, cpu = percentile(self.wall, share), percentile(self.cpu, share)
        return Figure(work, kind, leads, wall, target=target, cpu=cpu)


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
    while table.model().rowCount() < leads * 0.9 or table.model().index(0, 2).data() is None:  # noqa: ASYNC110 - as below
        await asyncio.sleep(0.002)


def _spread(window: QWidget, page: RecordsPage) -> None:
    """As wide and high as twelve columns and 42 rows."""
    table = page.table
    window.resize(1920, window.height() - table.viewport().height() + ROWS * table.rowHeight(0))
    offered = (column.code for column in page._services.lists.columns("lead"))
    codes = dict.fromkeys((*page.model.columns()[1:], *offered))
    table.arrange(page._layout, list(codes)[: COLUMNS - 1])


def _repaint(table: RecordTable) -> Times:
    times = Times()
    for _ in range(JUMPS):
        started, began = time.perf_counter(), time.thread_time()
        table.viewport().repaint()
        times.take(started, began)
    return times


async def _scroll(window: QWidget, table: RecordTable) -> Times:
    """Each frame from the scroll bar to the painted window, rows read before their frame as a wheel's pauses allow."""
    times = Times()
    bar = table.verticalScrollBar()
    for _ in range(FRAMES):
        started, began = time.perf_counter(), time.thread_time()
        bar.setValue(bar.value() + ROWS_A_FRAME * table.rowHeight(0))
        QApplication.sendPostedEvents(window, QEvent.Type.UpdateRequest)
        times.take(started, began)
        await asyncio.sleep(PAUSE_S)
    return times


async def _jump(table: RecordTable) -> Times:
    """From the scroll bar to the end of the paint that shows the rows; the loop sleeps meanwhile, as at work."""
    times = Times()
    bar = table.verticalScrollBar()
    painted = _Painted(table)
    for number in range(JUMPS):
        started, began = time.perf_counter(), time.thread_time()
        bar.setValue(bar.maximum() * (number * 7 % JUMPS) // JUMPS)
        await painted.wait()
        times.take(started, began)
    return times


class _Painted(QObject):
    """Tells when the rows in view are painted, by Qt's events; asks nothing meanwhile."""

    def __init__(self, table: RecordTable) -> None:
        super().__init__()
        self._table = table
        self._there = asyncio.Event()
        table.viewport().installEventFilter(self)

    async def wait(self) -> None:
        """Until a paint has shown the first and the last row in view."""
        self._there.clear()
        self._table.viewport().update()
        await self._there.wait()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Paint or self._there.is_set():
            return False
        table = self._table
        rows = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
        known = all(table.model().index(row, 2).data() is not None for row in rows)
        painted = super().eventFilter(watched, event)
        if known:  # this very event paints them, and nothing comes before what is called soon
            asyncio.get_running_loop().call_soon(self._there.set)
        return painted
