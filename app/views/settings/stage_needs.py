"""Which fields each stage requires: a column a stage; only the chosen stage's boxes can be ticked."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.core.kinds import StageKind
from app.core.text import shortened
from app.qtbase.theme import theme
from app.services.office import StageDraft
from app.services.records.office import FieldRecord
from app.services.registry import Registry

FIELD_WIDTH = 210
STAGE_WIDTH = 92
HEAD_LETTERS = 11
_CODE = Qt.ItemDataRole.UserRole
_UNASKED = frozenset({"responsible", "contact", "deal", "lead", "payments", "title"})
"""Filled by the process."""


class StageNeedsTable(QTableWidget):
    """A light tick: an earlier stage requires it already. Failure stages need their own only."""

    changed = Signal(str, bool)
    """A field's code, and whether the chosen stage requires it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(QCoreApplication.translate("Settings", "Required on entering a stage"))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.horizontalHeader().setMinimumSectionSize(STAGE_WIDTH)
        self.itemChanged.connect(self._ticked)

    def show_needs(
        self, registry: Registry, fields: Sequence[FieldRecord], stages: Sequence[StageDraft], current: int
    ) -> None:
        """Fill the table without `changed`; the cursor stays in its row."""
        shown = [one for one in fields if one.code not in _UNASKED]
        columns = [one for one in stages if one.kind is not StageKind.FAILURE or one is stages[current]]
        row = self.currentRow()
        with QSignalBlocker(self):
            self.setRowCount(len(shown))
            self.setColumnCount(len(columns) + 1)
            self._show_heads(columns)
            for number, field in enumerate(shown):
                self._show_field(number, field, registry, columns, stages[current])
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(0, FIELD_WIDTH)
        chosen = columns.index(stages[current]) + 1
        if row >= 0:
            self.setCurrentCell(row, chosen)

    def _show_heads(self, columns: Sequence[StageDraft]) -> None:
        """Names in two short lines, whole in the tool tip."""
        self.setHorizontalHeaderLabels(
            [QCoreApplication.translate("Settings", "Field"), *(_in_two_lines(one.name) for one in columns)]
        )
        for column, one in enumerate((None, *columns)):
            head = self.horizontalHeaderItem(column)
            if head is not None and one is not None:
                head.setToolTip(one.name)
            elif head is not None:
                head.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _show_field(
        self, row: int, field: FieldRecord, registry: Registry, columns: Sequence[StageDraft], current: StageDraft
    ) -> None:
        block = registry.all.blocks.get(field.block_id or 0)
        name = QTableWidgetItem(field.name)
        name.setToolTip(f"{block.name}: {field.name}" if block is not None else field.name)
        self.setItem(row, 0, name)
        self.setRowHeight(row, theme().metrics.row_line - 6)
        earlier = False
        for column, one in enumerate(columns, 1):
            own = field.code in one.required
            item = QTableWidgetItem()
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            item.setData(_CODE, field.code)
            if one is current:
                item.setFlags(
                    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
                )
                item.setCheckState(Qt.CheckState.Checked if own else Qt.CheckState.Unchecked)
                item.setBackground(QBrush(theme().colors.tint))
            else:
                item.setText("✓" if own or earlier else "–")
                item.setForeground(QBrush(theme().colors.text if own else theme().colors.text3))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _told(field, one, own=own, earlier=earlier))
            self.setItem(row, column, item)
            if one.kind is StageKind.WORKING and own and field.code not in one.here_only:
                earlier = True

    def _ticked(self, item: QTableWidgetItem) -> None:
        if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            self.changed.emit(str(item.data(_CODE)), item.checkState() is Qt.CheckState.Checked)


def _in_two_lines(name: str) -> str:
    first, _, rest = name.partition("(")[0].strip().partition(" ")
    return "\n".join(shortened(line, HEAD_LETTERS) for line in (first, rest) if line)


def _told(field: FieldRecord, stage: StageDraft, *, own: bool, earlier: bool) -> str:
    words = QCoreApplication.translate("Settings", "not required")
    if own:
        words = QCoreApplication.translate("Settings", "required from here")
    elif earlier:
        words = QCoreApplication.translate("Settings", "required earlier already")
    return f"{field.name}, {stage.name}: {words}"
