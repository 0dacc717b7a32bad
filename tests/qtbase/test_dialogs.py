"""Awaited dialogs."""

import asyncio
from collections import deque
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.qtbase import dialogs
from app.qtbase.window_state import MemoryStateStore


async def _dialog() -> QDialog:
    while True:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                return widget
        await asyncio.sleep(0.005)


def _button(dialog: QDialog, text: str) -> QPushButton:
    (found,) = [button for button in dialog.findChildren(QPushButton) if button.text() == text]
    return found


async def test_confirm_answers_by_the_button_pressed(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    answer = asyncio.ensure_future(dialogs.confirm(parent, "Delete the lead?", "It stays in history.", "Delete"))
    qtbot.mouseClick(_button(await _dialog(), "Delete"), Qt.MouseButton.LeftButton)
    assert await answer is True


async def test_escape_is_a_no_and_other_tasks_go_on_meanwhile(qtbot: QtBot) -> None:
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0)

    ticking = asyncio.ensure_future(tick())
    answer = asyncio.ensure_future(dialogs.confirm(None, "Delete?", "", "Delete"))
    dialog = await _dialog()
    before = ticks
    await asyncio.sleep(0.01)
    assert ticks > before
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert await answer is False
    ticking.cancel()


async def test_cancelling_the_waiting_task_closes_the_dialog(qtbot: QtBot) -> None:
    answer = asyncio.ensure_future(dialogs.message(None, "Title", "Words"))
    closed = asyncio.Event()
    (await _dialog()).finished.connect(closed.set)
    answer.cancel()
    await asyncio.wait_for(closed.wait(), 5)


async def test_asked_line_comes_back_trimmed(qtbot: QtBot) -> None:
    answer = asyncio.ensure_future(dialogs.ask_text(None, "Save the filter", "Name", "Save", "Mine"))
    dialog = await _dialog()
    (edit,) = dialog.findChildren(QLineEdit)
    assert edit.selectedText() == "Mine"
    edit.setText("  Hot leads ")
    qtbot.mouseClick(_button(dialog, "Save"), Qt.MouseButton.LeftButton)
    assert await answer == "Hot leads"


async def test_files_are_chosen_where_the_last_one_was(qtbot: QtBot, tmp_path: Path) -> None:
    chosen, downloads = tmp_path / "exports" / "leads.csv", Path.home() / "Downloads"
    for folder in (chosen.parent, downloads):
        folder.mkdir(exist_ok=True)
    chosen.write_text("Имя", encoding="utf-8")
    answer = asyncio.ensure_future(dialogs.choose_file(None, "Choose", "Tables (*.csv)"))
    dialog = await _dialog()
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.directory().absolutePath()) == downloads
    dialog.setDirectory(str(chosen.parent))
    name = dialog.findChild(QLineEdit)
    assert name is not None
    name.setText(str(chosen))
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert await answer == chosen
    again = asyncio.ensure_future(dialogs.choose_file(None, "Choose", "Tables (*.csv)"))
    dialog = await _dialog()
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.directory().absolutePath()) == chosen.parent
    dialog.reject()
    assert await again is None


def test_the_last_folder_outlives_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs, "_last_folder", deque[Path](maxlen=1))
    monkeypatch.setattr(dialogs, "_stores", deque[MemoryStateStore](maxlen=1))
    store = MemoryStateStore()
    dialogs.keep_folder_in(store)
    dialogs.chosen_in(tmp_path)
    dialogs._last_folder.clear()
    dialogs.keep_folder_in(store)
    assert dialogs.usual_folder() == tmp_path
