"""Closing the window: asked once, kept in the tray or ended; without a tray it closes."""

from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.qtbase.dialogs import Question
from app.services.records.reminders import FOREVER
from app.services.workplace import Workplace
from app.views.notifications.closing import Closing
from app.views.notifications.tray import TrayIcon, tray_icon
from tests.support.settling import settled
from tests.views.activities.desk import Desk, shown


class Tray:
    """Whether the system has one."""

    there = True


@pytest.fixture
async def desk(english: None, workplace: Workplace) -> Desk:
    return await Desk.of(workplace)


@pytest.fixture
async def window(desk: Desk) -> AsyncIterator[QWidget]:
    window = QWidget()
    window.show()
    yield window
    await settled()
    window.deleteLater()


async def answer(qtbot: QtBot, words: str) -> None:
    question = await shown(Question)
    (button,) = [one for one in question.findChildren(QPushButton) if one.text() == words]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    await settled()


async def test_it_is_asked_once_and_the_program_stays(qtbot: QtBot, desk: Desk, window: QWidget) -> None:
    closing = Closing(desk.context, window, lambda: Tray.there)
    window.close()
    assert window.isVisible()
    await answer(qtbot, "Keep it in the tray")
    assert closing.in_tray()
    window.show()
    window.close()
    assert closing.in_tray()
    again = Closing(desk.context, window, lambda: Tray.there)
    again.start()
    await settled()
    assert again.choice == "tray"


async def test_who_quits_is_not_asked_again(qtbot: QtBot, desk: Desk, window: QWidget) -> None:
    closing = Closing(desk.context, window, lambda: True)
    wanted: list[bool] = []
    closing.quit_wanted.connect(lambda: wanted.append(True))
    window.close()
    await answer(qtbot, "Quit")
    assert wanted == [True]
    window.close()
    assert not window.isVisible()
    assert closing.choice == "quit"


async def test_without_a_tray_the_window_closes(desk: Desk, window: QWidget) -> None:
    closing = Closing(desk.context, window, lambda: False)
    window.close()
    assert not window.isVisible()
    assert not closing.in_tray()


async def test_tray_menu_says_what_can_be_done_and_how_long_it_is_quiet(desk: Desk, window: QWidget) -> None:
    tray = TrayIcon(desk.workplace, window)
    tray.set_count(3)
    assert tray.words() == "Prichal\n3 things to look at"
    named = [action.text() for action in tray.menu.actions() if action.text()]
    assert named == ["Open Prichal", "New activity", "Search", "Pause reminders", "Quit"]
    paused: list[object] = []
    tray.pause_wanted.connect(paused.append)
    tray.set_held(FOREVER, by_hand=True)
    tray.menu.aboutToShow.emit()
    (go_on,) = [action for action in tray.menu.actions() if action.text() == "Remind again from now on"]
    go_on.trigger()
    assert paused == [None]
    assert tray.words() == "Prichal\n3 things to look at\nDo not disturb"
    assert not tray_icon(120).pixmap(16, 16).isNull()
