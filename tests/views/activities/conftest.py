"""A manager at a desk with one lead, and windows that act on it."""

import asyncio
import inspect
import shutil
from collections.abc import AsyncIterator, Generator
from functools import wraps
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.clock import FixedClock
from app.db.opening import open_database
from app.views.activities.page import ActivitiesPage
from tests.support.office import MANAGER, NOW, make_office, sit_down
from tests.support.settling import settled
from tests.views.activities.desk import Desk


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Pages go, and their reading ends, on the test's own loop: pytest-qt turns Qt's without asyncio."""
    test = pyfuncitem.obj

    @wraps(test)
    async def then_at_rest(**arguments: object) -> None:
        try:
            await test(**arguments)
        finally:
            for page in [one for one in QApplication.topLevelWidgets() if isinstance(one, ActivitiesPage)]:
                page.close()
                page.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            await settled()

    if inspect.iscoroutinefunction(test):
        pyfuncitem.obj = then_at_rest
    return (yield)


@pytest.fixture(scope="session")
def office_file(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the office's people, made once a run; each test gets a copy."""
    path = tmp_path_factory.mktemp("activities") / "office.db"
    copy_database(sqlite_template, path)

    async def build() -> None:
        database = await open_database(f"sqlite:///{path}")
        await make_office(database)
        await database.close()

    asyncio.run(build())
    return path


@pytest.fixture
async def desk(office_file: Path, tmp_path: Path, qtbot: QtBot) -> AsyncIterator[Desk]:
    """The manager's; the clock stands at 11:45 on Tuesday, 18 November 2025."""
    path = tmp_path / "prichal.db"
    copy_database(office_file, path)
    database = await open_database(f"sqlite:///{path}")
    yield await Desk.of(await sit_down(database, FixedClock(NOW), MANAGER))
    await database.close()


def copy_database(source: Path, target: Path) -> None:
    """With its write-ahead log."""
    for file in source.parent.glob(f"{source.name}*"):
        shutil.copy(file, target.with_name(file.name.replace(source.name, target.name)))


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """The window that dialogs belong to."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 700)
    window.show()
    return window
