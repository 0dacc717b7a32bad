"""The window of the settings: own window, one for a program; `pages` says what stands in it."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.core.changes import Changes
from app.core.errors import PrichalError
from app.core.kinds import Kind
from app.core.text import normalise
from app.qtbase import dialogs, i18n, icons
from app.qtbase.error_texts import error_text
from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.qtbase.tasks import Tasks
from app.qtbase.theme import theme
from app.qtbase.window_state import MemoryStateStore, StateStore, remember_window
from app.views.navigator import ViewContext
from app.views.settings.foot import SettingsFoot
from app.views.settings.page import SettingsPage
from app.views.settings.pages import PageEntry, pages_of
from app.views.widgets.banner import BannerArea
from app.views.widgets.brand import mark_icon

SIZE: Final = (1280, 800)
SMALLEST: Final = (900, 560)
LIST_WIDTH: Final = 224
HEAD_HEIGHT: Final = 56
_PAGE: Final = Qt.ItemDataRole.UserRole


class SettingsWindow(QMainWindow):
    """Pages are made when first shown; what isn't saved stays while one goes to another page."""

    def __init__(self, context: ViewContext, store: StateStore | None = None) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowIcon(mark_icon())
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        self._context = context
        self._entries: Sequence[PageEntry] = pages_of(context.services.workplace)
        self._pages: dict[str, SettingsPage] = {}
        self._leaving = False
        self.tasks = Tasks(self, self.show_error)
        self._build()
        context.changes.changed.connect(self._on_changes)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.search.setFocus)
        remember_window(self, "settings", store or MemoryStateStore())

    def _build(self) -> None:
        self._language = i18n.current()
        self.setWindowTitle(QCoreApplication.translate("Settings", "Prichal — Settings"))
        root = QWidget(self)
        row = QHBoxLayout(root)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._make_list(root))
        column = QVBoxLayout()
        column.setSpacing(0)
        row.addLayout(column, 1)
        column.addWidget(self._make_head(root))
        self.banner = BannerArea(root)
        self.stack = QStackedWidget(root)
        self.foot = SettingsFoot(root)
        self.foot.saved.connect(self.save)
        self.foot.dropped.connect(self.drop)
        column.addWidget(self.banner)
        column.addWidget(self.stack, 1)
        column.addWidget(self.foot)
        self.setCentralWidget(root)
        self.list.setCurrentRow(next((n for n in range(self.list.count()) if self._entry_at(n) is not None), 0))

    def _make_list(self, root: QWidget) -> QFrame:
        side = QFrame(root)
        side.setProperty("role", "rail")
        side.setFixedWidth(LIST_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(GAP_M, GAP_M, 0, GAP_M)
        column.setSpacing(GAP_S)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, GAP_M, 0)
        self.search = QLineEdit(side)
        self.search.setPlaceholderText(QCoreApplication.translate("Settings", "Find a setting"))
        self.search.setAccessibleName(QCoreApplication.translate("Settings", "Find a setting"))
        self.search.setClearButtonEnabled(True)
        theme().fix_height(self.search, "control")
        self.search.textChanged.connect(self._find)
        line.addWidget(self.search)
        column.addLayout(line)
        self.list = QListWidget(side)
        self.list.setProperty("rail", True)
        self.list.setAccessibleName(QCoreApplication.translate("Settings", "Pages of the settings"))
        self.list.setIconSize(QSize(theme().metrics.icon, theme().metrics.icon))
        self.list.currentItemChanged.connect(lambda item, _before: self._show_item(item))
        column.addWidget(self.list, 1)
        group = ""
        for entry in self._entries:
            if entry.group() != group:
                group = entry.group()
                heading = QListWidgetItem(group, self.list)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                heading.setFont(theme().font("caption"))
                heading.setSizeHint(QSize(0, theme().metrics.row_line))
            item = QListWidgetItem(icons.icon(entry.icon, "text2"), entry.name(), self.list)
            item.setData(_PAGE, entry.id)
            item.setSizeHint(QSize(0, theme().metrics.row_line))
        return side

    def _make_head(self, root: QWidget) -> QFrame:
        head = QFrame(root)
        head.setProperty("role", "head")
        head.setFixedHeight(HEAD_HEIGHT)
        self._head_row = QHBoxLayout(head)
        self._head_row.setContentsMargins(GAP_L, 0, GAP_L, 0)
        self._head_row.setSpacing(GAP_M)
        self._title = QLabel(head)
        self._title.setProperty("role", "title")
        self._head_row.addWidget(self._title)
        self._tools = QStackedWidget(head)
        self._head_row.addWidget(self._tools, 1)
        return head

    # pages

    def show_page(self, page_id: str) -> None:
        """Bring a page to the front; one that this employee doesn't see leaves things as they are."""
        for number in range(self.list.count()):
            if self.list.item(number).data(_PAGE) == page_id:
                self.list.setCurrentRow(number)

    def page(self) -> SettingsPage | None:
        """The page in front."""
        found = self.stack.currentWidget()
        return found if isinstance(found, SettingsPage) else None

    def _entry_at(self, number: int) -> PageEntry | None:
        page_id = self.list.item(number).data(_PAGE)
        return next((entry for entry in self._entries if entry.id == page_id), None)

    def _show_item(self, item: QListWidgetItem | None) -> None:
        entry = self._entry_at(self.list.row(item)) if item is not None else None
        if entry is None:
            return
        page = self._pages.get(entry.id)
        if page is None:
            page = self._pages[entry.id] = entry.make(self._context)
            page.changed.connect(self._show_foot)
            page.succeeded.connect(self._show_success)
            page.failed.connect(self.show_error)
            tools = QWidget()
            tools.setLayout(page.head)
            page.head.setContentsMargins(0, 0, 0, 0)
            self.stack.addWidget(page)
            self._tools.addWidget(tools)
            self._read(page)
        self.stack.setCurrentWidget(page)
        self._tools.setCurrentIndex(self.stack.currentIndex())
        self._title.setText(entry.name())
        self.banner.clear()
        self._show_foot()

    async def _load(self, page: SettingsPage) -> None:
        page.seen = await page.read()
        page.fill(page.seen)
        self._show_foot()

    def _find(self, text: str) -> None:
        """Only pages whose name holds the text; Enter opens the first."""
        wanted = normalise(text)
        for number in range(self.list.count()):
            item = self.list.item(number)
            item.setHidden(bool(wanted) and (item.data(_PAGE) is None or wanted not in normalise(item.text())))
        shown = [n for n in range(self.list.count()) if self._entry_at(n) and not self.list.item(n).isHidden()]
        if wanted and shown:
            self.list.setCurrentRow(shown[0])

    # saving

    def save(self) -> None:
        """Ctrl+Enter."""
        page = self.page()
        if page is not None and page.changes():
            self.tasks.run(self._save(page), latest="save")

    def drop(self) -> None:
        """Show the page as it is stored."""
        page = self.page()
        if page is not None:
            self.banner.clear()
            self._read(page)

    def _read(self, page: SettingsPage) -> None:
        """By the page's own tasks: they end with it."""
        page.tasks.run(self._load(page), latest="read", on_error=self.show_error)

    async def _save(self, page: SettingsPage) -> None:
        before, wanted = page.seen, page.value()
        await page.write(before, wanted)
        await self._load(page)
        after = page.seen
        words = QCoreApplication.translate("Settings", "Saved. Every workstation sees it at once.")
        undo = QCoreApplication.translate("Settings", "Undo")
        self.banner.show_success(words, undo, lambda: self.tasks.run(self._undo(page, after, before), latest="save"))

    async def _undo(self, page: SettingsPage, after: object, before: object) -> None:
        """What was there before is saved again, unless somebody changed it since."""
        await page.write(after, before)
        await self._load(page)
        self.banner.show_success(QCoreApplication.translate("Settings", "As it was before."))

    def show_error(self, error: PrichalError) -> None:
        """Say in the banner what was refused; a change of somebody else can be looked at."""
        if error.code == "settings_changed":
            look = QCoreApplication.translate("Settings", "Show it")
            self.banner.show_error(error_text(error), look, self.drop)
        else:
            self.banner.show_error(error_text(error))

    def _show_success(self, words: str, undo: Callable[[], None] | None) -> None:
        if undo is None:
            self.banner.show_success(words)
        else:
            self.banner.show_success(words, QCoreApplication.translate("Settings", "Undo"), undo)

    def _show_foot(self) -> None:
        page = self.page()
        if page is not None:
            self.foot.show_state(page.changes(), page.touches())

    def _on_changes(self, changes: Changes) -> None:
        """Somebody saved settings: pages on which nothing is being changed show them."""
        if changes.kind not in (Kind.SETTINGS, Kind.EMPLOYEE) or changes.who is None:
            return
        for page in self._pages.values():
            if page.seen is not None and not page.changes():
                self._read(page)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self._speak)

    def _speak(self) -> None:
        """Build anew in another language; what isn't saved is read anew."""
        if i18n.current() != self._language:
            chosen = next((name for name, page in self._pages.items() if page is self.page()), "")
            self._pages.clear()
            self._build()
            self.show_page(chosen)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What isn't saved is asked about once."""
        if not self._leaving and any(page.changes() for page in self._pages.values()):
            event.ignore()
            self.tasks.run(self._ask_to_leave(), latest="leave", quiet=True)
            return
        super().closeEvent(event)

    async def _ask_to_leave(self) -> None:
        title = QCoreApplication.translate("Settings", "Close without saving?")
        words = QCoreApplication.translate("Settings", "The changes of the settings are not saved yet.")
        if await dialogs.confirm(self, title, words, QCoreApplication.translate("Settings", "Close")):
            self._leaving = True
            self.close()


def open_settings_window(context: ViewContext, page_id: str = "") -> SettingsWindow:
    """Make the window, with a page in front where one is named."""
    window = SettingsWindow(context)
    if page_id:
        window.show_page(page_id)
    return window
