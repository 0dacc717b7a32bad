"""What the bin hands out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class BinItem:
    """Something deleted that the employee may restore."""

    section: str
    """ "lead", "deal", "contact" or "activity"."""
    id: int
    name: str
    """The client's name, or the activity's subject."""
    deleted_at: datetime
    deleted_by: str
    """Who deleted it; empty where that isn't known."""
    version: int
    merged_into: int | None = None
    """The record of its section that it went into."""


@dataclass(frozen=True, slots=True)
class BinPage:
    """The newest of a section's bin."""

    items: Sequence[BinItem]
    more: bool
    """There are older ones that are not listed."""
