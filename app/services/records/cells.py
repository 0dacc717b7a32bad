"""What a list's cells hold beyond plain values: small tuples, made of the columns of one row."""

from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from app.core.kinds import ActivityKind, ActivityState, TimelineKind


class PersonName(NamedTuple):
    """Who a lead, deal or contact is about."""

    name: str
    """The person's name, else the title."""
    title: str
    """Empty where it says no more than the name."""


class Amount(NamedTuple):
    """A sum in its currency."""

    amount: Decimal
    currency: str


class NextActivity(NamedTuple):
    """The nearest planned activity of a record."""

    id: int
    kind: ActivityKind
    subject: str
    starts_at: datetime
    place_id: int | None
    place: str
    """A place written by hand."""
    confirmed: bool


class LastLine(NamedTuple):
    """The newest line of the timeline worth showing; words are made from kind and parameters by the reader's side."""

    at: datetime
    kind: TimelineKind
    body: str
    params: dict[str, object]


class Paid(NamedTuple):
    """How far a deal is paid."""

    paid: Decimal
    price: Decimal | None
    currency: str
    overdue: Decimal
    """The sum of planned payments whose day has passed."""
    next_payment_on: date | None
    """The earliest planned payment not received yet; past where something is overdue."""


class StageTag(NamedTuple):
    """A lead or deal of a contact."""

    section: str
    id: int
    stage_id: int


class ClientName(NamedTuple):
    """Whom an activity is with."""

    section: str
    id: int
    name: str
    phone: str | None


class ActivitySubject(NamedTuple):
    """What an activity is."""

    kind: ActivityKind
    subject: str
    state: ActivityState
    confirmed: bool
