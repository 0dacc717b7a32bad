"""What the office's history is asked for, and what it answers."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.services.records.activities import ClientRef, HistoryRecord


class Act(StrEnum):
    """Kinds of acts by which the history is narrowed."""

    CREATED = "created"
    CHANGED = "changed"
    DELETED = "deleted"
    VIEWED = "viewed"
    SIGN_INS = "sign_ins"
    EXPORTS = "exports"
    REFUSED = "refused"
    OVERRIDDEN = "overridden"


class Thing(StrEnum):
    """Kinds of objects by which the history is narrowed."""

    LEADS = "lead"
    DEALS = "deal"
    CONTACTS = "contact"
    ACTIVITIES = "activity"
    PAYMENTS = "payment"
    COMMENTS = "comment"
    PEOPLE = "employee"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which lines are wanted; what is empty narrows nothing."""

    since: datetime | None = None
    until: datetime | None = None
    """Not included."""
    actors: tuple[int, ...] = ()
    things: tuple[Thing, ...] = ()
    acts: tuple[Act, ...] = ()
    text: str = ""
    """An employee's name, or a client's name, phone or number."""


@dataclass(frozen=True, slots=True)
class OfficeLine(HistoryRecord):
    """A line of the office's history beside the client that it is about."""

    client: ClientRef | None = None
    """None where there is none, or where the reader may not see it."""
    client_name: str = ""
    subject: str = ""
    """Of an activity: its subject."""
    restorable: frozenset[str] = frozenset()
    """Codes of changed fields whose old value may be put back."""
