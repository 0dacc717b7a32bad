"""Files that spreadsheets open: CSV and XLSX, written row by row; no text of a client can become a formula."""

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, Protocol, TypeAlias

from app.core.text import clean_text

CellValue: TypeAlias = str | int | Decimal | date | datetime | None
"""Moments without a zone: those of the office."""

_RISKY: Final = re.compile(r"^[\s]*[=+\-@\t\r]")
_NUMERIC: Final = re.compile(r"^\s*[+-]?[\d\s().,-]+$")
"""Phones and numbers: they begin with a sign and are no formula."""
LONGEST_CELL: Final = 32_000
"""Characters that a cell of a spreadsheet holds."""


class FileForm(StrEnum):
    """What is written."""

    CSV = "csv"
    XLSX = "xlsx"


class Sheet(Protocol):
    """An open file; `close` ends it."""

    def add(self, rows: Iterable[Sequence[CellValue]]) -> None: ...

    def close(self) -> None: ...


def open_sheet(path: Path, form: FileForm, *, comma: bool) -> Sheet:
    """Begin a file; `comma`: the reader's numbers have decimal commas, so semicolons part the cells of a CSV."""
    return _Workbook(path) if form is FileForm.XLSX else _Csv(path, comma=comma)


def harmless(text: str) -> str:
    """The text, marked as such where a spreadsheet would take it for a formula."""
    cut = clean_text(text)[:LONGEST_CELL]
    return f"'{cut}" if _RISKY.match(cut) and not _NUMERIC.match(cut) else cut


class _Csv:
    """UTF-8 with the mark by which Excel knows it."""

    def __init__(self, path: Path, *, comma: bool) -> None:
        self._comma = comma
        self._stream = path.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._stream, delimiter=";" if comma else ",")

    def add(self, rows: Iterable[Sequence[CellValue]]) -> None:
        self._writer.writerows([self._written(value) for value in row] for row in rows)

    def close(self) -> None:
        self._stream.close()

    def _written(self, value: CellValue) -> str:
        match value:
            case None:
                return ""
            case str():
                return harmless(value)
            case Decimal():
                return str(value).replace(".", ",") if self._comma else str(value)
            case datetime():
                return value.strftime("%d.%m.%Y %H:%M") if self._comma else value.strftime("%Y-%m-%d %H:%M")
            case date():
                return value.strftime("%d.%m.%Y") if self._comma else value.isoformat()
        return str(value)


class _Workbook:
    """Numbers stay numbers, days days; texts are texts whatever they begin with."""

    def __init__(self, path: Path) -> None:
        from openpyxl import Workbook  # 0.1 s: the office's window opens without it
        from openpyxl.cell import WriteOnlyCell  # likewise

        self._path = path
        self._make_cell = WriteOnlyCell
        self._book = Workbook(write_only=True)
        self._sheet: Any = self._book.create_sheet()  # Any: openpyxl has no types

    def add(self, rows: Iterable[Sequence[CellValue]]) -> None:
        for row in rows:
            self._sheet.append([self._cell(value) for value in row])

    def close(self) -> None:
        self._book.save(self._path)
        self._book.close()

    def _cell(self, value: CellValue) -> object:
        if not isinstance(value, str):
            return value
        cell = self._make_cell(self._sheet, value=clean_text(value)[:LONGEST_CELL])
        cell.data_type = "s"
        return cell
