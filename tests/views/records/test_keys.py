"""A list without a mouse: what Tab reaches, and which keys are told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.qtbase import i18n
from app.services.workplace import Workplace
from app.views.leads.page import LEADS
from app.views.records.keys import row_commands
from app.views.records.page import RecordsPage
from tests.services.clients.making import leads_of, new_lead
from tests.support.asynchronous import until
from tests.support.settling import settled
from tests.support.windows import view_context


@pytest.fixture
async def page(qtbot: QtBot, qapp: QApplication, workplace: Workplace) -> RecordsPage:
    i18n.install(qapp, "en")
    await leads_of(workplace).create(new_lead(workplace))
    context, _ = view_context(workplace)
    page = RecordsPage(context, LEADS)
    qtbot.addWidget(page)
    page.resize(1440, 800)
    page.show()
    page.activateWindow()
    await until(lambda: page.model.is_loaded)
    await settled()
    return page


def _stops(first: QWidget) -> list[QWidget]:
    """Where Tab comes by, from a widget round to it again."""
    first.setFocus()
    stops = [first]
    for _ in range(20):
        QTest.keyClick(stops[-1], Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or now is first:
            return stops
        stops.append(now)
    return stops


async def test_tab_reaches_the_tool_row_and_the_list(page: RecordsPage) -> None:
    tools = page.tools
    stops = _stops(page.table)
    assert stops[0] is page.table
    expected = [tools.add, tools.filter.line, tools.filter.funnel, *tools.chips.values(), tools.gear]
    assert [stop for stop in stops if stop in expected] == expected


async def test_page_in_front_hands_the_keyboard_to_its_list(page: RecordsPage) -> None:
    page.tools.add.setFocus()
    page.setFocus()
    assert page.table.hasFocus()


async def test_escape_from_the_filter_goes_to_what_is_seen(page: RecordsPage) -> None:
    page.tools.filter.line.setFocus()
    assert page.tools.filter.property("focused")
    QTest.keyClicks(page.tools.filter.line, "nobody")
    await until(page.nothing.isVisible)
    QTest.keyClick(page.tools.filter.line, Qt.Key.Key_Escape)
    assert page.nothing.state.button.hasFocus()
    QTest.keyClick(page.nothing.state.button, Qt.Key.Key_Space)
    await until(lambda: not page.nothing.isVisible())
    assert page.table.hasFocus()


def test_every_key_of_a_list_is_told_once(qapp: QApplication) -> None:
    keys = [command.keys for command in row_commands()]
    assert len(keys) == len(set(keys))
    assert {command.group for command in row_commands()} == {row_commands()[0].group}
