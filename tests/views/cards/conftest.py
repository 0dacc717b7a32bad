"""An open card on a real embedded database, as the manager sees it."""

import asyncio
import inspect
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Generator
from dataclasses import dataclass
from functools import wraps
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.clock import FixedClock
from app.db.opening import open_database
from app.services.container import Services, open_services
from app.services.records.activities import ClientRef
from app.services.workplace import Workplace
from app.views.cards import CardWindow
from app.views.navigator import ViewContext
from tests.support.asynchronous import until
from tests.support.office import MANAGER, NOW, make_office, sit_down
from tests.support.settling import settled
from tests.support.windows import NotingNavigator, view_context
from tests.views.cards.people import picture_deal, picture_lead


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Close cards, and let what they have begun end, on the test's own loop: pytest-qt turns Qt's without asyncio."""
    test = pyfuncitem.obj

    @wraps(test)
    async def then_closed(**arguments: object) -> None:
        try:
            await test(**arguments)
        finally:
            for window in [one for one in QApplication.topLevelWidgets() if isinstance(one, CardWindow)]:
                await close(window)

    if inspect.iscoroutinefunction(test):
        pyfuncitem.obj = then_closed
    return (yield)


Opener = Callable[[str, int], Awaitable[CardWindow]]


@dataclass(frozen=True, slots=True)
class PictureOffice:
    """A database with the clients of the design's pictures."""

    path: Path
    lead_id: int
    deal_id: int


@pytest.fixture(scope="session")
def picture_office(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> PictureOffice:
    """Made once a run; each test gets a copy."""
    path = tmp_path_factory.mktemp("cards") / "pictures.db"
    for file in sqlite_template.parent.glob(f"{sqlite_template.name}*"):
        shutil.copy(file, path.with_name(file.name.replace(sqlite_template.name, path.name)))

    async def build() -> PictureOffice:
        clock = FixedClock(NOW)
        database = await open_database(f"sqlite:///{path}")
        services = open_services(await make_office(database, clock, login=MANAGER))
        lead_id = await picture_lead(services, clock)
        deal_id = await picture_deal(services, clock)
        await database.close()
        return PictureOffice(path, lead_id, deal_id)

    return asyncio.run(build())


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
async def workplace(picture_office: PictureOffice, clock: FixedClock, tmp_path: Path) -> AsyncIterator[Workplace]:
    """The manager's workplace of a small office."""
    for file in picture_office.path.parent.glob(f"{picture_office.path.name}*"):
        shutil.copy(file, tmp_path / file.name)
    database = await open_database(f"sqlite:///{tmp_path / picture_office.path.name}")
    yield await sit_down(database, clock, MANAGER)
    await database.close()


@pytest.fixture
def shell(qapp: QApplication, workplace: Workplace) -> tuple[ViewContext, NotingNavigator]:
    return view_context(workplace)


@pytest.fixture
def services(shell: tuple[ViewContext, NotingNavigator]) -> Services:
    return shell[0].services


@pytest.fixture
def navigator(shell: tuple[ViewContext, NotingNavigator]) -> NotingNavigator:
    return shell[1]


@pytest.fixture
def lead_id(picture_office: PictureOffice) -> int:
    """The lead of the design's pictures."""
    return picture_office.lead_id


@pytest.fixture
def deal_id(picture_office: PictureOffice) -> int:
    """The deal of the design's pictures."""
    return picture_office.deal_id


@pytest.fixture
def open_card(qtbot: QtBot, shell: tuple[ViewContext, NotingNavigator]) -> Opener:
    """Opens cards and waits until they are filled; they close at the end of the test."""

    async def make(section: str, record_id: int, *neighbours: int) -> CardWindow:
        window = CardWindow(shell[0], ClientRef(section, record_id), neighbours)
        window.resize(1440, 870)
        window.show()
        await until(lambda: window.is_filled)
        return window

    return make


async def close(window: CardWindow) -> None:
    """Close a card and let what it keeps be kept."""
    if shiboken6.isValid(window):
        window.close()
    await until(lambda: not shiboken6.isValid(window))
    await settled()
