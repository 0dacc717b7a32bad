"""Cells of the rights matrix: three rising bars and a word; keys 0 to 3 or a menu set how far a right reaches."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.core.kinds import Scope
from app.qtbase import icons
from app.qtbase.theme import theme
from app.services.office.rights import WHOLE_ONLY
from app.views.settings.right_words import scope_details, scope_words
from app.views.widgets.painting import draw_line, draw_text

Right = tuple[str, str]
"""Kind and right."""

SCOPES = (Scope.NONE, Scope.OWN, Scope.DEPARTMENT, Scope.ALL)
BAR, BAR_GAP, BAR_STEP = 4, 2, 4
PADDING = 12
DOT = 6
LONE_WIDTH = 150
"""Of the one column of a table without heads."""
_SCOPE, _DIFFERS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class ScopeRow:
    """A line of the table; None where a right doesn't apply."""

    icon: str
    words: str
    cells: tuple[Right | None, ...]


class ScopeDelegate(QStyledItemDelegate):
    """Paints what `ScopeTable` holds."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect, colors = QRect(option.rect), theme().colors
        scope = index.data(_SCOPE)
        ground = colors.surface if isinstance(scope, str) or index.column() == 0 else colors.surface2
        painter.fillRect(rect, ground)
        edge = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        draw_line(painter, edge.bottomLeft(), edge.bottomRight(), colors.line)
        draw_line(painter, edge.topRight(), edge.bottomRight(), colors.line)
        if index.column() == 0:
            icons.draw_icon(painter, str(scope), "text2", QRect(rect.left() + PADDING, rect.center().y() - 7, 16, 16))
            draw_text(painter, rect.adjusted(PADDING + 24, 0, -4, 0), str(index.data()), "control", "text")
        elif isinstance(scope, str):
            self._paint_scope(painter, rect, Scope(scope), str(index.data()))
            if index.data(_DIFFERS):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colors.warn)
                painter.drawEllipse(QPointF(rect.right() - PADDING, rect.center().y()), DOT / 2, DOT / 2)
            table = self.parent()
            if isinstance(table, ScopeTable) and table.hasFocus() and table.currentIndex() == index:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(colors.accent)
                painter.drawRect(QRectF(rect).adjusted(0.5, 0.5, -1.5, -1.5))
                painter.drawRect(QRectF(rect).adjusted(1.5, 1.5, -2.5, -2.5))

    def _paint_scope(self, painter: QPainter, rect: QRect, scope: Scope, words: str) -> None:
        colors, left, bottom = theme().colors, rect.left() + PADDING, rect.center().y() + 7
        for number in range(1, len(SCOPES)):
            height = BAR_STEP * number + 1
            color = colors.fill if number <= SCOPES.index(scope) else colors.line
            painter.fillRect(QRect(left, bottom - height, BAR, height), color)
            left += BAR + BAR_GAP
        room = QRect(left + 6, rect.top(), rect.right() - left - PADDING - 6, rect.height())
        draw_text(painter, room, words, "control", "text3" if scope is Scope.NONE else "text")


class ScopeTable(QTableWidget):
    """Says which right was set how far; whoever owns it fills it again."""

    wanted = Signal(str, str, str)
    """Kind, right, scope."""

    def __init__(self, name: str, heads: Sequence[str], row_height: int, parent: QWidget) -> None:
        super().__init__(0, len(heads), parent)
        self._rows: Sequence[ScopeRow] = ()
        self._usual: Mapping[Right, Scope] = {}
        self._row_height = row_height
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(heads))
        self.horizontalHeader().setVisible(any(heads))
        self.horizontalHeader().setFixedHeight(theme().metrics.row_line - 2)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        if not any(heads):
            self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(1, LONE_WIDTH)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(ScopeDelegate(self))
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.cellClicked.connect(self.open_menu)

    def show_rights(
        self, rows: Sequence[ScopeRow], scopes: Mapping[Right, Scope], usual: Mapping[Right, Scope]
    ) -> None:
        """Fill the table; the current cell stays current."""
        self._rows, self._usual = rows, usual
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            self.setRowHeight(number, self._row_height)
            first = QTableWidgetItem(row.words)
            first.setData(_SCOPE, row.icon)
            first.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.setItem(number, 0, first)
            for column, cell in enumerate(row.cells, 1):
                self.setItem(number, column, self._item(row, column, cell, scopes))
        head = self.horizontalHeader().height() if not self.horizontalHeader().isHidden() else 0
        self.setFixedHeight(head + self._row_height * len(rows))
        if self.currentColumn() < 1 and rows:
            self.setCurrentCell(0, 1)

    def _item(self, row: ScopeRow, column: int, cell: Right | None, scopes: Mapping[Right, Scope]) -> QTableWidgetItem:
        scope = scopes.get(cell) if cell is not None else None
        if cell is None or scope is None:
            item = QTableWidgetItem()
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            return item
        item = QTableWidgetItem(scope_words(scope))
        item.setData(_SCOPE, scope.value)
        differs = cell in self._usual and self._usual[cell] is not scope
        item.setData(_DIFFERS, differs)
        head = self.horizontalHeaderItem(column)
        words = ", ".join(part for part in (row.words, head.text() if head is not None else "") if part)
        usual = QCoreApplication.translate("Rights", "usually {scope}")
        told = f" ({usual.format(scope=scope_words(self._usual[cell]))})" if differs else ""
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}: {scope_words(scope)}{told}")
        item.setToolTip(f"{scope_details(scope)}{told}")
        return item

    def right_at(self, row: int, column: int) -> Right | None:
        """Which right a cell holds."""
        if not (0 <= row < len(self._rows) and 1 <= column <= len(self._rows[row].cells)):
            return None
        item = self.item(row, column)
        return self._rows[row].cells[column - 1] if item is not None and item.data(_SCOPE) else None

    def scopes_of(self, cell: Right) -> tuple[Scope, ...]:
        """How far a right can be set."""
        return (Scope.NONE, Scope.ALL) if cell in WHOLE_ONLY else SCOPES

    def open_menu(self, row: int, column: int) -> None:
        """How far, with what it means; at the cell."""
        cell, item = self.right_at(row, column), self.item(row, column)
        if cell is None or item is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for scope in self.scopes_of(cell):
            action = menu.addAction(f"{scope_details(scope)}\t{SCOPES.index(scope)}")
            action.setCheckable(True)
            action.setChecked(item.data(_SCOPE) == scope.value)
            action.triggered.connect(lambda _=False, chosen=scope: self.wanted.emit(*cell, chosen.value))
            group.addAction(action)
        if cell in self._usual:
            menu.addSeparator()
            words = QCoreApplication.translate("Rights", "Usual for the role: {scope}")
            menu.addAction(words.format(scope=scope_words(self._usual[cell]))).setEnabled(False)
        menu.popup(self.viewport().mapToGlobal(self.visualItemRect(item).bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cell = self.right_at(self.currentRow(), self.currentColumn())
        number = event.key() - Qt.Key.Key_0
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if cell is not None and plain and 0 <= number < len(SCOPES):
            if SCOPES[number] in self.scopes_of(cell):
                self.wanted.emit(*cell, SCOPES[number].value)
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_menu(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)
