"""What the discipline report holds."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal

from app.services.records.activities import ClientRef

Metric = Literal[
    "overdue", "without", "too_late", "calls_silent", "meetings_unrecorded", "unprocessed", "first_contact"
]
"""The numbers of an employee: clients overdue, without activities, beyond the allowed days; calls without a comment,
meetings without a visit; deals without a recorded conversation; time to the first contact."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days of the office, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Pair:
    """Leads and deals counted apart: each opens a list of its own."""

    leads: int = 0
    deals: int = 0

    @property
    def total(self) -> int:
        return self.leads + self.deals

    def __add__(self, other: "Pair") -> "Pair":
        return Pair(self.leads + other.leads, self.deals + other.deals)


@dataclass(slots=True)
class EmployeeDiscipline:
    """One employee; clients are counted as they stand now, calls and meetings of the period."""

    employee_id: int
    """0: all together."""
    open: Pair = field(default_factory=Pair)
    overdue: Pair = field(default_factory=Pair)
    without: Pair = field(default_factory=Pair)
    too_late: Pair = field(default_factory=Pair)
    broken: Pair = field(default_factory=Pair)
    """Clients with any of the three, each counted once."""
    unprocessed: int | None = None
    """None while no source of recordings is set up."""
    calls: int = 0
    calls_silent: int = 0
    meetings: int = 0
    meetings_unrecorded: int = 0
    new_leads: int = 0
    """Of the period; those nobody spoke with yet have no first contact."""
    contacted: int = 0
    waited: timedelta = timedelta()
    """Of all contacted together, from the lead's creation to the first contact."""

    @property
    def kept(self) -> float | None:
        """The share of clients in progress with whom all is in order; None without clients."""
        return 1 - self.broken.total / self.open.total if self.open.total else None

    @property
    def first_contact(self) -> timedelta | None:
        """The time to the first contact on the average."""
        return self.waited / self.contacted if self.contacted else None

    def add(self, other: "EmployeeDiscipline") -> None:
        """Count another employee's numbers to these."""
        for name in ("open", "overdue", "without", "too_late", "broken"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("calls", "calls_silent", "meetings", "meetings_unrecorded", "new_leads", "contacted"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.waited += other.waited
        if other.unprocessed is not None:
            self.unprocessed = (self.unprocessed or 0) + other.unprocessed


@dataclass(frozen=True, slots=True)
class OverrideLine:
    """A rule that a supervisor overrode."""

    at: datetime
    employee_id: int
    rules: tuple[str, ...]
    reason: str
    client: ClientRef | None
    client_name: str


@dataclass(frozen=True, slots=True)
class DisciplineReport:
    """Everybody's numbers at one moment."""

    period: Period
    at: datetime
    people: tuple[EmployeeDiscipline, ...]
    total: EmployeeDiscipline
    late_days: tuple[tuple[date, int], ...]
    """Working days of the period with how many activities were overdue at the day's end, now on the last."""
    overrides: tuple[OverrideLine, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """One of the clients or activities behind a number."""

    client: ClientRef | None
    name: str
    subject: str
    at: datetime | None
