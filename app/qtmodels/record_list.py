"""Leads, deals or contacts as rows: the ids held whole, the rows read by pages as they come into view."""

from collections.abc import Mapping, Sequence
from typing import Final, Protocol

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from app.qtbase.tasks import Tasks
from app.qtmodels.checked_rows import CheckedRows
from app.qtmodels.record_words import RecordWriter
from app.qtmodels.roles import Cell, CheckCell, Role
from app.services.records.lists import Filter, IdVector, Row, Rows, Sort

PAGE: Final = 10
"""Rows that are looked at and read together; what is in view is several of these, and one question."""
MOST_AT_ONCE: Final = 10
"""Pages side by side that are read with one question."""
AHEAD: Final = 6
"""Pages that are read beyond what was looked at, once nothing else is wanted."""
SETTLED_MS: Final = 60
"""After a jump nothing is read ahead for so long: the next one may follow at once."""
FIRST: Final = 100
"""Ids that come before all others."""
MOST_ROWS: Final = 4_000
"""Rows kept of a long list; what is scrolled away is read again."""
MOST_CELLED: Final = 600
"""Rows whose cells are kept: those in view, and a few pages about them."""
MOST_WAITING: Final = 20
"""Pages that wait to be read; those looked at before are scrolled away."""
CHECK: Final = "check"
"""Code of the column with the check boxes, always the first."""

_EMPTY: Final[IdVector] = np.empty(0, dtype=np.int64)
Index = QModelIndex | QPersistentModelIndex


class RecordSource(Protocol):
    """Where rows come from: `app.services.lists.service.Lists`."""

    async def ids(self, section: str, chosen: Filter, sort: Sort) -> IdVector: ...

    async def first_ids(self, section: str, chosen: Filter, sort: Sort, limit: int = 100) -> IdVector | None: ...

    async def rows(self, section: str, ids: Sequence[int] | IdVector, columns: Sequence[str]) -> Rows: ...


class RecordListModel(QAbstractTableModel):
    """`show_result` asks anew; what is on show stays until the answer is there."""

    loaded = Signal()
    """The result is in place; its rows come as they are looked at."""
    failed = Signal(object)
    """A `PrichalError`."""
    busy_changed = Signal(bool)
    """Something has been running for a while, or nothing is any more."""
    checked_changed = Signal()

    def __init__(self, source: RecordSource, section: str, writer: RecordWriter, parent: QObject) -> None:
        super().__init__(parent)
        self._source = source
        self._section = section
        self._writer = writer
        self._columns: tuple[str, ...] = ()
        self._asked: tuple[str, ...] = ()
        """Columns that are read: those shown, and those that their cells speak of."""
        self._query: tuple[Filter, Sort] | None = None
        self.is_loaded = False
        self.ids: IdVector = _EMPTY
        self.checked = CheckedRows()
        self._rows: dict[int, Mapping[str, object]] = {}
        self._fresh: set[int] = set()
        """Ids whose rows were read, or are being read, since they last may have changed."""
        self._cells: dict[int, dict[str, Cell | None]] = {}
        """Cells made of the rows at this moment: a frame asks for hundreds, and most stay the same."""
        self._pages: dict[int, None] = {}
        """Pages looked at and not read yet, the last looked at at the end."""
        self._last_page = 0
        self._reading = self._reading_ahead = False
        self._tasks = Tasks(self, self.failed.emit)
        self._tasks.busy_changed.connect(self.busy_changed)
        self._fetch = QTimer(self, singleShot=True, interval=0)
        self._fetch.timeout.connect(self._read_wanted)
        self._ahead = 0, -1
        """First and last page to be read ahead."""
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self._start_ahead)

    # what is shown

    def set_columns(self, codes: Sequence[str]) -> None:
        """Show these columns, the check boxes before them; rows are read again where a column is new."""
        self.beginResetModel()
        self._columns = tuple(codes)
        needed = tuple(dict.fromkeys(code for one in ("name", *codes, "phone") for code in self._writer.needs(one)))
        if not set(needed) <= set(self._asked):
            self._rows.clear()
            self._cells.clear()
            self._fresh.clear()
        self._asked = needed
        self.endResetModel()

    def columns(self) -> tuple[str, ...]:
        """The codes of the columns, the check boxes' first."""
        return (CHECK, *self._columns)

    def show_result(self, chosen: Filter, sort: Sort) -> None:
        """Ask what a filter finds; another filter forgets what was selected."""
        if self._query is not None and self._query[0] != chosen:
            self.checked.clear()
            self.checked_changed.emit()
        self._query = (chosen, sort)
        self.reload()

    def reload(self) -> None:
        """Ask again, because something has changed."""
        if self._query is not None:
            self._tasks.run(self._read_ids(*self._query), latest="ids")

    def rows_changed(self, record_ids: frozenset[int]) -> None:
        """Read these rows again where they are in view; an empty set means all of them."""
        self._fresh -= record_ids or set(self._fresh)
        if len(self.ids):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.ids) - 1, len(self._columns)))

    def words_changed(self) -> None:
        """Time has passed: what is "in 3 min" now is late a little later."""
        self._cells.clear()
        if len(self.ids):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.ids) - 1, len(self._columns)))

    def id_at(self, index: Index) -> int:
        """The record of a row. Raises IndexError for an index that isn't of this list."""
        return int(self.ids[index.row()])

    def row_of(self, record_id: int) -> int:
        """Where a record is shown; -1 where it is not."""
        found = np.flatnonzero(self.ids == record_id)
        return int(found[0]) if len(found) else -1

    def value(self, index: Index, code: str) -> object:
        """What a row holds in a column; None while it is being read."""
        row = self._rows.get(self.id_at(index)) if index.isValid() else None
        return None if row is None else row.get(code)

    # selecting

    def toggle(self, index: Index) -> None:
        self.checked.toggle(self.id_at(index))
        self._tell_checked(index.row(), index.row())

    def check_rows(self, first: int, last: int) -> None:
        """Select the rows from one to another, in either direction."""
        low, high = sorted((first, last))
        self.checked.add(self.ids[low : high + 1].tolist())
        self._tell_checked(low, high)

    def check_all(self, on: bool) -> None:
        """Select everything found, or nothing."""
        if on:
            self.checked.all_found()
        else:
            self.checked.clear()
        self._tell_checked(0, len(self.ids) - 1)

    def checked_count(self) -> int:
        return self.checked.count(len(self.ids))

    def checked_ids(self) -> IdVector:
        """The selected records in the order of the list."""
        return self.checked.ids(self.ids)

    def _tell_checked(self, first: int, last: int) -> None:
        if last >= first >= 0:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns)))
        self.checked_changed.emit()

    # Qt's side

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical or not 0 <= section <= len(self._columns):
            return None
        code = self.columns()[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._writer.heading(code)
        if role == Qt.ItemDataRole.TextAlignmentRole and self._writer.stands_right(code):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        record_id = int(self.ids[index.row()])
        if role == Role.ID:
            return record_id
        if role == Role.CHECKED:
            return record_id in self.checked
        if role == Role.CELL and index.column() == 0:
            return CheckCell(record_id in self.checked)
        row = self._row(index.row(), record_id)
        return None if row is None else self._of_row(row, record_id, self.columns()[index.column()], role)

    def cells(self, row: int) -> Sequence[Cell | None]:
        """What the row shows; None where it is being read."""
        record_id = int(self.ids[row])
        known = self._row(row, record_id)
        check = CheckCell(record_id in self.checked)
        if known is None:
            return (check, *(None for _ in self._columns))
        return (check, *(self._cell(known, record_id, code) for code in self._columns))

    def _cell(self, row: Mapping[str, object], record_id: int, code: str) -> Cell | None:
        made = self._cells.setdefault(record_id, {})
        if code not in made:
            made[code] = self._writer.cell(row, record_id, code)
        return made[code]

    def _of_row(self, row: Mapping[str, object], record_id: int, code: str, role: int) -> object:
        match role:
            case Role.CELL:
                return self._cell(row, record_id, code)
            case Qt.ItemDataRole.DisplayRole:
                return self._writer.plain(row, record_id, code)
            case Qt.ItemDataRole.ToolTipRole:
                return self._writer.tool_tip(row, record_id, code)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._writer.spoken(row, record_id, code)
        return None

    def _row(self, number: int, record_id: int) -> Mapping[str, object] | None:
        """The row as it is known; what isn't known, or may have changed, is asked for with its page."""
        if record_id not in self._fresh:
            page = number // PAGE
            self._pages.pop(page, None)
            self._pages[page] = None
            if not self._fetch.isActive():
                self._fetch.start()
        return self._rows.get(record_id)

    # reading

    async def _read_ids(self, chosen: Filter, sort: Sort) -> None:
        if not self.is_loaded:
            first = await self._source.first_ids(self._section, chosen, sort, FIRST)
            if first is not None:
                self._exchange(first)
        ids = await self._source.ids(self._section, chosen, sort)
        self._fresh.clear()
        self._exchange(ids)
        self.checked.keep_within(ids)
        self.is_loaded = True
        self.words_changed()
        self.loaded.emit()
        self.checked_changed.emit()

    def _read_wanted(self) -> None:
        self._settled.stop()
        if not self._reading:
            self._tasks.run(self._read_pages(), quiet=True)

    async def _read_pages(self) -> None:
        """What was looked at last comes first: a dragged scroll bar passes thousands by."""
        jumped = False
        self._reading = True
        try:
            while self._pages:
                first, last = self._take_wanted()
                await self._read_page(first, last)
                down, jumped = last >= self._last_page, abs(last - self._last_page) > MOST_AT_ONCE
                self._ahead = (last + 1, last + AHEAD) if down else (max(0, first - AHEAD), first - 1)
                self._last_page = last
        finally:
            self._reading = False
        if jumped:
            self._settled.start()
        else:
            self._start_ahead()

    def _start_ahead(self) -> None:
        if self._ahead[0] <= self._ahead[1] and not self._reading_ahead:
            self._tasks.run(self._read_ahead(*self._ahead), quiet=True)

    async def _read_ahead(self, first: int, last: int) -> None:
        """Beside what comes into view meanwhile, which doesn't wait for it."""
        self._reading_ahead = True
        try:
            await self._read_page(first, last)
        finally:
            self._reading_ahead = False

    def _take_wanted(self) -> tuple[int, int]:
        """First and last of the pages about the one looked at last, which are asked for together."""
        first = last = self._pages.popitem()[0]
        while last - first + 1 < MOST_AT_ONCE and first - 1 in self._pages:
            first -= 1
            del self._pages[first]
        while last - first + 1 < MOST_AT_ONCE and last + 1 in self._pages:
            last += 1
            del self._pages[last]
        for stale in list(self._pages)[:-MOST_WAITING]:
            del self._pages[stale]
        return first, last

    async def _read_page(self, first_page: int, last_page: int) -> None:
        """Some pages side by side."""
        first, end = first_page * PAGE, (last_page + 1) * PAGE
        ids = [one for one in self.ids[first:end].tolist() if one not in self._fresh]
        if not ids:
            return
        self._fresh.update(ids)
        asked = self._asked
        taken = False
        try:
            found: Sequence[Row] = await self._source.rows(self._section, ids, asked)
            if asked == self._asked:
                self._take(ids, found, asked)
                taken = True
        finally:
            if not taken:  # lost connection, other columns by now: asked for again when looked at
                self._fresh.difference_update(ids)
        last = min(end, len(self.ids)) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns)))

    def _take(self, ids: Sequence[int], found: Sequence[Row], asked: Sequence[str]) -> None:
        if len(self._rows) > MOST_ROWS:
            self._rows.clear()
            self._fresh = set(ids)
        if len(self._cells) > MOST_CELLED:
            self._cells.clear()
        for record_id in ids:
            self._rows.pop(record_id, None)
            self._cells.pop(record_id, None)
        for row in found:
            if isinstance(row[0], int):
                self._rows[row[0]] = dict(zip(asked, row[1:], strict=True))

    def _exchange(self, ids: IdVector) -> None:
        """Go over to another result: rows that stay keep the current row and the selection of the view with them."""
        before, after = len(self.ids), len(ids)
        if np.array_equal(self.ids, ids):
            return
        if after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
            self.ids = np.concatenate((self.ids, ids[before:]))
            self.endInsertRows()
        self._arrange(ids)
        if after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
            self.ids = ids
            self.endRemoveRows()

    def _arrange(self, ids: IdVector) -> None:
        """Give the rows another order; as many as there are already, the rest goes afterwards."""
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        places = [self._place(ids, self.ids[index.row()]) for index in kept]
        self.ids = np.concatenate((ids, self.ids[: max(0, len(self.ids) - len(ids))]))
        moved = [
            self.index(place, index.column()) if place >= 0 else QModelIndex()
            for place, index in zip(places, kept, strict=True)
        ]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    @staticmethod
    def _place(ids: IdVector, record_id: np.int64) -> int:
        found = np.flatnonzero(ids == record_id)
        return int(found[0]) if len(found) else -1
