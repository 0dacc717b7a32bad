"""The sign-in window: joins the list of databases and the form, and signs in."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from app.core.errors import PrichalError, UserError
from app.qtbase import dialogs
from app.qtbase.error_texts import error_text
from app.qtbase.tasks import Tasks
from app.qtbase.theme import theme
from app.qtbase.window_state import size_within
from app.services.ports import KnownDatabase
from app.views.sign_in.databases import DatabaseList
from app.views.sign_in.desk import SignInDesk, place_of, secret_name
from app.views.sign_in.entry_switch import BY_CODE, BY_PASSWORD, is_code
from app.views.sign_in.form import SignInForm
from app.views.sign_in.join_form import JoinForm
from app.views.widgets.brand import mark_icon

Renewal = Callable[[str, str, str], Awaitable[Path | None]]

WIDTH, HEIGHT = 720, 510
OLDER = frozenset({"database_older", "database_renewed"})
"""What is over once somebody has brought the database up to date."""

AGAIN_MS = 3_000
LOWEST = 420
"""The form has room in it; lower screens than this are none."""


class SignInWindow(QMainWindow):
    """Shown until somebody has signed in."""

    signed_in = Signal(object)
    """The `Workplace`; this window is still there, and whoever opens the main window closes it."""
    new_database_wanted = Signal()
    """The first-run wizard, please."""
    closed = Signal()

    def __init__(self, desk: SignInDesk, save_theme: Callable[[str], None] | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._save_theme = save_theme
        self._database: KnownDatabase | None = None
        self._waiting: tuple[KnownDatabase, str, str, bool] | None = None
        """With what it goes on once the database is up to date."""
        self.again = QTimer(self, interval=AGAIN_MS)
        self.again.timeout.connect(self._look_again)
        self._tasks = Tasks(self, self._show_problem)
        self.setWindowTitle(QCoreApplication.translate("SignIn", "Prichal — sign in"))
        self.setWindowIcon(mark_icon())
        self.setMinimumSize(WIDTH, LOWEST)
        self.resize(size_within(self, WIDTH, HEIGHT))
        self.databases = DatabaseList(self)
        self.form = SignInForm(desk.version, self)
        self.join_form = JoinForm(self)
        self.forms = QStackedWidget(self)
        self.forms.addWidget(self.form)
        self.forms.addWidget(self.join_form)
        central = QWidget(self)
        self.setCentralWidget(central)
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.databases)
        row.addWidget(self.forms, 1)
        self._connect()
        self.form.show_theme()
        self.reload()
        self._tasks.run(self._ask_keyring(), quiet=True)

    def _connect(self) -> None:
        self.databases.chosen.connect(self._choose)
        self.databases.file_wanted.connect(lambda: self._tasks.run(self._add_file()))
        self.databases.server_wanted.connect(lambda: self._tasks.run(self._add_server()))
        self.databases.new_wanted.connect(self.new_database_wanted)
        self.databases.forget_wanted.connect(self._forget)
        self.form.submitted.connect(self._sign_in)
        self.form.renew.clicked.connect(self._renew)
        self.form.login_left.connect(self._look_up_password)
        self.form.theme_button.clicked.connect(self._switch_theme)
        self.join_form.submitted.connect(self._join)
        self.form.forgotten.clicked.connect(lambda: self.choose_way(BY_CODE))
        for switch in (self.form.switch, self.join_form.switch):
            switch.changed.connect(self.choose_way)

    def choose_way(self, way: str) -> None:
        """By password or by a one-time code; what is typed as login goes along."""
        coming, going = (self.join_form, self.form) if way == BY_CODE else (self.form, self.join_form)
        coming.login.set_value(going.login.value())
        self.form.switch.set_value(BY_PASSWORD)
        self.join_form.switch.set_value(BY_CODE)
        self.forms.setCurrentWidget(coming)
        (self.join_form.code if way == BY_CODE else self.form.password).focus()

    def reload(self) -> None:
        """Show the known databases anew, the last used one chosen, and look how each of them is."""
        known = self._desk.known.all()
        self.databases.show_databases(known)
        self.forms.setEnabled(bool(known))
        if known:
            self.databases.choose(known[0].url)
        for database in known:
            self._tasks.run(self._check(database), latest=f"check {database.url}", quiet=True)

    async def _check(self, database: KnownDatabase) -> None:
        try:
            await self._desk.check(database.url)
        except PrichalError as error:
            self.databases.show_trouble(database.url, error)
        else:
            self.databases.show_ready(database)

    async def _ask_keyring(self) -> None:
        self.form.show_keyring(await self._desk.secrets.lasts())

    def _choose(self, database: KnownDatabase) -> None:
        self._database = database
        self.join_form.show_database(place_of(database).name, database.login)
        self.form.show_database(place_of(database).name, database.login)
        if database.login:
            self._look_up_password(database.login)

    def _look_up_password(self, login: str) -> None:
        """Ask the keyring only for what was given to it: one that is locked asks the person for its password."""
        database = self._database
        if database is not None and database.remembered and database.login == login:
            self._tasks.run(self._fill_password(database.url, login), latest="password", quiet=True)

    async def _fill_password(self, url: str, login: str) -> None:
        password = await self._desk.secrets.get(secret_name(url, login))
        if password is not None:
            self.form.fill_password(password)

    def _sign_in(self, login: str, password: str, remember: bool) -> None:
        if self._database is not None:
            self.form.set_busy(True)
            self._tasks.run(self._enter(self._database, login, password, remember), latest="enter")

    async def _enter(self, database: KnownDatabase, login: str, password: str, remember: bool) -> None:
        try:
            workplace = await self._desk.sign_in(database.url, login, password)
        except UserError as error:
            if error.code == "password_to_set" or (error.code == "sign_in_refused" and is_code(password)):
                self._offer_code(login, password)
                return
            if error.code in OLDER:
                self._waiting = (database, login, password, remember)
                self.again.start()
            raise
        finally:
            self.form.set_busy(False)
        await self._remember(database, login, password, remember)
        self.signed_in.emit(workplace)

    def _look_again(self) -> None:
        """Go on by itself; whoever types something else has no need of it."""
        if self._waiting is None or not self.form.older.isVisible():
            self._stop_waiting()
        else:
            self._tasks.run(self._go_on(*self._waiting), latest="again", quiet=True)

    async def _go_on(self, database: KnownDatabase, login: str, password: str, remember: bool) -> None:
        try:
            await self._desk.check(database.url)
        except PrichalError:
            return  # not yet
        if self._waiting is not None:
            self._stop_waiting()
            self.form.problem_over()
            await self._enter(database, login, password, remember)

    def _stop_waiting(self) -> None:
        self._waiting = None
        self.again.stop()

    def _renew(self) -> None:
        if self._waiting is not None and self._desk.renew is not None:
            waiting, renew = self._waiting, self._desk.renew
            self._stop_waiting()
            self.form.set_busy(True)
            self._tasks.run(self._bring_up_to_date(renew, *waiting), latest="enter")

    async def _bring_up_to_date(
        self, renew: Renewal, database: KnownDatabase, login: str, password: str, remember: bool
    ) -> None:
        try:
            await renew(database.url, login, password)
        finally:
            self.form.set_busy(False)
        self.form.problem_over()
        await self._enter(database, login, password, remember)

    def _offer_code(self, login: str, code: str) -> None:
        """A code was typed as the password: it lets in once a password is set."""
        self.form.password.set_value("")
        self.choose_way(BY_CODE)
        self.join_form.offer(login, code)
        self.join_form.show_problem(UserError("password_to_set"))

    def _join(self, login: str, code: str, password: str) -> None:
        if self._database is not None:
            self.join_form.set_busy(True)
            work = self._come_in(self._database, login, code, password)
            self._tasks.run(work, latest="enter", on_error=self.join_form.show_problem)

    async def _come_in(self, database: KnownDatabase, login: str, code: str, password: str) -> None:
        try:
            workplace = await self._desk.join(database.url, login, code, password)
        finally:
            self.join_form.set_busy(False)
        await self._remember(database, login, password, False)
        self.signed_in.emit(workplace)

    async def _remember(self, database: KnownDatabase, login: str, password: str, remember: bool) -> None:
        """Give the password to the keyring, or take it back; else the keyring is left alone."""
        secrets, known = self._desk.secrets, self._desk.known
        if remember:
            await secrets.keep(secret_name(database.url, login), password)
        elif database.remembered:
            await secrets.drop(secret_name(database.url, database.login))
        if remember or database.remembered:
            entry = next((one for one in known.all() if one.url == database.url), database)
            self._database = replace(entry, login=login, remembered=remember)
            known.remember(self._database)

    def say(self, error: PrichalError) -> None:
        """Why somebody finds themselves here again."""
        self.form.show_problem(error)

    def _show_problem(self, error: PrichalError) -> None:
        self.form.show_problem(error)
        self.form.older.setVisible(error.code in OLDER)
        self.form.renew.setVisible(self._desk.renew is not None and error.code == "database_older")
        if self._database is not None and error.code not in ("sign_in_refused", "sign_in_slowed"):
            self.databases.show_trouble(self._database.url, error)

    async def _add_file(self) -> None:
        title = QCoreApplication.translate("SignIn", "Choose a database file")
        filters = QCoreApplication.translate("SignIn", "Databases (*.db);;All files (*)")
        path = await dialogs.choose_file(self, title, filters)
        if path is not None:
            await self._add(f"sqlite:///{path}")

    async def _add_server(self) -> None:
        title = QCoreApplication.translate("SignIn", "Connect to the office's server")
        label = QCoreApplication.translate("SignIn", "Address, such as name:password@server/database")
        action = QCoreApplication.translate("SignIn", "Connect")
        address = await dialogs.ask_text(self, title, label, action)
        if address:
            await self._add(address if "://" in address else f"postgresql://{address}")

    async def _add(self, url: str) -> None:
        """Known from now on if it can be opened; else it is said why not, and the list stays."""
        try:
            await self._desk.check(url)
        except PrichalError as error:
            title = QCoreApplication.translate("SignIn", "This database can't be connected")
            await dialogs.message(self, title, error_text(error), "danger")
            return
        self._desk.known.remember(KnownDatabase(url))
        self.reload()

    def _forget(self, database: KnownDatabase) -> None:
        self._desk.known.forget(database.url)
        self.reload()

    def _switch_theme(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            chosen = "light" if theme().is_dark else "dark"
            theme().apply(app, "dark" if chosen == "dark" else "light")
            if self._save_theme is not None:
                self._save_theme(chosen)
            self.form.show_theme()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)
