"""Popups over each other in the lower right corner of the screen, the newest on top, growing upward."""

from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from app.qtbase.metrics import GAP_M, GAP_S
from app.views.notifications.popup import ScreenPopup

MOST: Final = 3
"""How many reminders stand singly; what is more goes into a summary."""


class PopupStack(QObject):
    """Places them; who asked for a popup takes it away again."""

    def __init__(self, beside: QWidget) -> None:
        super().__init__(beside)
        self._beside = beside
        self._popups: list[ScreenPopup] = []

    def add(self, popup: ScreenPopup) -> None:
        """Show a popup above those that are there, without taking the focus."""
        self._popups.append(popup)
        popup.adjustSize()
        self.arrange()
        popup.show()
        self.arrange()  # the style sheet's fonts are in force only now

    def remove(self, popup: ScreenPopup) -> None:
        if popup in self._popups:
            self._popups.remove(popup)
        popup.hide()
        popup.deleteLater()
        self.arrange()

    def popups(self) -> tuple[ScreenPopup, ...]:
        """From the lowest up."""
        return tuple(self._popups)

    def arrange(self) -> None:
        """Put all in their places."""
        room = self._screen().availableGeometry()
        corner = QPoint(room.right() - GAP_M, room.bottom() - GAP_M)
        for popup in self._popups:
            popup.adjustSize()
            popup.put(QPoint(corner.x(), max(corner.y(), room.top() + popup.height())))
            corner.setY(corner.y() - popup.height() - GAP_S)

    def focus(self) -> None:
        """Give the keyboard to the newest, which never takes it by itself."""
        if self._popups:
            popup = self._popups[-1]
            popup.activateWindow()
            popup.raise_()
            (popup.first or popup.cross).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _screen(self) -> QScreen:
        shown = self._beside.screen() if self._beside.isVisible() else None
        return shown or QGuiApplication.primaryScreen()
