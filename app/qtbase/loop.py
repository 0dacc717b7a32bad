"""One qasync loop on the UI thread: how the window program starts, waits for its end and shuts down."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Coroutine
from typing import TypeVar

import qasync
from PySide6.QtWidgets import QApplication

from app.qtbase import crash
from app.qtbase.collecting import Collector

Result = TypeVar("Result")

Main = Callable[[QApplication, asyncio.Event], Coroutine[object, object, int]]
"""Takes the application and the event set when the last window closed; answers the exit code after its own clean-up."""


class EventLoop(qasync.QEventLoop):  # type: ignore[misc]  # qasync publishes no types
    """The loop of the UI thread, for Qt's events and asyncio's tasks."""

    def run_until_complete(self, future: Awaitable[Result]) -> Result:
        """Run until `future` is done; nothing of Qt runs after that.

        qasync would turn Qt's events once more when the loop no longer counts as running, and a timer due at that
        moment could start no task.
        """
        task = asyncio.ensure_future(future, loop=self)
        task.add_done_callback(self._stop_running)
        try:
            self.run_forever()
        finally:
            task.remove_done_callback(self._stop_running)
        if not task.done():
            raise RuntimeError("the event loop stopped before its work was done")
        return task.result()

    def _stop_running(self, _done: object) -> None:
        self.stop()


def make_application(arguments: list[str] | None = None) -> QApplication:
    """The application object: it never quits by itself, because that would kill running tasks."""
    app = QApplication(sys.argv if arguments is None else arguments)
    app.setApplicationName("Prichal")
    app.setDesktopFileName("prichal")
    app.setQuitOnLastWindowClosed(False)
    return app


def run(app: QApplication, main: Main) -> int:
    """Run `main` on the qasync loop to its end, then cancel what is left and close the loop."""
    loop = EventLoop(app)
    asyncio.set_event_loop(loop)
    crash.watch_loop(loop)
    last_window_closed = asyncio.Event()
    app.lastWindowClosed.connect(last_window_closed.set)
    collector = Collector()
    with loop:
        try:
            code: int = loop.run_until_complete(main(app, last_window_closed))
            return code
        finally:
            loop.run_until_complete(_finish_tasks())
            collector.stop()
            asyncio.set_event_loop(None)


async def _finish_tasks() -> None:
    rest = asyncio.all_tasks() - {asyncio.current_task()}
    for task in rest:
        task.cancel()
    await asyncio.gather(*rest, return_exceptions=True)
