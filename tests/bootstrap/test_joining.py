"""From an invitation to the first sign-in, and again after a forgotten password: the real window, both databases."""

from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.adapters.holiday_calendars import FixedHolidays
from app.adapters.keyring_store import MemorySecrets
from app.adapters.known_databases import MemoryDatabases
from app.bootstrap.databases import check_database, enter, join_office, kept_address
from app.bootstrap.outside import Outside
from app.core.clock import SystemClock
from app.db.engine import Database
from app.db.opening import open_database
from app.services.container import open_services
from app.services.ports import KnownDatabase, UserPaths
from app.services.records.people import Invited, NewPerson
from app.services.workplace import Workplace
from app.views.sign_in.desk import SignInDesk
from app.views.sign_in.window import SignInWindow
from tests.support.asynchronous import until
from tests.support.office import as_office, make_office

LOGIN = "rita@primer.test"


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = await open_database(database_url)
    yield database
    await database.close()


async def come_in(qtbot: QtBot, outside: Outside, invited: Invited, password: str) -> Workplace:
    """By the window: login and code, the password twice."""
    desk = SignInDesk(
        outside.known, outside.secrets, check_database, partial(enter, outside), partial(join_office, outside), "1.0"
    )
    window = SignInWindow(desk)
    qtbot.addWidget(window)
    window.show()
    entered: list[Workplace] = []
    window.signed_in.connect(entered.append)
    window.choose_way("code")
    form = window.join_form
    form.login.set_value(None)
    for field, text in (
        (form.code, invited.code.lower()), (form.login, invited.login), (form.password, password),
        (form.again, password),
    ):  # fmt: skip
        qtbot.keyClicks(field.editor.input(), text)
    qtbot.keyClick(form.again.editor.input(), Qt.Key.Key_Return)
    await until(lambda: entered or form.problem.isVisible())
    assert not form.problem.isVisible(), form.problem.text()
    return entered[0]


async def test_an_invited_person_comes_in_and_again_after_a_forgotten_password(
    qtbot: QtBot, database: Database, tmp_path: Path
) -> None:
    await make_office(database, SystemClock())
    people = open_services(await as_office(database, SystemClock())).people
    paths = UserPaths(data=tmp_path, config=tmp_path, logs=tmp_path, documents=tmp_path)
    known = MemoryDatabases()
    known.remember(KnownDatabase(kept_address(database.url.render_as_string(hide_password=False))))
    outside = Outside(paths, MemorySecrets(), known, FixedHolidays(), SystemClock())
    invited = await people.invite(NewPerson(LOGIN, "manager", None, "Белова", "Рита"))
    first = await come_in(qtbot, outside, invited, "first-harbour-1")
    assert first.actor.name == "Белова Рита"
    await first.database.close()
    second = await come_in(qtbot, outside, await people.send_again(first.actor.employee_id), "second-harbour-2")
    assert second.actor == first.actor
    await second.database.close()
