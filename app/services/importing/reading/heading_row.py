"""Which of the first rows holds the headings: often the first, sometimes below a title or a note, sometimes none."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.services.importing.headings import known_headings

SEARCHED_ROWS: Final = 30
"""How far down a heading row may lie."""

_VALUE: Final = re.compile(r"(?:\D*\d){5,}|.*@.*\..*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """The row of headings: its place among the rows looked at (-1: there is none), its cells, how many are known."""

    index: int
    cells: tuple[str, ...]
    known: int


def find_heading_row(rows: Sequence[Sequence[str]]) -> HeadingRow:
    """The row with most well-known headings; without any, the first full-width row that holds no values."""
    counts = [known_headings(cells) for cells in rows[:SEARCHED_ROWS]]
    best = max(range(len(counts)), key=counts.__getitem__, default=0)
    if counts and (counts[best] >= 2 or (counts[best] == 1 and best == 0)):
        return HeadingRow(best, _tidy(rows[best]), counts[best])
    width = Counter(len(cells) for cells in rows).most_common(1)[0][0] if rows else 1
    for index, cells in enumerate(rows[:SEARCHED_ROWS]):
        if len(cells) == width:
            if any(_VALUE.fullmatch(cell[:200]) for cell in cells) or not all(cell.strip() for cell in cells):
                break
            return HeadingRow(index, _tidy(cells), 0)
    return HeadingRow(-1, ("",) * width, 0)


def _tidy(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(cell.replace("\ufeff", "").split()) for cell in cells)
