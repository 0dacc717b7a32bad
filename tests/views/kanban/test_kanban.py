"""The kanban under the hand: cards carried, dropped, refused, given up; several at once; into the closing zone."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from app.core.errors import UserError
from app.models import Stage
from app.services.records.activities import ClientRef
from app.services.records.lists import Filter
from app.services.workplace import Workplace
from app.views.stages.dialog import StageDialog
from tests.services.clients.making import leads_of
from tests.support.asynchronous import until
from tests.support.office import NOW
from tests.support.settling import settled
from tests.support.windows import open_dialog, type_text
from tests.views.kanban.desk import Desk, add_lead, open_desk

PEOPLE = ("Гаврилова", "Остапенко", "Хусаинова")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
async def desk(qtbot: QtBot, qapp: QApplication, workplace: Workplace) -> Desk:
    for number, name in enumerate(PEOPLE):
        await add_lead(workplace, name, number, total_debt=Decimal(100_000 * (number + 1)))
    desk = await open_desk(qtbot, qapp, workplace)
    await desk.stands("new", list(PEOPLE))
    return desk


async def _stage_of(desk: Desk, name: str) -> str:
    """Where the database has a lead."""
    lists = desk.context.services.lists
    ids = await lists.ids("lead", desk.page.filter(), desk.page._spec.sort)
    for row in await lists.rows("lead", ids, ("last_name", "stage")):
        if row[1] == name:
            assert isinstance(row[2], int)
            return desk.workplace.registry.stage(row[2]).code
    return ""


async def _dialog() -> StageDialog:
    await until(lambda: open_dialog(StageDialog) is not None)
    dialog = open_dialog(StageDialog)
    assert isinstance(dialog, StageDialog)
    return dialog


async def test_columns_say_their_stage_count_and_sum(desk: Desk) -> None:
    assert desk.pane("new").head.accessibleName() == "Новый лид, 3, ₽600,000"
    assert desk.pane("thinking").head.accessibleName() == "Надо подумать, 0"
    assert len(desk.view.columns.panes) == 6


async def test_a_dropped_card_stands_in_its_new_column(desk: Desk) -> None:
    desk.drag("new", 1, desk.column_middle("no_answer"))
    await desk.stands("no_answer", ["Остапенко"])
    assert desk.names("new") == ["Гаврилова", "Хусаинова"]
    await settled()
    assert await _stage_of(desk, "Остапенко") == "no_answer"
    assert desk.view.carrying.cards == ()
    assert desk.view.carrying.ghost.isHidden()
    head = desk.pane("no_answer").head
    await until(lambda: head.accessibleName() == "Не удалось связаться, 1, ₽200,000")


async def test_the_column_under_the_pointer_says_what_it_needs(desk: Desk) -> None:
    desk.take_up("new", 0)
    desk.carry("new", desk.column_middle("scheduling"))
    await until(lambda: desk.pane("scheduling").head._needs is not None)
    assert desk.pane("scheduling").head._needs == "Needed: Количество кредиторов, Город"
    assert desk.page.status().selection.startswith("Moving: Гаврилова")
    assert desk.page.status().selection.endswith("→ Назначение встречи")
    assert desk.view.zone.isVisible()
    desk.let_go("new", QPoint(-50, -50))
    await until(lambda: desk.view.carrying.cards == ())
    assert desk.view.zone.isHidden()


async def test_a_drop_that_needs_fields_asks_for_them(qtbot: QtBot, desk: Desk) -> None:
    desk.drag("new", 0, desk.column_middle("scheduling"))
    dialog = await _dialog()
    assert dialog.form.codes() == ("creditor_count", "city")
    for code, words in (("creditor_count", "3"), ("city", "Люберцы")):
        line = dialog.form.frames[code].editor.input()
        assert isinstance(line, QLineEdit)
        type_text(line, words)
    assert desk.view.carrying.cards, "the card hangs in the air until it is decided"
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    await desk.stands("scheduling", ["Гаврилова"])
    assert await _stage_of(desk, "Гаврилова") == "scheduling"


async def test_going_back_from_the_dialog_takes_the_card_back(qtbot: QtBot, desk: Desk) -> None:
    desk.drag("new", 0, desk.column_middle("scheduling"))
    dialog = await _dialog()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    await until(lambda: desk.view.carrying.cards == ())
    assert desk.names("new") == list(PEOPLE)
    assert await _stage_of(desk, "Гаврилова") == "new"


async def test_a_refused_card_goes_back_and_the_reason_is_told(desk: Desk) -> None:
    async def refuse(ref: ClientRef, stage: int) -> bool:
        raise UserError("not_allowed")

    desk.navigator.stage_move = refuse
    desk.drag("new", 0, desk.column_middle("no_answer"))
    await until(lambda: desk.view.carrying.cards == ())
    (error,) = desk.navigator.reported
    assert isinstance(error, UserError)
    assert (error.code, error.params["count"]) == ("cards_refused", 1)
    assert str(error.params["name"]).startswith("Гаврилова")
    assert desk.names("new") == list(PEOPLE)


@pytest.mark.parametrize("place", [QPoint(-500, 300), QPoint(700, -400), QPoint(100_000, 100_000)])
async def test_a_drop_beside_all_columns_is_harmless(desk: Desk, place: QPoint) -> None:
    desk.drag("new", 0, place)
    await until(lambda: desk.view.carrying.cards == ())
    assert desk.asked("moved_to_stage") == []
    assert desk.names("new") == list(PEOPLE)


async def test_esc_gives_the_drag_up(qtbot: QtBot, desk: Desk) -> None:
    desk.take_up("new", 0)
    desk.carry("new", desk.column_middle("no_answer"))
    assert desk.pane("no_answer").cards.line_row == 0
    qtbot.keyClick(desk.pane("new").cards, Qt.Key.Key_Escape)
    await until(lambda: desk.view.carrying.cards == ())
    desk.let_go("new", desk.column_middle("no_answer"))
    assert desk.pane("no_answer").cards.line_row == -1
    assert desk.asked("moved_to_stage") == []


async def test_a_stage_deleted_under_the_pointer_takes_nothing(desk: Desk, workplace: Workplace) -> None:
    target = desk.stage("thinking")
    place = desk.column_middle("thinking")
    desk.take_up("new", 0)
    desk.carry("new", place)
    async with workplace.database.write(workplace.order("test.stage")) as unit:
        await unit.session.execute(update(Stage).where(Stage.id == target).values(deleted_at=NOW))
    async with workplace.database.read() as session:
        await workplace.registry.reload(session)
    desk.let_go("new", place)  # the column is still there: the database refuses
    await until(lambda: bool(desk.navigator.reported) and desk.view.carrying.cards == ())
    assert desk.names("new") == list(PEOPLE)
    desk.take_up("new", 0)
    desk.carry("new", place)
    desk.page.refresh()
    await until(lambda: desk.view.columns.pane(target) is None)
    await desk.laid_out()
    assert any(pane.screen_rect().contains(place) for pane in desk.view.columns.panes)
    desk.let_go("new", place)  # another column has slid under the pointer: it was never meant
    await until(lambda: desk.view.carrying.cards == ())
    assert len(desk.asked("moved_to_stage")) == 1
    assert desk.names("new") == list(PEOPLE)


async def test_the_column_a_card_was_taken_from_may_go(desk: Desk, workplace: Workplace) -> None:
    refused = await add_lead(workplace, "Белов", 7)
    await leads_of(workplace).move(refused, desk.stage("refused"), {}, reason="Went elsewhere")
    desk.page.apply_filter(Filter())
    await until(lambda: desk.view.columns.pane(desk.stage("refused")) is not None)
    await desk.laid_out()
    desk.take_up("refused", 0)
    desk.page.apply_filter(Filter(preset="all_open"))
    await until(lambda: desk.view.columns.pane(desk.stage("refused")) is None)
    assert desk.view.carrying.cards == ()
    assert desk.view.carrying.ghost.isHidden()
    desk.drag("new", 0, desk.column_middle("no_answer"))
    await desk.stands("no_answer", ["Гаврилова"])


async def test_several_cards_go_together(desk: Desk) -> None:
    desk.click("new", 0, keys=CONTROL)
    desk.click("new", 2, keys=CONTROL)
    await until(lambda: "Selected <b>2</b>" in desk.page.status().selection)
    desk.drag("new", 2, desk.column_middle("no_answer"))
    await until(lambda: sorted(desk.names("no_answer")) == ["Гаврилова", "Хусаинова"])
    assert desk.names("new") == ["Остапенко"]


async def test_of_several_cards_the_refused_ones_stay_and_are_told(desk: Desk) -> None:
    leads = desk.context.services.leads

    async def refuse_one(ref: ClientRef, stage: int) -> bool:
        if ref.id == first:
            raise UserError("not_allowed")
        await leads.move(ref.id, stage)
        return True

    desk.navigator.stage_move = refuse_one
    pane = desk.pane("new")
    first = pane.column.id_at(0)
    for row in range(3):
        desk.click("new", row, keys=CONTROL)
    desk.drag("new", 0, desk.column_middle("no_answer"))
    await until(lambda: len(desk.names("no_answer")) == 2)
    await until(lambda: bool(desk.navigator.reported))
    (error,) = desk.navigator.reported
    assert isinstance(error, UserError)
    assert (error.params["moved"], error.params["count"]) == (2, 3)
    assert desk.names("new") == ["Гаврилова"]


async def test_the_closing_zone_asks_for_the_reason(qtbot: QtBot, desk: Desk) -> None:
    desk.take_up("new", 1)
    refused = desk.stage("refused")
    place = desk.view.zone.stage_rect(refused).center()
    desk.carry("new", place)
    assert desk.page.status().selection.endswith("→ Отказ клиента")
    desk.let_go("new", place)
    dialog = await _dialog()
    dialog.set_reason("Found somebody else")
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    await desk.stands("new", ["Гаврилова", "Хусаинова"])
    await settled()
    assert await _stage_of(desk, "Остапенко") == ""


async def test_a_stage_with_many_missing_fields_names_the_first(desk: Desk) -> None:
    desk.take_up("new", 0)
    desk.carry("new", desk.column_middle("thinking"))
    await until(lambda: desk.pane("thinking").head._needs is not None)
    words = desk.pane("thinking").head._needs or ""
    assert words.startswith("Needed: Количество кредиторов, ")
    assert words.endswith(" more")
    desk.let_go("new", QPoint(-50, -50))
    await until(lambda: desk.view.carrying.cards == ())


async def test_between_the_closing_zones_nothing_happens(desk: Desk) -> None:
    desk.take_up("new", 1)
    zone = desk.view.zone
    place = zone.mapToGlobal(QPoint(4, zone.height() // 2))
    desk.carry("new", place)
    desk.let_go("new", place)
    await until(lambda: desk.view.carrying.cards == ())
    assert desk.asked("moved_to_stage") == []


async def test_the_converting_stage_opens_the_conversion_and_the_card_waits(desk: Desk) -> None:
    desk.take_up("new", 0)
    desk.let_go("new", QPoint())
    desk.take_up("new", 0)
    place = desk.view.zone.stage_rect(desk.stage("converted")).center()
    desk.carry("new", place)
    desk.let_go("new", place)
    await until(lambda: bool(desk.asked("convert")) and desk.view.carrying.cards == ())
    assert desk.names("new") == list(PEOPLE)


async def test_what_waits_for_a_plan_is_planned_by_a_click_on_its_strip(desk: Desk) -> None:
    pane = desk.pane("new")
    rect = pane.cards.card_rect(pane.column.index(0))
    place = QPoint(rect.center().x(), rect.bottom() - 18)
    desk.send("new", QEvent.Type.MouseButtonPress, place)
    desk.send("new", QEvent.Type.MouseButtonRelease, place)
    (call,) = desk.asked("plan_activity")
    assert call[1] == ClientRef("lead", pane.column.id_at(0))
