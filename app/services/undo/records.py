"""What undo hands out."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class LeftReason(StrEnum):
    """Why something keeps what it holds now."""

    CHANGED = "changed"
    """Somebody changed it since."""
    NOT_ALLOWED = "not_allowed"
    """The employee's rights don't reach it."""
    GONE = "gone"
    """The record, or the field itself, is there no more."""


@dataclass(frozen=True, slots=True)
class OperationRecord:
    """An operation that can be undone."""

    id: str
    kind: str
    """Such as "lead.move"."""
    at: datetime
    actor_id: int | None
    actor_name: str
    section: str
    """"lead", "deal", "contact", "activity", "timeline": the first word of the kind."""
    record_id: int | None
    """The one record that the operation was about, where there was but one."""
    name: str
    """That client's name; empty for a thing without one."""
    params: dict[str, object]
    """What the operation was told, such as the stage moved to."""


@dataclass(frozen=True, slots=True)
class LeftItem:
    """Something that an undo leaves as it is."""

    kind: str
    id: int
    name: str
    """The client's name; empty for a thing without one."""
    field: str
    """The field's code; empty where it is the whole record."""
    reason: LeftReason


@dataclass(frozen=True, slots=True)
class UndoPreview:
    """What an undo would do now."""

    operation: OperationRecord
    restored: int
    """Records that would get something back, or go to the bin."""
    left_count: int
    left: tuple[LeftItem, ...]
    """The first of them."""


@dataclass(frozen=True, slots=True)
class UndoReport:
    """What an undo did."""

    operation_id: str
    """The undo's own."""
    restored: int
    left_count: int
    left: tuple[LeftItem, ...]
    """The first of them."""
