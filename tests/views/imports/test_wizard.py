"""The import wizard as a user meets it, with the real file and the real process."""

import asyncio
import csv
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from app.models import Lead, Stage
from app.services.importing.request import ImportRequest
from app.services.workplace import Workplace
from app.views.imports import open_import
from app.views.imports.dialog import CHECK, COLUMNS, FILE, RUN, ImportDialog
from app.views.navigator import ViewContext
from app.views.widgets.buttons import Button
from app.views.widgets.panel import Panel
from tests.services.importing.making import samples, written
from tests.services.importing.running import imports_of, stopped_after
from tests.support.asynchronous import until
from tests.support.windows import open_dialog, view_context

HEADINGS = "Имя;Телефон;Стадия;Источник;Ответственный"
ROWS = (
    "Нина Гаврилова;8 916 000-41-27;Новый лид;Сайт;Кравцова Ольга",
    "Роман Остапенко;+7 903 000-18-64;Перезвонить летом;Радио;Игорь Рябцев",
    "Нина Гаврилова;79160004127;Новый лид;Сайт;Кравцова Ольга",
    "Лишняя;колонка;в;этой;строке;шестая",
)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    widget.resize(1440, 900)
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "leads.csv"
    path.write_text("\r\n".join((HEADINGS, *ROWS, "")), encoding="cp1251")
    return path


async def opened(context: ViewContext, parent: QWidget) -> tuple[ImportDialog, "asyncio.Task[None]"]:
    task = asyncio.ensure_future(open_import(context, parent, "lead"))
    await until(lambda: open_dialog(ImportDialog) is not None)
    dialog = open_dialog(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    return dialog, task


def press(qtbot: QtBot, dialog: ImportDialog) -> None:
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)


async def to_check(qtbot: QtBot, dialog: ImportDialog, path: Path) -> None:
    dialog.file.chosen.emit(path)
    await until(lambda: dialog.step() == COLUMNS)
    press(qtbot, dialog)
    await until(lambda: dialog.step() == CHECK)


@pytest.mark.deadline(240)
async def test_file_is_checked_imported_and_undone(
    qtbot: QtBot, workplace: Workplace, parent: QWidget, export: Path
) -> None:
    context, _ = view_context(workplace)
    dialog, task = await opened(context, parent)
    await to_check(qtbot, dialog, export)
    tiles = dialog.check.tiles
    numbers = [int(tile.number.text()) for tile in (tiles.rows, tiles.new, tiles.duplicates, tiles.rejected)]
    assert numbers == [4, 2, 1, 1]
    press(qtbot, dialog)
    await until(dialog.running.undo.isVisible)
    async with workplace.database.read() as session:
        stages = Counter((await session.scalars(select(Stage.code).join(Lead, Lead.stage_id == Stage.id))).all())
        kept = await session.scalar(select(Lead.origin_stage).where(Lead.origin_stage.is_not(None)))
    assert (stages, kept) == ({"new": 2}, "Перезвонить летом")
    qtbot.mouseClick(dialog.running.undo, Qt.MouseButton.LeftButton)
    await until(lambda: "undone" in dialog.running.heading.text())
    async with workplace.database.read() as session:
        assert await session.scalar(select(func.count()).where(Lead.deleted_at.is_(None))) == 0
    dialog.reject()
    await task
    await context.services.imports.close()


@pytest.mark.deadline(240)
async def test_file_that_is_no_table_is_said_at_its_step(
    workplace: Workplace, parent: QWidget, tmp_path: Path
) -> None:
    garbage = tmp_path / "garbage.csv"
    garbage.write_bytes(bytes(range(256)) * 64)
    context, _ = view_context(workplace)
    dialog, task = await opened(context, parent)
    for path in (garbage, tmp_path, tmp_path / "none.csv"):
        dialog.file.error.hide()
        dialog.file.chosen.emit(path)
        await until(dialog.file.error.isVisible)
        assert dialog.step() == FILE
    dialog.reject()
    await task
    await context.services.imports.close()


@pytest.mark.deadline(240)
async def test_real_export_is_taken_without_mapping_by_hand(
    qtbot: QtBot, workplace: Workplace, parent: QWidget
) -> None:
    path = samples() / "leads-export-utf8.csv"
    context, _ = view_context(workplace)
    dialog, task = await opened(context, parent)
    await to_check(qtbot, dialog, path)
    dialog.check.duplicates.button("add").click()
    press(qtbot, dialog)
    await until(lambda: dialog.step() == RUN and dialog.running.undo.isVisible(), timeout=90)
    async with workplace.database.read() as session:
        rows = await session.execute(
            select(Stage.name, func.count()).join(Lead, Lead.stage_id == Stage.id).group_by(Stage.name)
        )
        stored = {row.name: row[1] for row in rows}
    assert sum(stored.values()) == len(stages_in(path))
    assert stored["Частичная оплата"] == Counter(stages_in(path))["Частичная оплата"]
    dialog.reject()
    await task
    await context.services.imports.close()


def stages_in(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row["Стадия"] for row in csv.DictReader(file, delimiter=";")]


@pytest.mark.deadline(240)
async def test_choices_recount_and_are_followed(
    qtbot: QtBot, workplace: Workplace, parent: QWidget, export: Path
) -> None:
    context, _ = view_context(workplace)
    dialog, task = await opened(context, parent)
    await to_check(qtbot, dialog, export)
    assert "3" in dialog.main.text()
    dialog.check.duplicates.button("skip").click()
    assert "2" in dialog.main.text()
    (stage,) = dialog.check.names.findChildren(QComboBox)[-1:]
    thinking = workplace.registry.stage_by_code("lead", "thinking")
    stage.setCurrentIndex(stage.findData(thinking.id))
    press(qtbot, dialog)
    await until(dialog.running.undo.isVisible)
    async with workplace.database.read() as session:
        moved = await session.scalar(select(Lead.stage_id).where(Lead.origin_stage == "Перезвонить летом"))
    assert moved == thinking.id
    dialog.reject()
    await task


@pytest.mark.deadline(240)
async def test_a_column_changed_beside_the_check_is_read_anew(
    qtbot: QtBot, workplace: Workplace, parent: QWidget, export: Path
) -> None:
    context, _ = view_context(workplace)
    dialog, task = await opened(context, parent)
    await to_check(qtbot, dialog, export)
    assert dialog.check.tiles.duplicates.number.text() == "1"
    phone = dialog.check.columns.findChildren(QComboBox)[1]
    phone.setCurrentIndex(phone.findData(""))
    phone.activated.emit(phone.currentIndex())
    await until(lambda: dialog.check.tiles.duplicates.number.text() == "0")
    assert dialog.step() == CHECK
    assert dialog.columns.mapping() == dialog.check.columns.mapping()
    (stage,) = dialog.check.names.findChildren(QComboBox)[-1:]
    stage.setCurrentIndex(stage.findData(workplace.registry.stage_by_code("lead", "thinking").id))
    dialog.strict.click()
    await until(lambda: dialog.check.tiles.rejected.number.text() == "2")
    dialog.reject()
    await task


@pytest.mark.deadline(240)
async def test_an_unfinished_import_is_offered_and_continued(
    qtbot: QtBot, workplace: Workplace, parent: QWidget, export: Path
) -> None:
    path = written(export.parent, "\n".join((HEADINGS, *(f"Человек {number};;;;" for number in range(300)), "")))
    run = imports_of(workplace).start(ImportRequest(path, total=300))
    await stopped_after(run, 1)
    context, _ = view_context(workplace)
    dialog, task = await opened(context, parent)
    await until(lambda: dialog.file.findChild(Panel) is not None)
    buttons = [button for button in dialog.file.findChildren(Button) if button.text() == "Continue"]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    await until(dialog.running.undo.isVisible)
    async with workplace.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Lead)) == 300
    dialog.reject()
    await task


@pytest.mark.deadline(240)
async def test_every_choice_has_a_name_that_can_be_read_out(
    qtbot: QtBot, workplace: Workplace, parent: QWidget, export: Path
) -> None:
    context, _ = view_context(workplace)
    dialog, task = await opened(context, parent)
    await to_check(qtbot, dialog, export)
    named = {label.buddy() for label in dialog.findChildren(QLabel) if label.buddy() is not None}
    assert [combo for combo in dialog.findChildren(QComboBox) if combo not in named] == []
    dialog.reject()
    await task
