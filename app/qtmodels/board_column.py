"""One column of the kanban: the ids of all its cards; the cards are read as they come into view."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, Protocol

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.qtmodels.roles import BoardCard, Role
from app.services.records.boards import Flags, StageColumn
from app.services.records.lists import IdVector

NO_IDS: Final[IdVector] = np.empty(0, dtype=np.int64)
NO_FLAGS: Final[Flags] = np.empty(0, dtype=np.bool_)
Index = QModelIndex | QPersistentModelIndex


class Cards(Protocol):
    """Where a column finds its cards: the board, which has them for all its columns."""

    def card(self, stage_id: int, row: int, card_id: int) -> BoardCard | None:
        """The card; None while it is being read."""

    def spoken(self, card_id: int) -> str: ...

    def tool_tip(self, card_id: int) -> str: ...

    def is_selected(self, card_id: int) -> bool: ...


class BoardColumn(QAbstractListModel):
    """Costs the same with ten cards and with a million."""

    def __init__(self, stage_id: int, cards: Cards, parent: QObject) -> None:
        super().__init__(parent)
        self.stage_id = stage_id
        self.ids: IdVector = NO_IDS
        self.planned: Flags = NO_FLAGS
        self.sums: tuple[tuple[str, Decimal], ...] = ()
        self._cards = cards

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.ids):
            return None
        card_id = int(self.ids[index.row()])
        match role:
            case Role.ID:
                return card_id
            case Role.CHECKED:
                return self._cards.is_selected(card_id)
            case Role.CARD:
                return self._cards.card(self.stage_id, index.row(), card_id)
            case Qt.ItemDataRole.DisplayRole:
                card = self._cards.card(self.stage_id, index.row(), card_id)
                return card.name if card is not None else None
            case Qt.ItemDataRole.ToolTipRole:
                return self._cards.tool_tip(card_id)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._cards.spoken(card_id)
        return None

    def id_at(self, row: int) -> int:
        """The card of a row. Raises IndexError where there is none."""
        return int(self.ids[row])

    def row_of(self, card_id: int) -> int:
        """Where a card stands; -1 where it does not."""
        found = np.flatnonzero(self.ids == card_id)
        return int(found[0]) if len(found) else -1

    def touch(self) -> None:
        """What the cards say may have changed."""
        if len(self.ids):
            self.dataChanged.emit(self.index(0), self.index(len(self.ids) - 1))

    def show(self, column: StageColumn) -> None:
        """Go over to another result; cards that stay keep their indexes with them."""
        self.sums = column.sums
        self._exchange(column.ids, column.planned)

    def without(self, card_ids: Sequence[int]) -> list[bool]:
        """Take cards out before the database is asked again; returns whether each had a next activity."""
        flags = {card: bool(self.planned[row]) for card in card_ids if (row := self.row_of(card)) >= 0}
        stay = ~np.isin(self.ids, np.array(list(card_ids), dtype=np.int64))
        self._exchange(self.ids[stay], self.planned[stay])
        return [flags.get(card, False) for card in card_ids]

    def put(self, card_ids: Sequence[int], planned: Sequence[bool], row: int) -> None:
        """Put cards in at a row, likewise."""
        ids = np.insert(self.ids, row, np.array(list(card_ids), dtype=np.int64))
        self._exchange(ids, np.insert(self.planned, row, np.array(list(planned), dtype=np.bool_)))

    def rearrange(self, card_ids: Sequence[int], row: int) -> None:
        """Put cards of this column before the row, one behind the other; indexes go with them."""
        moved = np.isin(self.ids, np.array(list(card_ids), dtype=np.int64))
        rest = np.flatnonzero(~moved)
        place = int(np.count_nonzero(rest < row))
        rows = [self.row_of(card) for card in card_ids]
        order = np.insert(rest, place, np.array([one for one in rows if one >= 0], dtype=np.int64))
        self._exchange(self.ids[order], self.planned[order])

    def _exchange(self, ids: IdVector, planned: Flags) -> None:
        """Rows are added or taken at the end, and arranged in between, so that no view loses its place."""
        before, after = len(self.ids), len(ids)
        if np.array_equal(self.ids, ids):
            self._set(ids, planned)
            self.touch()
            return
        if after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
            self._set(np.concatenate((self.ids, ids[before:])), np.concatenate((self.planned, planned[before:])))
            self.endInsertRows()
        self._arrange(ids, planned)
        if after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
            self._set(ids, planned)
            self.endRemoveRows()

    def _arrange(self, ids: IdVector, planned: Flags) -> None:
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        cards = [self.id_at(index.row()) for index in kept]
        rest = max(0, len(self.ids) - len(ids))
        tail = len(self.ids) - rest
        self._set(np.concatenate((ids, self.ids[tail:])), np.concatenate((planned, self.planned[tail:])))
        places = [int(found[0]) if len(found := np.flatnonzero(ids == card)) else -1 for card in cards]
        moved = [self.index(place) if place >= 0 else QModelIndex() for place in places]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _set(self, ids: IdVector, planned: Flags) -> None:
        self.ids, self.planned = ids, planned
