"""What every icon of ours in the system's tray can do."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from app.qtbase import icons


class Tray(QObject):
    """An icon with a menu; a click on it asks for the window."""

    open_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, picture: QIcon, parent: QObject) -> None:
        super().__init__(parent)
        self.menu = QMenu()
        self.destroyed.connect(self.menu.deleteLater)
        self._icon = QSystemTrayIcon(picture, self)
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._activated)

    def show(self) -> None:
        """Appear in the tray; where there is none yet, once one comes."""
        self._icon.show()

    def hide(self) -> None:
        self._icon.hide()

    @staticmethod
    def is_available() -> bool:
        """Whether the system has a tray at all."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def words(self) -> str:
        """The tool tip."""
        return self._icon.toolTip()

    def _add(self, icon: str, words: str, act: Callable[[], object]) -> QAction:
        action = self.menu.addAction(icons.icon(icon, "text2"), words)
        action.triggered.connect(lambda _=False: act())
        return action

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.open_wanted.emit()
