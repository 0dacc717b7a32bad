"""What an import would do, summed up row by row for the preview; holds no rows but the few it shows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from app.services.importing.headings import NOT_TAKEN, REASON, Mapping
from app.services.importing.known import ChoiceKind, Known, NameCount, UnknownName, name_key, person_key
from app.services.importing.rows import CellWarning, ImportRow, RejectedRow

SHOWN: Final = 200
"""How many rejected rows and warnings a preview carries; the counts tell of all."""

_EXAMPLES: Final = 3
_MOST_DISTINCT: Final = 1_000


@dataclass(frozen=True, slots=True)
class ColumnSummary:
    """What the wizard shows of a column."""

    index: int
    heading: str
    target: str
    """Empty where it is not taken."""
    filled: int
    """Rows with something in it."""
    distinct: int
    """Different texts in it, counted up to a thousand."""
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WarningSample:
    """A cell that was taken otherwise than its column means."""

    line: int
    warning: CellWarning


@dataclass(frozen=True, slots=True)
class Preview:
    """The sum of a file; `rows` = `accepted` + `rejected`, wholly blank lines being no rows."""

    rows: int
    accepted: int
    rejected: int
    repeated: int
    """Accepted rows that share a valid phone or email with an earlier row of the file."""
    columns: tuple[ColumnSummary, ...]
    stages: dict[str, int]
    """Accepted rows by stage as written in the file."""
    unknown_employees: tuple[UnknownName, ...]
    unknown_sources: tuple[UnknownName, ...]
    unknown_stages: tuple[UnknownName, ...]
    rejected_rows: tuple[RejectedRow, ...]
    """The first of them."""
    reasons: dict[str, int]
    """Rejected rows by the code of their reason."""
    warnings: dict[str, int]
    """Cells by the code of their warning."""
    warned_cells: tuple[WarningSample, ...]
    """The first of them."""

    @property
    def not_taken(self) -> tuple[ColumnSummary, ...]:
        """The columns that fill nothing."""
        return tuple(column for column in self.columns if column.target in {NOT_TAKEN, REASON})


@dataclass(slots=True)
class _ColumnCount:
    filled: int = 0
    distinct: set[int] = field(default_factory=set)
    examples: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        if text:
            self.filled += 1
            if len(self.distinct) < _MOST_DISTINCT:
                self.distinct.add(hash(text))
            if len(self.examples) < _EXAMPLES and text not in self.examples:
                self.examples.append(text)


class Survey:
    """Takes the rows of a file one by one and sums them up."""

    def __init__(self, mapping: Mapping, known: Known) -> None:
        self._mapping = mapping
        self._known = known
        self._accepted = self._rejected = self._repeated = 0
        self._columns = [_ColumnCount() for _ in mapping.headings]
        self._stages = NameCount(name_key)
        self._sources = NameCount(name_key)
        self._employees = NameCount(person_key)
        # Hashes take a tenth of the memory of a million phones; two alike by chance only shift a count by one.
        self._seen: set[int] = set()
        self._reasons: Counter[str] = Counter()
        self._warnings: Counter[str] = Counter()
        self._shown_rejected: list[RejectedRow] = []
        self._shown_warnings: list[WarningSample] = []

    def add(self, item: ImportRow | RejectedRow) -> None:
        """One more row."""
        if isinstance(item, RejectedRow):
            self._reject(item)
        else:
            self._accept(item)

    def result(self) -> Preview:
        """The sum of the rows so far."""
        known = self._known
        return Preview(
            rows=self._accepted + self._rejected,
            accepted=self._accepted,
            rejected=self._rejected,
            repeated=self._repeated,
            columns=self._summaries(),
            stages=self._stages.rows(),
            unknown_employees=self._employees.unknown(known.employees, ChoiceKind.ADD),
            unknown_sources=self._sources.unknown(known.sources, ChoiceKind.ADD),
            unknown_stages=self._stages.unknown(known.stages, ChoiceKind.FIRST),
            rejected_rows=tuple(self._shown_rejected),
            reasons=dict(self._reasons),
            warnings=dict(self._warnings),
            warned_cells=tuple(self._shown_warnings),
        )

    def _reject(self, row: RejectedRow) -> None:
        self._rejected += 1
        self._reasons[row.reason.code] += 1
        if len(self._shown_rejected) < SHOWN:
            self._shown_rejected.append(row)

    def _accept(self, row: ImportRow) -> None:
        self._accepted += 1
        self._stages.add(row.stage)
        self._sources.add(row.source)
        self._employees.add(row.responsible)
        self._count_columns(row.cells)
        keys = {hash(key) for key in row.match_keys}
        self._repeated += not self._seen.isdisjoint(keys)
        self._seen |= keys
        for warning in row.warnings:
            self._warnings[warning.code] += 1
            if len(self._shown_warnings) < SHOWN:
                self._shown_warnings.append(WarningSample(row.line, warning))

    def _count_columns(self, cells: Sequence[str]) -> None:
        for count, text in zip(self._columns, cells, strict=False):
            count.add(text)

    def _summaries(self) -> tuple[ColumnSummary, ...]:
        named = zip(self._mapping.headings, self._mapping.targets, self._columns, strict=True)
        return tuple(
            ColumnSummary(index, heading, target, count.filled, len(count.distinct), tuple(count.examples))
            for index, (heading, target, count) in enumerate(named)
        )
