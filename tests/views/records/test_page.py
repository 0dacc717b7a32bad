"""A section's page as a manager uses it: filter, sort, select, change a stage, all by mouse and by keys."""

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.core.kinds import ActivityKind
from app.qtbase import i18n
from app.qtbase.theme import theme
from app.qtmodels.roles import ActivityCell, NameCell, Role, StageCell, State
from app.services.records.activities import ActivityDraft, ClientRef
from app.services.records.lists import Condition, Filter
from app.services.workplace import Workplace
from app.views.leads.page import LEADS
from app.views.navigator import ViewContext
from app.views.records.column_chooser import ColumnChooser
from app.views.records.page import RecordsPage
from tests.services.clients.making import leads_of, new_lead, phones, stage_id
from tests.support.asynchronous import until
from tests.support.settling import settled
from tests.support.windows import NotingNavigator, type_text, view_context

# off the screen there is neither a window manager nor a keyboard to grab
PEOPLE = (("Гаврилова", "+79160004127"), ("Остапенко", "+79030001864"), ("Хусаинова", "+79270007305"))


class Desk:
    """The page with what it was given."""

    def __init__(self, page: RecordsPage, context: ViewContext, navigator: NotingNavigator, leads: list[int]) -> None:
        self.page = page
        self.context = context
        self.navigator = navigator
        self.leads = leads

    def names(self) -> list[str]:
        """The names in the rows, as far as they are read."""
        model = self.page.model
        cells = [model.data(model.index(row, 2), Role.CELL) for row in range(model.rowCount())]
        return [cell.name.split()[0] for cell in cells if isinstance(cell, NameCell)]

    def row(self, name: str) -> int:
        return self.names().index(name)

    def asked(self, name: str) -> list[tuple[object, ...]]:
        return [call for call in self.navigator.asked if call[0] == name]


async def _open(qtbot: QtBot, context: ViewContext) -> RecordsPage:
    page = RecordsPage(context, LEADS)
    qtbot.addWidget(page)
    page.resize(1440, 800)
    page.show()
    await until(lambda: page.model.is_loaded)
    await settled()
    return page


@pytest.fixture
async def desk(qtbot: QtBot, qapp: QApplication, workplace: Workplace) -> Desk:
    theme().apply(qapp, "light")
    i18n.install(qapp, "en")
    context, navigator = view_context(workplace)
    leads = [
        await leads_of(workplace).create(
            new_lead(workplace, last_name=name, phones=phones(phone), total_debt=Decimal(100_000 * number))
        )
        for number, (name, phone) in enumerate(PEOPLE, 1)
    ]
    page = await _open(qtbot, context)
    desk = Desk(page, context, navigator, leads)
    await until(lambda: len(desk.names()) == len(PEOPLE))
    return desk


async def _plan(desk: Desk, lead: int, subject: str, minutes: int) -> None:
    starts_at = desk.context.services.workplace.now() + timedelta(minutes=minutes)
    draft = ActivityDraft(ActivityKind.CALL, subject, starts_at, 10, ClientRef("lead", lead))
    await desk.context.services.activities.plan(draft)


def _current(desk: Desk, name: str) -> None:
    desk.page.table.setFocus()
    desk.page.table.setCurrentIndex(desk.page.model.index(desk.row(name), 1))


async def test_my_leads_in_progress_stand_there_with_their_totals(desk: Desk) -> None:
    await until(lambda: "3" in desk.page.status().totals)
    assert desk.page.filter() == Filter(preset="my_open")
    assert desk.page.status().totals == "Leads: <b>3</b> for <b>₽600,000</b>"
    assert "responsible" not in desk.page.model.columns()


async def test_piece_of_a_phone_in_any_writing_narrows_the_list(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.page.tools.filter.line, "(903) 000-18")
    await until(lambda: desk.names() == ["Остапенко"])
    desk.page.tools.filter.line.clear()
    type_text(desk.page.tools.filter.line, "хусаинОВА")
    await until(lambda: desk.names() == ["Хусаинова"])


async def test_tab_comes_to_the_filter_before_the_typing(desk: Desk) -> None:
    field = desk.page.tools.filter
    await until(lambda: field.chips)
    field.chips[0].setFocus()
    await until(field.chips[0].hasFocus)
    desk.page.focusNextChild()
    assert field.line.hasFocus()


async def test_nobody_found_offers_to_reset_the_filter(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.page.tools.filter.line, "zzz")
    await until(desk.page.nothing.isVisible)
    qtbot.mouseClick(desk.page.nothing.state.button, Qt.MouseButton.LeftButton)
    await until(lambda: len(desk.names()) == 3 and desk.page.nothing.isHidden())
    assert desk.page.tools.filter.text() == ""


async def test_narrow_list_scrolls_before_a_column_can_not_be_read(desk: Desk) -> None:
    desk.page.apply_filter(Filter(preset="all_open"))
    await until(lambda: "responsible" in desk.page.model.columns())
    desk.page.resize(940, 500)
    header, columns = desk.page.table.horizontalHeader(), desk.page.model.columns()
    await until(lambda: desk.page.table.horizontalScrollBar().maximum() > 0)
    assert header.sectionSize(columns.index("activity")) >= 180


async def test_chip_counts_and_filters(qtbot: QtBot, desk: Desk) -> None:
    await _plan(desk, desk.leads[1], "Ask for the papers", 60)
    chips = desk.page.tools.chips
    await until(lambda: (chips["today"].count(), chips["none"].count()) == (1, 2))
    qtbot.mouseClick(chips["today"], Qt.MouseButton.LeftButton)
    await until(lambda: desk.names() == ["Остапенко"])
    qtbot.mouseClick(chips["today"], Qt.MouseButton.LeftButton)
    await until(lambda: len(desk.names()) == 3)


async def test_planned_activity_shows_in_its_row_at_once(desk: Desk) -> None:
    await _plan(desk, desk.leads[0], "Ask for the papers", 12)

    def cell() -> ActivityCell | None:
        columns, model = desk.page.model.columns(), desk.page.model
        found = model.data(model.index(model.row_of(desk.leads[0]), columns.index("activity")), Role.CELL)
        return found if isinstance(found, ActivityCell) else None

    await until(lambda: (now := cell()) is not None and now.state is State.TODAY)
    shown = cell()
    assert shown is not None
    assert (shown.subject, shown.when) == ("Ask for the papers", "Today 11:57 · in 12 min")


async def test_header_sorts_and_the_sort_is_kept(qtbot: QtBot, desk: Desk) -> None:
    header = desk.page.table.check_header()
    column = desk.page.model.columns().index("sum")
    place = QPoint(header.sectionViewportPosition(column) + 20, 10)
    for expected in (["Гаврилова", "Остапенко", "Хусаинова"], ["Хусаинова", "Остапенко", "Гаврилова"]):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        await until(lambda expected=expected: desk.names() == expected)  # type: ignore[misc]  # a default of a lambda
    await until(lambda: not desk.page.table.is_keeping())
    await settled()
    again = await _open(qtbot, desk.context)
    assert again.model.ids.tolist() == desk.leads[::-1]


async def test_enter_opens_the_card_with_its_neighbours(qtbot: QtBot, desk: Desk) -> None:
    _current(desk, "Остапенко")
    qtbot.keyClick(desk.page.table, Qt.Key.Key_Return)
    assert desk.asked("open_card") == [("open_card", "lead", desk.leads[1])]


async def test_letters_do_what_the_list_of_keys_says(qtbot: QtBot, desk: Desk) -> None:
    _current(desk, "Остапенко")
    ref = ClientRef("lead", desk.leads[1])
    for key in (Qt.Key.Key_C, Qt.Key.Key_D, Qt.Key.Key_E, Qt.Key.Key_M):
        qtbot.keyClick(desk.page.table, key)
    assert desk.navigator.asked == [
        ("call", "+79030001864", ref),
        ("plan_activity", ref, None),
        ("complete_next_activity", ref),
        ("comment", ref),
    ]


async def test_j_and_k_walk_the_rows(qtbot: QtBot, desk: Desk) -> None:
    desk.page.table.setFocus()
    desk.page.table.setCurrentIndex(desk.page.model.index(0, 1))
    for key, row in ((Qt.Key.Key_J, 1), (Qt.Key.Key_J, 2), (Qt.Key.Key_J, 2), (Qt.Key.Key_K, 1)):
        qtbot.keyClick(desk.page.table, key)
        assert desk.page.table.currentIndex().row() == row


async def test_stage_menu_by_key_moves_the_lead(qtbot: QtBot, desk: Desk, workplace: Workplace) -> None:
    _current(desk, "Остапенко")
    qtbot.keyClick(desk.page.table, Qt.Key.Key_S)
    (menu,) = [one for one in desk.page.table.findChildren(QMenu) if one.isVisible()]
    wanted = stage_id(workplace, "no_answer")
    (action,) = [one for one in menu.actions() if one.text() == workplace.registry.stage(wanted).name]
    assert not menu.actions()[0].isEnabled()
    action.trigger()
    menu.close()
    assert desk.asked("move_stage") == [("move_stage", ClientRef("lead", desk.leads[1]), wanted)]


async def test_click_on_the_stage_opens_the_menu_and_on_the_box_selects(qtbot: QtBot, desk: Desk) -> None:
    table, row = desk.page.table, desk.row("Остапенко")
    for code in ("stage", "check"):
        place = table.visualRect(desk.page.model.index(row, desk.page.model.columns().index(code))).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        for menu in table.findChildren(QMenu):
            if menu.isVisible():
                assert code == "stage"
                menu.close()
    assert desk.page.model.checked_ids().tolist() == [desk.leads[1]]
    assert desk.asked("open_card") == []


async def test_moved_lead_shows_its_stage(desk: Desk, workplace: Workplace) -> None:
    await desk.context.services.leads.move(desk.leads[0], stage_id(workplace, "no_answer"))

    def stage() -> str:
        model = desk.page.model
        cell = model.data(model.index(model.row_of(desk.leads[0]), model.columns().index("stage")), Role.CELL)
        return cell.name if isinstance(cell, StageCell) else ""

    await until(lambda: stage() == "Не удалось связаться")


async def test_selected_rows_are_summed(qtbot: QtBot, desk: Desk) -> None:
    _current(desk, "Гаврилова")
    qtbot.keyClick(desk.page.table, Qt.Key.Key_Space)
    _current(desk, "Хусаинова")
    qtbot.keyClick(desk.page.table, Qt.Key.Key_Space)
    await until(lambda: "Selected <b>2</b>" in desk.page.status().selection)
    assert "400,000" in desk.page.status().selection
    assert "200,000" in desk.page.status().selection
    desk.page.table.check_header().all_toggled.emit()
    await until(lambda: "Selected <b>3</b>" in desk.page.status().selection)
    desk.page.table.check_header().all_toggled.emit()
    await until(lambda: desk.page.status().selection == "")


async def test_hovered_row_offers_quick_actions(qtbot: QtBot, desk: Desk) -> None:
    desk.page.table.quick_action.emit("whatsapp", desk.page.model.index(desk.row("Хусаинова"), 0))
    desk.page.table.quick_action.emit("plan", desk.page.model.index(desk.row("Хусаинова"), 0))
    ref = ClientRef("lead", desk.leads[2])
    assert desk.navigator.asked == [("message", ref, "whatsapp", ""), ("plan_activity", ref, None)]


async def test_columns_are_chosen_by_the_gear_and_kept(qtbot: QtBot, desk: Desk) -> None:
    qtbot.mouseClick(desk.page.tools.gear, Qt.MouseButton.LeftButton)
    (chooser,) = desk.page.findChildren(ColumnChooser)
    assert not chooser.boxes["name"].isEnabled()
    chooser.boxes["city"].click()
    chooser.boxes["phone"].click()
    assert desk.page.model.columns()[-1] == "city"
    assert "phone" not in desk.page.model.columns()
    chooser.close()
    await settled()
    again = await _open(qtbot, desk.context)
    assert again.model.columns() == desk.page.model.columns()


async def test_filter_panel_counts_while_conditions_are_chosen(qtbot: QtBot, desk: Desk, workplace: Workplace) -> None:
    desk.page.open_panel()
    panel = desk.page.control.panel
    assert panel is not None
    await until(lambda: "my_open" in panel.saved.rows and panel.saved.row("my_open").count_words() == "3")
    panel.conditions.show_conditions((Condition("stage", "any_of", (stage_id(workplace, "no_answer"),)),))
    panel.conditions.changed.emit()
    await until(lambda: "<b>0</b>" in panel.found.text())
    qtbot.keyClick(panel, Qt.Key.Key_Return)
    await until(lambda: desk.page.nothing.isVisible() and desk.page.nothing.state.button.hasFocus())
    assert desk.page.filter().conditions == (Condition("stage", "any_of", (stage_id(workplace, "no_answer"),)),)


async def test_escape_keeps_the_filter_that_was(qtbot: QtBot, desk: Desk) -> None:
    desk.page.open_panel()
    panel = desk.page.control.panel
    assert panel is not None
    await until(lambda: "failed" in panel.saved.rows)
    qtbot.mouseClick(panel.saved.row("failed"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert desk.page.filter() == Filter(preset="my_open")


async def test_dropping_the_chip_shows_everybody_readable(desk: Desk, workplace: Workplace) -> None:
    await desk.context.services.leads.move(desk.leads[0], stage_id(workplace, "refused"), reason="Changed their mind")
    await until(lambda: len(desk.names()) == 2)
    desk.page.tools.filter.preset_dropped.emit()
    await until(lambda: len(desk.names()) == 3)
    assert "responsible" in desk.page.model.columns()


async def test_empty_office_invites_to_the_first_steps(qtbot: QtBot, qapp: QApplication, workplace: Workplace) -> None:
    context, navigator = view_context(workplace)
    page = await _open(qtbot, context)
    await until(page.nothing.isVisible)
    assert page.nothing.steps is not None
    assert page.nothing.steps.isVisible()
    rows = page.table.viewport()
    assert not page.stack.isAncestorOf(page.nothing), "tables and stacks tell screen readers of cells and pages alone"
    assert page.nothing.mapToGlobal(page.nothing.rect().topLeft()) == rows.mapToGlobal(rows.rect().topLeft())
    assert page.nothing.size() == rows.size()
    qtbot.mouseClick(page.nothing.steps.bring, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.nothing.state.button, Qt.MouseButton.LeftButton)
    assert navigator.asked == [("open_import", "lead"), ("new_lead", None)]
    assert page.nothing.isAncestorOf(page.window().focusWidget() or page)
    page.nothing.put_away()
    assert page.window().focusWidget() is page.table, "also where another window is in front"
    page.nothing.steps.hidden.emit()
    await settled()
    again = await _open(qtbot, context)
    await until(again.nothing.isVisible)
    assert again.nothing.steps is None
