"""The wizard's last step: first calls are spread, leads parked, or both left for later."""

import asyncio
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import Row, select

from app.core.kinds import ActivityKind
from app.models import Activity
from app.services.workplace import Workplace
from app.views.imports import open_import
from app.views.imports.dialog import CHECK, COLUMNS, RUN, ImportDialog
from app.views.navigator import ViewContext
from app.views.widgets.buttons import Button
from tests.support.asynchronous import until
from tests.support.windows import open_dialog, view_context


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    widget.resize(1440, 900)
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "leads.csv"
    rows = (f"Клиент {number};8 916 000-41-{number:02}" for number in range(6))
    path.write_text("\r\n".join(("Имя;Телефон", *rows, "")), encoding="utf-8")
    return path


async def opened(context: ViewContext, parent: QWidget) -> tuple[ImportDialog, "asyncio.Task[None]"]:
    task = asyncio.ensure_future(open_import(context, parent, "lead"))
    await until(lambda: open_dialog(ImportDialog) is not None)
    dialog = open_dialog(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    return dialog, task


async def imported(qtbot: QtBot, dialog: ImportDialog, path: Path) -> None:
    """Import a file, up to where first calls are offered."""
    dialog.file.chosen.emit(path)
    for step in (COLUMNS, CHECK):
        await until(lambda wanted=step: dialog.step() == wanted and dialog.main.isEnabled())
        qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    await until(lambda: dialog.step() == RUN and dialog.running.calls.isVisible())


async def planned(workplace: Workplace) -> Sequence[Row[str, str]]:
    async with workplace.database.read() as session:
        query = select(Activity.kind, Activity.subject).where(Activity.deleted_at.is_(None))
        return (await session.execute(query)).all()


async def closed(context: ViewContext, dialog: ImportDialog, task: "asyncio.Task[None]") -> None:
    dialog.reject()
    await task
    await context.services.imports.close()


def button(dialog: ImportDialog, words: str) -> Button:
    return next(one for one in dialog.file.findChildren(Button) if one.text() == words)


@pytest.mark.deadline(240)
async def test_enter_spreads_calls_and_the_plan_can_be_taken_back(
    qtbot: QtBot, workplace: Workplace, parent: QWidget, export: Path
) -> None:
    context, _ = view_context(workplace)
    dialog, task = await opened(context, parent)
    await imported(qtbot, dialog, export)
    assert "6" in dialog.running.calls.heading.text()
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    await until(dialog.running.undo_plan.isVisible)
    subject = workplace.registry.all.subjects[ActivityKind.CALL][0]
    assert await planned(workplace) == [(ActivityKind.CALL, subject)] * 6
    assert not dialog.running.calls.isVisible()
    qtbot.mouseClick(dialog.running.undo_plan, Qt.MouseButton.LeftButton)
    await until(dialog.running.calls.isVisible)
    assert await planned(workplace) == []
    await closed(context, dialog, task)


@pytest.mark.deadline(240)
async def test_parked_leads_are_offered_again_at_the_next_import(
    qtbot: QtBot, workplace: Workplace, parent: QWidget, export: Path
) -> None:
    context, _ = view_context(workplace)
    dialog, task = await opened(context, parent)
    await imported(qtbot, dialog, export)
    dialog.running.calls.park_card.set_on(True)
    assert dialog.main.text() == "Park"
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    await until(dialog.running.undo_plan.isVisible)
    assert {kind for kind, _ in await planned(workplace)} == {ActivityKind.OTHER}
    await closed(context, dialog, task)
    dialog, task = await opened(context, parent)
    qtbot.mouseClick(button(dialog, "Unpark"), Qt.MouseButton.LeftButton)
    await until(dialog.running.calls.isVisible)
    assert await planned(workplace) == []
    await closed(context, dialog, task)


@pytest.mark.deadline(240)
async def test_calls_left_for_later_are_planned_later(
    qtbot: QtBot, workplace: Workplace, parent: QWidget, export: Path
) -> None:
    context, _ = view_context(workplace)
    dialog, task = await opened(context, parent)
    await imported(qtbot, dialog, export)
    assert dialog.close_button.text() == "Later"
    qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    await task
    dialog, task = await opened(context, parent)
    assert any("6" in label.text() for label in dialog.file.findChildren(QLabel))
    qtbot.mouseClick(button(dialog, "Plan first calls"), Qt.MouseButton.LeftButton)
    await until(dialog.running.calls.isVisible)
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    await until(dialog.running.undo_plan.isVisible)
    assert len(await planned(workplace)) == 6
    await closed(context, dialog, task)


@pytest.mark.deadline(240)
async def test_what_is_missing_is_said_before_anything_is_planned(
    qtbot: QtBot, workplace: Workplace, parent: QWidget, export: Path
) -> None:
    context, _ = view_context(workplace)
    dialog, task = await opened(context, parent)
    await imported(qtbot, dialog, export)
    calls = dialog.running.calls
    for field, wrong in ((calls.days, Decimal(0)), (calls.first_day, None), (calls.subject, "")):
        before = field.value()
        field.set_value(wrong)
        assert calls.spread() is None
        field.set_value(before)
    calls.subject.set_value("Call")
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    await until(dialog.running.note.isVisible)
    assert calls.isVisible()
    assert await planned(workplace) == []
    await closed(context, dialog, task)
