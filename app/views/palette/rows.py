"""Rows of the palette, and the list model that holds them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.services.records.lists import SearchHit
from app.views.palette.matches import Span

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class RowRole(IntEnum):
    """Beside Qt's own."""

    ROW = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """Heads a group."""

    text: str
    count: str = ""


@dataclass(frozen=True, slots=True)
class ClientRow:
    """A client that was found, every word made."""

    hit: SearchHit
    icon: str
    name: str
    phone: str
    second: str
    tag: str
    tone: str
    failed: bool
    responsible: str
    name_match: Span | None = None
    phone_match: Span | None = None


@dataclass(frozen=True, slots=True)
class ActionRow:
    """Something to do."""

    icon: str
    text: str
    act: Callable[[], object]
    detail: str = ""
    keys: str = ""
    stays: bool = False
    """The palette stays open and shows what comes next."""


Row: TypeAlias = HeadingRow | ClientRow | ActionRow


class PaletteModel(QAbstractListModel):
    """What the palette shows now; a few dozen rows at most, so they are replaced as a whole."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> Row:
        return self._rows[number]

    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == RowRole.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], HeadingRow):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def spoken(row: Row) -> str:
    """The row in words, for screen readers."""
    match row:
        case HeadingRow():
            return row.text
        case ActionRow():
            return " ".join(part for part in (row.text, row.detail) if part)
        case ClientRow():
            return ", ".join(part for part in (row.name, row.phone, row.second, row.tag, row.responsible) if part)
