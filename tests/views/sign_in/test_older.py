"""An older database at the sign-in window: its administrator brings it up to date, everybody else waits for that."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.adapters.keyring_store import MemorySecrets
from app.adapters.known_databases import MemoryDatabases
from app.core.errors import UserError
from app.services.ports import KnownDatabase
from app.views.sign_in.desk import SignInDesk
from app.views.sign_in.window import SignInWindow
from tests.support.asynchronous import until

URL, LOGIN, PASSWORD = "sqlite:////office/prichal.db", "olga@primer.test", "secret-harbour"


class Older:
    """Opens once it is up to date; its administrator is somebody else."""

    def __init__(self) -> None:
        self.is_older = True
        self.entered: list[str] = []

    async def check(self, url: str) -> None:
        if self.is_older:
            raise UserError("database_older")

    async def sign_in(self, url: str, login: str, password: str) -> object:
        await self.check(url)
        self.entered.append(login)
        return "workplace"

    async def join(self, url: str, login: str, code: str, password: str) -> object:
        return await self.sign_in(url, login, password)

    async def renew(self, url: str, login: str, password: str) -> Path | None:
        if login == LOGIN:
            raise UserError("not_allowed")
        self.is_older = False
        return Path("/office/copy.db")


@pytest.fixture
def doors() -> Older:
    return Older()


@pytest.fixture
async def window(qtbot: QtBot, english: Callable[[], None], doors: Older) -> SignInWindow:
    known = MemoryDatabases()
    known.remember(KnownDatabase(URL, "Office", LOGIN))
    desk = SignInDesk(known, MemorySecrets(), doors.check, doors.sign_in, doors.join, "1.0", doors.renew)
    window = SignInWindow(desk)
    qtbot.addWidget(window)
    window.show()
    return window


async def tried(window: SignInWindow, login: str) -> None:
    window.form.login.set_value(login)
    window.form.password.set_value(PASSWORD)
    window.form.submit()
    await until(window.form.older.isVisible)


async def test_who_is_no_administrator_waits_and_goes_on_by_itself(window: SignInWindow, doors: Older) -> None:
    await tried(window, LOGIN)
    window.form.renew.click()
    await until(lambda: "role does not allow" in window.form.problem.text())
    await tried(window, LOGIN)
    doors.is_older = False
    window.again.timeout.emit()
    await until(lambda: doors.entered == [LOGIN])
    assert not window.form.older.isVisible()


async def test_an_administrator_brings_it_up_to_date_and_is_in(window: SignInWindow, doors: Older) -> None:
    await tried(window, "admin@primer.test")
    window.form.renew.click()
    await until(lambda: doors.entered == ["admin@primer.test"])
    assert not doors.is_older
