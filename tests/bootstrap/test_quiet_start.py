"""The start with the session: by the remembered password into the tray; else an icon waits, and no window opens."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.adapters.holiday_calendars import FixedHolidays
from app.adapters.keyring_store import MemorySecrets
from app.adapters.known_databases import MemoryDatabases
from app.bootstrap import quiet_start
from app.bootstrap.outside import Outside
from app.bootstrap.quiet_start import QuietStart
from app.core.clock import SystemClock
from app.core.errors import Offline, PrichalError, UserError
from app.services.ports import KnownDatabase, UserPaths
from app.views.sign_in.desk import secret_name
from app.views.sign_in.tray import EntranceTray
from tests.support.asynchronous import until
from tests.support.speaking import english

__all__ = ["english"]

URL, LOGIN = "sqlite:////office/main.db", "olga@primer.test"


@dataclass
class Start:
    """A quiet start, the answers that its signing in meets, and what it said."""

    secrets: MemorySecrets
    known: MemoryDatabases
    quiet: QuietStart
    answers: list[PrichalError] = field(default_factory=list)
    said: list[object] = field(default_factory=list)
    passwords: list[str] = field(default_factory=list)

    async def sign_in(self, url: str, login: str, password: str) -> object:
        self.passwords.append(password)
        if self.answers:
            raise self.answers.pop(0)
        return (url, login)

    def tray_words(self) -> str:
        """Of the icon that waits; empty where there is none."""
        tray = self.quiet._tray
        return tray.words() if tray is not None else ""


@pytest.fixture
async def start(qtbot: QtBot, english: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Start]:
    monkeypatch.setattr(quiet_start, "FIRST_RETRY_S", 0.01)
    monkeypatch.setattr(EntranceTray, "show", lambda _tray: None)  # Qt warns where a platform can't even have a tray
    paths = UserPaths(data=tmp_path, config=tmp_path, logs=tmp_path, documents=tmp_path)
    secrets, known = MemorySecrets(), MemoryDatabases()
    outside = Outside(paths, secrets, known, FixedHolidays(), SystemClock())

    async def sign_in(url: str, login: str, password: str) -> object:
        return await start.sign_in(url, login, password)

    start = Start(secrets, known, QuietStart(outside, sign_in))  # type: ignore[arg-type]  # no workplace is needed here
    start.quiet.entered.connect(start.said.append)
    start.quiet.open_small_wanted.connect(lambda: start.said.append("small"))
    yield start
    start.quiet.stop()
    start.quiet.deleteLater()


async def remember(start: Start) -> None:
    start.known.remember(KnownDatabase(URL, "Main", LOGIN, remembered=True))
    await start.secrets.keep(secret_name(URL, LOGIN), "quiet harbour 7")


async def test_who_is_remembered_is_signed_in_without_a_window(start: Start) -> None:
    await remember(start)
    start.quiet.start()
    await until(lambda: start.said)
    assert start.said == [(URL, LOGIN)]
    assert start.passwords == ["quiet harbour 7"]
    assert start.tray_words() == ""
    assert not [window for window in QApplication.topLevelWidgets() if window.isVisible()]


async def test_a_network_that_is_not_up_yet_is_waited_for(start: Start) -> None:
    await remember(start)
    start.answers += [Offline("no_connection"), Offline("no_connection")]
    start.quiet.start()
    await until(lambda: start.said)
    assert start.said == [(URL, LOGIN)]
    assert "can't be reached yet" in start.tray_words()


async def test_a_password_that_is_no_longer_right_is_not_tried_again(start: Start) -> None:
    await remember(start)
    start.answers.append(UserError("sign_in_refused"))
    start.quiet.start()
    await until(lambda: start.said)
    assert start.said == ["small"]  # there is no tray here: else the icon alone would wait
    assert "Nobody is signed in" in start.tray_words()
    assert len(start.passwords) == 1


@pytest.mark.parametrize("known", [True, False])
async def test_the_keyring_is_asked_only_for_what_was_given_to_it(start: Start, known: bool) -> None:
    if known:
        await start.secrets.keep(secret_name(URL, LOGIN), "quiet harbour 7")
        start.known.remember(KnownDatabase(URL, "Main", LOGIN))
    start.quiet.start()
    await until(lambda: start.said)
    assert start.said == ["small"]
    assert start.passwords == []
