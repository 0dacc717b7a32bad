"""Signing in as a person does it: choose a database, type, press Enter."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.adapters.keyring_store import MemorySecrets
from app.adapters.known_databases import MemoryDatabases
from app.core.errors import Offline, UserError
from app.services.ports import KnownDatabase
from app.views.sign_in.desk import SignInDesk, place_of, secret_name
from app.views.sign_in.window import SignInWindow
from tests.support.asynchronous import until

OFFICE = KnownDatabase("postgresql://crm@192.0.2.14/main", "Main office", "olga@primer.test")
BRANCH = KnownDatabase("postgresql://crm@192.0.2.41/branch", "Branch")
TRAINING = KnownDatabase("sqlite:////home/olga/Training.db")
PASSWORD = "secret-harbour"
CODE = "K7QM-2XPA-9RTB"


class Doors:
    """Databases as the window meets them: which answer, who is let in."""

    def __init__(self) -> None:
        self.refusals: dict[str, Exception] = {}
        self.tries: list[tuple[str, str, str]] = []

    async def check(self, url: str) -> None:
        if url in self.refusals:
            raise self.refusals[url]

    async def sign_in(self, url: str, login: str, password: str) -> object:
        self.tries.append((url, login, password))
        await self.check(url)
        if password != PASSWORD:
            raise UserError("sign_in_refused")
        return "workplace"

    async def join(self, url: str, login: str, code: str, password: str) -> object:
        self.tries.append((url, login, code))
        if code != CODE:
            raise UserError("code_refused")
        return "workplace"


@pytest.fixture
def doors() -> Doors:
    return Doors()


@pytest.fixture
def secrets() -> MemorySecrets:
    return MemorySecrets()


@pytest.fixture
def known() -> MemoryDatabases:
    databases = MemoryDatabases()
    for database in (TRAINING, BRANCH, OFFICE):
        databases.remember(database)
    return databases


@pytest.fixture
def show(qtbot: QtBot, doors: Doors, secrets: MemorySecrets, known: MemoryDatabases) -> Callable[[], SignInWindow]:
    def make() -> SignInWindow:
        window = SignInWindow(SignInDesk(known, secrets, doors.check, doors.sign_in, doors.join, "1.0.0"))
        qtbot.addWidget(window)
        window.show()
        return window

    return make


def _type(qtbot: QtBot, window: SignInWindow, login: str | None, password: str) -> None:
    if login is not None:
        _line(window.form.login.editor.input()).clear()
        qtbot.keyClicks(window.form.login.editor.input(), login)
    qtbot.keyClicks(window.form.password.editor.input(), password)
    qtbot.keyClick(window.form.password.editor.input(), Qt.Key.Key_Return)


def _line(widget: object) -> QLineEdit:
    assert isinstance(widget, QLineEdit)
    return widget


async def test_last_used_database_and_its_login_stand_ready(show: Callable[[], SignInWindow]) -> None:
    window = show()
    assert window.form.login.value() == "olga@primer.test"
    assert window.form.password.value() is None


async def test_right_password_opens_the_workplace(qtbot: QtBot, show: Callable[[], SignInWindow], doors: Doors) -> None:
    window, opened = show(), list[object]()
    window.signed_in.connect(opened.append)
    _type(qtbot, window, None, PASSWORD)
    await until(lambda: opened)
    assert opened == ["workplace"]
    assert doors.tries == [(OFFICE.url, "olga@primer.test", PASSWORD)]


async def test_wrong_password_is_said_without_telling_which_part(
    qtbot: QtBot, show: Callable[[], SignInWindow]
) -> None:
    window = show()
    _type(qtbot, window, None, "wrong-password")
    await until(window.form.problem.isVisible)
    assert window.form.problem.text() == "The login or the password is wrong."
    assert window.form.password.value() is None
    assert window.form.login.value() == "olga@primer.test"
    assert window.form.button.isEnabled()


async def test_empty_password_gets_the_cursor_and_words(
    qtbot: QtBot, show: Callable[[], SignInWindow], doors: Doors
) -> None:
    window = show()
    qtbot.mouseClick(window.form.button, Qt.MouseButton.LeftButton)
    assert window.form.password.error() == "Enter your password"
    assert doors.tries == []


async def test_slowed_sign_in_says_how_long(qtbot: QtBot, show: Callable[[], SignInWindow], doors: Doors) -> None:
    window = show()
    doors.refusals[OFFICE.url] = UserError("sign_in_slowed", seconds=20)
    _type(qtbot, window, None, PASSWORD)
    await until(window.form.problem.isVisible)
    assert "20" in window.form.problem.text()


async def test_state_of_each_database_is_shown(show: Callable[[], SignInWindow], doors: Doors) -> None:
    doors.refusals = {BRANCH.url: Offline("no_connection"), TRAINING.url: UserError("database_missing", path="x")}
    window = show()
    await until(lambda: window.databases.state_words(TRAINING.url) != "Checking…")
    states = [window.databases.state_words(one.url) for one in (OFFICE, BRANCH, TRAINING)]
    assert states == ["Online", "No connection", "File not found"]


async def test_another_database_is_chosen_by_a_click(
    qtbot: QtBot, show: Callable[[], SignInWindow], doors: Doors
) -> None:
    window = show()
    window.databases.choose(TRAINING.url)
    assert window.form.login.value() is None
    _type(qtbot, window, "andrey@primer.test", PASSWORD)
    await until(lambda: doors.tries)
    assert doors.tries == [(TRAINING.url, "andrey@primer.test", PASSWORD)]


async def test_remembered_password_is_filled_in(
    show: Callable[[], SignInWindow], secrets: MemorySecrets, known: MemoryDatabases
) -> None:
    known.remember(replace(OFFICE, remembered=True))
    await secrets.keep(secret_name(OFFICE.url, OFFICE.login), PASSWORD)
    window = show()
    await until(lambda: window.form.password.value() == PASSWORD)
    assert window.form.remember.isChecked()


async def test_keyring_is_left_alone_where_nobody_asked_to_be_remembered(
    qtbot: QtBot, show: Callable[[], SignInWindow], secrets: MemorySecrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    async def hear(name: str) -> None:
        asked.append(name)

    monkeypatch.setattr(secrets, "get", hear)
    monkeypatch.setattr(secrets, "drop", hear)
    window, opened = show(), list[object]()
    window.signed_in.connect(opened.append)
    window.databases.choose(BRANCH.url)
    window.databases.choose(OFFICE.url)
    window.form.login_left.emit(OFFICE.login)
    _type(qtbot, window, None, PASSWORD)
    await until(lambda: opened)
    assert asked == []


async def test_password_is_kept_only_where_asked(
    qtbot: QtBot, show: Callable[[], SignInWindow], secrets: MemorySecrets, known: MemoryDatabases
) -> None:
    window, opened = show(), list[object]()
    window.signed_in.connect(opened.append)
    window.form.remember.setChecked(True)
    _type(qtbot, window, None, PASSWORD)
    await until(lambda: opened)
    assert await secrets.get(secret_name(OFFICE.url, OFFICE.login)) == PASSWORD
    assert known.all()[0].remembered
    window.form.remember.setChecked(False)
    _type(qtbot, window, None, "")
    await until(lambda: len(opened) == 2)
    assert not known.all()[0].remembered
    assert await secrets.get(secret_name(OFFICE.url, OFFICE.login)) is None


async def test_caps_lock_is_pointed_out(qtbot: QtBot, show: Callable[[], SignInWindow]) -> None:
    window = show()
    field = window.form.password.editor.input()
    qtbot.keyClick(field, "A")  # a capital without Shift
    assert "Caps Lock is on" in field.accessibleDescription()
    qtbot.keyClick(field, "a")
    assert "Caps Lock is on" not in field.accessibleDescription()


async def test_database_is_taken_off_the_list(show: Callable[[], SignInWindow], known: MemoryDatabases) -> None:
    window = show()
    window.databases.forget_wanted.emit(OFFICE)
    assert [one.url for one in known.all()] == [BRANCH.url, TRAINING.url]
    assert QApplication.focusWidget() is not None or window.form.isEnabled()


def test_address_of_a_file_is_read_on_every_system() -> None:
    assert place_of(KnownDatabase("sqlite:////srv/Main.db")).detail == "/srv/Main.db"
    assert place_of(KnownDatabase("sqlite:////srv/Main.db")).name == "Main"
    assert place_of(KnownDatabase("sqlite:///C:/Data/Main.db")).file
    assert place_of(OFFICE).detail == "192.0.2.14"


async def test_a_one_time_code_lets_in_once_a_password_is_set_twice(
    qtbot: QtBot, show: Callable[[], SignInWindow], doors: Doors
) -> None:
    window = show()
    entered: list[object] = []
    window.signed_in.connect(entered.append)
    qtbot.mouseClick(window.form.switch.button("code"), Qt.MouseButton.LeftButton)
    form = window.join_form
    assert window.forms.currentWidget() is form
    assert form.login.value() == "olga@primer.test"
    for field, text in ((form.code, "wrong"), (form.password, PASSWORD), (form.again, PASSWORD[:-1])):
        qtbot.keyClicks(field.editor.input(), text)
    qtbot.keyClick(form.again.editor.input(), Qt.Key.Key_Return)
    assert form.again.error() is not None
    assert doors.tries == []
    qtbot.keyClicks(form.again.editor.input(), PASSWORD[-1])
    qtbot.keyClick(form.again.editor.input(), Qt.Key.Key_Return)
    await until(form.problem.isVisible)
    _line(form.code.editor.input()).clear()
    qtbot.keyClicks(form.code.editor.input(), CODE)
    qtbot.keyClick(form.code.editor.input(), Qt.Key.Key_Return)
    await until(lambda: entered == ["workplace"])


async def test_a_code_typed_as_the_password_asks_for_a_new_password(
    qtbot: QtBot, show: Callable[[], SignInWindow], doors: Doors
) -> None:
    window = show()
    _type(qtbot, window, None, "k7qm 2xpa 9rtb")
    await until(lambda: window.forms.currentWidget() is window.join_form)
    assert (window.join_form.login.value(), window.join_form.code.value()) == ("olga@primer.test", "k7qm 2xpa 9rtb")
    assert "Set your own password" in window.join_form.problem.text()
