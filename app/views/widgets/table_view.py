"""The flat table: rows of one height, hover over the whole row, accent bar at the current one, quick actions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QHeaderView, QTableView, QWidget

from app.qtbase.theme import theme
from app.qtmodels.roles import ActivityCell, CheckCell, Role, RowCells
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.cell_painters import PAINTERS, ActivityPainter, CellPainter
from app.views.widgets.header import CheckHeader
from app.views.widgets.list_delegates import Index
from app.views.widgets.rows import Place, Row, draw_row


@dataclass(frozen=True, slots=True)
class QuickAction:
    """A button at the right end of the hovered row; `text` only where the icon alone says too little."""

    id: str
    icon: str
    name: str
    text: str = ""


class TableView(QTableView):
    """A table of cell records. Tab leaves it; Enter opens; Space and the check column select for bulk actions."""

    opened = Signal(QModelIndex)
    """Enter or double click."""
    link_clicked = Signal(QModelIndex)
    """The link in a cell without an activity."""
    check_toggled = Signal(QModelIndex)
    """The row's check box was clicked or Space pressed: the model toggles it."""
    quick_action = Signal(str, QModelIndex)
    """Id of the QuickAction and an index of its row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_role = "row"
        self._quick: _QuickActions | None = None
        self._check_column = -1
        self._top: tuple[QPersistentModelIndex, int] | None = None
        self._hovered = -1
        self._painters: list[CellPainter[Any]] = []
        self._told: RowCells | None = None
        """The model, where it tells rows whole."""
        self.setHorizontalHeader(CheckHeader(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSortingEnabled(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # paints its ground itself: Qt then moves what is seen when it scrolls, and only the rows that come are painted
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self.opened)
        theme().changed.connect(self._fit_rows)
        self._fit_rows()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        told: object = model
        self._told = told if isinstance(told, RowCells) else None
        if model is None:
            return
        for before in (model.layoutAboutToBeChanged, model.rowsAboutToBeInserted, model.rowsAboutToBeRemoved):
            before.connect(self._keep_top)
        for after in (model.layoutChanged, model.rowsInserted, model.rowsRemoved):
            after.connect(self._hold_top)

    def dataChanged(self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()) -> None:
        """Qt would paint all that is seen anew, also where rows were read ahead."""
        last = self.rowAt(self.viewport().height() - 1)
        if bottom_right.row() >= self.rowAt(0) and (last < 0 or top_left.row() <= last):
            super().dataChanged(top_left, bottom_right, roles)

    def _keep_top(self) -> None:
        """What somebody reads stays where it is while rows come and go above; who stands at the very top sees them."""
        row = self.rowAt(0)
        if self.verticalScrollBar().value() > 0 and row >= 0:
            self._top = QPersistentModelIndex(self.model().index(row, 0)), self.rowViewportPosition(row)
        else:
            self._top = None

    def _hold_top(self) -> None:
        top, self._top = self._top, None
        if top is None or not top[0].isValid():
            return
        self.executeDelayedItemsLayout()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.rowViewportPosition(top[0].row()) - top[1])

    def set_row_height(self, role: str) -> None:
        """Height of rows by its name in Metrics: "row" (two lines), "row_agenda" or "row_line"."""
        self._row_role = role
        self._fit_rows()

    def set_cells(self, kinds: Sequence[type]) -> None:
        """Say which kind of cell stands in each column, in the model's order of columns."""
        self._painters = [PAINTERS[kind] for kind in kinds]
        if CheckCell in kinds:
            self._check_column = kinds.index(CheckCell)
            self.check_header().set_check_column(self._check_column)
            # the ground shows what is checked; the current row has its bar
            self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)

    def set_quick_actions(self, actions: Sequence[QuickAction]) -> None:
        """Show these buttons at the right end of the hovered row."""
        if self._quick is not None:
            self._quick.deleteLater()
        self._quick = _QuickActions(actions, self)

    def check_header(self) -> CheckHeader:
        """The header, which carries the check box for all."""
        header = self.horizontalHeader()
        if not isinstance(header, CheckHeader):
            raise TypeError(type(header))
        return header

    def hovered_row(self) -> int:
        """The row under the mouse, -1 where there is none."""
        return self._hovered

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._repaint_row(previous.row())
        self._repaint_row(current.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        place = event.position().toPoint()
        self._hover(self.rowAt(place.y()))
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if self._on_link(place) else Qt.CursorShape.ArrowCursor
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        place = event.position().toPoint()
        index = self.indexAt(place)
        if index.isValid() and index.column() == self._check_column:
            self.check_toggled.emit(index)
        elif self._on_link(place):
            self.link_clicked.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit(index)
        elif index.isValid() and event.key() == Qt.Key.Key_Space:
            self.check_toggled.emit(index)
        elif event.text() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # letters are commands here, never a search through rows that are not read yet
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_quick(self.hovered_row())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        inside = self.viewport().mapFromGlobal(self.cursor().pos())
        self._hover(self.rowAt(inside.y()) if self.viewport().rect().contains(inside) else -1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Row by row: the style's items, or a delegate called for every cell, take three times as long."""
        model, seen = self.model(), event.rect()
        painter = QPainter(self.viewport())
        painter.fillRect(seen, theme().colors.surface)
        places = self._places(seen)
        number, current = self.rowAt(seen.top()), self.currentIndex().row()
        while places and 0 <= number < model.rowCount() and self.rowViewportPosition(number) <= seen.bottom():
            row = Row(number, self.rowViewportPosition(number), self.rowHeight(number), current=number == current,
                      selected=self.is_chosen(number), hovered=number == self._hovered)  # fmt: skip
            self.draw_row(painter, row, places)
            number += 1
        self._draw_focus(painter, current)

    def _places(self, seen: QRect) -> list[Place]:
        """The columns that are seen, from left to right."""
        header = self.horizontalHeader()
        columns = (header.logicalIndex(visual) for visual in range(header.count()))
        shown = (column for column in columns if column < len(self._painters) and not header.isSectionHidden(column))
        places = (Place(column, self.columnViewportPosition(column), self.columnWidth(column)) for column in shown)
        return [place for place in places if place.left <= seen.right() and place.left + place.width > seen.left()]

    def draw_row(self, painter: QPainter, row: Row, places: Sequence[Place]) -> None:
        """Paint a row in these columns."""
        model = self.model()
        if self._told is not None:
            cells: Sequence[object] = self._told.cells(row.number)
        else:
            cells = [model.index(row.number, column).data(Role.CELL) for column in range(len(self._painters))]
        draw_row(painter, row, places, self._painters, cells)

    def is_chosen(self, row: int) -> bool:
        """Whether the row has the ground of selected rows: the view selected it, or it is checked for a bulk action."""
        checked = self.model().index(row, 0).data(Role.CHECKED)
        return bool(checked) or self.selectionModel().isRowSelected(row)

    def _draw_focus(self, painter: QPainter, row: int) -> None:
        by_keyboard = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if row < 0 or not by_keyboard or not self.hasFocus():
            return
        painter.setPen(QPen(theme().colors.accent, 2))
        top, height = self.rowViewportPosition(row), self.rowHeight(row)
        painter.drawRect(1, top + 1, self.viewport().width() - 2, height - 3)

    def _hover(self, row: int) -> None:
        before = self.hovered_row()
        if row == before:
            return
        self._hovered = row
        self._repaint_row(before)
        self._repaint_row(row)
        self._place_quick(row)

    def _on_link(self, place: QPoint) -> bool:
        index = self.indexAt(place)
        cell = index.data(Role.CELL) if index.isValid() else None
        return isinstance(cell, ActivityCell) and ActivityPainter.link_rect(self.visualRect(index), cell).contains(
            place
        )

    def _place_quick(self, row: int) -> None:
        if self._quick is None:
            return
        if row < 0:
            self._quick.hide()
            return
        self._quick.row = row
        self._quick.adjustSize()
        self._quick.resize(self._quick.width(), self.rowHeight(row) - 1)  # covers the words below, not the line
        self._quick.move(self.viewport().width() - self._quick.width(), self.rowViewportPosition(row))
        self._quick.show()
        self._quick.raise_()

    def _repaint_row(self, row: int) -> None:
        if row >= 0:
            self.viewport().update(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))

    def _fit_rows(self) -> None:
        vertical = self.verticalHeader()
        vertical.setMinimumSectionSize(1)
        vertical.setDefaultSectionSize(getattr(theme().metrics, self._row_role))
        self.horizontalHeader().setFixedHeight(theme().metrics.header_row)
        self.viewport().update()


class _QuickActions(QFrame):
    """The buttons over the hovered row; each has a key and a menu twin, so they are no stop for Tab."""

    def __init__(self, actions: Sequence[QuickAction], table: TableView) -> None:
        super().__init__(table.viewport())
        self.row = -1
        self._table = table
        self.setCursor(Qt.CursorShape.ArrowCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 14, 0)
        row.setSpacing(4)
        for action in actions:
            button: Button | IconButton
            if action.text:
                button = Button(action.text, icon=action.icon, small=True, parent=self)
                button.setAccessibleName(action.name)
                button.setToolTip(action.name)
            else:
                button = IconButton(action.icon, action.name, role="text", edge=True, small=True, parent=self)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, chosen=action.id: self._pressed(chosen))
            row.addWidget(button)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme().colors
        QPainter(self).fillRect(self.rect(), colors.sel if self._table.is_chosen(self.row) else colors.hover)

    def _pressed(self, action: str) -> None:
        self._table.quick_action.emit(action, self._table.model().index(self.row, 0))
