"""The history as a table, of one record or of the office: read in pages, new lines taken in where they belong."""

from dataclasses import dataclass
from itertools import takewhile
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
from app.qtmodels.history_words import told_changes, what_words
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
    HistoryOp.SIGN_IN_REFUSED: "danger",
    HistoryOp.OVERRIDE: "warn",
    HistoryOp.EXPORT: "warn",
}
"""Tones of what was done; looking changes nothing and stays grey."""
Index = QModelIndex | QPersistentModelIndex


class Office(Protocol):
    """What is asked of a workplace."""

    registry: Registry
    zone: ZoneInfo


class RecordSource(Protocol):
    """Where a record's lines come from: `app.services.history.HistoryLines`."""

    async def of_record(
        self, kind: Kind, ref: int, before: int | None = None, limit: int = 100
    ) -> tuple[HistoryRecord, ...]: ...


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A row of a line; where a line takes several, only the first says when, who and what was done."""

    line: HistoryRecord
    cells: tuple[Cell, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """What each cell says."""
        return tuple(_words(cell) for cell in self.cells)


class Teller(Protocol):
    """Reads lines and puts them into rows: of a record or of the office."""

    def headings(self) -> tuple[str, ...]:
        """What stands over the columns."""

    async def read(self, before: HistoryRecord | None) -> tuple[HistoryRecord, ...]:
        """Up to `PAGE` lines, newest first, older than the one given."""

    def rows(self, line: HistoryRecord) -> list[HistoryRow]:
        """The rows of a line, at least one."""


class HistoryModel(QAbstractTableModel):
    """Newest first; older lines are read as the view comes near its end, new ones come at the top."""

    failed = Signal(object)
    """A `PrichalError`."""
    loaded = Signal()

    def __init__(self, teller: Teller, parent: QObject) -> None:
        super().__init__(parent)
        self._teller = teller
        self._rows: list[HistoryRow] = []
        self._last: HistoryRecord | None = None
        self._more = self._was_full = False
        self._stale = True
        """Other lines are wanted than those on show."""
        self._tasks = Tasks(self, self.failed.emit)

    def load(self, *, anew: bool = False) -> None:
        """Read the newest lines; `anew`: others are wanted than those on show."""
        self._stale = self._stale or anew
        self._tasks.run(self._load(), latest="load")

    def line(self, index: Index) -> HistoryRecord | None:
        """The line of a row."""
        return self._rows[index.row()].line if index.isValid() else None

    def has_more(self) -> bool:
        """Whether there are older lines than those that are read."""
        return self._more

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._teller.headings())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._teller.headings()[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        cell = row.cells[index.column()]
        if role == Role.CELL:
            return cell
        if role == Role.ID:
            return row.line.id
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
        lines = await self._teller.read(None)
        self._tasks.cancel("older")
        rows = [row for line in lines for row in self._teller.rows(line)]
        known = {row.line.id for row in self._rows}
        if self._stale or not any(row.line.id in known for row in rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            self._stale = False
            self._note_end(lines)
        else:
            self._take_in(rows, known)
            self._more = self._last is not None and self._was_full
            self.loaded.emit()

    async def _load_older(self) -> None:
        lines = await self._teller.read(self._last)
        rows = [row for line in lines for row in self._teller.rows(line)]
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()
        self._note_end(lines)

    def _note_end(self, lines: tuple[HistoryRecord, ...]) -> None:
        self._was_full = len(lines) >= PAGE
        self._more = self._was_full
        if lines:
            self._last = lines[-1]
        self.loaded.emit()

    def _take_in(self, rows: list[HistoryRow], known: set[int]) -> None:
        """Put what is new among the rows that are shown already: these stay, so nobody's place in the list is lost."""
        place = 0
        while place < len(rows):
            fresh = list(takewhile(lambda row: row.line.id not in known, rows[place:]))
            if fresh:
                self.beginInsertRows(QModelIndex(), place, place + len(fresh) - 1)
                self._rows[place:place] = fresh
                self.endInsertRows()
            place += len(fresh) + 1


class CardTeller:
    """The history of one record: a row for each changed field, with the old and the new value."""

    def __init__(self, source: RecordSource, office: Office, kind: Kind, ref: int) -> None:
        self._source = source
        self._office = office
        self._kind = kind
        self._ref = ref

    def headings(self) -> tuple[str, ...]:
        return (
            QCoreApplication.translate("History", "When"),
            QCoreApplication.translate("History", "Who"),
            QCoreApplication.translate("History", "What"),
            QCoreApplication.translate("History", "Field"),
            QCoreApplication.translate("History", "Was"),
            QCoreApplication.translate("History", "Became"),
        )

    async def read(self, before: HistoryRecord | None) -> tuple[HistoryRecord, ...]:
        return await self._source.of_record(self._kind, self._ref, before.id if before else None, PAGE)

    def rows(self, line: HistoryRecord) -> list[HistoryRow]:
        office = self._office
        head = (
            TextCell(i18n.stamp(line.at, office.zone), mark=Mark.MUTED),
            person_cell(line),
            TagCell(((what_words(line), tone_of(line)),)),
        )
        nothing = (TextCell(""), TextCell(""), TextCell(""))
        shown = told_changes(line, office.registry, office.zone)
        if not shown:
            return [HistoryRow(line, (*head, *nothing))]
        return [
            HistoryRow(
                line,
                (
                    *(nothing if number else head),
                    TextCell(change.field, mark=Mark.SECOND),
                    TextCell(change.old, mark=Mark.MUTED),
                    TextCell(change.new),
                ),
            )
            for number, change in enumerate(shown)
        ]


def person_cell(line: HistoryRecord) -> PersonCell:
    """Who did it; the program itself where nobody did."""
    return PersonCell(line.actor_name or QCoreApplication.translate("History", "the program"), line.actor_id or 0)


def tone_of(line: HistoryRecord) -> str:
    """The tone of what was done."""
    return _TONES.get(line.op, "grey")


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
