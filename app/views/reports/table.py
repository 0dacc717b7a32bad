"""The table of the people: a number a cell; a click or Enter opens what stands behind it."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.qtbase import icons
from app.qtbase.theme import theme
from app.services.records.office import EmployeeRecord
from app.services.reports import DisciplineReport, EmployeeDiscipline, Metric
from app.views.reports.words import METRICS, count_of, count_words, metric_words, share_words

NAME_WIDTH, NUMBER_WIDTH = 200, 116
HEAD_HEIGHT = 44
MOST_ROWS = 12
"""More of them scroll."""


class Tinted(QStyledItemDelegate):
    """Paints a cell's own background: the style sheet, which rules the lines, would leave it out."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        background = index.data(Qt.ItemDataRole.BackgroundRole)
        if isinstance(background, QBrush):
            painter.fillRect(option.rect, background)
        super().paint(painter, option, index)


class DisciplineTable(QTableWidget):
    """One row an employee, the last all together."""

    number_wanted = Signal(str, int)
    """Metric and employee; 0: all together."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, len(METRICS) + 2, parent)
        self._report: DisciplineReport | None = None
        self._people: Mapping[int, EmployeeRecord] = {}
        self._thresholds: Mapping[str, int] = {}
        heads = [
            QCoreApplication.translate("Reports", "Employee"),
            *(metric_words(metric) for metric in METRICS),
            QCoreApplication.translate("Reports", "Clients in order"),
        ]
        self.setHorizontalHeaderLabels([head.replace(" ", "\n", 1) for head in heads])
        self.setAccessibleName(QCoreApplication.translate("Reports", "Rules by employee"))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setFixedHeight(HEAD_HEIGHT)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(NUMBER_WIDTH - 30)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setColumnWidth(0, NAME_WIDTH)
        named = self.horizontalHeaderItem(0)
        if named is not None:
            named.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setItemDelegate(Tinted(self))
        self.cellClicked.connect(self._take)
        theme().changed.connect(self._show)

    def show_report(
        self, report: DisciplineReport, people: Mapping[int, EmployeeRecord], thresholds: Mapping[str, int]
    ) -> None:
        """Fill the table; numbers from a threshold on are marked."""
        self._report, self._people, self._thresholds = report, people, thresholds
        self._show()

    def _show(self) -> None:
        report = self._report
        if report is None:
            return
        rows = (*report.people, report.total)
        self.setRowCount(len(rows))
        self.setMinimumHeight(HEAD_HEIGHT + min(len(rows), MOST_ROWS) * (theme().metrics.row_line + 4) + 4)
        for row, one in enumerate(rows):
            self.setRowHeight(row, theme().metrics.row_line + 4)
            self._show_row(row, one)

    def _show_row(self, row: int, one: EmployeeDiscipline) -> None:
        total = one.employee_id == 0
        name = QCoreApplication.translate("Reports", "All together") if total else self._people[one.employee_id].name
        first = QTableWidgetItem(name)
        first.setFont(theme().font("name"))
        self.setItem(row, 0, first)
        for column, metric in enumerate(METRICS, 1):
            item = QTableWidgetItem(count_words(one, metric))
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            count = count_of(one, metric)
            if not total and count and count >= self._thresholds.get(metric, count + 1):
                item.setBackground(QBrush(theme().colors.dangert))
                item.setForeground(QBrush(theme().colors.danger))
                item.setIcon(icons.icon("alert", "danger"))
            words = f"{name}, {metric_words(metric)}: {item.text()}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            item.setToolTip(words)
            if total:
                item.setFont(theme().font("name"))
            self.setItem(row, column, item)
        last = QTableWidgetItem(share_words(one.kept))
        last.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        last.setFont(theme().font("name"))
        self.setItem(row, len(METRICS) + 1, last)

    def metric_at(self, column: int) -> Metric | None:
        return METRICS[column - 1] if 1 <= column <= len(METRICS) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._take(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)

    def _take(self, row: int, column: int) -> None:
        metric, report = self.metric_at(column), self._report
        if metric is None or report is None or not 0 <= row <= len(report.people):
            return
        one = (*report.people, report.total)[row]
        if count_of(one, metric) or (metric == "first_contact" and one.new_leads):
            self.number_wanted.emit(metric, one.employee_id)

    def sizeHint(self) -> QSize:
        return QSize(800, HEAD_HEIGHT + self.rowCount() * (theme().metrics.row_line + 4) + 4)
