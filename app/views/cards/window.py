"""The card's window: header, stages, tabs over two columns, banner and status bar; one for each record."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.core.errors import PrichalError
from app.qtbase import i18n
from app.qtbase.error_texts import error_text
from app.qtbase.file_drops import take_files
from app.qtbase.metrics import NARROW_WINDOW
from app.qtbase.window_state import MemoryStateStore, StateStore, remember_window
from app.services.drafts import Drafts
from app.services.records.activities import ClientRef
from app.views.cards.columns import GeneralTab
from app.views.cards.error_words import card_error_words
from app.views.cards.header import CardHeader
from app.views.cards.history import HistoryTab
from app.views.cards.keys import CardKeys
from app.views.cards.leaving import LeavingBar
from app.views.cards.links import LinksTab
from app.views.cards.open_card import OpenCard, run_detached
from app.views.cards.sections import title_words
from app.views.cards.stage_row import StageRow
from app.views.cards.status import CardStatus
from app.views.cards.tab_row import TabRow
from app.views.navigator import ViewContext
from app.views.widgets.banner import BannerArea
from app.views.widgets.brand import mark_icon
from app.views.widgets.connection_bar import ConnectionBar
from app.views.widgets.empty_state import EmptyState

SIZE: Final = (1440, 870)
SMALLEST: Final = (940, 540)
GENERAL, LINKS, HISTORY = range(3)


def card_opener(store: StateStore) -> Callable[[ViewContext, ClientRef, Sequence[int]], "CardWindow"]:
    """What the shell makes cards with; their place on the screen is kept in `store`."""

    def make(context: ViewContext, ref: ClientRef, neighbours: Sequence[int]) -> CardWindow:
        return CardWindow(context, ref, neighbours, store)

    return make


class CardWindow(QMainWindow):
    """Opens at once and fills when the record was read."""

    def __init__(
        self, context: ViewContext, ref: ClientRef, neighbours: Sequence[int] = (), store: StateStore | None = None
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowIcon(mark_icon())
        self.setWindowTitle(title_words(ref.section, ref.id, ""))
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        self.setAcceptDrops(True)
        self.card = OpenCard(context, ref, self)
        self.neighbours = tuple(neighbours)
        self.general: GeneralTab | None = None
        self.is_filled = False
        """Folds and drafts are shown, too."""
        self._queued = False
        """It was opened by the work queue."""
        self._edited: frozenset[str] = frozenset()
        """Blocks that were being edited when the language changed."""
        self._links: LinksTab | None = None
        self._history: HistoryTab | None = None
        self._build()
        self.card.changed.connect(self._show_reading)
        self.card.failed.connect(self.show_error)
        self.card.gone.connect(self._show_gone)
        remember_window(self, f"card.{ref.section}", store or MemoryStateStore())
        self.card.reload()

    def _build(self) -> None:
        """Lay everything out in the language in force; the central widget before goes by this."""
        self._language = i18n.current()
        self.general, self._links, self._history = None, None, None
        self.is_filled = False
        root = QWidget(self)
        column = QVBoxLayout(root)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QFrame(root)
        top.setProperty("role", "head")
        rows = QVBoxLayout(top)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self.header = CardHeader(self.card, top)
        self.header.name_edit_asked.connect(self.edit_name)
        self.header.deleted.connect(self.close)
        rows.addWidget(self.header)
        self.stages: StageRow | None = None
        if self.card.look.staged:
            self.stages = StageRow(self.card, top)
            rows.addWidget(self.stages)
        self.tabs = TabRow(self.card, root)
        self.tabs.chosen.connect(self._choose_tab)
        self.banner = BannerArea(root)
        self.leaving = LeavingBar(self.card, root)
        self.leaving.left.connect(self.close)
        self.pages = QStackedWidget(root)
        self.status = CardStatus(self.card, root)
        self._top = (top, self.tabs)
        connection = ConnectionBar(self.card.context.connection, root)
        for widget in (top, self.tabs, connection, self.banner, self.leaving):
            column.addWidget(widget)
        column.addWidget(self.pages, 1)
        column.addWidget(self.status)
        for widget in self._top:
            widget.hide()
        self.setCentralWidget(root)
        self.keys = CardKeys(root, self)

    async def _speak(self) -> None:
        """Build anew in another language; what is being typed goes on as a draft and is gone on with."""
        if i18n.current() == self._language:
            return
        if self.general is None:
            self._build()
            return
        general, page = self.general, self.pages.currentIndex()
        self._edited = frozenset(block.plan.key for block in general.blocks.editing())
        await _keep(self.card.services.drafts, general.unsaved_drafts())
        self._build()
        self._show_reading()
        self.tabs.choose(page)

    def edit_name(self) -> None:
        """Edit the block that holds the name."""
        if self.general is not None:
            self.tabs.choose(GENERAL)
            self.general.edit("last_name")

    def show_error(self, error: PrichalError) -> None:
        """Say an error in the banner; that the connection is lost is said by every window."""
        if not self.card.context.connection.met(error):
            self.banner.show_error(card_error_words(error))

    def show_success(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """Say in the banner what was done from this card."""
        self.banner.show_success(words, QCoreApplication.translate("Card", "Undo") if undo else "", undo)

    def open_neighbour(self, step: int) -> None:
        """The next or previous record of the list it came from; this card closes, drafts stay."""
        if self.card.ref.id not in self.neighbours:
            return
        place = self.neighbours.index(self.card.ref.id) + step
        if 0 <= place < len(self.neighbours):
            navigator, ref, neighbours = self.card.navigator, self.card.ref, self.neighbours
            if not self.close():
                return
            navigator.open_card(ref.section, neighbours[place], neighbours)

    def show_queued(self, why: str) -> None:
        """The work queue opened it: say why, with the planned step, or planning one, under the cursor."""
        self._queued = True
        words = QCoreApplication.translate("Card", "Next client (F8)")
        self.banner.show_banner("info", why, words, self.card.navigator.next_client)
        if self.general is not None:
            self.general.focus_queued()

    async def catch_up(self) -> None:
        """For the work queue: whether a next step is missing is asked of what stands there now."""
        await self.card.catch_up()

    def escape(self) -> None:
        """Close the top layer: the form being edited, then the card."""
        if self.general is not None and self.general.leave_editing():
            return
        self.close()

    def _show_reading(self) -> None:
        data = self.card.data
        self.setWindowTitle(title_words(data.card.section, data.card.id, data.card.name))
        if self.general is None:
            self._fill_pages()
        for widget in self._top:
            widget.show()
        self.header.refresh()
        if self.stages is not None:
            self.stages.refresh()
        self.tabs.refresh()
        self.status.refresh()
        if self.general is not None:
            self.general.refresh()
        if self._links is not None:
            self._links.refresh()
        if self._history is not None and self.pages.currentWidget() is self._history:
            self._history.refresh()
        if data.card.deleted_at is not None:
            words = QCoreApplication.translate("Card", "This record is in the bin.")
            self.banner.show_banner("warn", words)

    def _fill_pages(self) -> None:
        self.general = GeneralTab(self.card, self)
        self._links = LinksTab(self.card, self)
        self._history = HistoryTab(self.card, self)
        for page in (self.general, self._links, self._history):
            self.pages.addWidget(page)
        self._fit_width()
        self.card.tasks.run(self._restore(self.general), quiet=True)
        first = self.general.focus_queued if self._queued else self.general.focus_first
        QTimer.singleShot(0, self.general, first)

    async def _restore(self, general: GeneralTab) -> None:
        """Folds as they were left, and drafts of what was typed and not saved."""
        services = self.card.services
        folds = await services.preferences.get(f"card.folds.{self.card.ref.section}", {})
        if isinstance(folds, Mapping):
            general.blocks.set_folds({str(key): bool(folded) for key, folded in folds.items()})
        for block in general.blocks.blocks:
            draft = await services.drafts.get(block.place)
            if draft is not None:
                block.offer_draft(draft)
        comment = await services.drafts.get(general.action_bar.comment.place)
        if comment is not None:
            general.action_bar.comment.set_text(str(comment.get("text") or ""))
        for block in general.blocks.blocks:
            if block.plan.key in self._edited:
                block.edit()
        self._edited = frozenset()
        self.is_filled = True

    def _show_gone(self, error: PrichalError) -> None:
        for widget in self._top:
            widget.hide()
        page = EmptyState("lock", error_text(error), QCoreApplication.translate("Card", "Close"))
        page.pressed.connect(self.close)
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)

    def _choose_tab(self, number: int) -> None:
        self.pages.setCurrentIndex(number)
        if number == HISTORY and self._history is not None:
            self._history.refresh()

    def _fit_width(self) -> None:
        if self.general is not None:
            self.general.set_narrow(self.width() < NARROW_WINDOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, lambda: self.card.tasks.run(self._speak(), latest="speak", quiet=True))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.general is not None and self.card.data.card.can_change:
            take_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if self.general is not None:
            self.general.blocks.files.files.attach(take_files(event))

    def closeEvent(self, event: QCloseEvent) -> None:
        """What was typed goes on as drafts, by tasks that outlive this window; a missing next step is asked for."""
        if self.leaving.asks():
            event.ignore()
            self.leaving.ask()
            return
        self.header.colleagues.end()
        if self.general is not None:
            drafts = self.general.unsaved_drafts()
            if drafts:
                run_detached(self.card.context, _keep(self.card.services.drafts, drafts))
        super().closeEvent(event)


async def _keep(drafts: Drafts, typed: Mapping[str, Mapping[str, object]]) -> None:
    for place, content in typed.items():
        await drafts.keep(place, content)
