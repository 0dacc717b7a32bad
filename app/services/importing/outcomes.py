"""What an import says while it runs and when it has ended."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from app.services.importing.headings import Mapping
from app.services.importing.layout import Layout
from app.services.importing.request import DuplicatePolicy
from app.services.importing.survey import Preview


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows of a file by what became of them; they always add up."""

    added: int = 0
    updated: int = 0
    """Found their record by a valid phone or email, also where nothing of it was empty."""
    skipped: int = 0
    rejected: int = 0

    @property
    def rows(self) -> int:
        return self.added + self.updated + self.skipped + self.rejected

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.added + other.added,
            self.updated + other.updated,
            self.skipped + other.skipped,
            self.rejected + other.rejected,
        )


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far a run has come."""

    counts: Counts
    """Committed so far."""
    total: int | None
    """Rows of the file, where they were counted before."""
    rate: float
    """Rows a second of this run."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """How a run ended."""

    operation_id: str
    counts: Counts
    finished: bool
    """False where it was cancelled: what is committed stays, to be continued or undone."""
    rejects: Path | None
    """The file of rejected rows; None where none was wanted or no row was rejected."""
    seconds: float
    slowest_batch: float = 0.0
    """Seconds of the longest transaction."""


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import would do, before anything is written."""

    layout: Layout
    mapping: Mapping
    summary: Preview
    duplicates: dict[DuplicatePolicy, int]
    """Rows that would find a known record, in the database or earlier in the file."""
    strict: bool = False

    @property
    def rows(self) -> int:
        return self.summary.rows

    @property
    def rejected(self) -> int:
        return self.summary.rejected

    def counts(self, policy: DuplicatePolicy) -> Counts:
        """What the import would come to; its rows add up to the file's."""
        found = self.duplicates[policy]
        return Counts(
            added=self.summary.accepted - (0 if policy is DuplicatePolicy.ADD else found),
            updated=found if policy is DuplicatePolicy.UPDATE else 0,
            skipped=found if policy is DuplicatePolicy.SKIP else 0,
            rejected=self.summary.rejected,
        )


@dataclass(frozen=True, slots=True)
class UnfinishedImport:
    """An import that was cancelled or killed, to be continued or undone."""

    operation_id: str
    path: Path
    file_sha256: str
    started_at: datetime
    actor_id: int | None
    counts: Counts
    total: int | None
    undoing: bool
    """Its undo was interrupted: that is what can be continued."""
    lease_until: datetime | None = None
    """Until when another program may still be working on it; None: it was released."""


@dataclass(frozen=True, slots=True)
class LeftRecord:
    """A record that an undo left as it is, because somebody has worked on it since."""

    section: str
    id: int
    name: str
    fields: tuple[str, ...] = ()
    """Codes of the fields that keep what they hold now; empty for a lead that stays whole."""


@dataclass(frozen=True, slots=True)
class UndoResult:
    """What an undo did."""

    operation_id: str
    """The undo's own."""
    removed: int = 0
    """Leads put into the bin."""
    restored: int = 0
    """Records whose fields got back what they were before."""
    left: int = 0
    """Records changed since, left as they are."""
    left_records: tuple[LeftRecord, ...] = field(default=())
    """The first of them."""
