"""What a row of a file brings: records that the import writes, or hands back."""

from dataclasses import dataclass, field
from datetime import datetime

from app.core.fieldkinds import Value
from app.services.importing.layout import Reason
from app.services.records.values import ContactPointValue


@dataclass(frozen=True, slots=True)
class CellWarning:
    """A cell that was taken otherwise than its column means; it never rejects the row."""

    code: str
    heading: str
    text: str
    """As written in the file."""
    noted: bool = True
    """Whether the value itself holds the text no more, so that it belongs into the lead's note."""


@dataclass(slots=True)
class ImportRow:
    """A row that becomes a lead, or updates one; not frozen, which would make a million of them take longer."""

    line: int
    cells: tuple[str, ...]
    """All cells as written, for a row that a later check rejects."""
    values: dict[str, Value]
    """By field code, builtin and custom alike; empty ones absent."""
    phones: tuple[ContactPointValue, ...] = ()
    emails: tuple[ContactPointValue, ...] = ()
    messengers: tuple[ContactPointValue, ...] = ()
    stage: str = ""
    source: str = ""
    responsible: str = ""
    origin_id: str = ""
    created_at: datetime | None = None
    updated_at: datetime | None = None
    warnings: tuple[CellWarning, ...] = ()

    @property
    def note(self) -> str:
        """What could not be read or did not fit, with its headings: to stand below the comment."""
        if not self.warnings:
            return ""
        return "\n".join(f"{one.heading}: {one.text}" for one in self.warnings if one.noted)

    @property
    def match_keys(self) -> tuple[str, ...]:
        """The valid phones and emails: what duplicates are found by."""
        return tuple(point.normal for point in (*self.phones, *self.emails) if point.normal)


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that can't be imported, with its cells as they were."""

    line: int
    reason: Reason
    cells: tuple[str, ...] = field(default=())
