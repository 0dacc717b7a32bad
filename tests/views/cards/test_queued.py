"""A card opened by the work queue, and a call logged from a card."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services.container import open_services
from app.services.records.activities import ClientRef
from app.services.workplace import Workplace
from tests.support.asynchronous import until
from tests.support.windows import NotingNavigator
from tests.views.cards.conftest import Opener
from tests.views.cards.test_card import general


async def test_queued_card_says_why_with_the_planned_step_under_the_cursor(
    open_card: Opener, lead_id: int, navigator: NotingNavigator
) -> None:
    window = await open_card("lead", lead_id)
    window.show_queued("From the queue: Thinking · overdue")
    assert window.banner.text() == "From the queue: Thinking · overdue"
    rows = general(window).planned.rows
    await until(lambda: window.focusWidget() is rows[0].check)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_L)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F8)
    assert navigator.asked == [("log_call", ClientRef("lead", lead_id)), ("next_client", None, None)]


async def test_queued_card_with_nothing_planned_offers_to_plan(
    open_card: Opener, lead_id: int, workplace: Workplace
) -> None:
    activities = open_services(workplace).activities
    for one in await activities.of_client(ClientRef("lead", lead_id)):
        await activities.cancel(one.id, one.version)
    window = await open_card("lead", lead_id)
    window.show_queued("From the queue")
    await until(lambda: window.focusWidget() is general(window).planned.plan)


async def test_a_call_is_logged_from_the_menu_of_the_card(
    open_card: Opener, lead_id: int, navigator: NotingNavigator
) -> None:
    window = await open_card("lead", lead_id)
    window.header.more.menu().aboutToShow.emit()
    action = next(one for one in window.header.more.menu().actions() if one.text().startswith("Log a call"))
    action.trigger()
    assert navigator.asked == [("log_call", ClientRef("lead", lead_id))]
