"""The page of the history: tool row, table, details of the current line."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedLayout, QVBoxLayout

from app.core.errors import PrichalError, UserError
from app.qtbase import dialogs, i18n
from app.qtbase.metrics import NARROW_WINDOW
from app.qtbase.tasks import Tasks
from app.qtmodels.history_model import HistoryModel
from app.qtmodels.history_office import OFFICE_CELLS, OfficeTeller
from app.qtmodels.history_words import ToldChange
from app.services.history import OfficeLine
from app.views.history.details import LineDetails
from app.views.history.export import LineWords
from app.views.history.tool_row import HistoryTools
from app.views.navigator import Page, PageStatus, ViewContext
from app.views.widgets.banner import BannerArea
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.table_view import TableView

SETTLE_MS: Final = 300
_WIDTHS: Final = (104, 176, 150, 280)


class HistoryPage(Page):
    """Asked again after changes while it is in front; what is read stays where it is."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._tasks = Tasks(self, self._failed)
        services = context.services
        self._teller = OfficeTeller(services.office_history, services.workplace)
        self.model = HistoryModel(self._teller, self)
        self.model.failed.connect(self._failed)
        self.model.loaded.connect(self._loaded)
        self._closed_by_hand = False
        self._build()
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.model.load)
        context.changes.changed.connect(lambda _changes: self._settle.start() if self.isVisible() else None)
        self._narrow()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.tools = HistoryTools(self._context.services, self)
        self.tools.changed.connect(self._narrow)
        self.tools.export_wanted.connect(lambda: self._tasks.run(self._export(), latest="export"))
        self.banner = BannerArea(self)
        self.details = LineDetails(self._context.services.workplace, self)
        self.details.restore_wanted.connect(lambda line, change: self._tasks.run(self._restore(line, change)))
        self.details.card_wanted.connect(self._open)
        self.details.closed.connect(self._details_closed)
        self.table = self._make_table()
        self.nothing = EmptyState("history", "", parent=self)
        self.nothing.pressed.connect(self.tools.reset)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nothing)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addLayout(self._stack, 1)
        body.addWidget(self.details)
        for widget in (self.tools, self.banner):
            column.addWidget(widget)
        column.addLayout(body, 1)

    def _make_table(self) -> TableView:
        table = TableView(self)
        table.setAccessibleName(QCoreApplication.translate("HistoryTab", "History"))
        table.setModel(self.model)
        table.setSortingEnabled(False)
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.set_cells(OFFICE_CELLS)
        table.set_row_height("row_line")
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, width)
        table.horizontalHeader().setSectionResizeMode(len(_WIDTHS), QHeaderView.ResizeMode.Stretch)
        table.opened.connect(lambda index: self._open(self.model.line(index)))
        table.check_toggled.connect(lambda index: self._show_details(index, wanted=True))
        table.selectionModel().currentChanged.connect(lambda index, _before: self._show_details(index))
        return table

    # page

    def status(self) -> PageStatus:
        hints = (
            QCoreApplication.translate("HistoryTab", "Enter — open the card"),
            QCoreApplication.translate("HistoryTab", "Space — details"),
        )
        count = i18n.number(self.model.rowCount())
        totals = QCoreApplication.translate("HistoryTab", "Lines read: <b>{count}</b>")
        return PageStatus(totals.format(count=f"{count}+" if self.model.has_more() else count), hints=hints)

    def refresh(self) -> None:
        self.model.load()

    def focus_filter(self) -> None:
        self.tools.filter.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.model.load()  # views and sign-ins are told to nobody

    def _narrow(self) -> None:
        chosen = self.tools.chosen()
        if chosen is not None:
            self._teller.chosen = chosen
            self.details.hide()
            self.model.load(anew=True)

    def _loaded(self) -> None:
        self._stack.setCurrentWidget(self.table if self.model.rowCount() else self.nothing)
        self.nothing.set_state(
            "history",
            QCoreApplication.translate("HistoryTab", "Nothing was done that this filter finds."),
            QCoreApplication.translate("HistoryTab", "Drop the filter"),
        )
        self.status_changed.emit()

    def _failed(self, error: PrichalError) -> None:
        if isinstance(error, UserError) and error.params.get("kind") == "history" and error.code == "not_allowed":
            words = QCoreApplication.translate("HistoryTab", "Your role doesn't see the history.")
            self.banner.show_banner("info", words)
        else:
            self._context.navigator.report(error)

    # lines

    def _show_details(self, index: QModelIndex, *, wanted: bool = False) -> None:
        line = self.model.line(index)
        if not isinstance(line, OfficeLine):
            return
        if wanted:
            self._closed_by_hand = False
        self.details.show_line(line)
        roomy = self.window().width() >= NARROW_WINDOW or self.details.isVisible()
        if self.details.isHidden() and (wanted or (roomy and not self._closed_by_hand)):
            self.details.open_panel()

    def _details_closed(self) -> None:
        self._closed_by_hand = True
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, line: object) -> None:
        if isinstance(line, OfficeLine) and line.client is not None:
            self._context.navigator.open_card(line.client.section, line.client.id)

    async def _restore(self, line: OfficeLine, change: ToldChange) -> None:
        empty = QCoreApplication.translate("HistoryTab", "empty")
        title = QCoreApplication.translate("HistoryTab", "Put the old value back?")
        words = QCoreApplication.translate("HistoryTab", "{client}. {field} becomes: {value}").format(
            client=line.client_name, field=change.field, value=change.old or empty
        )
        if not await dialogs.confirm(self, title, words, QCoreApplication.translate("HistoryTab", "Restore")):
            return
        await self._context.services.office_history.restore(line.id, change.code)
        done = QCoreApplication.translate("HistoryTab", "Restored: {field}").format(field=change.field)
        self._context.navigator.notify(done)
        self.model.load()

    async def _export(self) -> None:
        chosen, services = self.tools.chosen(), self._context.services
        if chosen is None:
            return
        title = QCoreApplication.translate("HistoryTab", "Export the history")
        every = QCoreApplication.translate("HistoryTab", "Workbook (*.xlsx);;Table (*.csv)")
        name = f"history {services.workplace.today().isoformat()}.xlsx"
        path = await dialogs.choose_new_file(self, title, every, dialogs.usual_folder() / name)
        if path is None:
            return
        words = LineWords(services.workplace)
        count = await services.history_exports.export(
            chosen, path, words.headings(), words.rows, comma=i18n.current() == "ru"
        )
        said = QCoreApplication.translate("HistoryTab", "Exported %n line(s) into {file}", None, count)
        self.banner.show_success(said.format(file=path.name))
        self.model.load()


def history_page(context: ViewContext) -> Page:
    """For the shell."""
    return HistoryPage(context)
