"""How a CSV text sets its cells apart: each separator is tried, the one whose rows look most like a table wins."""

import io
import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from app.services.importing.layout import Dialect
from app.services.importing.reading.heading_row import HeadingRow, find_heading_row
from app.services.importing.reading.records import Record, read_records

SEPARATORS: Final = ";\t,|"
_TRIED_RECORDS: Final = 200
_DECLARED: Final = re.compile(r"\ufeff?sep=(.)\r?\n?", re.IGNORECASE)


def find_dialect(text: str) -> Dialect:
    """The separator and quote of a text's beginning. Excel's own line `sep=;` decides by itself."""
    declared = _DECLARED.match(text)
    if declared:
        return _dialect(text, declared[1])
    return max((_dialect(text, separator) for separator in SEPARATORS), key=lambda dialect: _likeness(text, dialect))


def first_records(text: str, dialect: Dialect, width: int | None = None) -> list[Record]:
    """The first records of a text, as many as decisions are made by."""
    return list(islice(read_records(io.StringIO(text, newline=""), dialect, width), _TRIED_RECORDS))


def heading_record(records: Sequence[Record]) -> HeadingRow:
    """The heading row among records."""
    return find_heading_row([record.cells for record in records])


def _dialect(text: str, separator: str) -> Dialect:
    first = next((line for line in text.splitlines() if separator in line), "")
    mark = re.escape(separator)
    apostrophes = re.fullmatch(rf"\s*'[^']*'(?:{mark}\s*'[^']*')+\s*", first) is not None
    quote = "'" if apostrophes else '"'
    return Dialect(separator, quote, skip_spaces=re.search(rf"{quote}{mark} +{quote}", first) is not None)


def _likeness(text: str, dialect: Dialect) -> tuple[int, float, int]:
    """Known headings, share of rows as wide as the headings, width: compared in this order."""
    records = first_records(text, dialect)
    heading = heading_record(records)
    width = len(heading.cells)
    rows = records[heading.index + 1 :]
    fitting = sum(len(record.cells) == width for record in rows) / len(rows) if rows else 1.0
    return heading.known, fitting if width > 1 else 0.0, width
