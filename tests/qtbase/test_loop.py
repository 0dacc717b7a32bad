"""The loop of the UI thread."""

import asyncio

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.qtbase.loop import EventLoop


def test_timer_due_as_the_work_ends_never_finds_the_loop_stopped(qapp: QApplication) -> None:
    loop = EventLoop(qapp)
    found = list[object]()

    async def work() -> str:
        task = asyncio.current_task()
        assert task is not None
        task.add_done_callback(lambda _task: QTimer.singleShot(0, note))
        return "done"

    def note() -> None:
        found.append(asyncio.events._get_running_loop())

    try:
        assert loop.run_until_complete(work()) == "done"
        loop.run_until_complete(asyncio.sleep(0.01))
    finally:
        loop.close()
    assert found == [loop]
