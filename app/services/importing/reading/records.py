"""The records of a CSV text with the physical lines they begin at; a broken one costs no other."""

import csv
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TextIO

from app.core.errors import UserError
from app.services.importing.layout import Dialect

LONGEST_LINE: Final = 4_000_000
"""Characters; a longer line is no line of a table, and would have to be held in memory whole."""

_LONGEST_MENDED: Final = 200_000


@dataclass(slots=True)
class Record:
    """The cells of one record; `broken` where its quotes don't pair, with the line as its only cell."""

    line: int
    cells: tuple[str, ...]
    broken: bool = False


class _Lines:
    """Lines of a text, numbered; those of a record that turned out broken can be put back."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._returned: deque[str] = deque()
        self._taken: list[str] = []
        self.first = 1
        """Number of the first line taken since `begin`."""

    def begin(self) -> None:
        self.first += len(self._taken)
        self._taken = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._returned.popleft() if self._returned else self._stream.readline(LONGEST_LINE)
        if not line:
            raise StopIteration
        if len(line) >= LONGEST_LINE:
            raise UserError("import_line_too_long", line=self.first + len(self._taken), limit=LONGEST_LINE)
        self._taken.append(line)
        return line

    def keep_first(self) -> str:
        """The first line taken; the others come again."""
        self._returned.extendleft(reversed(self._taken[1:]))
        del self._taken[1:]
        return self._taken[0].rstrip("\r\n")


def read_records(stream: TextIO, dialect: Dialect, width: int | None = None) -> Iterator[Record]:
    """All records but blank lines; `stream` is opened with newline="".

    Where quotes are used against the rules (`"ООО "Ромашка""`, a quote never closed), the line is taken by itself:
    split so that it has `width` cells if that is possible, else reported as broken; the next lines are read as usual.
    """
    lines = _Lines(stream)
    reader = _reader(lines, dialect)
    while True:
        lines.begin()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            line = lines.keep_first()
            reader = _reader(lines, dialect)
            mended = _mended(line, dialect, width)
            yield Record(lines.first, mended or (line,), broken=mended is None)
            continue
        if len(cells) > 1 or (cells and not _is_blank(cells[0])):
            yield Record(lines.first, tuple(cells))


def _reader(lines: Iterator[str], dialect: Dialect) -> Iterator[list[str]]:
    return csv.reader(
        lines,
        delimiter=dialect.separator,
        quotechar=dialect.quote,
        skipinitialspace=dialect.skip_spaces,
        strict=True,
    )


def _mended(line: str, dialect: Dialect, width: int | None) -> tuple[str, ...] | None:
    """The cells of a line with stray quotes, if one way of reading them gives `width` cells."""
    if width is None or len(line) > _LONGEST_MENDED:
        return None
    for cells in (_by_outer_quotes(line, dialect, width), line.split(dialect.separator)):
        if cells and len(cells) == width and all(_is_paired(cell, dialect.quote) for cell in cells):
            return tuple(_unquoted(cell, dialect.quote) for cell in cells)
    return None


def _by_outer_quotes(line: str, dialect: Dialect, width: int) -> list[str]:
    """Split at the separators outside quotes, where only a quote before a separator or the end closes a cell."""
    separator, quote = re.escape(dialect.separator), re.escape(dialect.quote)
    cell = re.compile(rf"\s*{quote}.*?{quote}\s*(?={separator}|$)|[^{separator}]*")
    cells: list[str] = []
    place = 0
    while place <= len(line) and len(cells) <= width:
        match = cell.match(line, place)
        if match is None:
            return []
        cells.append(match[0])
        place = match.end() + 1
    return cells


def _is_blank(only_cell: str) -> bool:
    """Whether a line holds spaces alone, or the end-of-file mark of old programs."""
    return only_cell != "" and not only_cell.strip(" \t\xa0\x1a")


def _is_paired(cell: str, quote: str) -> bool:
    bare = cell.strip()
    return not bare.startswith(quote) or (len(bare) >= 2 and bare.endswith(quote)) or bare.count(quote) % 2 == 0


def _unquoted(cell: str, quote: str) -> str:
    bare = cell.strip()
    if len(bare) >= 2 and bare[0] == bare[-1] == quote:
        return bare[1:-1].replace(quote * 2, quote)
    return cell
