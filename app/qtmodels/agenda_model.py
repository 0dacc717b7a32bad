"""My activities as rows: groups that fold, ids held whole, records read by pages, words that follow the clock."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Final, Protocol
from zoneinfo import ZoneInfo

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from app.core.changes import Changes
from app.qtbase.tasks import Tasks
from app.qtmodels.agenda_words import DONE, GROUPS, AgendaWriter
from app.qtmodels.roles import GroupHeading, Role
from app.services.records.activities import ActivityRecord, Agenda
from app.services.records.lists import IdVector
from app.services.registry import Registry

PAGE: Final = 100
MOST_RECORDS: Final = 4_000
"""Records kept of a long agenda; what is scrolled away is read again."""
MOST_RUNS: Final = 64
"""More separate changes than this and the rows between the first and the last are exchanged at once."""

_LONGEST_WAIT: Final = timedelta(minutes=1)
_JUST_AFTER_MS: Final = 20
_EMPTY: Final[IdVector] = np.empty(0, dtype=np.int64)
Index = QModelIndex | QPersistentModelIndex


class AgendaColumn(IntEnum):
    """The columns, from left to right."""

    CHECK = 0
    WHEN = 1
    SUBJECT = 2
    STATE = 3
    CLIENT = 4
    STAGE = 5


class AgendaSource(Protocol):
    """Where activities come from: `app.services.activities.Activities`."""

    async def agenda(self, employee_id: int | None = None) -> Agenda: ...

    async def done_today(self, employee_id: int | None = None) -> IdVector: ...

    async def rows(self, ids: Sequence[int] | IdVector) -> tuple[ActivityRecord, ...]: ...


class Office(Protocol):
    """What the model asks of a workplace."""

    registry: Registry
    zone: ZoneInfo

    def now(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class View:
    """Whose activities are shown, and which of them."""

    employee_id: int | None = None
    """None: one's own."""
    text: str = ""
    groups: frozenset[str] = frozenset()
    """Codes of the groups to show; empty: all that is planned."""


Matching = Callable[[str, int | None], Awaitable[IdVector]]
"""The ids of an employee's activities in which a typed text is found."""


class AgendaModel(QAbstractTableModel):
    """Rows keep their place while others come and go; `reload` after changes, by itself when time moves a row."""

    failed = Signal(object)
    """A `PrichalError`."""
    loaded = Signal()
    """The groups were read."""

    def __init__(self, source: AgendaSource, matching: Matching, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._source = source
        self._matching = matching
        self._office = office
        self._writer = AgendaWriter(office)
        self.view = View()
        self._ids: dict[str, IdVector] = {}
        self._folded: set[str] = set()
        self._keys: IdVector = _EMPTY
        self._boundary: datetime | None = None
        self._records: dict[int, ActivityRecord] = {}
        self._asked_for: set[int] = set()
        """Ids read, or being read, since the last `reload`."""
        self._wanted: set[int] = set()
        self._tasks = Tasks(self, self.failed.emit)
        self._fetch = QTimer(self, singleShot=True, interval=0)
        self._fetch.timeout.connect(self._fetch_wanted)
        self.clock = QTimer(self, singleShot=True)
        """Runs out at the next whole minute, or when an activity becomes overdue before it."""
        self.clock.timeout.connect(self._time_passed)

    # what is shown

    def show_view(self, view: View) -> None:
        """Show other activities."""
        if view == self.view:
            return
        asks = (view.employee_id, view.text) != (self.view.employee_id, self.view.text)
        self.view = view
        if asks:
            self.reload()
        else:
            self._exchange(self._flat())
            self._tell_headings()

    def reload(self) -> None:
        """Ask again; what is shown stays until the answer is there."""
        self._asked_for.clear()
        self._tasks.run(self._reload(), latest="reload")

    def concerns(self, changes: Changes) -> bool:
        """Whether a change may show here: an activity's, or a shown client's name, phone or stage."""
        if changes.kind == "activity":
            return True
        clients = {one.client.id for one in self._records.values() if one.client and one.client.section == changes.kind}
        return bool(clients) and (not changes.ids or not clients.isdisjoint(changes.ids))

    def count(self, group: str) -> int:
        """How many activities a group holds, shown or not."""
        return len(self._ids.get(group, _EMPTY))

    def is_done(self, activity_id: int) -> bool:
        """Whether an activity was closed today."""
        return bool(np.isin(activity_id, self._ids.get(DONE, _EMPTY)))

    def is_loaded(self) -> bool:
        return bool(self._ids)

    def record(self, index: Index) -> ActivityRecord | None:
        """The activity behind a row; None for a heading and for what is not read yet."""
        return self._records.get(self.activity_id(index))

    def activity_id(self, index: Index) -> int:
        """The activity's number, 0 for a heading."""
        return max(int(self._keys[index.row()]), 0) if index.isValid() else 0

    def group_at(self, index: Index) -> str:
        """The code of the group that a heading heads; empty for any other row."""
        key = int(self._keys[index.row()]) if index.isValid() else 0
        return _code(key) if key < 0 else ""

    def row_of(self, activity_id: int) -> int:
        """Where an activity is shown; -1 where it is not."""
        found = np.flatnonzero(self._keys == activity_id)
        return int(found[0]) if len(found) else -1

    def following(self, index: Index) -> int:
        """The activity that is shown after a row, before it where nothing follows; 0 where there is none."""
        if not index.isValid():
            return 0
        after, before = self._keys[index.row() + 1 :], self._keys[: index.row()]
        near = after[after > 0]
        if len(near):
            return int(near[0])
        near = before[before > 0]
        return int(near[-1]) if len(near) else 0

    def first_row(self) -> int:
        """The first activity's row; -1 where there is none."""
        found = np.flatnonzero(self._keys > 0)
        return int(found[0]) if len(found) else -1

    def heading_rows(self) -> tuple[int, ...]:
        return tuple(int(row) for row in np.flatnonzero(self._keys < 0))

    def set_folded(self, group: str, folded: bool) -> None:
        """Show or hide a group's activities under its heading."""
        if folded == (group in self._folded):
            return
        (self._folded.add if folded else self._folded.discard)(group)
        self._exchange(self._flat())
        self._tell_headings()

    def toggle_fold(self, group: str) -> None:
        self.set_folded(group, group not in self._folded)

    # Qt's side

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(AgendaColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        key = int(self._keys[index.row()])
        if role == Role.ID:
            return max(key, 0)
        if key < 0:
            return self._of_heading(self._heading(_code(key)), index.column(), role)
        record = self._asked(index.row(), key)
        if record is None:
            return None
        match role:
            case Role.CELL:
                return self._writer.cell(record, index.column())
            case Qt.ItemDataRole.DisplayRole:
                return self._writer.plain(record, index.column())
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._writer.spoken(record)
            case Qt.ItemDataRole.ToolTipRole:
                whole = index.column() == AgendaColumn.SUBJECT
                return self._writer.tool_tip(record) if whole else self._writer.plain(record, index.column())
        return None

    def _heading(self, group: str) -> GroupHeading:
        return self._writer.heading(group, self.count(group), folded=group in self._folded)

    def _of_heading(self, heading: GroupHeading, column: int, role: int) -> object:
        if role == Role.GROUP:
            return heading
        if role == Qt.ItemDataRole.DisplayRole and column == AgendaColumn.CHECK:
            return heading.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._writer.spoken_heading(heading)
        return None

    # reading

    async def _reload(self) -> None:
        view = self.view
        agenda = await self._source.agenda(view.employee_id)
        done = await self._source.done_today(view.employee_id)
        ids = {**{group.code: group.ids for group in agenda.groups}, DONE: done}
        if view.text:
            found = await self._matching(view.text, view.employee_id)
            ids = {code: vector[np.isin(vector, found)] for code, vector in ids.items()}
        self._ids = ids
        self._boundary = agenda.next_boundary
        self._exchange(self._flat())
        self._tell_headings()
        self._wait()
        self.loaded.emit()

    def _asked(self, row: int, key: int) -> ActivityRecord | None:
        """The record as it is known; what isn't known, or may have changed, is asked for by its page."""
        if key not in self._asked_for:
            self._wanted.add(row // PAGE)
            if not self._fetch.isActive():
                self._fetch.start()
        return self._records.get(key)

    def _fetch_wanted(self) -> None:
        pages, self._wanted = sorted(self._wanted), set()
        for page in pages:
            self._tasks.run(self._read_page(page), quiet=True)

    async def _read_page(self, page: int) -> None:
        keys = self._keys[page * PAGE : (page + 1) * PAGE]
        ids = [int(key) for key in keys if key > 0 and int(key) not in self._asked_for]
        if not ids:
            return
        self._asked_for.update(ids)
        found = {record.id: record for record in await self._source.rows(ids)}
        if len(self._records) > MOST_RECORDS:
            self._records.clear()
            self._asked_for = set(ids)
        self._records.update(found)
        first, last = page * PAGE, min((page + 1) * PAGE, len(self._keys)) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(AgendaColumn) - 1))

    # time

    def _wait(self) -> None:
        """Until the words or the groups change next; a whole minute at most, as a workstation may have slept."""
        now = self._office.now()
        moment = now.replace(second=0, microsecond=0) + _LONGEST_WAIT
        if self._boundary is not None and now < self._boundary:
            moment = min(moment, self._boundary)
        self.clock.start(int((moment - now).total_seconds() * 1000) + _JUST_AFTER_MS)

    def _time_passed(self) -> None:
        self._wait()
        if self._boundary is not None and self._office.now() >= self._boundary:
            self.reload()
        elif len(self._keys):
            last = len(self._keys) - 1
            self.dataChanged.emit(self.index(0, AgendaColumn.STATE), self.index(last, AgendaColumn.STATE))

    # rows

    def _flat(self) -> IdVector:
        """Headings as negative numbers, each before its activities."""
        parts: list[IdVector] = []
        for number, code in enumerate(GROUPS):
            ids = self._ids.get(code, _EMPTY)
            shown = code in self.view.groups if self.view.groups else code != DONE
            if not shown or not len(ids):
                continue
            parts.append(np.array([-number - 1], dtype=np.int64))
            if code not in self._folded:
                parts.append(ids)
        return np.concatenate(parts) if parts else _EMPTY

    def _tell_headings(self) -> None:
        for row in self.heading_rows():
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(AgendaColumn) - 1))

    def _exchange(self, keys: IdVector) -> None:
        """Go over to other rows: what stays keeps its row, the selection and the place in the view with it."""
        old = self._keys
        start = _alike(old, keys)
        tail = min(_alike(old[::-1], keys[::-1]), min(len(old), len(keys)) - start)
        before, after = old[start : len(old) - tail], keys[start : len(keys) - tail]
        going, coming = ~np.isin(before, after), ~np.isin(after, before)
        out, into = list(_runs(going)), list(_runs(coming))
        moved = not np.array_equal(before[~going], after[~coming])
        if moved or len(out) + len(into) > MOST_RUNS:
            out = [(0, len(before))] if len(before) else []
            into = [(0, len(after))] if len(after) else []
        for first, end in reversed(out):
            self._remove(start + first, start + end)
        for first, end in into:
            self._insert(start + first, after[first:end])

    def _remove(self, first: int, end: int) -> None:
        self.beginRemoveRows(QModelIndex(), first, end - 1)
        self._keys = np.delete(self._keys, slice(first, end))
        self.endRemoveRows()

    def _insert(self, first: int, keys: IdVector) -> None:
        self.beginInsertRows(QModelIndex(), first, first + len(keys) - 1)
        self._keys = np.insert(self._keys, first, keys)
        self.endInsertRows()


def _code(key: int) -> str:
    return GROUPS[-key - 1]


def _alike(one: IdVector, other: IdVector) -> int:
    """How many keys at the beginning are the same."""
    shorter = min(len(one), len(other))
    differing = np.flatnonzero(one[:shorter] != other[:shorter])
    return int(differing[0]) if len(differing) else shorter


def _runs(chosen: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Iterator[tuple[int, int]]:
    """Begin and end of each stretch of True."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], chosen, [False])).astype(np.int8)))
    for begin, end in zip(edges[::2], edges[1::2], strict=True):
        yield int(begin), int(end)
