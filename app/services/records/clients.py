"""Records of leads, deals and contacts for cards and forms."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from app.services.records.office import FieldRecord, StageRecord
from app.services.records.values import ContactPointValue, FieldValue, Values


@dataclass(frozen=True, slots=True)
class ClientCard:
    """A lead, deal or contact with all its fields; `section` says which."""

    section: str
    id: int
    name: str
    """As shown at the top: the person's name, else the title."""
    title: str
    values: Values
    """By field code; builtin and custom alike, unknown ones as UNKNOWN, empty ones absent or None."""
    responsible_id: int
    created_at: datetime
    created_by: int | None
    updated_at: datetime
    updated_by: int | None
    version: int
    stage_id: int | None = None
    lead_id: int | None = None
    """The lead a deal was made from."""
    deal_id: int | None = None
    """The deal a lead became."""
    contact_id: int | None = None
    last_contact_at: datetime | None = None
    next_activity_at: datetime | None = None
    deleted_at: datetime | None = None
    repeat: bool = False
    origin_stage: str | None = None
    origin_id: str | None = None
    can_change: bool = True
    can_delete: bool = False


@dataclass(frozen=True, slots=True)
class StageNeeds:
    """What a move to a stage still asks for (SPEC, "Required on entering a stage")."""

    section: str
    record_id: int
    name: str
    source: StageRecord
    target: StageRecord
    missing: tuple[FieldRecord, ...]
    """To be asked, all at once; the missing ones only."""
    filled: tuple[tuple[FieldRecord, FieldValue], ...]
    """Already there: the check list."""
    asks_reason: bool
    """A failure stage wants a comment with the reason."""
    converts: bool
    """The target makes a deal: use `leads.convert` with the conversion dialog."""


@dataclass(frozen=True, slots=True)
class FieldProgress:
    """How many required fields of the next stages are filled ("13 of 14")."""

    filled: int
    total: int
    missing: tuple[FieldRecord, ...]


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody already known by a phone or email."""

    section: str
    """"lead" or "contact"; "hidden" where the user may not see whom: then only the colleague is told."""
    record_id: int | None
    name: str
    phone: str | None
    responsible_name: str
    match: str
    """"phone", "email" or "name"."""
    stage_name: str = ""
    details: str = ""


@dataclass(frozen=True, slots=True)
class ContactChoice:
    """A likely duplicate offered at conversion, or a contact found by hand."""

    contact_id: int
    name: str
    phone: str | None
    match: str
    """"phone", "email" or "name"."""
    deals: int
    adds: tuple[ContactPointValue, ...] = ()
    """Phones and emails of the lead that the contact would get."""


@dataclass(frozen=True, slots=True)
class ExecutorChoice:
    """An employee who may take the deal."""

    employee_id: int
    name: str
    open_deals: int
    by_turn: bool
    """The one whose turn it is."""
    absent_until: date | None


@dataclass(frozen=True, slots=True)
class ConversionPreview:
    """What the conversion dialog shows before pressing."""

    needs: StageNeeds
    contacts: tuple[ContactChoice, ...]
    executors: tuple[ExecutorChoice, ...]
    field_count: int
    activity_count: int
    file_count: int
    timeline_count: int
    first_deal_stage: StageRecord
    amount: Decimal | None
    currency: str


@dataclass(frozen=True, slots=True)
class PlannedPayment:
    """A payment of the schedule that is laid out at conversion."""

    on: date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Conversion:
    """What the user decided in the conversion dialog."""

    deal_type_id: int
    full_price: Decimal
    first_payment: Decimal
    paid_on: date
    method: str
    contact_id: int | None = None
    """None makes a new contact."""
    executor_id: int | None = None
    """None: by turn in the executing department."""
    contract_number: str = ""
    contract_date: date | None = None
    schedule: tuple[PlannedPayment, ...] = ()
    values: Values = field(default_factory=dict)
    """Required fields still missing, filled in the dialog."""


@dataclass(frozen=True, slots=True)
class ConversionResult:
    """What a conversion made."""

    deal_id: int
    contact_id: int
    executor_id: int


@dataclass(frozen=True, slots=True)
class Link:
    """A record connected with a card (tab Links)."""

    section: str
    record_id: int
    name: str
    relation: str
    """"contact", "source_lead", "deal", "other_lead", "related"."""
    detail: str = ""
    stage_id: int | None = None
    amount: Decimal | None = None
    currency: str | None = None
    responsible_id: int | None = None


@dataclass(frozen=True, slots=True)
class PaymentRecord:
    """A payment, planned or received."""

    id: int
    deal_id: int
    number: int
    planned_on: date
    amount: Decimal
    received_on: date | None
    method: str | None
    received_by: int | None
    receipt_id: int | None
    receipt_name: str | None
    days_late: int
    """Above zero where overdue."""
    version: int
    remind_days: int | None = None
    """How many days before a planned payment its responsible is reminded."""


@dataclass(frozen=True, slots=True)
class PaymentSummary:
    """A deal's money at a glance."""

    price: Decimal
    paid: Decimal
    overdue: Decimal
    """Planned, its day past and not received; a part of `left` as long as the price covers the schedule."""
    left: Decimal
    """Price less paid; nothing where more was paid or there is no price yet."""
    currency: str
    payments: tuple[PaymentRecord, ...]
