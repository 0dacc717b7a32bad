"""The items of a calendar's span as rows, and its days beside them; what changes keeps the other rows in place."""

from datetime import timedelta
from typing import Final, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from app.core.changes import Changes
from app.qtbase.tasks import Tasks
from app.qtmodels.calendar_words import CalendarBlock, CalendarWriter, Office
from app.qtmodels.roles import Role
from app.services.records.calendar import CalendarDay, CalendarItem, CalendarPage, CalendarQuestion

Index = QModelIndex | QPersistentModelIndex
Key = tuple[str, int]

_MINUTE: Final = timedelta(minutes=1)
_JUST_AFTER_MS: Final = 20


class CalendarSource(Protocol):
    """Where pages come from: `app.services.calendar.Calendar`."""

    async def page(self, question: CalendarQuestion) -> CalendarPage: ...


class CalendarModel(QAbstractListModel):
    """`ask` shows another span; what is on show stays until the answer is there."""

    loaded = Signal()
    """The days are in place."""
    failed = Signal(object)
    """A `PrichalError`."""
    busy_changed = Signal(bool)
    ticked = Signal()
    """A minute has passed: the line of the present moment moves, something may have become overdue."""

    def __init__(self, source: CalendarSource, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._source = source
        self._office = office
        self.writer = CalendarWriter(office)
        self.question: CalendarQuestion | None = None
        """The newest one asked."""
        self.shown: CalendarQuestion | None = None
        """The one answered."""
        self.page = CalendarPage(())
        self._items: list[CalendarItem] = []
        self._blocks: dict[Key, CalendarBlock] = {}
        self._tasks = Tasks(self, self.failed.emit)
        self._tasks.busy_changed.connect(self.busy_changed)
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._time_passed)
        self._wait()

    # what is shown

    def ask(self, question: CalendarQuestion) -> None:
        """Go over to another span, filter or people."""
        self.question = question
        self.reload()

    def reload(self) -> None:
        """Ask again; the newest question wins."""
        if self.question is not None:
            self._tasks.run(self._read(self.question), latest="page")

    async def read_again(self) -> None:
        """Ask again, for who waits for the answer."""
        if self.question is not None:
            await self._read(self.question)

    def concerns(self, changes: Changes) -> bool:
        """Whether a change may show here: what comes into the span is known only by asking."""
        if self.question is None:
            return False
        if changes.kind in ("activity", self.question.section, "settings", "employee"):
            return True
        clients = {one.client.id for one in self._items if one.client and one.client.section == changes.kind}
        return bool(clients) and (not changes.ids or not clients.isdisjoint(changes.ids))

    @property
    def days(self) -> tuple[CalendarDay, ...]:
        return self.page.days

    @property
    def by(self) -> str:
        """By which date items stand on their days."""
        return self.shown.by if self.shown is not None else ""

    @property
    def items(self) -> list[CalendarItem]:
        """All rows in their order."""
        return self._items

    def item(self, index: Index) -> CalendarItem | None:
        return self._items[index.row()] if index.isValid() and index.row() < len(self._items) else None

    def block(self, item: CalendarItem) -> CalendarBlock:
        found = self._blocks.get(item.key)
        if found is None:
            found = self._blocks[item.key] = self.writer.block(item)
        return found

    def row_of(self, key: Key) -> int:
        """Where an item stands; -1 where it doesn't."""
        return next((row for row, item in enumerate(self._items) if item.key == key), -1)

    def words_changed(self) -> None:
        """Language or time changed what is said."""
        self._blocks.clear()
        if self._items:
            self.dataChanged.emit(self.index(0), self.index(len(self._items) - 1))

    # Qt's side

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item(index)
        if item is None:
            return None
        match role:
            case Role.ID:
                return item.id
            case Role.CELL:
                return self.block(item)
            case Qt.ItemDataRole.DisplayRole:
                return item.client_name or item.subject
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.writer.spoken(item)
            case Qt.ItemDataRole.ToolTipRole:
                return self.writer.tool_tip(item)
        return None

    # reading

    async def _read(self, question: CalendarQuestion) -> None:
        page = await self._source.page(question)
        self.page, self.shown = page, question
        self._exchange([*page.running, *(item for day in page.days for item in day.items)])
        self.loaded.emit()

    def _exchange(self, items: list[CalendarItem]) -> None:
        """Rows that stay in order keep their place; the others go, and come where they stand now."""
        self._blocks.clear()
        wanted = {item.key: place for place, item in enumerate(items)}
        last, row = -1, 0
        while row < len(self._items):
            place = wanted.get(self._items[row].key, -1)
            if place > last:
                last, row = place, row + 1
            else:
                self._remove(row)
        for place, item in enumerate(items):
            if place < len(self._items) and self._items[place].key == item.key:
                if self._items[place] != item:
                    self._items[place] = item
                    self.dataChanged.emit(self.index(place), self.index(place))
            else:
                self.beginInsertRows(QModelIndex(), place, place)
                self._items.insert(place, item)
                self.endInsertRows()

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._items[row]
        self.endRemoveRows()

    # time

    def _wait(self) -> None:
        now = self._office.now()
        moment = now.replace(second=0, microsecond=0) + _MINUTE
        self._clock.start(int((moment - now).total_seconds() * 1000) + _JUST_AFTER_MS)

    def _time_passed(self) -> None:
        self._wait()
        self.words_changed()
        self.ticked.emit()
