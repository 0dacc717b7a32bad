"""The main window as a frame: tabs, counters, keys, errors, language, and the cards that are open."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.core.errors import Offline, UserError
from app.core.kinds import ActivityKind
from app.qtbase import i18n
from app.qtbase.changes import ChangeBridge
from app.qtbase.theme import theme
from app.qtbase.window_state import MemoryStateStore
from app.services.container import Services, open_services
from app.services.records.activities import ActivityDraft, ClientRef
from app.services.workplace import Workplace
from app.views.shell.appearance import Appearance
from app.views.shell.shortcut_list import ShortcutList
from app.views.shell.window import MainWindow
from app.views.widgets.connection_bar import ConnectionBar
from tests.services.clients.making import leads_of, new_lead
from tests.support.asynchronous import until
from tests.support.settling import settled
from tests.views.shell.noting import NotingFeatures, PlainPage


# there is no window manager off the screen
@pytest.fixture
def made() -> NotingFeatures:
    return NotingFeatures()


@pytest.fixture
def services(workplace: Workplace) -> Services:
    return open_services(workplace)


@pytest.fixture
async def window(qtbot: QtBot, qapp: QApplication, services: Services, made: NotingFeatures) -> MainWindow:
    theme().apply(qapp, "light")
    i18n.install(qapp, "en")
    changes = ChangeBridge()
    services.workplace.database.listen(changes.publish)
    look = Appearance(qapp, services.preferences)
    window = MainWindow(services, changes, made.features(), MemoryStateStore(), look, "1.0.0")
    qtbot.addWidget(window)
    window.show()
    await settled()
    return window


def page(window: MainWindow) -> PlainPage:
    found = window.page()
    assert isinstance(found, PlainPage)
    return found


async def test_tabs_are_changed_by_click_and_key(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseClick(window.top_bar.tab("deal"), Qt.MouseButton.LeftButton)
    assert window.windowTitle() == "Prichal — Deals"
    deals = window.page()
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert window.windowTitle() == "Prichal — My activities"
    assert window.top_bar.tab("activity").isChecked()
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.page() is deals


async def test_keys_reach_the_page_in_front(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F5)
    qtbot.keyClick(window, Qt.Key.Key_Insert)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page(window).asked == ["refresh", "add", "filter"]


async def test_new_activity_opens_from_anywhere(qtbot: QtBot, window: MainWindow, made: NotingFeatures) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: made.opened)
    assert made.opened == [("plan", None, None)]


async def test_last_act_is_undone_by_its_key(qtbot: QtBot, window: MainWindow, made: NotingFeatures) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: ("undo_last",) in made.opened)


async def test_key_pressed_twice_asks_for_one_dialog(qtbot: QtBot, window: MainWindow, made: NotingFeatures) -> None:
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: made.opened)
    await settled()
    assert made.opened == [("plan", None, None)]
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: len(made.opened) == 2)


async def test_red_number_follows_what_is_saved(window: MainWindow, services: Services) -> None:
    lead_id = await leads_of(services.workplace).create(new_lead(services.workplace))
    await until(lambda: window.top_bar.tab("lead").count() == 1)
    tomorrow = services.workplace.now() + timedelta(days=1)
    draft = ActivityDraft(ActivityKind.CALL, "Ask for the papers", tomorrow, 10, ClientRef("lead", lead_id))
    await services.activities.plan(draft)
    await until(lambda: window.top_bar.tab("lead").count() == 0)
    assert window.top_bar.tab("lead").accessibleName() == "Leads"


async def test_error_stays_until_closed_and_escape_closes_it(qtbot: QtBot, window: MainWindow) -> None:
    window.navigator.report(UserError("not_allowed"))
    assert "role" in window.banner.text()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.banner.text() == ""


async def test_lost_connection_is_said_until_it_is_back_and_tried_by_f5(qtbot: QtBot, window: MainWindow) -> None:
    connection, tried = window.navigator.context.connection, list[str]()
    connection.retry_wanted.connect(lambda: tried.append("again"))
    window.navigator.report(Offline("no_connection"))
    window.navigator.report(Offline("no_connection"))
    assert tried == ["again"]
    bar = window.findChild(ConnectionBar)
    assert bar is not None
    assert bar.isVisible()
    assert any(label.text().startswith("No connection since") for label in window.status.findChildren(QLabel))
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert tried == ["again", "again"]
    connection.set_online(True)
    assert page(window).asked == ["refresh", "refresh"]
    assert not bar.isVisible()
    assert not any(label.text().startswith("No connection since") for label in window.status.findChildren(QLabel))


async def test_success_offers_to_undo(qtbot: QtBot, window: MainWindow) -> None:
    undone = list[str]()
    window.navigator.notify("The lead went to the bin", lambda: undone.append("lead"))
    (button,) = [one for one in window.banner.findChildren(QWidget) if getattr(one, "text", str)() == "Undo"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert undone == ["lead"]


async def test_card_opens_once_and_comes_to_the_front_again(
    qtbot: QtBot, window: MainWindow, made: NotingFeatures
) -> None:
    window.navigator.open_card("lead", 5, [4, 5, 6])
    window.navigator.open_card("lead", 5)
    assert made.opened == [("card", ClientRef("lead", 5), (4, 5, 6))]
    made.cards[0].close()
    await until(lambda: not window.navigator.has_cards())
    window.navigator.open_card("lead", 5)
    assert len(made.opened) == 2
    assert window.navigator.close_cards()


async def test_card_that_refuses_to_close_keeps_the_window_open(window: MainWindow, made: NotingFeatures) -> None:
    window.navigator.open_card("lead", 5)
    left = list[bool]()
    window.signed_out.connect(lambda: left.append(True))
    made.cards[0].closeEvent = lambda event: event.ignore()  # type: ignore[method-assign]  # as a card with a draft
    assert not window.close()
    window.sign_out()
    assert left == []
    del made.cards[0].closeEvent
    window.sign_out()
    assert left == [True]


async def test_language_changes_in_the_open_window(qapp: QApplication, window: MainWindow, services: Services) -> None:
    window.show_tab("deal")
    window.top_bar.user.language_chosen.emit("ru")
    await until(lambda: i18n.current() == "ru" and window.top_bar.tab("deal").isChecked())
    await settled()
    assert await services.preferences.get("language") == "ru"
    i18n.install(qapp, "en")


async def test_theme_and_density_are_kept_for_the_employee(
    qapp: QApplication, window: MainWindow, services: Services
) -> None:
    window.top_bar.user.theme_chosen.emit("dark")
    window.top_bar.user.density_chosen.emit("compact")
    await until(lambda: theme().is_dark and theme().density == "compact")
    await settled()
    kept = await services.preferences.all()
    theme().apply(qapp, "light")
    await Appearance(qapp, services.preferences).restore()
    assert (kept["theme"], kept["density"], theme().is_dark) == ("dark", "compact", True)
    theme().apply(qapp, "light", type(theme().density)("default"))


async def test_shortcuts_are_listed_by_f1(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    (shown,) = window.findChildren(ShortcutList)
    words = {label.text() for label in shown.findChildren(QLabel)}
    assert {"Ctrl+K", "Search and commands", "In a list", "Complete the activity"} <= words
    shown.close()


async def test_narrow_window_keeps_the_disc_and_drops_the_name(window: MainWindow) -> None:
    window.resize(1440, 900)
    wide = window.top_bar.user.width()
    window.resize(1366, 768)
    assert window.top_bar.user.width() < wide
