"""Records of the calendar: what is asked of a span of days, and what stands on each of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from app.core.kinds import ActivityKind, ActivityState
from app.services.records.activities import ClientRef
from app.services.records.lists import Filter

STARTS = "starts"
"""The day of an activity is its start; it has no other."""
NEXT_ACTIVITY = "next_activity"
MEETING = "meeting_at"


@dataclass(frozen=True, slots=True)
class DateField:
    """By what a record stands on a day."""

    code: str
    """"starts", "next_activity", "meeting_at", "created", "contract_date", "next_payment", or a field's own code."""
    label: str
    """The office's name of the field; empty where the view has the words."""
    timed: bool
    """It has a time of day; else it stands in the row of whole days."""


@dataclass(frozen=True, slots=True)
class CalendarQuestion:
    """A span of days of a section; both ends are in it."""

    section: str
    """"activity", "lead" or "deal"."""
    first: date
    last: date
    by: str = STARTS
    """Code of a `DateField`."""
    chosen: Filter = field(default_factory=Filter)
    people: tuple[int, ...] = ()
    """Whose activities; empty: one's own. Leads and deals go by the filter alone."""
    hidden: frozenset[int | str] = frozenset()
    """Kinds of activities, or numbers of stages, that are left out."""
    limit: int = 300
    """Items that are read of one day; the others are counted."""


@dataclass(frozen=True, slots=True)
class CalendarItem:
    """An activity, or a lead or deal by one of its dates."""

    section: str
    id: int
    day: date
    """The office's day on which it begins."""
    starts_at: datetime | None
    """None for a whole day."""
    minutes: int
    subject: str
    client: ClientRef | None
    client_name: str
    responsible_id: int
    stage_id: int | None
    version: int
    """Of the record itself."""
    kind: ActivityKind | None = None
    state: ActivityState | None = None
    confirmed: bool = False
    place: str = ""
    place_id: int | None = None
    activity_id: int | None = None
    """The activity that is moved with it."""
    activity_version: int = 0
    movable: bool = False
    resizable: bool = False
    by: str = STARTS
    """By what it stands on its day."""

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from every other item of a calendar."""
        return self.section, self.id


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of the office."""

    day: date
    working: bool
    count: int
    """How many items begin on it, whether they were read or not."""
    items: tuple[CalendarItem, ...]
    note: str = ""
    """The name of a holiday or of a moved working day."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Leads or deals in progress with which nothing is planned."""

    count: int
    items: tuple[CalendarItem, ...]
    """The newest of them."""


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """What was found on a span of days."""

    days: tuple[CalendarDay, ...]
    running: tuple[CalendarItem, ...] = ()
    """What began before the first day and goes on into it."""
    tallies: Mapping[int | str, int] = field(default_factory=dict)
    """How many items there are of each kind, or on each stage; hidden ones too."""


@dataclass(frozen=True, slots=True)
class Booking:
    """A planned meeting that takes somebody's time, and perhaps a room."""

    activity_id: int
    starts_at: datetime
    minutes: int
    responsible_id: int
    place_id: int | None


@dataclass(frozen=True, slots=True)
class FreeSlot:
    """A time at which a meeting can be held."""

    starts_at: datetime
    minutes: int
    place_id: int | None
    responsible_id: int
