"""A list's rows as cells of a file: numbers and days stay such, all else is words as the list shows them."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from app.qtmodels.record_words import RecordWriter
from app.services.records.cells import Amount
from app.services.records.lists import Row

if TYPE_CHECKING:
    # SQLAlchemy, which services bring, takes 0.3 s to import: the sign-in window paints before that
    from app.services.exporting.sheets import CellValue


class RowWords:
    """For the columns of one export."""

    def __init__(self, writer: RecordWriter, shown: Sequence[str], read: Sequence[str], zone: ZoneInfo) -> None:
        """`read` are the columns that the shown ones are made of, in the order in which rows bring them."""
        self._writer = writer
        self._shown = tuple(shown)
        self._read = tuple(read)
        self._zone = zone

    def headings(self) -> tuple[str, ...]:
        return tuple(self._writer.heading(code) or code for code in self._shown)

    def cells(self, row: Row) -> "Sequence[CellValue]":
        record_id = row[0]
        assert isinstance(record_id, int), "a row begins with its number"
        values = dict(zip(self._read, row[1:], strict=True))
        return [self._cell(values, record_id, code) for code in self._shown]

    def _cell(self, values: dict[str, object], record_id: int, code: str) -> "CellValue":
        value = values.get(code)
        match value:
            case Amount():
                return value.amount
            case Decimal():
                return value
            case datetime():
                return value.astimezone(self._zone).replace(tzinfo=None, microsecond=0)
            case date():
                return value
        if code == "number":
            return record_id
        return self._writer.plain(values, record_id, code)
