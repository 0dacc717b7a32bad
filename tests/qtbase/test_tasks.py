"""The helper that starts all asyncio work of windows."""

import asyncio
import gc

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.core.errors import Offline, PrichalError, UserError
from app.qtbase import crash
from app.qtbase.tasks import Tasks


@pytest.fixture
def crashes(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    seen: list[BaseException] = []
    monkeypatch.setattr(crash, "report", seen.append)
    return seen


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    thing = QObject()
    return thing


def _tasks(owner: QObject, errors: list[PrichalError] | None = None) -> Tasks:
    return Tasks(owner, (errors if errors is not None else []).append)


async def test_task_survives_garbage_collection(owner: QObject) -> None:
    tasks, done = _tasks(owner), asyncio.Event()

    async def work() -> None:
        await asyncio.sleep(0.02)
        done.set()

    tasks.start(work())
    gc.collect()
    await asyncio.wait_for(done.wait(), 5)


async def test_user_error_goes_to_the_owner_and_no_further(owner: QObject, crashes: list[BaseException]) -> None:
    errors: list[PrichalError] = []
    tasks = _tasks(owner, errors)

    async def refuse(error: PrichalError) -> None:
        raise error

    await tasks.start(refuse(UserError("name_empty")))
    await tasks.start(refuse(Offline("no_connection")))
    assert [error.code for error in errors] == ["name_empty", "no_connection"]
    assert crashes == []


async def test_own_handler_of_a_task_takes_its_error(owner: QObject) -> None:
    errors: list[PrichalError] = []
    special: list[PrichalError] = []
    tasks = _tasks(owner, errors)

    async def refuse() -> None:
        raise UserError("name_empty")

    await tasks.start(refuse(), on_error=special.append)
    assert (len(errors), len(special)) == (0, 1)


async def test_unexpected_error_goes_to_the_crash_route(owner: QObject, crashes: list[BaseException]) -> None:
    async def stumble() -> None:
        raise ZeroDivisionError

    await _tasks(owner).start(stumble())
    assert [type(error) for error in crashes] == [ZeroDivisionError]


async def test_newest_of_a_group_wins(owner: QObject) -> None:
    tasks, found = _tasks(owner), list[str]()

    async def search(word: str) -> None:
        await asyncio.sleep(0.01)
        found.append(word)

    for word in ("и", "ив", "иванов"):
        last = tasks.start(search(word), latest="search")
    other = tasks.start(search("other"))
    await asyncio.gather(last, other)
    assert sorted(found) == ["other", "иванов"]


async def test_death_of_the_owner_cancels_its_work(qtbot: QtBot, crashes: list[BaseException]) -> None:
    owner = QObject()
    tasks, cancelled, started = _tasks(owner), asyncio.Event(), asyncio.Event()

    async def work() -> None:
        started.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            cancelled.set()
            raise

    tasks.start(work())
    await started.wait()
    owner.deleteLater()
    await asyncio.wait_for(cancelled.wait(), 5)
    assert crashes == []


async def test_error_after_the_owner_died_disturbs_nobody(qtbot: QtBot, crashes: list[BaseException]) -> None:
    owner, errors = QObject(), list[PrichalError]()
    tasks, started = _tasks(owner, errors), asyncio.Event()

    async def stubborn() -> None:
        started.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError as cancelled:
            raise UserError("too_late") from cancelled

    task = tasks.start(stubborn())
    await started.wait()
    owner.deleteLater()
    await asyncio.wait({task}, timeout=5)
    assert task.done()
    assert errors == []


async def test_cancelled_before_its_first_step_leaves_no_warning(
    owner: QObject, recwarn: pytest.WarningsRecorder
) -> None:
    tasks = _tasks(owner)

    async def work() -> None:
        raise AssertionError

    task = tasks.start(work())
    tasks.cancel()
    await asyncio.wait({task}, timeout=5)
    gc.collect()
    assert [warning for warning in recwarn if "never awaited" in str(warning.message)] == []


async def test_busy_shows_for_long_work_only(owner: QObject) -> None:
    tasks, seen, hold = _tasks(owner), list[bool](), asyncio.Event()
    tasks.busy_changed.connect(seen.append)

    async def quick() -> None:
        await asyncio.sleep(0)

    async def slow() -> None:
        await hold.wait()

    await tasks.start(quick())
    assert seen == []
    busy = asyncio.Event()
    tasks.busy_changed.connect(lambda on: busy.set() if on else None)
    task = tasks.start(slow())
    await asyncio.wait_for(busy.wait(), 5)
    assert tasks.busy
    hold.set()
    await task
    await asyncio.sleep(0)
    assert seen == [True, False]
    assert not tasks.busy
