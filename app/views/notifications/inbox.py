"""Keeps the bell's number right: collects what is new after changes and at the minute something becomes overdue."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.changes import Changes
from app.core.errors import Offline, PrichalError
from app.core.kinds import Kind
from app.qtbase.tasks import Tasks
from app.qtbase.wall_timer import WallTimer
from app.services.ports import Autostart
from app.services.records.notifications import NotificationRecord, Unread
from app.views.navigator import ViewContext

SETTLE_MS: Final = 500
RETRY_MS: Final = 5_000

_MATTERS: Final = frozenset(kind.value for kind in (Kind.LEAD, Kind.DEAL, Kind.CONTACT, Kind.ACTIVITY))


class Inbox(QObject):
    """One for a signed-in employee."""

    counted = Signal(object)
    """`Unread`, after every look."""
    arrived = Signal(object)
    """The records that this workstation found first."""

    def __init__(self, context: ViewContext, parent: QObject, autostart: Autostart | None = None) -> None:
        super().__init__(parent)
        self.autostart = autostart
        self.context = context
        self.unread = Unread()
        self._notifications = context.services.notifications
        self._tasks = Tasks(self, self._fail)
        self._asking = self._again = False
        self._timer = WallTimer(context.services.workplace.now, self)
        self._timer.due.connect(self.ask)
        self._timer.jumped.connect(self.ask)
        self._settle = QTimer(self, singleShot=True)
        self._settle.timeout.connect(self.ask)

    def start(self) -> None:
        """Collect from now on."""
        self.context.changes.changed.connect(self._changed)
        self._timer.start()
        self.ask()

    def stop(self) -> None:
        """Look no more."""
        self.context.changes.changed.disconnect(self._changed)
        self._settle.stop()
        self._timer.stop()

    def ask(self) -> None:
        """Look now."""
        self._again = True
        if not self._asking:
            self._asking = True
            self._tasks.run(self._ask(), quiet=True)

    def settle(self, record: NotificationRecord) -> None:
        """Read it, and open what it is about."""
        self._tasks.run(self._notifications.mark([record.id], read=True), quiet=True)
        navigator = self.context.navigator
        if record.ref is not None:
            navigator.open_card(record.ref.section, record.ref.id)
        elif record.activity_id is not None:
            navigator.show_list("activity")
        else:
            navigator.show_list("lead")

    async def _ask(self) -> None:
        try:
            while self._again:
                self._again = False
                found = await self._notifications.collect()
                self.unread = await self._notifications.unread()
                self._timer.set(await self._notifications.next_moment())
                self.counted.emit(self.unread)
                if found:
                    self.arrived.emit(found)
        finally:
            self._asking = False

    def _changed(self, changes: Changes) -> None:
        if changes.kind == Kind.NOTIFICATION.value:
            self._tasks.run(self._count(), latest="count", quiet=True)
        elif changes.kind in _MATTERS and not self._settle.isActive():
            self._settle.start(SETTLE_MS)

    async def _count(self) -> None:
        self.unread = await self._notifications.unread()
        self.counted.emit(self.unread)

    def _fail(self, error: PrichalError) -> None:
        if isinstance(error, Offline):
            self._settle.start(RETRY_MS)
        else:
            self.context.navigator.report(error)
