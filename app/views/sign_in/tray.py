"""The icon of a program that started with the session and has nobody signed in: it asks for nothing by itself."""

from PySide6.QtCore import QCoreApplication, QObject

from app.views.widgets.brand import mark_icon
from app.views.widgets.tray import Tray


class EntranceTray(Tray):
    """Stands in the tray until the sign-in window is opened, or somebody is signed in by a remembered password."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(mark_icon(), parent)
        self._add("user", QCoreApplication.translate("Tray", "Sign in…"), self.open_wanted.emit)
        self.menu.addSeparator()
        self._add("sign_out", QCoreApplication.translate("Tray", "Quit"), self.quit_wanted.emit)
        self.say_waiting()

    def say_waiting(self) -> None:
        """Nobody is signed in."""
        self._say(QCoreApplication.translate("Tray", "Nobody is signed in: no reminders come"))

    def say_offline(self) -> None:
        """The password is remembered, and the database isn't there yet."""
        self._say(QCoreApplication.translate("Tray", "The database can't be reached yet; it is tried again"))

    def _say(self, words: str) -> None:
        self._icon.setToolTip("\n".join((QCoreApplication.translate("Shell", "Prichal"), words)))
