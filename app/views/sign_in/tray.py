"""The icon of a program that started with the session and has nobody signed in: it asks for nothing by itself."""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from app.qtbase import icons
from app.views.widgets.brand import mark_icon


class EntranceTray(QObject):
    """Stands in the tray until the sign-in window is opened, or somebody is signed in by a remembered password."""

    open_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.menu = QMenu()
        self.destroyed.connect(self.menu.deleteLater)
        sign_in = self.menu.addAction(QCoreApplication.translate("Tray", "Sign in…"))
        sign_in.setIcon(icons.icon("user", "text2"))
        sign_in.triggered.connect(self.open_wanted)
        self.menu.addSeparator()
        leave = self.menu.addAction(QCoreApplication.translate("Tray", "Quit"))
        leave.setIcon(icons.icon("sign_out", "text2"))
        leave.triggered.connect(self.quit_wanted)
        self._icon = QSystemTrayIcon(mark_icon(), self)
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._activated)
        self.say_waiting()

    def show(self) -> None:
        self._icon.show()

    def hide(self) -> None:
        self._icon.hide()

    @staticmethod
    def is_available() -> bool:
        """Whether the desktop shows icons at all."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def words(self) -> str:
        """The tool tip."""
        return self._icon.toolTip()

    def say_waiting(self) -> None:
        """Nobody is signed in."""
        self._say(QCoreApplication.translate("Tray", "Nobody is signed in: no reminders come"))

    def say_offline(self) -> None:
        """The password is remembered, and the database isn't there yet."""
        self._say(QCoreApplication.translate("Tray", "The database can't be reached yet; it is tried again"))

    def _say(self, words: str) -> None:
        self._icon.setToolTip("\n".join((QCoreApplication.translate("Shell", "Prichal"), words)))

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.open_wanted.emit()
