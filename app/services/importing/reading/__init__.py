"""Reading of tables from files: finds how a file is written, then hands out its rows one by one, never the whole.

`inspect` decides from the file's beginning (the encoding from all of it); `read_rows` streams. Both raise UserError
with a code for every file that is no table. May import core and the layout and headings beside this package.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, TextIO

from app.core.errors import UserError
from app.services.importing.headings import is_reason
from app.services.importing.layout import FileKind, Layout, Reason, Row
from app.services.importing.reading import files
from app.services.importing.reading.encoding import find_encoding, wide_encoding
from app.services.importing.reading.records import Record, read_records
from app.services.importing.reading.separator import find_dialect, first_records, heading_record
from app.services.importing.reading.workbook import workbook_layout, workbook_rows

__all__ = ["inspect", "read_rows"]

_SAMPLE_CHARACTERS: Final = 256 * 1024
_WORKBOOK_NAMES: Final = frozenset({".xlsx", ".xlsm", ".xlsb", ".ods"})


def inspect(path: Path) -> Layout:
    """How the file is laid out. Raises UserError for what is no table: see `files`, `workbook` for the codes."""
    size = files.checked_size(path)
    head = files.read_head(path)
    files.refuse_foreign(path, head)
    if files.is_workbook(head) or path.suffix.lower() in _WORKBOOK_NAMES:
        layout = workbook_layout(path, size)
    else:
        layout = _csv_layout(path, size, head)
    if not layout.sample:
        raise UserError("import_no_rows", path=str(path))
    return layout


def read_rows(layout: Layout) -> Iterator[Row]:
    """The rows below the headings, in the file's order; a row that doesn't line up carries its fault."""
    return _csv_rows(layout) if layout.kind is FileKind.CSV else workbook_rows(layout)


def _csv_layout(path: Path, size: int, head: bytes) -> Layout:
    encoding = wide_encoding(head)
    if encoding is None:
        files.refuse_noise(path, head)
        encoding = find_encoding(path, head)
    text, cut = _beginning(path, encoding)
    if not text.strip():
        raise UserError("import_file_empty", path=str(path))
    dialect = find_dialect(text)
    heading = heading_record(first_records(text, dialect))
    width = len(heading.cells)
    records = first_records(text, dialect, width)
    below = records[heading.index + 1 :]
    if cut and not below:
        raise UserError("import_line_too_long", line=text.count("\n") + 1)
    if width == 1 and heading.index >= 0 and not heading.known:
        raise UserError("import_not_a_table", path=str(path))
    return Layout(
        path=path,
        size=size,
        kind=FileKind.CSV,
        headings=heading.cells,
        heading_line=records[heading.index].line if heading.index >= 0 else 0,
        encoding=encoding,
        dialect=dialect,
        trailing=_all_trail(below, width) and not any(map(is_reason, heading.cells)),
        sample=tuple(record.cells for record in below),
    )


def _all_trail(records: Sequence[Record], width: int) -> bool:
    whole = [record for record in records if not record.broken]
    return bool(whole) and all(_ends_with_separator(record, width) for record in whole)


def _beginning(path: Path, encoding: str) -> tuple[str, bool]:
    """The text of the first lines, and whether more follows; a last line that is cut short is left out."""
    with files.file_errors(path), _text(path, encoding) as stream:
        text = stream.read(_SAMPLE_CHARACTERS)
        cut = bool(stream.read(1))
    end = max(text.rfind("\n"), text.rfind("\r")) + 1
    return text[:end] if cut and end else text, cut


def _csv_rows(layout: Layout) -> Iterator[Row]:
    width = len(layout.headings)
    with files.file_errors(layout.path), _text(layout.path, layout.encoding) as stream:
        for record in read_records(stream, layout.dialect, width):
            if record.line > layout.heading_line:
                yield _row(record, width, trailing=layout.trailing)


def _row(record: Record, width: int, *, trailing: bool) -> Row:
    cells = record.cells
    if record.broken:
        return Row(record.line, cells, Reason("quotes_broken"))
    if trailing and _ends_with_separator(record, width):
        cells = cells[:width]
    if len(cells) != width:
        return Row(record.line, cells, Reason("columns_mismatch", {"got": len(cells), "expected": width}))
    return Row(record.line, cells)


def _ends_with_separator(record: Record, width: int) -> bool:
    return len(record.cells) == width + 1 and record.cells[-1] == ""


def _text(path: Path, encoding: str) -> TextIO:
    """The file as text; line ends stay as they are, a byte that is no character becomes U+FFFD."""
    return path.open(encoding=encoding, errors="replace", newline="")
