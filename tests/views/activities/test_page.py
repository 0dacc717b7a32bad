"""My activities as their user meets them: groups, keys, the panel, time, colleagues."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.core.errors import UserError
from app.core.kinds import ActivityKind, ActivityState
from app.qtmodels.agenda_model import AgendaColumn
from app.qtmodels.roles import GroupHeading, Role
from app.services.records.activities import ActivityDraft
from app.services.records.lists import Filter
from app.views.activities.completion_form import CompletionForm
from app.views.activities.hosts import FormPopup
from app.views.activities.page import APART, ActivitiesPage
from app.views.activities.panel import EndPanel
from tests.support.asynchronous import until
from tests.support.office import SUPERVISOR
from tests.support.windows import type_text
from tests.views.activities.desk import Desk, activated, moscow, press, shown, tab_stops


@pytest.fixture
async def busy_desk(desk: Desk) -> Desk:
    """One activity overdue, two today, one tomorrow, one later, each with a client of its own."""
    other = await desk.lead("Рябова", "Алла", "+7 903 000-18-64")
    third = await desk.lead("Жданов", "Кирилл", "+7 968 000-47-16")
    await desk.plan(subject="Вторая попытка дозвона", starts_at=moscow(17, 16))
    await desk.plan(subject="Ответить по рассрочке", starts_at=moscow(18, 12), client=other, kind=ActivityKind.MESSAGE)
    await desk.plan(subject="Узнать решение", starts_at=moscow(18, 17), client=third)
    await desk.plan(subject="Встреча в офисе", starts_at=moscow(19, 11), kind=ActivityKind.MEETING, minutes=60)
    await desk.plan(subject="Получить справки", starts_at=moscow(24, 15), client=other)
    return desk


async def opened(desk: Desk) -> ActivitiesPage:
    """The page, its rows read, the keyboard in the table."""
    page = ActivitiesPage(desk.context)
    page.resize(1300, 800)
    page.show()
    await until(page.model.is_loaded)
    await activated(page)
    page.table.setFocus()
    await read(page)
    return page


async def read(page: ActivitiesPage) -> list[str]:
    """What the rows say, headings in brackets."""
    model = page.model
    for row in range(model.rowCount()):
        model.data(model.index(row, AgendaColumn.SUBJECT), Role.CELL)
    await until(lambda: all(known(page, row) for row in range(model.rowCount())))
    return [said(page, row) for row in range(model.rowCount())]


def known(page: ActivitiesPage, row: int) -> bool:
    index = page.model.index(row, 0)
    return bool(page.model.group_at(index)) or page.model.record(index) is not None


def said(page: ActivitiesPage, row: int) -> str:
    heading = page.model.index(row, 0).data(Role.GROUP)
    if isinstance(heading, GroupHeading):
        return f"[{heading.text.split(',')[0]} {heading.count}]"
    return str(page.model.index(row, AgendaColumn.SUBJECT).data())


def current(page: ActivitiesPage) -> str:
    return said(page, page.table.currentIndex().row())


async def asked(page: ActivitiesPage, subject: str) -> CompletionForm:
    """The panel's form, once it asks about an activity of this subject."""

    def find() -> CompletionForm | None:
        form, record = page.panel.form(), page.record()
        shown = record is not None and record.subject == subject and page.panel.activity_id == record.id
        return form if shown and not page.panel.isHidden() else None

    await until(find)
    form = find()
    assert form is not None
    return form


def click(page: ActivitiesPage, qtbot: QtBot, row: int, column: int = AgendaColumn.SUBJECT) -> None:
    place = page.table.visualRect(page.model.index(row, column)).center()
    if column == AgendaColumn.CHECK:
        place.setX(20)
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


async def test_activities_stand_under_their_groups(busy_desk: Desk, qtbot: QtBot) -> None:
    page = await opened(busy_desk)
    assert await read(page) == [
        "[Overdue 1]", "Вторая попытка дозвона", "[Today 2]", "Ответить по рассрочке", "Узнать решение",
        "[Tomorrow 1]", "Встреча в офисе", "[Later 1]", "Получить справки",
    ]  # fmt: skip
    assert [chip.count() for chip in page.tools.chips.values()] == [1, 2, 0]
    assert page.status().totals == f"Activities: <b>5</b>{APART}Left today: <b>3</b>"
    assert current(page) == "Вторая попытка дозвона"
    assert page.panel.isHidden()
    assert page.model.index(1, AgendaColumn.CLIENT).data() == "Гаврилова Нина"
    assert page.model.index(1, AgendaColumn.STAGE).data() == "Новый лид"


async def test_space_asks_how_it_ended_and_the_next_client_follows(busy_desk: Desk, qtbot: QtBot) -> None:
    page = await opened(busy_desk)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    form = await asked(page, "Вторая попытка дозвона")
    await until(lambda: page.focusWidget() in form.results.buttons())
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_2)
    qtbot.mouseClick(page.panel.main, Qt.MouseButton.LeftButton)
    form = await asked(page, "Ответить по рассрочке")
    assert page.table.hasFocus()
    assert await read(page) == [
        "[Today 2]", "Ответить по рассрочке", "Узнать решение", "[Tomorrow 1]", "Встреча в офисе", "[Later 1]",
        "Получить справки",
    ]  # fmt: skip
    assert page.tools.chips["done"].count() == 1
    assert busy_desk.navigator.said() == ["Completed: Вторая попытка дозвона"]


async def test_ctrl_enter_in_the_panel_completes_and_plans(busy_desk: Desk, qtbot: QtBot) -> None:
    page = await opened(busy_desk)
    page.table.step(1)
    qtbot.keyClick(page.table, Qt.Key.Key_E)
    form = await asked(page, "Ответить по рассрочке")
    assert page.panel.main.text() == "Complete"
    qtbot.mouseClick(form.next.toggle, Qt.MouseButton.LeftButton)
    assert page.panel.main.text() == "Complete and plan"
    type_text(form.next.subject_line, "Узнать, подходит ли рассрочка")
    type_text(form.next.when.line, "завтра 9")
    form.next.subject_line.setFocus()
    qtbot.keyClick(form.next.subject_line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: page.model.count("tomorrow") == 2)
    assert "Узнать, подходит ли рассрочка" in await read(page)


async def test_a_click_asks_about_the_row_and_escape_closes_the_question(busy_desk: Desk, qtbot: QtBot) -> None:
    page = await opened(busy_desk)
    click(page, qtbot, 4)
    form = await asked(page, "Узнать решение")
    type_text(form.comment.editor.input(), "Думает")
    qtbot.keyClick(form.comment.editor.input(), Qt.Key.Key_Escape)
    await until(lambda: page.panel.form() is None)
    assert page.panel.isHidden()
    press(page.table, Qt.Key.Key_K, "k")
    click(page, qtbot, 4, AgendaColumn.CHECK)
    form = await asked(page, "Узнать решение")
    assert form.comment.value() == "Думает"


async def test_letters_walk_and_act_in_either_layout(busy_desk: Desk, qtbot: QtBot) -> None:
    page = await opened(busy_desk)
    qtbot.keyClick(page.table, Qt.Key.Key_J)
    assert current(page) == "Ответить по рассрочке"
    qtbot.keyClick(page.table, Qt.Key.Key_K)
    assert current(page) == "Вторая попытка дозвона"
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.keyClick(page.table, Qt.Key.Key_C)
    qtbot.keyClick(page.table, Qt.Key.Key_N)
    qtbot.keyClick(page.table, Qt.Key.Key_D)
    asked_for = busy_desk.navigator.asked
    assert ("open_card", "lead", busy_desk.ref.id) in asked_for
    assert ("call", "+79160004127", busy_desk.ref) in asked_for
    assert ("plan_activity", None, None) in asked_for
    assert ("plan_activity", busy_desk.ref, None) in asked_for


async def test_the_cursor_does_not_stay_on_a_heading_nobody_went_to(desk: Desk, qtbot: QtBot) -> None:
    """Its row was completed elsewhere, and the next step came in its place."""
    first = await desk.plan(subject="Узнать решение", starts_at=moscow(19, 11))
    page = await opened(desk)
    assert current(page) == "Узнать решение"
    page.tools.filter.line.setFocus()
    activities = desk.context.services.activities
    await activities.delete(first.id, first.version)
    await until(lambda: not page.model.rowCount())
    await desk.plan(subject="Получить справки", starts_at=moscow(19, 15))
    await until(lambda: page.model.rowCount() == 2)
    await read(page)
    assert current(page) == "Получить справки"


async def test_row_becomes_overdue_by_itself(busy_desk: Desk, qtbot: QtBot) -> None:
    page = await opened(busy_desk)
    busy_desk.move_clock(moscow(18, 12) + timedelta(seconds=1))
    page.model.clock.timeout.emit()
    await until(lambda: page.model.count("overdue") == 2)
    assert (await read(page))[:4] == [
        "[Overdue 2]", "Вторая попытка дозвона", "Ответить по рассрочке", "[Today 1]"
    ]  # fmt: skip
    assert page.tools.chips["overdue"].count() == 2


async def test_chips_filter_and_a_done_row_is_taken_back(busy_desk: Desk, qtbot: QtBot) -> None:
    services = busy_desk.context.services.activities
    message = next(one for one in await busy_desk.all_activities() if one.kind is ActivityKind.MESSAGE)
    page = await opened(busy_desk)
    page.table.step(1)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    await asked(page, "Ответить по рассрочке")
    qtbot.mouseClick(page.panel.main, Qt.MouseButton.LeftButton)
    await until(lambda: page.tools.chips["done"].count() == 1)
    page.panel.close_panel()
    qtbot.mouseClick(page.tools.chips["done"], Qt.MouseButton.LeftButton)
    assert await read(page) == ["[Done today 1]", "Ответить по рассрочке"]
    click(page, qtbot, 1, AgendaColumn.CHECK)
    await until(lambda: page.model.count("done") == 0)
    assert (await services.get(message.id)).state is ActivityState.PLANNED
    assert page.empty.isVisible()
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert len(await read(page)) == 9


async def test_text_finds_by_client_and_subject(busy_desk: Desk, qtbot: QtBot) -> None:
    page = await opened(busy_desk)
    page.focus_filter()
    type_text(page.tools.filter.line, "рябова")
    await until(lambda: page.model.count("overdue") == 0 and page.model.is_loaded())
    assert await read(page) == ["[Today 1]", "Ответить по рассрочке", "[Later 1]", "Получить справки"]
    page.tools.filter.line.clear()
    type_text(page.tools.filter.line, "офис")
    await until(lambda: page.model.count("tomorrow") == 1 and page.model.count("today") == 0)
    assert await read(page) == ["[Tomorrow 1]", "Встреча в офисе"]


async def test_filter_from_elsewhere_presses_its_chips(busy_desk: Desk, qtbot: QtBot) -> None:
    page = await opened(busy_desk)
    page.apply_filter(Filter(preset="my_open", urgency=("overdue",)))
    assert page.tools.chips["overdue"].isChecked()
    assert await read(page) == ["[Overdue 1]", "Вторая попытка дозвона"]


async def test_heading_folds_by_click_and_keys(busy_desk: Desk, qtbot: QtBot) -> None:
    page = await opened(busy_desk)
    click(page, qtbot, 0)
    assert (await read(page))[:2] == ["[Overdue 1]", "[Today 2]"]
    page.table.setCurrentIndex(page.model.index(1, 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Left)
    assert (await read(page))[:3] == ["[Overdue 1]", "[Today 2]", "[Tomorrow 1]"]
    qtbot.keyClick(page.table, Qt.Key.Key_Right)
    assert (await read(page))[2] == "Ответить по рассрочке"
    assert page.table.rowHeight(0) < page.table.rowHeight(2)


def menu_on_screen() -> QMenu | None:
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible()), None)


async def choose(words: str) -> None:
    """Take an entry of the menu that is open or about to open."""
    await until(menu_on_screen)
    menu = menu_on_screen()
    assert menu is not None
    action: QAction = next(one for one in menu.actions() if one.text() == words)
    menu.close()
    action.trigger()


async def test_postponing_offers_likely_times(busy_desk: Desk, qtbot: QtBot) -> None:
    page = await opened(busy_desk)
    record = page.record()
    assert record is not None
    qtbot.keyClick(page.table, Qt.Key.Key_P)
    await choose("Tomorrow 10:00")
    await until(lambda: page.model.count("tomorrow") == 2)
    assert (await busy_desk.record(record.id)).starts_at == moscow(19, 10)
    assert busy_desk.navigator.said() == ["Postponed: Вторая попытка дозвона, tomorrow, 19.11 · 10:00"]


async def test_meeting_is_confirmed_by_one_key_and_nothing_else_is(busy_desk: Desk, qtbot: QtBot) -> None:
    page = await opened(busy_desk)
    qtbot.keyClick(page.table, Qt.Key.Key_Y)
    await until(lambda: bool(busy_desk.navigator.reported))
    assert [error.code for error in busy_desk.navigator.reported if isinstance(error, UserError)] == ["not_a_meeting"]
    page.table.setCurrentIndex(page.model.index((await read(page)).index("Встреча в офисе"), AgendaColumn.SUBJECT))
    qtbot.keyClick(page.table, Qt.Key.Key_Y)
    await until(lambda: page.model.index(page.table.currentIndex().row(), AgendaColumn.STATE).data() == "confirmed")


async def test_menu_cancels_and_undo_brings_it_back(busy_desk: Desk, qtbot: QtBot) -> None:
    page = await opened(busy_desk)
    place = page.table.visualRect(page.model.index(1, AgendaColumn.SUBJECT)).center()
    page.table.customContextMenuRequested.emit(QPoint(place))
    await choose("Cancel the activity")
    await until(lambda: page.model.count("overdue") == 0)
    assert busy_desk.navigator.undo is not None
    busy_desk.navigator.undo()
    await until(lambda: page.model.count("overdue") == 1)


async def test_what_a_colleague_changes_shows_without_asking(busy_desk: Desk, qtbot: QtBot) -> None:
    page = await opened(busy_desk)
    head = await busy_desk.beside(SUPERVISOR)
    draft = ActivityDraft(
        ActivityKind.CALL,
        "Позвонить по жалобе",
        moscow(18, 13),
        15,
        busy_desk.ref,
        responsible_id=busy_desk.workplace.actor.employee_id,
    )
    await head.context.services.activities.plan(draft)
    await until(lambda: page.model.count("today") == 3)
    assert "Позвонить по жалобе" in await read(page)


async def test_activity_completed_elsewhere_leaves_the_panel(busy_desk: Desk, qtbot: QtBot) -> None:
    page = await opened(busy_desk)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    await asked(page, "Вторая попытка дозвона")
    record = page.record()
    assert record is not None
    head = await busy_desk.beside(SUPERVISOR)
    await head.context.services.activities.cancel(record.id, record.version)
    await until(lambda: page.panel.activity_id != record.id)


async def test_supervisor_reads_a_colleagues_activities(busy_desk: Desk, qtbot: QtBot) -> None:
    head = await busy_desk.beside(SUPERVISOR)
    page = await opened(head)
    assert page.empty.isVisible()
    page.tools.filter.funnel.click()
    await choose("Кравцова Ольга")
    await until(lambda: page.model.count("today") == 2)
    assert (await read(page))[1] == "Вторая попытка дозвона"
    page.tools.filter._chip.click()
    await until(lambda: page.model.rowCount() == 0)


async def test_tab_goes_from_the_table_through_the_question_to_its_button(busy_desk: Desk, qtbot: QtBot) -> None:
    page = await opened(busy_desk)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    form = await asked(page, "Вторая попытка дозвона")
    qtbot.mouseClick(form.next.toggle, Qt.MouseButton.LeftButton)
    stops = tab_stops(page)
    places = [
        stops.index(widget)
        for widget in (
            page.tools.filter.line, page.table, form.results.buttons()[0], form.comment.editor.input(),
            form.next.subject_line, form.next.times.buttons()[0], form.next.when.line, page.panel.main,
        )
    ]  # fmt: skip
    assert places == sorted(places)


async def test_manager_is_offered_no_colleagues(busy_desk: Desk, qtbot: QtBot) -> None:
    page = await opened(busy_desk)
    assert page.tools.filter.funnel.isHidden()
    page.tools.choose_employee()
    assert menu_on_screen() is None


async def test_empty_agenda_offers_to_add_an_activity(desk: Desk, qtbot: QtBot) -> None:
    page = await opened(desk)
    assert page.empty.isVisible()
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert desk.navigator.asked == [("plan_activity", None, None)]


async def test_activity_without_a_client_opens_its_own_form(desk: Desk, qtbot: QtBot) -> None:
    await desk.plan(client=None, kind=ActivityKind.OTHER, subject="Сдать отчёт", minutes=60)
    page = await opened(desk)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    popup = await shown(FormPopup)
    popup.close()
    await until(lambda: not popup.isVisible())
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    form = await asked(page, "Сдать отчёт")
    assert not form.next.is_open()
    assert isinstance(page.panel, EndPanel)
