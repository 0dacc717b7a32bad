"""Keys act by their place on the keyboard, and never while somebody types."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.qtbase.shortcuts import Command, Shortcuts, by_position, native

PLAIN = Qt.KeyboardModifier.NoModifier
CALL = Command("lead.call", "Call", "C", "Lists")
SEARCH = Command("search", "Search", "Ctrl+K", "Everywhere")


class Window(QWidget):
    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.list, self.line = QListView(), QLineEdit()
        column.addWidget(self.list)
        column.addWidget(self.line)
        self.seen: list[str] = []
        self.of_window = Shortcuts(self, window=True)
        self.of_window.add(SEARCH, lambda: self.seen.append("search"))
        self.of_list = Shortcuts(self.list)
        self.of_list.add(CALL, lambda: self.seen.append("call"))


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def _press(widget: QWidget, key: int, text: str, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.sendKeyEvent(QTest.KeyAction.Click, widget, Qt.Key(key), text, modifiers)


@pytest.mark.parametrize("letter", ["c", "с"])
def test_letter_acts_in_latin_and_russian_layouts(window: Window, letter: str) -> None:
    window.list.setFocus()
    _press(window.list, ord(letter.upper()), letter)
    assert window.seen == ["call"]


@pytest.mark.parametrize("letter", ["c", "с"])
def test_letter_in_a_text_field_is_a_letter(window: Window, letter: str) -> None:
    window.line.setFocus()
    _press(window.line, ord(letter.upper()), letter)
    assert window.line.text() == letter
    assert window.seen == []


@pytest.mark.parametrize("letter", ["K", "Л"])
def test_window_command_acts_from_anywhere_in_both_layouts(window: Window, letter: str) -> None:
    window.line.setFocus()
    _press(window.line, ord(letter), "", Qt.KeyboardModifier.ControlModifier)
    assert window.seen == ["search"]


def test_every_letter_has_its_russian_twin() -> None:
    for latin, russian in zip("CDESMJK", "СВУЫЬОЛ", strict=True):
        assert russian in [key.toString().upper() for key in by_position(latin)]


def test_two_commands_of_one_scope_cannot_share_a_key(window: Window) -> None:
    with pytest.raises(ValueError, match="taken"):
        window.of_list.add(Command("copy", "Copy", "C"), list)


def test_disabled_command_does_nothing(window: Window) -> None:
    window.list.setFocus()
    window.of_list.set_enabled("lead.call", enabled=False)
    _press(window.list, ord("C"), "c")
    assert window.seen == []


def test_commands_are_listed_for_the_help(qapp: QApplication) -> None:
    scope = QWidget()
    shortcuts = Shortcuts(scope)
    shortcuts.add_all([(CALL, list), (SEARCH, list)])
    assert [command.id for command in shortcuts.commands()] == ["lead.call", "search"]


def test_keys_are_written_as_the_system_does(qapp: QApplication) -> None:
    assert native("Ctrl+K") in {"Ctrl+K", "⌘K"}
