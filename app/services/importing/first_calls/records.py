"""What is asked about first calls, and what is answered."""

from dataclasses import dataclass
from datetime import date

from app.services.importing.first_calls.spreading import Hours


@dataclass(frozen=True, slots=True)
class CallerChoice:
    """Someone who may be given calls."""

    employee_id: int
    name: str
    leads: int
    """For how many of the waiting leads they are responsible."""
    invited: bool
    """Whether they can sign in."""
    away_until: date | None
    """The last day of an absence that goes on today or begins soon; None where they are at work."""
    suggested: bool
    """Whether the wizard has them chosen to begin with."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What there is to be planned for one import."""

    import_id: str
    waiting: int
    """Leads in progress that this import added and that have nothing planned."""
    callers: tuple[CallerChoice, ...]
    """By name."""
    hours: Hours
    minutes: int
    """How long a first call takes."""
    first_day: date
    """The next working day."""
    subjects: tuple[str, ...]
    """The office's own for calls."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Spread first calls: from which day, over how many working days, among whom."""

    first_day: date
    days: int
    shares: dict[int, int]
    """By employee: 1 and 1 are halves, 2 and 1 are two thirds and one third."""
    subject: str


@dataclass(frozen=True, slots=True)
class Parking:
    """Park the leads until a day."""

    until: date
    subject: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a plan or its undo has come."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Planned:
    """How a plan ended."""

    operation_id: str
    planned: int
    """Leads that have their activity now."""
    handed_over: int
    """Those of them that got another responsible."""
    finished: bool
    """False where it was cancelled: what is committed stays, to be gone on with or undone."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What the undo of a plan did."""

    operation_id: str
    removed: int
    left: int
    """Activities that somebody has worked on since."""


@dataclass(frozen=True, slots=True)
class Unplanned:
    """A finished import whose leads still wait for their first calls, or were parked."""

    import_id: str
    file_name: str
    waiting: int
    parked: int
    parked_until: date | None
    parking_id: str | None
    """The operation that parked them, to be undone."""
