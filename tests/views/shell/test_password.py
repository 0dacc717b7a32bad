"""Changing one's own password from the menu under the name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services.people.sign_in import sign_in
from app.services.workplace import Workplace
from app.views.shell.password_dialog import PasswordDialog
from app.views.shell.user_button import UserButton
from app.views.shell.window import MainWindow
from tests.support.asynchronous import until
from tests.support.office import ADMIN, PASSWORD
from tests.views.shell.test_window import made, services, window

__all__ = ["made", "services", "window"]

NEWER = "newest-harbour-8"


async def test_the_password_is_changed_by_who_knows_the_present_one(
    qtbot: QtBot, window: MainWindow, workplace: Workplace
) -> None:
    window.findChild(UserButton).password_wanted.emit()
    await until(lambda: isinstance(QApplication.activeModalWidget(), PasswordDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PasswordDialog)
    for field, text in ((dialog.old, "guess-harbour"), (dialog.new, NEWER), (dialog.again, NEWER)):
        qtbot.keyClicks(field.editor.input(), text)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: dialog.old.error() is not None)
    dialog.old.set_value(PASSWORD)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: QApplication.activeModalWidget() is None)
    await sign_in(workplace.database, ADMIN, NEWER, workplace.clock)
