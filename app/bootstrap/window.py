"""Puts the window program together: sign-in or first run, the main window, sign-out, the end."""

import asyncio
import gc
import importlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app import VERSION
from app.adapters.known_databases import without_password
from app.adapters.single_instance import SingleInstance
from app.bootstrap.late import LateImports
from app.bootstrap.outside import Outside, make_outside
from app.core.errors import UserError
from app.core.links import RecordLink, read_link
from app.qtbase import crash, dialogs, i18n, loop
from app.qtbase.interrupts import Interrupts
from app.qtbase.theme import theme
from app.qtbase.window_state import JsonStateStore
from app.services.ports import KnownDatabase

if TYPE_CHECKING:
    from app.bootstrap.desk import Office
    from app.bootstrap.quiet_start import QuietStart
    from app.services.workplace import Workplace
    from app.views.first_run.desk import Answers

DATABASES: Final = "app.bootstrap.databases"
"""What signing in needs, SQLAlchemy and the drivers with it."""
OFFICE: Final = "app.bootstrap.desk"
"""What the main window needs; it is imported while the password is being looked at."""


def run_window(
    arguments: Sequence[str], database_url: str | None = None, link: RecordLink | None = None, *, hidden: bool = False
) -> int:
    """Run the window program to its end, with a record's card where a link was given; returns the exit code.

    `hidden`: it starts in the tray, as with the person's session.
    """
    gc.disable()  # nothing that an import makes is garbage, and to look for it takes a sixth of it; see `Collector`
    app = loop.make_application(list(arguments))
    outside = make_outside()
    crash.install(outside.paths.logs)
    i18n.install(app)
    theme().apply(app, "system")
    if database_url is not None:
        database_url = _address_of(database_url)
        known = (one for one in outside.known.all() if one.url == without_password(database_url))
        outside.known.remember(next(known, KnownDatabase(database_url)))
    program = WindowProgram(app, outside, link, hidden=hidden)
    return loop.run(app, lambda _app, last_window_closed: program.run(last_window_closed))


def _address_of(text: str) -> str:
    """An address, or the path of a file. Raises UserError("database_url")."""
    from app.bootstrap.databases import address_of  # brings SQLAlchemy, which a start without an address has no need of

    return address_of(text)


class WindowProgram:
    """One window after the other: who signs out meets the sign-in window again."""

    def __init__(
        self, app: QApplication, outside: Outside, link: RecordLink | None = None, *, hidden: bool = False
    ) -> None:
        self._app = app
        self._outside = outside
        self._link = link
        self._hidden = hidden
        self._quiet: QuietStart | None = None
        self._office: Office | None = None
        self._entrance: QWidget | None = None
        self._late = LateImports(DATABASES, OFFICE)
        self._ending: asyncio.Task[object] | None = None
        """What is still under way of an office that was closed, or of its password; waited for at the end."""
        self._ended = asyncio.Event()
        self._interrupted = False
        self._instance = SingleInstance(outside.paths.config)
        self._instance.raised.connect(self._raise)

    async def run(self, last_window_closed: asyncio.Event) -> int:
        """Show the first window and wait until the last one is closed; where this person's program runs, raise that."""
        self._ended = last_window_closed
        interrupts = Interrupts()
        interrupts.asked.connect(self._interrupt)
        try:
            return await self._run()
        finally:
            interrupts.release()

    async def _run(self) -> int:
        known = self._outside.known.all()
        if known and not self._instance.claim(without_password(known[0].url), self._handed_over()):
            return 0
        if self._hidden:
            self._start_hidden()
        else:
            self._show_entrance()
        self._late.start()
        await self._until_ended()
        await self._late.end()
        if self._ending is not None:
            await self._ending
        self._leave_quiet()
        if self._office is not None:
            await self._office.close()
        return 0

    async def _until_ended(self) -> None:
        """The last window may close and the program go on in the tray."""
        await self._ended.wait()
        while self._office is not None and self._office.in_tray() and not self._interrupted:
            self._ended.clear()
            await self._ended.wait()

    def _interrupt(self) -> None:
        """Ctrl+C, or the session ends: nothing of the office is left half done."""
        self._interrupted = True
        self._ended.set()

    def _start_hidden(self) -> None:
        """Wait in the tray until somebody is signed in by the keyring, or wants to sign in."""
        from app.bootstrap.quiet_start import QuietStart  # other starts have no use for it

        quiet = self._quiet = QuietStart(self._outside, self._sign_in)
        quiet.entered.connect(self._open_office)
        quiet.open_wanted.connect(self._show_entrance)
        quiet.open_small_wanted.connect(lambda: self._show_entrance(small=True))
        quiet.quit_wanted.connect(self._ended.set)
        quiet.start()

    def _show_entrance(self, *, small: bool = False) -> None:
        """The window for who is not signed in; `small`: in the task bar alone."""
        self._hidden = small
        self._leave_quiet()
        if self._entrance is not None:
            self._entrance.setWindowState(self._entrance.windowState() & ~Qt.WindowState.WindowMinimized)
            self._entrance.show()
            self._entrance.raise_()
            self._entrance.activateWindow()
        elif self._outside.known.all():
            self._show_sign_in()
        else:
            self._show_first_run()

    def _leave_quiet(self) -> None:
        if self._quiet is not None:
            self._quiet.stop()
            self._quiet.deleteLater()
            self._quiet = None

    # the start opens one of two first windows; each is imported when it is shown, so that none pays for the other

    def _show_sign_in(self, why: UserError | None = None) -> None:
        from app.views.sign_in.desk import SignInDesk  # see above
        from app.views.sign_in.window import SignInWindow  # see above

        window = SignInWindow(
            SignInDesk(
                self._outside.known,
                self._outside.secrets,
                self._check,
                self._sign_in,
                self._join,
                VERSION,
                self._renew,
            )
        )
        window.signed_in.connect(self._open_office)
        window.new_database_wanted.connect(self._show_first_run)
        self._enter(window)
        if why is not None:
            window.say(why)

    def _show_first_run(self) -> None:
        from app.views.first_run.desk import FirstRunDesk  # see above
        from app.views.first_run.window import FirstRunWindow  # see above

        outside = self._outside
        window = FirstRunWindow(FirstRunDesk(outside.paths, outside.secrets, outside.holidays, self._create))
        window.created.connect(self._open_office)
        window.existing_wanted.connect(self._show_sign_in)
        self._enter(window)

    def _enter(self, window: QWidget) -> None:
        """Show the new window before the old one goes, so that there is always one."""
        earlier, self._entrance = self._entrance, window
        if self._hidden:
            window.showMinimized()
        else:
            window.show()
        self._hidden = False
        if earlier is not None:
            earlier.close()
            earlier.deleteLater()

    async def _check(self, url: str) -> None:
        await self._late.wait(OFFICE)  # the last of all: who signs in at once doesn't wait for it
        from app.bootstrap.databases import check_database  # see DATABASES

        await check_database(url)

    async def _renew(self, url: str, login: str, password: str) -> Path | None:
        await self._late.wait(DATABASES)
        await asyncio.to_thread(importlib.import_module, "app.bootstrap.renewing")
        from app.bootstrap.renewing import renew_database  # here: Alembic is for this alone

        return await renew_database(url, login, password, self._outside.clock)

    async def _sign_in(self, url: str, login: str, password: str) -> "Workplace":
        await self._late.wait(DATABASES)
        from app.bootstrap.databases import enter  # see DATABASES

        workplace = await enter(self._outside, url, login, password)
        await self._late.wait(OFFICE)
        return workplace

    async def _join(self, url: str, login: str, code: str, password: str) -> "Workplace":
        await self._late.wait(DATABASES)
        from app.bootstrap.databases import join_office  # see DATABASES

        workplace = await join_office(self._outside, url, login, code, password)
        await self._late.wait(OFFICE)
        return workplace

    async def _create(self, answers: "Answers") -> "Workplace":
        await self._late.wait(OFFICE)
        await asyncio.to_thread(importlib.import_module, "app.bootstrap.first_run")
        from app.bootstrap.first_run import create_office  # here: no start after the first has need of it

        return await create_office(self._outside, answers)

    def _open_office(self, workplace: "Workplace") -> None:
        from app.bootstrap.desk import Office  # here, after the first paint: see OFFICE

        store = JsonStateStore(self._outside.paths.config / "windows.json")
        dialogs.keep_folder_in(store)
        drafts = self._outside.paths.data
        self._office = Office(self._app, workplace, store, VERSION, present=True, drafts=drafts)
        self._office.window.signed_out.connect(self._signed_out)
        self._office.left.connect(self._end_session)
        self._office.window.password_changed.connect(self._renew_secret)
        if not self._instance.claim(self._office.address(), self._handed_over()):
            self._ended.set()  # the other program on this database has come to the front
            return
        self._office.quit_wanted.connect(self._ended.set)
        self._office.show(hidden=self._hidden)
        self._hidden = False
        self._leave_quiet()
        if self._entrance is not None:
            self._entrance.close()
            self._entrance.deleteLater()
            self._entrance = None
        self._open_link()

    def _renew_secret(self, password: str) -> None:
        if self._office is not None:
            renewing = renew_secret(self._outside, self._office.address(), password)
            self._ending = asyncio.get_running_loop().create_task(renewing)

    def _handed_over(self) -> str:
        return str(self._link) if self._link is not None else ""

    def _open_link(self) -> None:
        """Once somebody is signed in."""
        if self._office is not None and self._link is not None:
            self._office.open_card(self._link)
            self._link = None

    def _raise(self, link: str) -> None:
        """A second start asks for this program."""
        with suppress(UserError):  # the second start has read it already; anything else isn't from ours
            self._link = read_link(link)
        self._open_link()
        if self._office is not None:
            self._office.to_front()
        else:
            self._show_entrance()

    def _end_session(self) -> None:
        """Somebody deactivated this person: their windows go, whatever stands in them."""
        if self._office is not None:
            self._office.window.navigator.drop_windows()
            self._signed_out(UserError("session_ended"))

    def _signed_out(self, why: UserError | None = None) -> None:
        office, self._office = self._office, None
        self._show_sign_in(why)
        if office is not None:
            self._ending = asyncio.get_running_loop().create_task(office.close())


async def renew_secret(outside: Outside, url: str, password: str) -> None:
    """The person who works on a database has another password: whoever is remembered stays so."""
    from app.bootstrap.databases import kept_address  # see DATABASES
    from app.views.sign_in.desk import secret_name  # with the sign-in window, which nobody may have seen

    address = without_password(kept_address(url))
    for known in outside.known.all():
        if known.url == address and known.remembered:
            await outside.secrets.keep(secret_name(known.url, known.login), password)
