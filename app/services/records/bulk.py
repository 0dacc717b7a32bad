"""What acting on many records hands out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from app.core.errors import UserError
from app.services.records.office import FieldRecord

SHOWN: Final = 1_000
"""How many refused records a report names; the count tells of all."""


@dataclass(slots=True)
class BulkStop:
    """Asked between two transactions: what is done stays done."""

    wanted: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A record that was left as it was."""

    id: int
    name: str
    """Empty where the employee may not read it."""
    error: UserError


@dataclass(slots=True)
class Piece:
    """What became of some records."""

    done: list[int] = field(default_factory=list)
    already: int = 0
    refused: list[Refused] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class BulkReport:
    """What became of all: done, already there and refused add up to those looked at."""

    operation_id: str
    done: int
    already: int
    refused_count: int
    refused: tuple[Refused, ...]
    """The first of them."""
    left: int = 0
    """Not looked at, because it was stopped."""


@dataclass(frozen=True, slots=True)
class BulkNeeds:
    """What a stage asks for, once for all."""

    missing: Sequence[FieldRecord]
    """Fields that one value can be given for: no file, no person's own, no exact moment."""
    asks_reason: bool
