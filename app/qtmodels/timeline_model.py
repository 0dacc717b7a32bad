"""The timeline of a client as a list: headings of days and entries, read backwards in pages."""

from collections.abc import Collection, Sequence
from typing import Final, Protocol

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.core.kinds import TimelineKind
from app.qtbase import i18n
from app.qtbase.tasks import Tasks
from app.qtmodels.roles import DayHeading, Role, TimelineEntry
from app.qtmodels.timeline_words import TimelineWriter
from app.services.records.activities import ClientRef, TimelineRecord

PAGE: Final = 100
Index = QModelIndex | QPersistentModelIndex
Item = DayHeading | TimelineEntry


class TimelineSource(Protocol):
    """Where lines come from: `app.services.timeline.Timeline`."""

    async def of_client(
        self, ref: ClientRef, kinds: Collection[TimelineKind] | None = None, before: int | None = None, limit: int = 100
    ) -> tuple[TimelineRecord, ...]: ...

    async def pinned(self, ref: ClientRef) -> tuple[TimelineRecord, ...]: ...


class TimelineModel(QAbstractListModel):
    """Pinned lines first, then the newest back; older ones are read as the view comes near its end."""

    failed = Signal(object)
    """A `PrichalError`."""
    loaded = Signal()
    """Lines were read, for the first time or anew."""

    def __init__(self, source: TimelineSource, writer: TimelineWriter, ref: ClientRef, parent: QObject) -> None:
        super().__init__(parent)
        self._source = source
        self._writer = writer
        self._ref = ref
        self._kinds: frozenset[TimelineKind] | None = None
        self._records: tuple[TimelineRecord, ...] = ()
        self._pinned: tuple[TimelineRecord, ...] = ()
        self._items: list[Item] = []
        self._more = False
        self._tasks = Tasks(self, self.failed.emit)

    def load(self) -> None:
        """Read what is shown anew; what stays the same keeps its row."""
        self._tasks.run(self._load(max(len(self._records), PAGE)), latest="load")

    def set_kinds(self, kinds: frozenset[TimelineKind] | None) -> None:
        """Show lines of these kinds only; None: all."""
        if kinds != self._kinds:
            self._kinds = kinds
            self._tasks.run(self._load(PAGE), latest="load")

    def record(self, index: Index) -> TimelineRecord | None:
        """The line behind a row; None for a heading."""
        line_id = self.data(index, Role.ID)
        return next((one for one in (*self._pinned, *self._records) if one.id == line_id), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == Role.ENTRY:
            return item
        if role == Role.ID:
            return item.id if isinstance(item, TimelineEntry) else -1
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(item)
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title if isinstance(item, TimelineEntry) else item.text
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:
        if self._more:
            self._more = False
            self._tasks.run(self._load_older(), latest="older")

    async def _load(self, count: int) -> None:
        pinned = await self._source.pinned(self._ref)
        records = await self._source.of_client(self._ref, self._kinds, None, count)
        self._tasks.cancel("older")
        self._pinned = tuple(one for one in pinned if self._kinds is None or one.kind in self._kinds)
        self._show(records, more=len(records) >= count)

    async def _load_older(self) -> None:
        last = self._records[-1].id
        older = await self._source.of_client(self._ref, self._kinds, last, PAGE)
        self._show((*self._records, *older), more=len(older) >= PAGE)

    def _show(self, records: tuple[TimelineRecord, ...], *, more: bool) -> None:
        self._records = records
        self._more = more
        self._replace(self._written())
        self.loaded.emit()

    def _written(self) -> list[Item]:
        items: list[Item] = []
        if self._pinned:
            items.append(DayHeading(QCoreApplication.translate("Timeline", "Pinned")))
            items += [self._writer.entry(one, with_day=True) for one in self._pinned]
        pinned = {one.id for one in self._pinned}
        day, today = None, self._writer.today()
        for record in self._records:
            if record.id in pinned:
                continue
            if (of := self._writer.day(record)) != day:
                day = of
                items.append(DayHeading(i18n.day_heading(of, today)))
            items.append(self._writer.entry(record))
        return items

    def _replace(self, items: Sequence[Item]) -> None:
        """Take out and put in only what lies between the same beginning and the same end."""
        old = self._items
        start = _same(old, items)
        tail = min(_same(old[::-1], items[::-1]), min(len(old), len(items)) - start)
        nowhere = QModelIndex()
        if len(old) - tail > start:
            self.beginRemoveRows(nowhere, start, len(old) - tail - 1)
            del old[start : len(old) - tail]
            self.endRemoveRows()
        if len(items) - tail > start:
            self.beginInsertRows(nowhere, start, len(items) - tail - 1)
            old[start:start] = items[start : len(items) - tail]
            self.endInsertRows()


def spoken(item: Item) -> str:
    """An entry in words, for screen readers."""
    if isinstance(item, DayHeading):
        return item.text
    tags = [words for words, _ in item.tags]
    if item.arrow:
        tags[:2] = [" → ".join(tags[:2])]
    parts = (
        item.time, item.title, *tags, item.amount, item.status, item.author,
        item.body, item.link,
    )  # fmt: skip
    return ", ".join(part for part in parts if part)


def _same(one: Sequence[Item], other: Sequence[Item]) -> int:
    """How many items at the beginning are alike."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
