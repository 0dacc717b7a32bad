"""The history of one record as a table: a row for each changed field, with the old and the new value."""

from dataclasses import dataclass
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.core.kinds import HistoryOp, Kind
from app.qtbase import i18n
from app.qtbase.tasks import Tasks
from app.qtmodels.history_words import changed_words, code_words, field_name, is_told, what_words
from app.qtmodels.roles import Cell, Mark, PersonCell, Role, TagCell, TextCell
from app.services.records.activities import HistoryRecord
from app.services.registry import Registry

PAGE: Final = 100
CELLS: Final[tuple[type[Cell], ...]] = (TextCell, PersonCell, TagCell, TextCell, TextCell, TextCell)
"""What each column holds; empty where a line goes on over several rows."""
_TONES: Final[dict[str, str]] = {
    HistoryOp.CREATE: "ok",
    HistoryOp.CHANGE: "info",
    HistoryOp.DELETE: "danger",
    HistoryOp.REFUSED: "danger",
    HistoryOp.OVERRIDE: "warn",
    HistoryOp.EXPORT: "warn",
}
"""Tones of what was done; looking changes nothing and stays grey."""
Index = QModelIndex | QPersistentModelIndex


class HistorySource(Protocol):
    """Where lines come from: `app.services.history.HistoryLines`."""

    async def of_record(
        self, kind: Kind, ref: int, before: int | None = None, limit: int = 100
    ) -> tuple[HistoryRecord, ...]: ...


class Office(Protocol):
    """What is asked of a workplace."""

    registry: Registry
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One changed value; only the first of a line says when, who and what was done."""

    id: int
    cells: tuple[Cell, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """What each cell says."""
        return tuple(_words(cell) for cell in self.cells)


class HistoryModel(QAbstractTableModel):
    """Newest first; older lines are read as the view comes near its end."""

    failed = Signal(object)
    """A `PrichalError`."""
    loaded = Signal()

    def __init__(self, source: HistorySource, office: Office, kind: Kind, ref: int, parent: QObject) -> None:
        super().__init__(parent)
        self._source = source
        self._office = office
        self._kind = kind
        self._ref = ref
        self._rows: list[HistoryRow] = []
        self._last: int | None = None
        self._more = False
        self._tasks = Tasks(self, self.failed.emit)

    def load(self) -> None:
        """Read the newest lines."""
        self._tasks.run(self._load(), latest="load")

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 6

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (
            QCoreApplication.translate("History", "When"),
            QCoreApplication.translate("History", "Who"),
            QCoreApplication.translate("History", "What"),
            QCoreApplication.translate("History", "Field"),
            QCoreApplication.translate("History", "Was"),
            QCoreApplication.translate("History", "Became"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        cell = row.cells[index.column()]
        if role == Role.CELL:
            return cell
        if role == Role.ID:
            return row.id
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.words[index.column()] or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(words for words in row.words if words)
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:
        if self._more:
            self._more = False
            self._tasks.run(self._load_older(), latest="older")

    async def _load(self) -> None:
        lines = await self._source.of_record(self._kind, self._ref, None, PAGE)
        self._tasks.cancel("older")
        rows = [row for line in lines for row in self._rows_of(line)]
        self._replace(rows)
        self._note_end(lines)

    async def _load_older(self) -> None:
        lines = await self._source.of_record(self._kind, self._ref, self._last, PAGE)
        rows = [row for line in lines for row in self._rows_of(line)]
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()
        self._note_end(lines)

    def _note_end(self, lines: tuple[HistoryRecord, ...]) -> None:
        self._more = len(lines) >= PAGE
        if lines:
            self._last = lines[-1].id
        self.loaded.emit()

    def _replace(self, rows: list[HistoryRow]) -> None:
        """New lines come at the top; rows that are shown already stay."""
        known = self._rows[0].id if self._rows else None
        fresh = [row for row in rows if known is None or row.id > known]
        if known is not None and len(fresh) == len(rows):  # so much happened that the two don't meet
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        elif fresh:
            self.beginInsertRows(QModelIndex(), 0, len(fresh) - 1)
            self._rows[0:0] = fresh
            self.endInsertRows()

    def _rows_of(self, line: HistoryRecord) -> list[HistoryRow]:
        head = (
            TextCell(i18n.stamp(line.at, self._office.zone), mark=Mark.MUTED),
            PersonCell(line.actor_name or QCoreApplication.translate("History", "the program"), line.actor_id or 0),
            TagCell(((what_words(line), _TONES.get(line.op, "grey")),)),
        )
        shown = [change for change in line.changes if is_told(line, *change)]
        if not shown:
            return [HistoryRow(line.id, (*head, TextCell(""), TextCell(""), TextCell("")))]
        nothing = (TextCell(""), TextCell(""), TextCell(""))
        return [
            HistoryRow(line.id, (*(nothing if number else head), *self._change(line, code, old, new)))
            for number, (code, old, new) in enumerate(shown)
        ]

    def _change(self, line: HistoryRecord, code: str, old: object, new: object) -> tuple[TextCell, ...]:
        zone, registry = self._office.zone, self._office.registry
        return (
            TextCell(field_name(registry, line.kind, code), mark=Mark.SECOND),
            TextCell(code_words(registry, code, old) or changed_words(old, zone), mark=Mark.MUTED),
            TextCell(code_words(registry, code, new) or changed_words(new, zone)),
        )


def _words(cell: Cell) -> str:
    match cell:
        case TextCell():
            return cell.text
        case PersonCell():
            return cell.name
        case TagCell():
            return ", ".join(words for words, _tone in cell.tags)
        case _:
            return ""
