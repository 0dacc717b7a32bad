"""Moving to a stage as a user meets it: the dialog asks for what is missing, once, and loses nothing."""

import asyncio
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.services.records.activities import ClientRef
from app.services.workplace import Workplace
from app.views.stages import move_stage
from app.views.stages.dialog import StageDialog
from tests.services.clients.making import leads_of, new_lead, stage_id
from tests.support.asynchronous import until
from tests.support.windows import open_dialog, type_text, view_context


async def shown() -> StageDialog:
    await until(lambda: open_dialog(StageDialog) is not None)
    dialog = open_dialog(StageDialog)
    assert isinstance(dialog, StageDialog)
    return dialog


def line(dialog: StageDialog, code: str) -> QLineEdit:
    widget = dialog.form.frames[code].editor.input()
    assert isinstance(widget, QLineEdit)
    return widget


async def start(workplace: Workplace, parent: QWidget, lead_id: int, stage: str) -> "asyncio.Task[bool]":
    context, _ = view_context(workplace)
    return asyncio.ensure_future(
        move_stage(context, parent, ClientRef("lead", lead_id), stage_id(workplace, stage))
    )


async def test_stage_without_needs_is_moved_to_at_once(qtbot: QtBot, workplace: Workplace) -> None:
    lead_id = await leads_of(workplace).create(new_lead(workplace))
    parent = QWidget()
    qtbot.addWidget(parent)
    context, navigator = view_context(workplace)
    await move_stage(context, parent, ClientRef("lead", lead_id), stage_id(workplace, "no_answer"))
    assert (await leads_of(workplace).card(lead_id)).stage_id == stage_id(workplace, "no_answer")
    assert navigator.asked == []


async def test_dialog_asks_for_the_missing_fields_and_moves_with_them(qtbot: QtBot, workplace: Workplace) -> None:
    lead_id = await leads_of(workplace).create(new_lead(workplace))
    parent = QWidget()
    qtbot.addWidget(parent)
    task = await start(workplace, parent, lead_id, "scheduling")
    dialog = await shown()
    assert dialog.form.codes() == ("total_debt", "creditor_count", "city")
    type_text(line(dialog, "total_debt"), "820 000,50")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: dialog.form.frames["city"].error() is not None)
    assert dialog.form.frames["total_debt"].error() is None
    type_text(line(dialog, "creditor_count"), "3")
    type_text(line(dialog, "city"), "Люберцы")
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    await task
    card = await leads_of(workplace).card(lead_id)
    assert card.stage_id == stage_id(workplace, "scheduling")
    assert (card.values["total_debt"], card.values["city"]) == (Decimal("820000.50"), "Люберцы")


async def test_the_check_list_follows_what_is_typed(qtbot: QtBot, workplace: Workplace) -> None:
    lead_id = await leads_of(workplace).create(new_lead(workplace))
    parent = QWidget()
    qtbot.addWidget(parent)
    task = await start(workplace, parent, lead_id, "scheduling")
    dialog = await shown()
    absent = dialog.checks["city"].words()
    type_text(line(dialog, "city"), "Люберцы")
    type_text(line(dialog, "creditor_count"), "три")
    assert dialog.checks["city"].words() == "Люберцы"
    assert dialog.checks["creditor_count"].words() == dialog.checks["total_debt"].words() == absent
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    await task


async def test_what_was_typed_is_there_again_after_going_back(qtbot: QtBot, workplace: Workplace) -> None:
    lead_id = await leads_of(workplace).create(new_lead(workplace))
    parent = QWidget()
    qtbot.addWidget(parent)
    task = await start(workplace, parent, lead_id, "scheduling")
    dialog = await shown()
    type_text(line(dialog, "city"), "Люберцы")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    await task
    assert (await leads_of(workplace).card(lead_id)).stage_id == stage_id(workplace, "new")
    again = await start(workplace, parent, lead_id, "scheduling")
    dialog = await shown()
    assert line(dialog, "city").text() == "Люберцы"
    dialog.reject()
    await again


async def test_failure_stage_asks_for_the_reason_alone(qtbot: QtBot, workplace: Workplace) -> None:
    lead_id = await leads_of(workplace).create(new_lead(workplace))
    parent = QWidget()
    qtbot.addWidget(parent)
    task = await start(workplace, parent, lead_id, "refused")
    dialog = await shown()
    assert dialog.form.codes() == ()
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    area = dialog.findChild(QPlainTextEdit)
    assert area is not None
    type_text(area, "Решил подождать")
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    await task
    assert (await leads_of(workplace).card(lead_id)).stage_id == stage_id(workplace, "refused")


async def test_converting_stage_opens_the_conversion(qtbot: QtBot, workplace: Workplace) -> None:
    lead_id = await leads_of(workplace).create(new_lead(workplace))
    parent = QWidget()
    qtbot.addWidget(parent)
    context, navigator = view_context(workplace)
    await move_stage(context, parent, ClientRef("lead", lead_id), stage_id(workplace, "converted"))
    assert navigator.asked == [("convert", lead_id)]
