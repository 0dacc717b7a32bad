"""What makes one section's page differ from another's."""

from dataclasses import dataclass

from app.services.records.lists import Sort
from app.views.navigator import Channel, Section

NAME, STAGE, ACTIVITY, PHONE = "name", "stage", "activity", "phone"
RESPONSIBLE, CREATED, QUEUE = "responsible", "created", "queue"


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """A section's page; everything else is the same for all of them."""

    section: Section
    icon: str
    """Of the empty page."""
    columns: tuple[tuple[str, int], ...]
    """Columns shown at first, by code, with their widths; the filter takes some away (see `shown_columns`)."""
    wide: tuple[str, ...]
    """The columns that take the room that is left; the first of them that is shown."""
    only_mine: tuple[str, ...]
    """Columns that stand in for the responsible while the filter is "mine"."""
    sort: Sort
    chips: bool
    """Has overdue, today's and without activities to count."""
    staged: bool
    messages: tuple[Channel, ...]
    """Quick actions of a row, beside call and plan."""
    first_steps: bool = False
    """Shows administrators what to do first while it is empty."""
