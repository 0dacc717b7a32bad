"""The line that offers undo: it goes by itself, and an empty field doesn't keep Ctrl+Z from it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from app.qtbase import i18n
from app.qtbase.theme import theme
from app.views.widgets.undo_line import undo_line


def is_kept_by(field: QLineEdit) -> bool:
    """Whether the field takes Ctrl+Z for its own text."""
    keys = Qt.KeyboardModifier.ControlModifier
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, keys)
    asked.ignore()
    QApplication.sendEvent(field, asked)
    return asked.isAccepted()


def test_an_empty_field_leaves_ctrl_z_to_the_line_and_a_typed_one_keeps_it(qtbot: QtBot, qapp: QApplication) -> None:
    theme().apply(qapp, "light")
    i18n.install(qapp, "en")
    window = QMainWindow()
    field = QLineEdit(window)
    window.setCentralWidget(field)
    window.resize(900, 600)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    line = undo_line(window)
    assert line is not None
    undone: list[bool] = []
    line.tell("Stage → New · Гаврилова Нина " * 20, lambda: undone.append(True))
    assert line.text().startswith("Stage → New")
    assert line.width() <= window.width()
    assert not is_kept_by(field)
    qtbot.keyClicks(field, "abc")
    assert is_kept_by(field)
    line.undo.click()
    assert undone == [True]
    assert line.text() == ""
    field.clear()
    assert is_kept_by(field)
