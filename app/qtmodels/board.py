"""The kanban of leads or deals: a model a column, their cards read together as they come into view."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from app.core.clock import day_bounds
from app.core.kinds import StageKind
from app.qtbase.tasks import Tasks
from app.qtmodels.board_column import BoardColumn
from app.qtmodels.board_words import BoardWriter, presses_at
from app.qtmodels.record_words import Office
from app.qtmodels.roles import BoardCard
from app.services.records.boards import CardOrder, StageColumn
from app.services.records.lists import Filter, IdVector, Rows

PAGE: Final = 24
"""Cards of a column that are read at once: some more than a window shows."""
MOST_CARDS: Final = 4_000
"""Cards kept; what is scrolled away is read again."""
MOST_WAITING: Final = 16
"""Pages of all columns that wait to be read; those looked at before are scrolled away."""
LOOKED_AT: Final = 400
"""Cards that are looked through for the place where a moved one will stand."""


class BoardSource(Protocol):
    """Where columns come from: `app.services.boards.Boards`."""

    async def columns(self, section: str, chosen: Filter, order: CardOrder) -> Sequence[StageColumn]: ...


class RowSource(Protocol):
    """Where cards come from: `app.services.lists.service.Lists`."""

    async def rows(self, section: str, ids: Sequence[int] | IdVector, columns: Sequence[str]) -> Rows: ...


class BoardModel(QObject):
    """`show_result` asks anew; what is on show stays until the answer is there."""

    loaded = Signal()
    """The columns are in place; their cards come as they are looked at."""
    columns_changed = Signal()
    """There are other columns than before."""
    failed = Signal(object)
    """A `PrichalError`."""
    busy_changed = Signal(bool)
    selection_changed = Signal()

    def __init__(
        self, boards: BoardSource, rows: RowSource, office: Office, section: str, writer: BoardWriter, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._boards = boards
        self._source = rows
        self._office = office
        self._section = section
        self._writer = writer
        self._query: tuple[Filter, CardOrder] | None = None
        self.columns: tuple[BoardColumn, ...] = ()
        self.selected: dict[int, None] = {}
        """The selected cards in the order they were selected in, whichever columns they stand in."""
        self.is_loaded = False
        self._rows: dict[int, Mapping[str, object]] = {}
        self._cards: dict[int, BoardCard] = {}
        self._fresh: set[int] = set()
        self._pages: dict[tuple[int, int], None] = {}
        self._reading = False
        self._tasks = Tasks(self, self.failed.emit)
        self._tasks.busy_changed.connect(self.busy_changed)
        self._fetch = QTimer(self, singleShot=True, interval=0)
        self._fetch.timeout.connect(self._read_wanted)

    # what is shown

    @property
    def order(self) -> CardOrder:
        """The order of cards within a column."""
        return self._query[1] if self._query is not None else "activity"

    def show_result(self, chosen: Filter, order: CardOrder) -> None:
        """Ask what a filter finds; another filter forgets what was selected."""
        if self._query is not None and self._query[0] != chosen:
            self.select(())
        self._query = (chosen, order)
        self.reload()

    def reload(self) -> None:
        """Ask again, because something has changed."""
        if self._query is not None:
            self._tasks.run(self._read_columns(*self._query), latest="columns")

    def cards_changed(self, card_ids: frozenset[int]) -> None:
        """Read these again where they are in view; an empty set means all of them."""
        self._fresh -= card_ids or set(self._fresh)
        self._touch()

    def words_changed(self) -> None:
        """Time has passed: "3 min" is late a little later."""
        self._cards.clear()
        self._touch()

    def column(self, stage_id: int) -> BoardColumn | None:
        """The column of a stage; None where it is not shown."""
        return next((one for one in self.columns if one.stage_id == stage_id), None)

    def column_of(self, card_id: int) -> BoardColumn | None:
        """Where a card stands."""
        return next((one for one in self.columns if one.row_of(card_id) >= 0), None)

    def value(self, card_id: int, code: str) -> object:
        """What a card holds in a column of the list; None while it is being read."""
        return self._rows.get(card_id, {}).get(code)

    def name(self, card_id: int) -> str:
        """Whose card it is; empty while it is being read."""
        card = self._made(card_id)
        return card.name if card is not None else ""

    def count(self) -> int:
        """How many cards there are on the whole board."""
        return sum(len(one.ids) for one in self.columns)

    # selecting

    def select(self, card_ids: Iterable[int]) -> None:
        """Select these and no others."""
        self._select(dict.fromkeys(card_ids))

    def toggle(self, card_id: int) -> None:
        chosen = dict(self.selected)
        if card_id in chosen:
            del chosen[card_id]
        else:
            chosen[card_id] = None
        self._select(chosen)

    def select_rows(self, column: BoardColumn, first: int, last: int) -> None:
        """Select from one row to another, in either direction, in place of what was selected."""
        low, high = sorted((first, last))
        self.select(column.ids[low : high + 1].tolist())

    def _select(self, chosen: dict[int, None]) -> None:
        if list(chosen) != list(self.selected):
            self.selected = chosen
            self.selection_changed.emit()

    # moving

    def landing_row(self, column: BoardColumn, card_id: int) -> int:
        """Where a card will stand in a column by the order in force; of equal ones behind those known."""
        stage = self._office.registry.all.stages.get(column.stage_id)
        if stage is None or stage.kind is not StageKind.WORKING:
            return 0
        mine = self._place(card_id)
        looked_at = [one for one in column.ids[:LOOKED_AT].tolist() if one != card_id]
        for row, other in enumerate(looked_at):
            theirs = self._place(other)
            if mine is None or theirs is None or theirs > mine:
                return row
        return len(looked_at)

    def _place(self, card_id: int) -> tuple[float, ...] | None:
        row = self._rows.get(card_id)
        if row is None:
            return None
        today = self._office.now().astimezone(self._office.zone).date()
        tomorrow = day_bounds(today, self._office.zone)[1]
        bucket, starts, created = presses_at(row, tomorrow)
        made = created.timestamp() if hasattr(created, "timestamp") else 0.0
        if self.order == "date":
            return (-made,)
        return bucket, starts.timestamp() if starts is not None else 0.0, made

    def move_now(self, card_ids: Sequence[int], stage_id: int, row: int) -> None:
        """Show cards in another place at once; reading again confirms it, or takes it back."""
        target = self.column(stage_id)
        if target is not None and all(target.row_of(card) >= 0 for card in card_ids):
            target.rearrange(card_ids, row)
            return
        flags: dict[int, bool] = {}
        for column in self.columns:
            here = [card for card in card_ids if column.row_of(card) >= 0]
            if here:
                if column is target:
                    row -= sum(column.row_of(card) < row for card in here)
                flags.update(zip(here, column.without(here), strict=True))
        if target is not None:
            moved = [card for card in card_ids if card in flags]
            target.put(moved, [flags[card] for card in moved], max(0, min(row, len(target.ids))))

    # what columns ask

    def card(self, stage_id: int, row: int, card_id: int) -> BoardCard | None:
        """What isn't known, or may have changed, is asked for with its page."""
        if card_id not in self._fresh:
            page = stage_id, row // PAGE
            self._pages.pop(page, None)
            self._pages[page] = None
            if not self._fetch.isActive():
                self._fetch.start()
        return self._made(card_id)

    def spoken(self, card_id: int) -> str:
        row = self._rows.get(card_id)
        return "" if row is None else self._writer.spoken(row, card_id)

    def tool_tip(self, card_id: int) -> str:
        card = self._made(card_id)
        return "" if card is None else self._writer.tool_tip(card)

    def is_selected(self, card_id: int) -> bool:
        return card_id in self.selected

    def _made(self, card_id: int) -> BoardCard | None:
        card = self._cards.get(card_id)
        if card is None and (row := self._rows.get(card_id)) is not None:
            card = self._cards[card_id] = self._writer.card(row, card_id)
        return card

    # reading

    async def _read_columns(self, chosen: Filter, order: CardOrder) -> None:
        found = await self._boards.columns(self._section, chosen, order)
        self._fresh.clear()
        self._cards.clear()
        self._exchange(found)
        if self.selected:
            there = np.concatenate([column.ids for column in self.columns]) if self.columns else ()
            kept = np.isin(np.fromiter(self.selected, dtype=np.int64, count=len(self.selected)), there)
            self._select({card: None for card, stays in zip(self.selected, kept.tolist(), strict=True) if stays})
        self.is_loaded = True
        self.loaded.emit()

    def _exchange(self, found: Sequence[StageColumn]) -> None:
        known = {column.stage_id: column for column in self.columns}
        columns = tuple(known.get(one.stage_id) or BoardColumn(one.stage_id, self, self) for one in found)
        gone = [column for column in self.columns if column not in columns]
        changed = columns != self.columns
        self.columns = columns
        for column, one in zip(columns, found, strict=True):
            column.show(one)
        if changed:
            self.columns_changed.emit()
        for column in gone:
            column.deleteLater()

    def _read_wanted(self) -> None:
        if not self._reading:
            self._tasks.run(self._read_pages(), quiet=True)

    async def _read_pages(self) -> None:
        """The pages that all columns look at by one query; what was looked at last goes first."""
        self._reading = True
        try:
            while self._pages:
                wanted = list(self._pages)[-MOST_WAITING:]
                self._pages.clear()
                await self._read(list(dict.fromkeys(card for page in wanted for card in self._ids_of(*page))))
        finally:
            self._reading = False

    def _ids_of(self, stage_id: int, page: int) -> list[int]:
        column = self.column(stage_id)
        if column is None:
            return []
        shown = column.ids[page * PAGE : (page + 1) * PAGE].tolist()
        return [card for card in shown if card not in self._fresh]

    async def _read(self, ids: Sequence[int]) -> None:
        if not ids:
            return
        self._fresh.update(ids)
        taken = False
        try:
            asked = self._writer.columns()
            rows = await self._source.rows(self._section, ids, asked)
            self._take(ids, rows, asked)
            taken = True
        finally:
            if not taken:  # lost connection: asked for again when looked at
                self._fresh.difference_update(ids)
        self._touch()

    def _take(self, ids: Sequence[int], rows: Rows, asked: Sequence[str]) -> None:
        if len(self._rows) > MOST_CARDS:
            self._rows.clear()
            self._cards.clear()
            self._fresh = set(ids)
        for card_id in ids:
            self._rows.pop(card_id, None)
            self._cards.pop(card_id, None)
        for row in rows:
            if isinstance(row[0], int):
                self._rows[row[0]] = dict(zip(asked, row[1:], strict=True))

    def _touch(self) -> None:
        for column in self.columns:
            column.touch()
