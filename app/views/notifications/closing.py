"""What closing the main window means: the program stays in the tray, or ends; asked once, then remembered."""

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from app.qtbase import dialogs
from app.qtbase.tasks import Tasks
from app.services.preferences import Preferences
from app.views.navigator import ViewContext

KEY: Final = "closing"
Choice = Literal["ask", "tray", "quit"]


class Closing(QObject):
    """Stands before the window's own closing."""

    quit_wanted = Signal()

    def __init__(self, context: ViewContext, window: QWidget, has_tray: Callable[[], bool]) -> None:
        super().__init__(window)
        self._preferences: Preferences = context.services.preferences
        self._window = window
        self._has_tray = has_tray
        self._choice: Choice = "ask"
        self._leaving = False
        self._asking = False
        self._tasks = Tasks(self, context.navigator.report)
        window.installEventFilter(self)

    def start(self) -> None:
        """Read what was chosen before."""
        self._tasks.run(self._read(), quiet=True)

    def in_tray(self) -> bool:
        """The window is away and the program goes on."""
        return not self._leaving and self._window.isHidden() and self._has_tray()

    def leave(self) -> None:
        """From now on closing the window closes it."""
        self._leaving = True

    async def choose(self, choice: Choice) -> None:
        """Remember what closing means."""
        self._choice = choice
        await self._preferences.set(KEY, choice)

    @property
    def choice(self) -> Choice:
        return self._choice

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._window or not isinstance(event, QCloseEvent) or event.type() != QEvent.Type.Close:
            return False
        if self._leaving or self._choice == "quit" or not self._has_tray():
            return False
        event.ignore()
        if self._choice == "tray":
            self._window.hide()
        elif not self._asking:
            self._asking = True
            self._tasks.run(self._ask())
        return True

    async def _read(self) -> None:
        kept = await self._preferences.get(KEY)
        self._choice = "tray" if kept == "tray" else "quit" if kept == "quit" else "ask"

    async def _ask(self) -> None:
        title = QCoreApplication.translate("Tray", "Keep Prichal running?")
        words = QCoreApplication.translate(
            "Tray",
            "In the tray it goes on reminding you of calls and meetings. You can quit it there at any time.",
        )
        choices = (
            dialogs.Choice("quit", QCoreApplication.translate("Tray", "Quit")),
            dialogs.Choice("tray", QCoreApplication.translate("Tray", "Keep it in the tray"), "primary"),
        )
        try:
            chosen = await dialogs.ask(self._window, title, words, choices)
        finally:
            self._asking = False
        if chosen == "tray":
            await self.choose("tray")
            self._window.hide()
        elif chosen == "quit":
            await self.choose("quit")
            self.quit_wanted.emit()
