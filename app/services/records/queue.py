"""Records of the work queue: its places and the client that is next."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from app.services.records.activities import ActivityRecord, ClientRef

QueueReason = Literal["overdue", "due", "no_activity", "deadline", "payment", "unprocessed", "rest"]
"""Why a client waits: its activity's time has passed, or comes within minutes; nothing is planned; a hearing or
deadline is near; a payment is overdue; no conversation was recorded; it is the turn of whom nobody spoke with for the
longest."""


@dataclass(frozen=True, slots=True)
class QueuePlace:
    """One place of the order of work."""

    rank: int
    """1 is treated first."""
    waiting: int
    """Clients that want to be treated now."""
    later: int
    """Clients whose time comes later today."""
    stages: tuple[int, ...] = ()
    """Of leads: the stages that stand here."""
    reason: QueueReason | None = None
    """Of deals: what brings them here."""


@dataclass(frozen=True, slots=True)
class QueueStrip:
    """All places in order, also those where nobody waits."""

    section: str
    places: tuple[QueuePlace, ...]
    next_boundary: datetime
    """When time alone changes the numbers."""

    @property
    def waiting(self) -> int:
        """Clients to be treated now."""
        return sum(place.waiting for place in self.places)

    @property
    def later(self) -> int:
        """Clients of later today."""
        return sum(place.later for place in self.places)


@dataclass(frozen=True, slots=True)
class QueueItem:
    """The client that is next, and why."""

    ref: ClientRef
    rank: int
    reason: QueueReason
    name: str
    phone: str | None
    stage_id: int
    activity: ActivityRecord | None
    """What is planned; None: the next step is to be found."""
    instead_of: int | None = None
    """The absent colleague whose client it is."""
