"""How a file is laid out, and the rows read from it: what the steps of an import hand to each other."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

Cell = str | int | float | bool | date | datetime | time | timedelta
"""A cell as the file holds it: always text in CSV, typed in a workbook."""


class FileKind(StrEnum):
    """What kind of file is imported."""

    CSV = "csv"
    WORKBOOK = "workbook"


@dataclass(frozen=True, slots=True)
class Dialect:
    """How cells are set apart in a CSV file."""

    separator: str = ";"
    quote: str = '"'
    skip_spaces: bool = False
    """Whether a space follows each separator, before the quote."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is written and where its table lies."""

    path: Path
    size: int
    """Bytes."""
    kind: FileKind
    headings: tuple[str, ...]
    """Empty strings where the file has no heading row."""
    heading_line: int
    """Its first physical line, counted from 1; 0 where there is no heading row."""
    encoding: str = "utf-8-sig"
    """Codec to read a CSV file with, and to write its rejected rows in."""
    dialect: Dialect = Dialect()
    trailing: bool = False
    """Whether every row, but not the heading row, ends with one separator too many."""
    sheet: str = ""
    sample: tuple[tuple[str, ...], ...] = ()
    """The first rows below the headings, as text: what columns of unclear sense are judged by."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a row can't be imported, or a cell not be read; the words are made by the reader's side."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(slots=True)
class Row:
    """A row of the table; `fault` where its columns don't line up with the headings."""

    line: int
    """The physical line it begins at, counted from 1."""
    cells: tuple[Cell, ...]
    fault: Reason | None = None


def cell_text(cell: Cell) -> str:
    """A cell as people would write it: whole numbers without a point, dates as dd.mm.yyyy."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else format(Decimal(repr(cell)), "f")
    if isinstance(cell, datetime):
        return f"{cell:%d.%m.%Y %H:%M:%S}"
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}"
    return str(cell)


def texts(row: Row) -> tuple[str, ...]:
    """The cells of a row as text."""
    return tuple([cell if isinstance(cell, str) else cell_text(cell) for cell in row.cells])
