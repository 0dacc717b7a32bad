"""The one way to start asyncio work from a window: kept, cancelled with its owner, its errors routed."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.errors import PrichalError
from app.qtbase import crash

BUSY_AFTER_MS: Final = 200
"""Shorter work shows nothing: a flicker reads as trouble."""


class _Running:
    """What outlives the QObject: `destroyed` may not touch the Python half of a dead one."""

    def __init__(self) -> None:
        self.tasks: set[asyncio.Task[object]] = set()
        self.latest: dict[str, asyncio.Task[object]] = {}
        self.closed = False

    def close(self) -> None:
        self.closed = True
        for task in tuple(self.tasks):
            task.cancel()


class Tasks(QObject):
    """The running work of one owner, usually a window or an item model.

    `busy_changed(True)` comes when something has been running for 200 ms, `busy_changed(False)` when nothing is left.
    An error that the user can meet (UserError, Offline, Conflict) goes to `on_error`; any other to the crash route.
    """

    busy_changed = Signal(bool)

    def __init__(self, owner: QObject, on_error: Callable[[PrichalError], None]) -> None:
        super().__init__(owner)
        self._on_error = on_error
        self._running = running = _Running()
        self._busy = False
        self._busy_timer = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self._busy_timer.timeout.connect(self._show_busy)
        self.destroyed.connect(running.close)

    @property
    def busy(self) -> bool:
        return self._busy

    def start(
        self,
        work: Coroutine[object, object, object],
        *,
        latest: str | None = None,
        on_error: Callable[[PrichalError], None] | None = None,
        quiet: bool = False,
    ) -> asyncio.Task[object]:
        """Run `work` to its end or to the end of the owner.

        Of the work started under one name of `latest` only the newest goes on: the earlier is cancelled.
        `on_error` takes the place of the owner's handler for this work; `quiet` work never shows busy.
        """
        running = self._running
        if latest is not None and (earlier := running.latest.get(latest)) is not None:
            earlier.cancel()
        task = asyncio.get_running_loop().create_task(self._routed(work, on_error or self._on_error))
        running.tasks.add(task)
        if latest is not None:
            running.latest[latest] = task
        task.add_done_callback(lambda done: self._forget(running, done, latest))
        task.add_done_callback(lambda _done: work.close())  # a task cancelled before its first step never awaited it
        if not quiet and not self._busy_timer.isActive() and not self._busy:
            self._busy_timer.start()
        return task

    def run(
        self,
        work: Coroutine[object, object, object],
        *,
        latest: str | None = None,
        on_error: Callable[[PrichalError], None] | None = None,
        quiet: bool = False,
    ) -> None:
        """`start` for a caller that has nothing to do with the task itself."""
        _ = self.start(work, latest=latest, on_error=on_error, quiet=quiet)

    def cancel(self, latest: str | None = None) -> None:
        """Cancel everything, or what runs under one name of `latest`."""
        chosen = self._running.tasks if latest is None else {self._running.latest.get(latest)} - {None}
        for task in tuple(chosen):
            if task is not None:
                task.cancel()

    async def _routed(
        self, work: Coroutine[object, object, object], on_error: Callable[[PrichalError], None]
    ) -> object:
        running = self._running
        try:
            return await work
        except PrichalError as error:
            if not running.closed:
                on_error(error)
        except Exception as error:  # noqa: BLE001 - the end of the line: whatever it is, the crash route shows it
            crash.report(error)
        return None

    def _forget(self, running: _Running, task: asyncio.Task[object], latest: str | None) -> None:
        running.tasks.discard(task)
        if latest is not None and running.latest.get(latest) is task:
            del running.latest[latest]
        if running.closed or running.tasks:
            return
        self._busy_timer.stop()
        if self._busy:
            self._busy = False
            self.busy_changed.emit(False)

    def _show_busy(self) -> None:
        if self._running.tasks:
            self._busy = True
            self.busy_changed.emit(True)
