"""From client to client by keys alone, in the real windows: F8, E, the result and the next step, F8."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap.features import make_features
from app.core.clock import FixedClock
from app.qtbase import i18n
from app.qtbase.changes import ChangeBridge
from app.qtbase.theme import theme
from app.qtbase.window_state import MemoryStateStore
from app.services.container import open_services
from app.services.workplace import Workplace
from app.views.activities.completing import CompletionDialog
from app.views.cards import CardWindow
from app.views.shell.appearance import Appearance
from app.views.shell.window import MainWindow
from tests.services.clients.making import leads_of, new_lead
from tests.support.asynchronous import until
from tests.support.office import NOW
from tests.support.settling import settled
from tests.support.windows import open_dialog


def open_cards() -> list[CardWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, CardWindow) and one.isVisible()]


async def test_two_clients_are_treated_without_the_mouse(
    qtbot: QtBot, qapp: QApplication, workplace: Workplace, clock: FixedClock, lead_id: int
) -> None:
    theme().apply(qapp, "light")
    i18n.install(qapp, "en")
    new = await leads_of(workplace).create(new_lead(workplace))
    clock.move_to(NOW + timedelta(hours=6))
    services, changes = open_services(workplace), ChangeBridge()
    workplace.database.listen(changes.publish)
    store = MemoryStateStore()
    look = Appearance(qapp, services.preferences)
    window = MainWindow(services, changes, make_features(store), store, look, "1.0.0")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    await until(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F8)
    await until(lambda: [one.card.ref.id for one in open_cards() if one.is_filled] == [new])
    (card,) = open_cards()
    assert "nothing is planned" in card.banner.text()
    card.activateWindow()
    await until(card.isActiveWindow)
    QTest.keyClick(card, Qt.Key.Key_F8)
    await until(lambda: [one.card.ref.id for one in open_cards() if one.is_filled] == [lead_id])
    (card,) = open_cards()
    card.activateWindow()
    await until(lambda: card.isActiveWindow() and card.focusWidget() is not None)
    QTest.keyClick(card.focusWidget(), Qt.Key.Key_E)
    await until(lambda: open_dialog(CompletionDialog))
    dialog = open_dialog(CompletionDialog)
    assert isinstance(dialog, CompletionDialog)
    assert dialog.form.results.isAncestorOf(dialog.focusWidget())
    dialog.reject()
    await settled()
    assert window.navigator.close_cards()
    await settled()
