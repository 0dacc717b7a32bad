"""One signed-in employee's window with everything behind it; imported after the first paint (see `window`)."""

import asyncio
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app.adapters.autostart import make_autostart
from app.adapters.draft_file import DraftFile
from app.adapters.holiday_calendars import HolidayCalendars
from app.adapters.known_databases import without_password
from app.bootstrap.databases import address_of
from app.bootstrap.features import import_the_rest, make_features
from app.bootstrap.presence import Presence
from app.core.clock import day_bounds
from app.core.errors import Offline
from app.core.links import RecordLink
from app.qtbase.changes import ChangeBridge
from app.qtbase.connection import Connection
from app.qtbase.tasks import Tasks
from app.qtbase.wall_timer import WallTimer
from app.qtbase.window_state import StateStore
from app.services.container import open_services
from app.services.feed import Feed
from app.services.people.workplaces import has_left, relearn
from app.services.workplace import Workplace
from app.views.notifications.bell import BellButton
from app.views.notifications.inbox import Inbox
from app.views.shell.appearance import Appearance
from app.views.shell.window import MainWindow


class Office(QObject):
    """The main window, its services, and the feed that brings what others change."""

    quit_wanted = Signal()
    """End the program; nothing unsaved is open."""
    left = Signal()
    """The employee was deactivated: nothing is to be shown any more."""

    def __init__(
        self, app: QApplication, workplace: Workplace, store: StateStore, version: str, *,
        present: bool = False, drafts: Path | None = None,
    ) -> None:  # fmt: skip
        """`present`: it reminds, and stays in the tray when its window is closed.

        `drafts` is the folder for what is typed while the database can't be reached.
        """
        super().__init__()
        self._database = workplace.database
        unsent = DraftFile(drafts, f"{self.address()} {workplace.actor.employee_id}") if drafts is not None else None
        services = open_services(workplace, HolidayCalendars(), unsent)
        self._services = services
        self._connection = Connection(self)
        self._changes = ChangeBridge()
        self._database.listen(self._changes.publish)
        self._look = Appearance(app, services.preferences)
        self.window = MainWindow(
            services, self._changes, make_features(store), store, self._look, version, self._connection
        )
        self._tasks = Tasks(self.window, self.window.show_error)
        self._workplace = workplace
        self._feed = Feed(
            self._database,
            on_state=self._connection.set_online,
            on_retry=self._connection.set_retry,
            learn=self._learn,
            on_reason=self._connection.set_reason,
        )
        self.following = self._feed.following
        """Set while nothing that others commit is missed."""
        self._connection.retry_wanted.connect(self._feed.retry)
        self._connection.changed.connect(self._send_drafts)
        self._midnight = WallTimer(workplace.now, self)
        self._midnight.due.connect(self._begin_day)
        self._midnight.jumped.connect(self._begin_day)
        self._listening: asyncio.Task[object] | None = None
        self.inbox = Inbox(self.window.navigator.context, self.window, make_autostart() if present else None)
        self.window.set_bell(lambda: BellButton(self.inbox))
        self.presence = Presence(self.window.navigator.context, self.window, self.inbox) if present else None

    def address(self) -> str:
        """Of the database, without a password."""
        return without_password(address_of(self._database.url.render_as_string(hide_password=False)))

    def in_tray(self) -> bool:
        """The window is away and the program goes on."""
        return self.presence is not None and self.presence.closing.in_tray()

    def to_front(self) -> None:
        """Show the window, from the tray too."""
        if self.presence is not None:
            self.presence.raise_window()

    def open_card(self, link: RecordLink) -> None:
        """The card that a link asks for."""
        self.window.navigator.open_card(link.section, link.record_id)

    def show(self, *, hidden: bool = False) -> None:
        """Show the window and begin to listen to other workstations.

        `hidden`: it stays in the tray; where there is none, in the task bar.
        """
        if not hidden:
            self.window.show()
        elif self.presence is None or not self.presence.tray.is_available():
            self.window.showMinimized()
        self._tasks.run(self._look.restore(), quiet=True)
        self._tasks.run(self._services.drafts.send(), quiet=True)
        self._listening = self._tasks.start(self._feed.run(), quiet=True)
        self._tasks.run(self._do_what_nobody_waits_for(), quiet=True)
        self._midnight.start()
        self._wait_for_midnight()
        if self.presence is not None:
            self.presence.quit_wanted.connect(self._quit)
            self.presence.bell_wanted.connect(self.window.open_bell)
            self.window.reminder_wanted.connect(self.presence.watch.focus)
            self.presence.start()

    async def _do_what_nobody_waits_for(self) -> None:
        """At the start it would hold up the first page."""
        await import_the_rest()
        self._tasks.run(self._services.office_calendar.renew(), quiet=True)
        self._tasks.run(self._services.bin.purge(), quiet=True)

    def _quit(self) -> None:
        """A card with something unsaved may keep the program."""
        if self.presence is not None and self.window.navigator.close_cards():
            self.presence.closing.leave()
            self.quit_wanted.emit()

    def _begin_day(self) -> None:
        """Absences begin and end with the office's day, and so does what the bin keeps."""
        self._wait_for_midnight()
        self._tasks.run(self._services.bin.purge(), quiet=True)
        self._tasks.run(self._learn(), latest="day", quiet=True)

    def _wait_for_midnight(self) -> None:
        workplace = self._workplace
        self._midnight.set(day_bounds(workplace.today(), workplace.zone)[1])

    def _send_drafts(self, online: bool) -> None:
        if online:
            self._tasks.run(self._services.drafts.send(), quiet=True)

    async def _learn(self) -> None:
        """Another program changed the office's people or settings."""
        await relearn(self._workplace)
        if has_left(self._workplace):
            self.left.emit()

    async def close(self) -> None:
        """Close the window and the database; nothing may be under way afterwards."""
        if self.presence is not None:
            with suppress(Offline):  # what is on the screen comes again with the end of its lease
                await self.presence.stop()
        self._midnight.stop()
        if self._services.is_made("open_cards"):
            with suppress(Offline):  # what is said of open cards grows old by itself
                await self._services.open_cards.leave()
        self._tasks.cancel()
        if self._listening is not None:
            await asyncio.gather(self._listening, return_exceptions=True)
        if self._services.is_made("imports"):
            await self._services.imports.close()
        self.window.close()
        self.window.deleteLater()
        await self._database.close()
