"""The kanban by keys and as it is arranged: cursor, folding, order, place by hand, live changes, scrolling."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.changes import Changes
from app.core.kinds import ActivityKind
from app.services.records.activities import ActivityDraft, ClientRef
from app.services.records.lists import Filter
from app.services.workplace import Workplace
from app.views.kanban import KANBAN
from app.views.leads.page import LEADS
from app.views.records.page import RecordsPage
from tests.services.clients.making import leads_of
from tests.services.lists.making import add_leads
from tests.support.asynchronous import until
from tests.support.settling import settled
from tests.views.kanban.desk import Desk, add_lead, open_desk

Key, Keys = Qt.Key, Qt.KeyboardModifier
PEOPLE = ("Гаврилова", "Остапенко", "Хусаинова")


@pytest.fixture
async def desk(qtbot: QtBot, qapp: QApplication, workplace: Workplace) -> Desk:
    for number, name in enumerate(PEOPLE):
        await add_lead(workplace, name, number)
    away = await add_lead(workplace, "Ярцев", 9)
    desk = await open_desk(qtbot, qapp, workplace)
    await leads_of(workplace).move(away, desk.stage("no_answer"))
    await desk.stands("no_answer", ["Ярцев"])
    await desk.stands("new", list(PEOPLE))
    desk.pane("new").cards.go_to(desk.pane("new").column.index(0))
    return desk


def _current(desk: Desk) -> str:
    pane = desk.view.columns.current
    assert pane is not None
    return str(pane.cards.currentIndex().data()).split()[0]


async def test_arrows_walk_through_the_columns(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClick(desk.pane("new").cards, Key.Key_Down)
    assert _current(desk) == "Остапенко"
    qtbot.keyClick(desk.pane("new").cards, Key.Key_Right)
    desk.view.columns._enter(desk.pane("no_answer"))  # off the screen no widget gets the focus
    assert _current(desk) == "Ярцев"
    qtbot.keyClick(desk.pane("no_answer").cards, Key.Key_Right)
    assert _current(desk) == "Ярцев"
    qtbot.keyClick(desk.pane("new").cards, Key.Key_End)
    desk.view.columns._enter(desk.pane("new"))
    assert _current(desk) == "Хусаинова"


async def test_control_and_an_arrow_send_the_card_to_the_next_stage_and_back(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClick(desk.pane("new").cards, Key.Key_Right, Keys.ControlModifier)
    await until(lambda: "Гаврилова" in desk.names("no_answer"))
    await settled()
    desk.view.columns._enter(desk.pane("no_answer"))
    assert _current(desk) == "Гаврилова"
    qtbot.keyClick(desk.pane("no_answer").cards, Key.Key_Left, Keys.ControlModifier)
    await desk.stands("new", list(PEOPLE))
    qtbot.keyClick(desk.pane("new").cards, Key.Key_Left, Keys.ControlModifier)
    await settled()
    assert len(desk.asked("moved_to_stage")) == 2


async def test_space_selects_and_enter_opens(qtbot: QtBot, desk: Desk) -> None:
    cards = desk.pane("new").cards
    qtbot.keyClick(cards, Key.Key_Space)
    qtbot.keyClick(cards, Key.Key_Down, Keys.ShiftModifier)
    assert len(desk.view.selected_ids()) == 2
    qtbot.keyClick(cards, Key.Key_Escape)
    assert desk.view.selected_ids() == ()
    qtbot.keyClick(cards, Key.Key_Return)
    assert desk.asked("open_card") == [("open_card", "lead", desk.pane("new").column.id_at(1))]


async def test_a_folded_column_stays_folded(qtbot: QtBot, desk: Desk, workplace: Workplace) -> None:
    desk.pane("thinking").head.fold_wanted.emit()
    pane = desk.pane("thinking")
    assert pane.is_folded()
    assert pane.width() < 60 or pane.maximumWidth() < 60
    await settled()
    again = RecordsPage(desk.context, LEADS, views=(KANBAN,))
    qtbot.addWidget(again)
    await until(lambda: again.stack.front is not None)
    await settled()
    (folded,) = [one for one in again.stack.front.columns.panes if one.is_folded()]  # type: ignore[union-attr]  # the kanban
    assert folded.stage.code == "thinking"
    qtbot.mouseClick(pane.folded, Qt.MouseButton.LeftButton)
    assert not pane.is_folded()


async def test_the_view_is_remembered_and_shares_the_filter(desk: Desk) -> None:
    desk.page.apply_filter(Filter(text="ярцев"))
    await until(lambda: desk.names("new") == [] and desk.names("no_answer") == ["Ярцев"])
    desk.page.show_view("list")
    await until(lambda: desk.page.model.rowCount() == 1)
    await settled()
    assert await desk.context.services.preferences.get("view.lead") == "list"
    desk.page.show_view("kanban")
    await settled()
    assert await desk.context.services.preferences.get("view.lead") == "kanban"
    assert desk.names("no_answer") == ["Ярцев"]


async def test_nobody_found_offers_to_reset_the_filter(qtbot: QtBot, desk: Desk) -> None:
    desk.page.apply_filter(Filter(text="zzz"))
    await until(desk.view.nothing.isVisible)
    qtbot.mouseClick(desk.view.nothing.state.button, Qt.MouseButton.LeftButton)
    await desk.stands("new", list(PEOPLE))
    assert desk.view.nothing.isHidden()


async def test_by_hand_a_card_stands_where_it_is_dropped_and_stays_there(qtbot: QtBot, desk: Desk) -> None:
    desk.view._choose_order("hand")
    await settled()
    first = desk.place("new", 0)
    desk.drag("new", 2, QPoint(first.x(), first.y() - 60))
    await desk.stands("new", ["Хусаинова", "Гаврилова", "Остапенко"])
    await settled()
    desk.page.refresh()
    await settled()
    assert desk.names("new") == ["Хусаинова", "Гаврилова", "Остапенко"]
    qtbot.keyClick(desk.pane("new").cards, Key.Key_Down, Keys.AltModifier)
    await desk.stands("new", ["Гаврилова", "Хусаинова", "Остапенко"])
    desk.drag("no_answer", 0, desk.place("new", 1) - QPoint(0, 20))
    await settled()
    desk.page.refresh()
    await desk.stands("new", ["Гаврилова", "Ярцев", "Хусаинова", "Остапенко"])
    desk.view._choose_order("activity")
    await until(lambda: desk.names("new")[-1] == "Остапенко" or desk.names("new")[0] == "Гаврилова")


async def test_without_the_order_by_hand_keys_say_how_to_get_it(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClick(desk.pane("new").cards, Key.Key_Down, Keys.AltModifier)
    assert desk.names("new") == list(PEOPLE)
    assert len(desk.asked("notify")) == 1


async def test_a_change_from_elsewhere_moves_its_card_and_nothing_else(desk: Desk, workplace: Workplace) -> None:
    added = await add_leads(workplace, *({"last_name": f"Н{number:03}"} for number in range(60)))
    await until(lambda: desk.pane("new").column.rowCount() == 63)
    cards = desk.pane("new").cards
    cards.verticalScrollBar().setValue(2_000)
    top = cards.indexAt(QPoint(40, 60))
    card, height = desk.pane("new").column.id_at(top.row()), cards.visualRect(top).top()
    desk.view.board.select((card,))
    starts = workplace.now() + timedelta(minutes=30)
    draft = ActivityDraft(ActivityKind.CALL, "Ask for the papers", starts, 10, ClientRef("lead", added[50]))
    await desk.context.services.activities.plan(draft)
    await until(lambda: desk.pane("new").column.row_of(added[50]) == 0)
    assert desk.pane("new").column.planned[0]
    row = desk.pane("new").column.row_of(card)
    assert cards.visualRect(desk.pane("new").column.index(row)).top() == height
    assert desk.view.selected_ids() == (card,)
    assert desk.pane("new").head.accessibleName().startswith("Новый лид, 63")


async def test_what_changes_behind_another_page_is_there_on_coming_back(desk: Desk, workplace: Workplace) -> None:
    desk.page.hide()
    await add_lead(workplace, "Белов", 8)
    await settled()
    desk.page.show()
    await until(lambda: "Белов" in desk.names("new"))


async def test_unconcerned_changes_ask_nothing(desk: Desk) -> None:
    desk.context.changes.publish(Changes("contact", frozenset({1}), "contact.edit", None, "x"))
    assert not desk.view._settle.isActive()


async def test_carrying_a_card_to_the_edge_scrolls_column_and_board(
    qtbot: QtBot, qapp: QApplication, workplace: Workplace
) -> None:
    await add_leads(workplace, *({"last_name": f"Н{number:03}"} for number in range(60)))
    desk = await open_desk(qtbot, qapp, workplace, width=900)
    sideways, cards = desk.view.columns.horizontalScrollBar(), desk.pane("new").cards
    assert sideways.maximum() > 0
    desk.take_up("new", 0)
    foot = desk.view.mapToGlobal(QPoint(100, desk.view.height() - 70))
    desk.carry("new", foot)
    await until(lambda: cards.verticalScrollBar().value() > 100)
    desk.carry("new", desk.view.mapToGlobal(QPoint(desk.view.width() - 5, 300)))
    await until(lambda: sideways.value() == sideways.maximum())
    desk.let_go("new", QPoint(-9, -9))
    await until(lambda: desk.view.carrying.cards == ())


async def test_a_column_of_any_length_reads_what_is_in_view(desk: Desk, workplace: Workplace) -> None:
    await add_leads(workplace, *({"last_name": f"Н{number:03}"} for number in range(300)))
    await until(lambda: desk.pane("new").column.rowCount() == 303)
    cards = desk.pane("new").cards
    cards.go_to(desk.pane("new").column.index(302))
    cards.grab()
    await until(lambda: desk.pane("new").column.index(302).data() is not None)
    assert len(desk.view.board._rows) < 150
