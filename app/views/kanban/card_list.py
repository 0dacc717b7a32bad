"""The cards of one column: a list view of any length that knows each card's height without reading it."""

import numpy as np
from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyleOptionViewItem, QWidget

from app.qtbase.metrics import RADIUS_PANEL
from app.qtbase.theme import theme
from app.qtmodels.board_column import BoardColumn
from app.views.kanban.card import GAP, CardDelegate, CardShape, draw_edge

Index = QModelIndex | QPersistentModelIndex
Move = QAbstractItemView.CursorAction
Hint = QAbstractItemView.ScrollHint

_STEPS = {Move.MoveUp: -1, Move.MovePrevious: -1, Move.MoveDown: 1, Move.MoveNext: 1}
WHEEL = 60
BAR_GAP = 2
"""Between a card and the scroll bar, which has air of its own."""


class CardList(QListView):
    """Costs the same with ten cards and with a million: only what is in view is read and painted.

    Of Qt's list it takes what screen readers see; where the cards stand it knows by itself, because Qt's would ask
    each card for its size.

    Keeps the first card in view where it is while others come and go above it.
    """

    def __init__(self, column: BoardColumn, shape: CardShape, *, going_on: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.column = column
        self._shape = shape
        self._going_on = going_on
        self._tops = np.zeros(1, dtype=np.int64)
        """Where each card begins, and behind the last where the list ends."""
        self._anchor: tuple[int, int] | None = None
        """The first card in view and how much of it is above the edge."""
        self.away: frozenset[int] = frozenset()
        """Cards that hang at the pointer: their places stay, dashed."""
        self.line_row = -1
        """The row before which the line of a drop stands; -1 for none."""
        self.line_tone = "blue"
        self.cards = CardDelegate(shape)
        self.setItemDelegate(self.cards)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setProperty("role", "cards")  # the column's ground shows through
        self.verticalScrollBar().valueChanged.connect(self._remember)
        self.setModel(column)
        for signal in (column.rowsInserted, column.rowsRemoved, column.layoutChanged, column.dataChanged):
            signal.connect(self._lay_out)
        theme().changed.connect(self._lay_out)
        self._lay_out()

    # where everything stands

    def _lay_out(self) -> None:
        planned = self._shape.height(planned=True, going_on=True)
        without = self._shape.height(planned=False, going_on=self._going_on)
        heights = np.where(self.column.planned, planned, without) + GAP
        self._tops = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(heights, dtype=np.int64))) + GAP
        self.updateGeometries()
        self._return_to_anchor()
        self.viewport().update()

    def _return_to_anchor(self) -> None:
        if self._anchor is None or self.verticalOffset() == 0:
            return
        row = self.column.row_of(self._anchor[0])
        if row >= 0:
            self.verticalScrollBar().setValue(int(self._tops[row]) + self._anchor[1])

    def _remember(self) -> None:
        row = self.row_at(GAP)
        kept = 0 <= row < len(self.column.ids)
        self._anchor = (self.column.id_at(row), self.verticalOffset() - int(self._tops[row])) if kept else None

    def updateGeometries(self) -> None:
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        bar.setRange(0, max(0, int(self._tops[-1]) - height))
        bar.setPageStep(max(1, height - WHEEL))
        bar.setSingleStep(WHEEL)

    def doItemsLayout(self) -> None:
        """Qt's would measure every card."""
        self.updateGeometries()

    def row_at(self, y: int) -> int:
        """The row at a height of the viewport, the gap above it included; the number of rows below the last."""
        place = y + self.verticalOffset()
        return max(0, int(np.searchsorted(self._tops, place, side="right")) - 1)

    def drop_row(self, y: int) -> int:
        """Before which row something dropped at a height of the viewport would stand."""
        row = self.row_at(y)
        if row >= len(self.column.ids):
            return len(self.column.ids)
        rect = self.visualRect(self.column.index(row))
        return row + (y > rect.center().y())

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid() or index.row() >= len(self._tops) - 1:
            return QRect()
        top, below = int(self._tops[index.row()]), int(self._tops[index.row() + 1])
        right = BAR_GAP if self.verticalScrollBar().isVisible() else GAP
        return QRect(GAP, top - self.verticalOffset(), self.viewport().width() - GAP - right, below - top - GAP)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self.row_at(point.y())
        if row >= len(self.column.ids):
            return QModelIndex()
        index = self.column.index(row)
        return index if self.visualRect(index).contains(point) else QModelIndex()

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        rect = self.visualRect(index)
        if rect.isNull():
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if hint is Hint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - height // 2)
        elif rect.top() < GAP or hint is Hint.PositionAtTop:
            bar.setValue(bar.value() + rect.top() - GAP)
        elif rect.bottom() > height - GAP and rect.height() + 2 * GAP <= height:
            bar.setValue(bar.value() + rect.bottom() - height + GAP)

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        last, row = len(self.column.ids) - 1, self.currentIndex().row()
        if last < 0:
            return QModelIndex()
        match action:
            case Move.MoveHome:
                row = 0
            case Move.MoveEnd:
                row = last
            case Move.MovePageUp | Move.MovePageDown:
                step = self.verticalScrollBar().pageStep() * (1 if action is Move.MovePageDown else -1)
                row = self.row_at(self.visualRect(self.currentIndex()).top() + step)
            case _:
                row += _STEPS.get(action, 0)
        return self.column.index(min(max(row, 0), last))

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def setSelection(self, rect: QRect, command: object) -> None:
        """Cards are selected by their ids, across columns: nothing to do for Qt's own selection."""

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        first, last = self.row_at(event.rect().top()), self.row_at(event.rect().bottom())
        current = self.currentIndex().row() if self.hasFocus() else -1
        for row in range(first, min(last + 1, len(self.column.ids))):
            index = self.column.index(row)
            option = QStyleOptionViewItem()
            option.rect = self.visualRect(index)
            if self.column.id_at(row) in self.away:
                self._paint_gap(painter, option.rect, index)
                continue
            if row == current:
                option.state |= QStyle.StateFlag.State_HasFocus
            self.cards.paint(painter, option, index)
        if self.line_row >= 0:
            self._paint_line(painter)

    def _paint_gap(self, painter: QPainter, rect: QRect, index: QModelIndex) -> None:
        draw_edge(painter, rect, theme().colors.ctl, 1, dashed=True)
        name = str(index.data() or "")
        painter.setFont(theme().font("caption"))
        painter.setPen(theme().colors.text3)
        words = theme().font_metrics("caption").elidedText(name, Qt.TextElideMode.ElideRight, rect.width() - 2 * GAP)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_line(self, painter: QPainter) -> None:
        """A line of 3 pixels with a ring at its left, between the cards."""
        row = min(self.line_row, len(self._tops) - 1)
        y = int(self._tops[row]) - self.verticalOffset() - GAP // 2
        y = min(max(y, RADIUS_PANEL), self.viewport().height() - RADIUS_PANEL)
        color = theme().tone(self.line_tone).segment
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color, 3))
        painter.drawLine(GAP + 6, y, self.viewport().width() - GAP, y)
        painter.setPen(QPen(color, 2))
        painter.setBrush(theme().colors.surface)
        painter.drawEllipse(QPoint(GAP + 2, y), 4, 4)

    def show_line(self, row: int, tone: str) -> None:
        """Show where a drop goes; -1 takes the line away."""
        if (row, tone) != (self.line_row, self.line_tone):
            self.line_row, self.line_tone = row, tone
            self.viewport().update()

    def set_away(self, cards: frozenset[int]) -> None:
        """Show the places of these cards dashed."""
        if cards != self.away:
            self.away = cards
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometries()

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event)
        event.accept()  # at its end a column does not scroll the board
