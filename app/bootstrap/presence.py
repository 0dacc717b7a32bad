"""What keeps a signed-in employee informed, the window open or closed: reminders, tray, bell."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.adapters.sound import Loudspeaker
from app.core.changes import Changes
from app.core.kinds import Kind
from app.qtbase.tasks import Tasks
from app.services.records.notifications import NotificationRecord, Unread
from app.services.records.reminders import FOREVER
from app.views.navigator import Navigator, ViewContext
from app.views.notifications.closing import Closing
from app.views.notifications.inbox import Inbox
from app.views.notifications.news_popup import NewsPopup
from app.views.notifications.stack import MOST, PopupStack
from app.views.notifications.tray import TrayIcon
from app.views.notifications.watch import ReminderWatch


class Presence(QObject):
    """Put together beside the main window, whose life it shares."""

    quit_wanted = Signal()
    bell_wanted = Signal()

    def __init__(self, context: ViewContext, window: QWidget, inbox: Inbox) -> None:
        super().__init__(window)
        self._context = context
        self._inbox = inbox
        self._window = window
        self._sound = Loudspeaker()
        self._tasks = Tasks(self, context.navigator.report)
        self.stack = PopupStack(window)
        self.watch = ReminderWatch(context, self.stack, self._sound, window)
        self.tray = TrayIcon(context.services.workplace, window)
        self.closing = Closing(context, window, self.tray.is_there)
        self._waiting = self._unread = 0
        self._connect()

    def _connect(self) -> None:
        self.watch.window_wanted.connect(self.raise_window)
        self.watch.waiting.connect(self._count_reminders)
        self._inbox.counted.connect(self._count_notifications)
        self._inbox.arrived.connect(lambda found: self._tasks.run(self._tell(found), quiet=True))
        self.closing.quit_wanted.connect(self.quit)
        self.tray.open_wanted.connect(self.raise_window)
        self.tray.new_activity_wanted.connect(lambda: self._in_window(lambda: self._navigator.plan_activity(None)))
        self.tray.search_wanted.connect(lambda: self._in_window(self._navigator.open_palette))
        self.tray.pause_wanted.connect(lambda until: self._tasks.run(self._pause(until)))
        self.tray.quit_wanted.connect(self.quit)
        self._context.changes.changed.connect(self._changed)

    @property
    def _navigator(self) -> Navigator:
        return self._context.navigator

    def start(self) -> None:
        """Remind from now on."""
        self.tray.show()
        self.closing.start()
        self.watch.start()
        self._inbox.start()
        self._tasks.run(self._show_held(), quiet=True)

    async def stop(self) -> None:
        """Leave the tray and give back what is on the screen."""
        self.closing.leave()
        self.tray.hide()
        self._inbox.stop()
        await self.watch.stop()

    def raise_window(self) -> None:
        """Bring the main window to the front, from the tray too."""
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def quit(self) -> None:
        """End the program; a card with something unsaved may keep it."""
        self.quit_wanted.emit()

    def _in_window(self, act: Callable[[], None]) -> None:
        self.raise_window()
        act()

    async def _pause(self, until: datetime | None) -> None:
        reminders = self._context.services.reminders
        attention = await reminders.attention()
        paused = until if until != FOREVER else None
        await reminders.set_attention(replace(attention, quiet=until == FOREVER, paused_until=paused))

    async def _show_held(self) -> None:
        workplace = self._context.services.workplace
        attention = await self._context.services.reminders.attention()
        held = attention.held_until(workplace.now(), workplace.zone)
        by_hand = held != replace(attention, quiet=False, paused_until=None).held_until(workplace.now(), workplace.zone)
        self.tray.set_held(held, by_hand=by_hand)

    def _changed(self, changes: Changes) -> None:
        if changes.kind == Kind.REMINDER.value:
            self._tasks.run(self._show_held(), quiet=True, latest="held")

    async def _tell(self, found: tuple[NotificationRecord, ...]) -> None:
        """Popup and sound of what is new, as each kind is set; more than a few are one popup."""
        services = self._context.services
        if await services.reminders.held_until() is not None:
            return
        ways = await services.notifications.ways()
        shown = tuple(one for one in found if ways[one.kind].popup)
        for some in (shown,) if len(shown) > MOST else ((one,) for one in shown):
            if some:
                self._show_news(some)
        if any(ways[one.kind].sound for one in found):
            await self._sound.play("notification")

    def _show_news(self, found: tuple[NotificationRecord, ...]) -> None:
        popup = NewsPopup(found, self._context.services.workplace)
        popup.closed.connect(lambda: self.stack.remove(popup))
        popup.pressed.connect(lambda: self._open_news(popup))
        self.stack.add(popup)

    def _open_news(self, popup: NewsPopup) -> None:
        self.stack.remove(popup)
        self.raise_window()
        if len(popup.found) == 1:
            self._inbox.settle(popup.found[0])
        else:
            self.bell_wanted.emit()

    def _count_notifications(self, unread: Unread) -> None:
        self._unread = unread.total
        self.tray.set_count(self._waiting + self._unread)

    def _count_reminders(self, waiting: int) -> None:
        self._waiting = waiting
        self.tray.set_count(self._waiting + self._unread)
