"""The next client of the work queue from the main window: F8, one card in place of another, an empty queue."""

from datetime import timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.kinds import ActivityKind
from app.services.container import Services
from app.services.records.activities import ActivityDraft, ClientRef
from app.views.shell.window import MainWindow
from tests.services.clients.making import leads_of, new_lead, phones
from tests.support.asynchronous import until
from tests.support.settling import settled
from tests.views.shell.noting import NotingFeatures
from tests.views.shell.test_window import made, services, window

__all__ = ["made", "services", "window"]


async def test_f8_opens_one_client_after_another(
    qtbot: QtBot, window: MainWindow, made: NotingFeatures, services: Services
) -> None:
    leads = leads_of(services.workplace)
    first = await leads.create(new_lead(services.workplace))
    other = new_lead(services.workplace, last_name="Рябова", first_name="Алла", phones=phones("+7 903 000-18-64"))
    second = await leads.create(other)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    await until(lambda: made.opened == [("card", ClientRef("lead", first), ())])
    await settled()
    window.navigator.next_client()  # as the card's own F8 does
    await until(lambda: made.opened[1:] == [("card", ClientRef("lead", second), ())])
    assert made.cards[1].isVisible()
    assert [ref for ref, card in window.navigator._cards.items() if card.isVisible()] == [ClientRef("lead", second)]


async def test_an_empty_queue_is_said_calmly(
    qtbot: QtBot, window: MainWindow, made: NotingFeatures, services: Services
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F8)
    await until(lambda: window.banner.text() == "Nobody waits: everyone has been treated in time")
    lead = await leads_of(services.workplace).create(new_lead(services.workplace))
    later = services.workplace.now() + timedelta(hours=2)
    await services.activities.plan(ActivityDraft(ActivityKind.CALL, "Ask", later, 10, ClientRef("lead", lead)))
    await settled()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    await until(lambda: window.banner.text() == "Nobody waits now; 1 more later today")
    assert made.opened == []
