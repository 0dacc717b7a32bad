"""The file of rejected rows: the same headings, encoding and separator, to be mended and imported again."""

import csv
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from app.services.importing.headings import is_reason
from app.services.importing.layout import FileKind, Layout, Reason
from app.services.importing.reading.files import file_errors
from app.services.importing.rows import RejectedRow


class RejectsFile:
    """Writes rejected rows as they come; a context manager.

    The reason stands in a column before the others, so that a row with too few or too many cells keeps just these
    and is not taken for whole when it comes again unmended. Cells are written as they were, also those that begin
    with `=`: the file goes back to where it came from, and escaping would change what is imported. A reason column
    of an earlier such file is replaced. Raises UserError where the file can't be written.
    """

    def __init__(self, path: Path, layout: Layout, reason_heading: str, words: Callable[[Reason], str]) -> None:
        self._path = path
        self._layout = layout
        self._reason_heading = reason_heading
        self._words = words
        self._skipped = 1 if layout.headings and is_reason(layout.headings[0]) else 0

    def __enter__(self) -> Self:
        encoding = self._layout.encoding if self._layout.kind is FileKind.CSV else "utf-8-sig"
        if not _can_write(encoding, self._reason_heading):
            encoding = "utf-8-sig"
        dialect = self._layout.dialect
        with file_errors(self._path):
            self._stream = self._path.open("w", encoding=encoding, errors="replace", newline="")
        self._writer = csv.writer(self._stream, delimiter=dialect.separator, quotechar=dialect.quote)
        self._writer.writerow([self._reason_heading, *self._layout.headings[self._skipped :]])
        return self

    def add(self, row: RejectedRow) -> None:
        """One more row. A line whose quotes don't pair is written as it stands, behind the reason."""
        words = self._words(row.reason)
        with file_errors(self._path):
            if row.reason.code == "quotes_broken":
                self._write_broken(words, row.cells[0])
            else:
                self._writer.writerow([words, *row.cells[self._skipped :]])

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        with file_errors(self._path):
            self._stream.close()

    def _write_broken(self, words: str, line: str) -> None:
        separator = self._layout.dialect.separator
        quote = self._layout.dialect.quote
        if self._skipped:
            _, _, line = line.partition(separator)
        plain = words.replace(quote, " ").replace(separator, " ").replace("\n", " ")
        self._stream.write(f"{plain}{separator}{line}\r\n")


def _can_write(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
