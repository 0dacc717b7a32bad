"""The table of My activities: group headings over the whole width, rows of one line, the current one tinted."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from app.qtbase.theme import theme
from app.qtmodels.agenda_model import AgendaColumn, AgendaModel
from app.qtmodels.roles import CheckCell, GroupHeading, Role, TagCell, TextCell
from app.views.widgets.list_delegates import Index
from app.views.widgets.painting import STATE_ROLES, draw_icon_at, draw_text
from app.views.widgets.rows import Place, Row, draw_ground
from app.views.widgets.table_view import TableView
from app.views.widgets.tags import draw_counter

_CELLS = (CheckCell, TextCell, TextCell, TextCell, TextCell, TagCell)
_WIDE = {AgendaColumn.WHEN: 136, AgendaColumn.STATE: 132, AgendaColumn.CLIENT: 264, AgendaColumn.STAGE: 240}
_WIDE_FROM = 1200
_WIDTHS = {AgendaColumn.WHEN: 136, AgendaColumn.STATE: 132, AgendaColumn.CLIENT: 254, AgendaColumn.STAGE: 176}
_NARROW = {AgendaColumn.WHEN: 136, AgendaColumn.STATE: 104, AgendaColumn.CLIENT: 186, AgendaColumn.STAGE: 172}
_NARROW_BELOW = 960
_LEFT, _GAP = 12, 8


class AgendaTable(TableView):
    """A click on a heading, Enter, Space, Left and Right on it fold its group."""

    fold_wanted = Signal(QModelIndex)

    def __init__(self, model: AgendaModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agenda = model
        self.setModel(model)
        self.setSortingEnabled(False)
        self.set_cells(_CELLS)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.set_row_height("row_agenda")
        self._lay_columns()
        model.rowsInserted.connect(self._fit_headings)
        model.modelReset.connect(self._fit_headings)
        theme().changed.connect(self._fit_headings)

    def _lay_columns(self) -> None:
        header = self.horizontalHeader()
        header.hide()
        header.setSectionResizeMode(AgendaColumn.SUBJECT, QHeaderView.ResizeMode.Stretch)
        self._fit_columns()

    def _fit_columns(self) -> None:
        width = self.width()
        widths = _NARROW if width < _NARROW_BELOW else _WIDTHS if width < _WIDE_FROM else _WIDE
        for column, wanted in widths.items():
            self.setColumnWidth(column, wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_columns()
        super().resizeEvent(event)

    def _fit_headings(self) -> None:
        for row in self._agenda.heading_rows():
            self.setRowHeight(row, theme().metrics.group_row)

    def is_heading(self, index: Index) -> bool:
        return isinstance(index.data(Role.GROUP), GroupHeading) if index.isValid() else False

    def subject_place(self, row: int) -> QRect:
        """The same for the cell of its subject."""
        place = self.visualRect(self._agenda.index(row, AgendaColumn.SUBJECT))
        return QRect(self.viewport().mapToGlobal(place.topLeft()), place.size())

    def step(self, by: int) -> None:
        """To the next or the previous activity, past the headings."""
        row = self.currentIndex().row() + by
        while 0 <= row < self._agenda.rowCount():
            index = self._agenda.index(row, AgendaColumn.SUBJECT)
            if not self.is_heading(index):
                self.setCurrentIndex(index)
                return
            row += by

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        folds = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right)
        if self.is_heading(index) and event.key() in folds:
            heading = index.data(Role.GROUP)
            wanted = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}.get(Qt.Key(event.key()), heading.folded)
            if wanted == heading.folded:
                self.fold_wanted.emit(index)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if not self.is_heading(index):
            super().mouseReleaseEvent(event)
            return
        QTableView.mouseReleaseEvent(self, event)  # a heading has no check box and no link
        if event.button() is Qt.MouseButton.LeftButton:
            self.fold_wanted.emit(index)

    def _hover(self, row: int) -> None:
        heading = row >= 0 and self.is_heading(self._agenda.index(row, 0))
        super()._hover(-1 if heading else row)

    def draw_row(self, painter: QPainter, row: Row, places: Sequence[Place]) -> None:
        heading = self._agenda.index(row.number, 0).data(Role.GROUP)
        if isinstance(heading, GroupHeading):
            whole = QRect(0, row.top, self.viewport().width(), row.height)
            _draw_heading(painter, whole, heading, current=row.current)
        else:
            super().draw_row(painter, row, places)


def _draw_heading(painter: QPainter, rect: QRect, heading: GroupHeading, *, current: bool) -> None:
    """It goes through all columns."""
    colors, side = theme().colors, theme().metrics.icon_cell
    draw_ground(painter, rect, colors.sel if current else colors.surface2, current=current)
    role, middle, left = STATE_ROLES[heading.state], rect.center().y() + 1, rect.left() + _LEFT
    draw_icon_at(painter, "right" if heading.folded else "down", role, left, middle, side)
    left += side + _GAP
    draw_icon_at(painter, heading.icon or "clock", role, left, middle, side + 2)
    left += side + _GAP
    words = QRect(left, rect.top(), rect.width() - left, rect.height() - 1)
    left += draw_text(painter, words, heading.text, "name", role, elide=False) + _GAP
    draw_counter(painter, QPoint(left, middle), heading.count, red=False)
