"""The tab History: who changed which field when, with the old and the new value."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHeaderView, QStackedLayout, QVBoxLayout, QWidget

from app.core.errors import PrichalError
from app.qtbase.error_texts import error_text
from app.qtbase.metrics import GAP_L, GAP_S
from app.qtmodels.history_model import CELLS, CardTeller, HistoryModel
from app.views.cards.open_card import OpenCard
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.panel import Panel
from app.views.widgets.table_view import TableView

_WIDTHS = (140, 180, 170, 180)


class HistoryTab(QWidget):
    """Read when it is first looked at, and anew while it is in front."""

    def __init__(self, card: OpenCard, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = HistoryModel(CardTeller(card.services.history, card.workplace, card.look.kind, card.ref.id), self)
        self.model.failed.connect(self._refused)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(GAP_L, GAP_S, GAP_L, GAP_L)
        panel = Panel(QCoreApplication.translate("CardHistory", "History"), ruled=True, parent=self)
        panel.content.setContentsMargins(1, 0, 1, 1)
        outer.addWidget(panel)
        self.table = TableView(panel)
        self.table.setAccessibleName(QCoreApplication.translate("CardHistory", "History"))
        self.table.setModel(self.model)
        self.table.setSortingEnabled(False)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.set_cells(CELLS)
        self.table.set_row_height("row_line")
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, width)
        for column in range(len(_WIDTHS), self.model.columnCount()):
            self.table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._empty = EmptyState("lock", "", parent=panel)
        holder = QWidget(panel)
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        panel.content.addWidget(holder)

    def refresh(self) -> None:
        """Read what is new."""
        self.model.load()

    def _refused(self, error: PrichalError) -> None:
        self._empty.set_state("lock", error_text(error))
        self._stack.setCurrentWidget(self._empty)
