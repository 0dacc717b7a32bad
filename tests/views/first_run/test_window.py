"""The first run as a person walks it: three steps, nothing created before the last button."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.adapters.holiday_calendars import FixedHolidays
from app.adapters.keyring_store import MemorySecrets
from app.core.errors import Offline, UserError
from app.qtbase import i18n
from app.services.ports import UserPaths
from app.views.first_run.desk import Answers, FirstRunDesk
from app.views.first_run.window import FirstRunWindow
from tests.support.asynchronous import until

PASSWORD = "secret-harbour"


class Maker:
    """Creates nothing; keeps what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[Answers] = []
        self.refusal: Exception | None = None

    async def create(self, answers: Answers) -> object:
        self.asked.append(answers)
        if self.refusal is not None:
            raise self.refusal
        return "workplace"


@pytest.fixture
def maker() -> Maker:
    return Maker()


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    i18n.install(qapp, "en")
    yield
    i18n.install(qapp, "en")


@pytest.fixture
def show(qtbot: QtBot, maker: Maker, tmp_path: Path) -> Callable[..., FirstRunWindow]:
    def make(*, keyring: bool = True) -> FirstRunWindow:
        paths = UserPaths(tmp_path, tmp_path, tmp_path, tmp_path)
        secrets = MemorySecrets(lasting=keyring)
        window = FirstRunWindow(FirstRunDesk(paths, secrets, FixedHolidays(), maker.create))
        qtbot.addWidget(window)
        window.show()
        return window

    return make


async def _ready(window: FirstRunWindow) -> None:
    """The keyring has answered."""
    await until(lambda: window.answers.remember)


def _press(qtbot: QtBot, window: FirstRunWindow) -> None:
    qtbot.mouseClick(window.next, Qt.MouseButton.LeftButton)


def _fill_administrator(qtbot: QtBot, window: FirstRunWindow, repeated: str = PASSWORD) -> None:
    step = window.administrator
    for field, words in (
        (step.last_name, "Dymov"),
        (step.first_name, "Andrew"),
        (step.login, "dymov@primer.test"),
        (step.password, PASSWORD),
        (step.repeated, repeated),
    ):
        qtbot.keyClicks(field.editor.input(), words)


async def test_three_steps_lead_to_a_database(
    qtbot: QtBot, show: Callable[..., FirstRunWindow], maker: Maker, tmp_path: Path
) -> None:
    window, created = show(), list[object]()
    window.created.connect(created.append)
    await _ready(window)
    _press(qtbot, window)
    _press(qtbot, window)
    _fill_administrator(qtbot, window)
    assert maker.asked == []
    _press(qtbot, window)
    await until(lambda: created)
    (answers,) = maker.asked
    assert answers.url() == f"sqlite:///{tmp_path / 'Main.db'}"
    assert (answers.preset, answers.currency, answers.zone) == ("legal", "RUB", "Europe/Moscow")
    assert (answers.last_name, answers.first_name, answers.login) == ("Dymov", "Andrew", "dymov@primer.test")
    assert (answers.password, answers.remember, answers.training) == (PASSWORD, True, False)


async def test_language_changes_at_once_and_keeps_what_was_entered(
    qtbot: QtBot, show: Callable[..., FirstRunWindow], tmp_path: Path
) -> None:
    window = show()
    await _ready(window)
    window.place.server_card.set_on(True)
    qtbot.keyClicks(window.place.address.editor.input(), "office/main")
    qtbot.mouseClick(window.place.language.button("ru"), Qt.MouseButton.LeftButton)
    assert i18n.current() == "ru"
    assert window.answers.language == "ru"
    assert window.place.server_card.is_on()
    assert window.place.address.value() == "office/main"
    _press(qtbot, window)
    assert window.preset.cards["legal"].radio.accessibleName() == "Юридическая компания"


async def test_two_different_passwords_create_nothing(
    qtbot: QtBot, show: Callable[..., FirstRunWindow], maker: Maker
) -> None:
    window = show()
    await _ready(window)
    _press(qtbot, window)
    _press(qtbot, window)
    _fill_administrator(qtbot, window, repeated="another-harbour")
    _press(qtbot, window)
    assert window.administrator.repeated.error() == "Not the same"
    assert maker.asked == []


async def test_server_without_an_address_stays_on_its_step(qtbot: QtBot, show: Callable[..., FirstRunWindow]) -> None:
    window = show()
    await _ready(window)
    window.place.server_card.set_on(True)
    _press(qtbot, window)
    assert window.pages.currentIndex() == 0
    assert window.place.address.error()


@pytest.mark.parametrize(
    ("refusal", "step"),
    [
        (UserError("file_exists", path="x"), 0),
        (Offline("disk_full"), 0),
        (UserError("database_newer"), 0),
        (UserError("currency_unknown"), 1),
        (UserError("login_unsuitable"), 2),
    ],
    ids=lambda value: getattr(value, "code", ""),
)
async def test_refusal_is_said_at_its_field(
    qtbot: QtBot, show: Callable[..., FirstRunWindow], maker: Maker, refusal: Exception, step: int
) -> None:
    window = show()
    maker.refusal = refusal
    await _ready(window)
    _press(qtbot, window)
    _press(qtbot, window)
    _fill_administrator(qtbot, window)
    _press(qtbot, window)
    await until(lambda: window.next.isEnabled() and maker.asked)
    assert window.pages.currentIndex() == step
    field = (window.place.path, window.preset.currency, window.administrator.login)[step]
    assert field.error()
    assert window.next.text() == ("Create the database" if step == 2 else "Next")


async def test_without_a_keyring_nothing_is_remembered(
    qtbot: QtBot, show: Callable[..., FirstRunWindow], maker: Maker
) -> None:
    window = show(keyring=False)
    _press(qtbot, window)
    _press(qtbot, window)
    _fill_administrator(qtbot, window)
    assert window.administrator.remember.isHidden()
    _press(qtbot, window)
    await until(lambda: maker.asked)
    assert not maker.asked[0].remember


async def test_preset_brings_its_own_defaults(qtbot: QtBot, show: Callable[..., FirstRunWindow]) -> None:
    window = show()
    await _ready(window)
    _press(qtbot, window)
    window.preset.currency.set_value("KZT")
    window.preset.cards["general"].set_on(True)
    assert window.answers.preset == "general"
    assert window.answers.currency == window.preset.currency.value() == "RUB"


def test_address_of_a_server_takes_user_and_password_apart() -> None:
    answers = Answers("en", server=True, address="office.local/main", server_login="crm", server_password="p@ss/word")
    assert answers.url() == "postgresql://crm:p%40ss%2Fword@office.local/main"
    assert answers.office_name() == "main"
    whole = Answers("en", server=True, address="postgresql://crm@office.local/main")
    assert whole.url() == "postgresql://crm@office.local/main"


async def test_buttons_stay_in_sight_on_a_low_screen(qtbot: QtBot, show: Callable[..., FirstRunWindow]) -> None:
    window = show()
    window.resize(window.width(), 400)
    assert window.height() == 400
    qtbot.waitUntil(lambda: window.next.mapTo(window, window.next.rect().bottomLeft()).y() < 400)


async def test_screen_readers_hear_of_a_window(show: Callable[..., FirstRunWindow]) -> None:
    found = QAccessible.queryAccessibleInterface(show())
    assert found is not None
    assert found.role() == QAccessible.Role.Window
