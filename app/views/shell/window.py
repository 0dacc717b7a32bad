"""The main window: a frame of top bar, banner, pages and status bar. What happens in it happens in the features.

What is opened from it is imported then, so that the first page is read and painted sooner: that is the reason of every
import within a function here.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.core.errors import Offline, PrichalError
from app.core.initials import short_name
from app.qtbase import dialogs, i18n
from app.qtbase.changes import ChangeBridge
from app.qtbase.connection import Connection
from app.qtbase.error_texts import error_text
from app.qtbase.metrics import NARROW_WINDOW
from app.qtbase.shortcuts import Command, Shortcuts
from app.qtbase.tasks import Tasks
from app.qtbase.theme import theme
from app.qtbase.window_state import StateStore, remember_window
from app.services.container import Services
from app.services.records.lists import Filter
from app.views.navigator import Page, Tab
from app.views.shell.appearance import Appearance
from app.views.shell.commands import TAB_KEYS, plain_commands, tab_commands, tab_words, window_commands
from app.views.shell.counters import TabCounters
from app.views.shell.features import Features
from app.views.shell.navigator import ShellNavigator
from app.views.shell.status import StatusLine
from app.views.shell.top_bar import TabName, TopBar
from app.views.shell.undo_watch import UndoWatch
from app.views.shell.user_button import UserButton
from app.views.widgets.banner import BannerArea
from app.views.widgets.brand import mark_icon
from app.views.widgets.connection_bar import ConnectionBar

WIDTH, HEIGHT = 1440, 900
LEAST_WIDTH, LEAST_HEIGHT = 940, 540


class MainWindow(QMainWindow):
    """One for a signed-in employee."""

    signed_out = Signal()
    closed = Signal()
    password_changed = Signal(str)
    """The new one: what was remembered of the old is worth nothing."""
    reminder_wanted = Signal()
    """The keyboard is to go to the popup of a reminder."""

    def __init__(
        self, services: Services, changes: ChangeBridge, features: Features, store: StateStore, look: Appearance,
        version: str, connection: Connection | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._services = services
        self._features = features
        self._look = look
        self._version = version
        self._tasks = Tasks(self, self.show_error)
        self.navigator = ShellNavigator(self, self, services, changes, features, connection)
        self._connection.changed.connect(self._show_connection)
        self._commands = Shortcuts(self, window=True)
        self.setWindowIcon(mark_icon())
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.resize(WIDTH, HEIGHT)
        self.counters = TabCounters(self.navigator.context, self)
        self._tabs = tuple(tab for tab in features.pages if tab != "history" or services.workplace.rights.reads_history)
        self._tab: Tab = self._tabs[0]
        self._make_bell: Callable[[], QAbstractButton] | None = None
        self._bell: QAbstractButton | None = None
        self._build()
        self._bind()
        self.counters.counted.connect(self._show_count)
        self.counters.count_soon()
        self.undo_watch = UndoWatch(self.navigator.context, self.navigator.front, self)
        remember_window(self, "main", store)

    def _build(self) -> None:
        """Lay everything out in the language in force; the pages are made when first shown."""
        self._pages: dict[Tab, Page] = {}
        self._guest: Page | None = None
        """A profile, over the tabs."""
        self._language = i18n.current()
        root = QWidget(self)
        column = QVBoxLayout(root)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top_bar = TopBar([TabName(tab, tab_words(tab), TAB_KEYS[tab]) for tab in self._tabs], self._user())
        self.top_bar.tab_chosen.connect(self.show_tab)
        self.top_bar.search.wanted.connect(self.show_palette)
        self.banner = BannerArea(root)
        self.stack = QStackedWidget(root)
        self.status = StatusLine(self._services.workplace, root)
        column.addWidget(self.top_bar)
        column.addWidget(ConnectionBar(self._connection, root))
        column.addWidget(self.banner)
        column.addWidget(self.stack, 1)
        column.addWidget(self.status)
        self.setCentralWidget(root)
        self._place_bell()
        self.show_tab(self._tab)

    def set_bell(self, make: Callable[[], QAbstractButton]) -> None:
        """The button of the notifications; made anew with the top bar."""
        self._make_bell = make
        self._place_bell()

    def open_bell(self) -> None:
        """Show the list of notifications."""
        if self._bell is not None:
            self._bell.click()

    def _place_bell(self) -> None:
        if self._make_bell is not None:
            self._bell = self._make_bell()
            self.top_bar.place_bell(self._bell)

    def _user(self) -> UserButton:
        actor = self._services.workplace.actor
        user = UserButton(actor.name, short_name(actor.name), actor.employee_id)
        user.show_language(self._look.language)
        user.theme_chosen.connect(lambda mode: self._tasks.run(self._look.choose_theme(mode)))
        user.density_chosen.connect(lambda density: self._tasks.run(self._look.choose_density(density)))
        user.language_chosen.connect(lambda language: self._tasks.run(self._switch_language(language)))
        user.import_wanted.connect(self.navigator.open_import)
        user.profile_wanted.connect(self.navigator.open_profile)
        user.settings_wanted.connect(self.navigator.open_settings)
        user.password_wanted.connect(lambda: self._tasks.run(self._change_password(), latest="password"))
        user.shortcuts_wanted.connect(self.show_shortcuts)
        user.about_wanted.connect(lambda: self._tasks.run(self._about()))
        user.sign_out_wanted.connect(self.sign_out)
        return user

    async def _change_password(self) -> None:
        from app.views.shell.password_dialog import change_password  # when opened

        changed = await change_password(self._services.people, self)
        if changed is not None:
            self.password_changed.emit(changed)
            self.navigator.notify(QCoreApplication.translate("Shell", "The password is changed."))

    def _bind(self) -> None:
        acts = self._acts()
        self._commands.add_all(
            (command, acts[command.id]) for command in (*window_commands(), *tab_commands(self._tabs))
        )

    def _acts(self) -> dict[str, Callable[[], object]]:
        navigator = self.navigator
        acts: dict[str, Callable[[], object]] = {
            "search": navigator.open_palette,
            "activity.new": lambda: navigator.plan_activity(None),
            "queue.next": navigator.next_client,
            "add": lambda: self.page().add(),
            "filter": lambda: self.page().focus_filter(),
            "refresh": self.refresh,
            "notifications": self.open_bell,
            "reminder": self.reminder_wanted.emit,
            "shortcuts": self.show_shortcuts,
            "lead.new": navigator.new_lead,
            "deal.new": navigator.new_deal,
            "contact.new": navigator.new_contact,
            "import": navigator.open_import,
            "undo": navigator.undo_last,
            "operations": navigator.last_operations,
            "duplicates": navigator.find_duplicates,
            "bin": navigator.open_bin,
            "settings": navigator.open_settings,
            "absence": lambda: navigator.open_settings("absences"),
            "theme": lambda: self._tasks.run(self._look.choose_theme("light" if theme().is_dark else "dark")),
            "sign_out": self.sign_out,
        }
        acts |= {f"tab.{tab}": partial(self.show_tab, tab) for tab in TAB_KEYS}
        return acts

    def page(self) -> Page:
        """The page in front."""
        return self._guest or self._pages[self._tab]

    def show_tab(self, tab: Tab, chosen: Filter | None = None) -> None:
        """Bring a page to the front, making it the first time; with a filter it shows what that says."""
        if tab not in self._tabs:
            return
        self._dismiss_guest()
        self._tab = tab
        page = self._pages.get(tab)
        if page is None:
            page = self._pages[tab] = self._features.pages[tab](self.navigator.context)
            page.status_changed.connect(self._page_spoke)
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.top_bar.show_tab(tab)
        title = QCoreApplication.translate("Shell", "Prichal — {tab}")
        self.setWindowTitle(title.format(tab=tab_words(tab)))
        if chosen is not None:
            page.apply_filter(chosen)
        self.status.show_page(page.status())
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_profile(self, employee_id: int) -> None:
        """A colleague's profile over the tabs; Esc, or any tab, goes back."""
        self._dismiss_guest()
        page = self._guest = self._features.profile(self.navigator.context, employee_id)
        page.status_changed.connect(self._page_spoke)
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.top_bar.show_tab(None)
        name = self._services.workplace.registry.employee(employee_id).name
        self.setWindowTitle(QCoreApplication.translate("Shell", "Prichal — {tab}").format(tab=name))
        self.status.show_page(page.status())
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dismiss_guest(self) -> None:
        if self._guest is not None:
            self.stack.removeWidget(self._guest)
            self._guest.deleteLater()
            self._guest = None

    def show_palette(self, text: str = "") -> None:
        from app.views.palette.dialog import PaletteDialog  # when opened

        acts = self._acts()
        commands: list[tuple[Command, Callable[[], object]]] = [
            (command, acts[command.id])
            for command in (*plain_commands(), *tab_commands(self._tabs), *window_commands()[1:])
        ]
        PaletteDialog(self.navigator.context, self, commands, text).open()

    def show_shortcuts(self) -> None:
        """F1."""
        from app.views.shell.page_keys import page_keys  # when opened
        from app.views.shell.shortcut_list import ShortcutList  # likewise

        dialog = ShortcutList((*window_commands(), *tab_commands(self._tabs), *page_keys()), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_error(self, error: PrichalError) -> None:
        words = error_text(error)
        if self._connection.met(error):
            return
        if isinstance(error, Offline):
            self.banner.show_error(words, QCoreApplication.translate("Shell", "Try again"), self.refresh)
        else:
            self.banner.show_error(words)

    @property
    def _connection(self) -> Connection:
        return self.navigator.context.connection

    def _show_connection(self, online: bool) -> None:
        self.status.show_connection(self._connection.lost_at)
        if online:
            self.refresh()

    def show_success(self, words: str, undo: Callable[[], None] | None = None) -> None:
        self.banner.show_success(words, QCoreApplication.translate("Shell", "Undo") if undo else "", undo)

    def refresh(self) -> None:
        """F5: the page and the counters, and the connection where it is lost."""
        self.banner.clear()
        if not self._connection.online:
            self._connection.retry_wanted.emit()
        self.page().refresh()
        self.counters.count()

    def sign_out(self) -> None:
        """Close the cards and leave; a card with something unsaved may keep everything open."""
        if self.navigator.close_cards():
            self.signed_out.emit()

    async def _switch_language(self, language: str) -> None:
        await self._look.choose_language(language)
        self._speak()

    def _speak(self) -> None:
        """Build anew where the language is another than it was built in; the central widget before goes by this."""
        if i18n.current() != self._language:
            self._build()
            self.counters.count()
            self._fit_width()

    async def _about(self) -> None:
        words = QCoreApplication.translate("Shell", "Version {version}. Clients, deals and the next step with each.")
        title = QCoreApplication.translate("Shell", "About Prichal")
        await dialogs.message(self, title, words.format(version=self._version))

    def _page_spoke(self) -> None:
        self.status.show_page(self.page().status())

    def _show_count(self, tab: str, count: int) -> None:
        if tab in self._tabs:
            self.top_bar.tab(tab).set_count(count)

    def _fit_width(self) -> None:
        self.top_bar.user.show_name(self.width() >= NARROW_WINDOW)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:  # by the menu, or what the employee once chose was read
            QTimer.singleShot(0, self, self._speak)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.banner.text():
            self.banner.clear()
        elif event.key() == Qt.Key.Key_Escape and self._guest is not None:
            self.show_tab(self._tab)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.navigator.close_cards():
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()
