"""Filters under a name, as lists offer them beside the ready ones."""

from dataclasses import dataclass
from enum import StrEnum

from app.services.records.lists import Filter, FilterWarning


class Share(StrEnum):
    """Who is offered a filter."""

    READY = "ready"
    """A preset of the program: everybody, and nobody changes it."""
    MINE = "mine"
    DEPARTMENT = "department"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class NamedFilter:
    """A ready or saved filter, in the place that the employee gave it."""

    key: str
    """A preset's code, or "saved:" and a number."""
    name: str
    """Empty for a preset: the view has the words."""
    filter: Filter
    share: Share
    owner_id: int | None = None
    can_change: bool = False
    """Whether the employee may rename, change, share and delete it: its owner, or who may change settings."""
    starts: bool = False
    """The list begins with it."""
    warnings: tuple[FilterWarning, ...] = ()
    """What of it is left out here: fields that are gone, parts of another version."""
