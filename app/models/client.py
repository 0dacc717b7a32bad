"""Leads, deals and contacts, and the ways to reach a person."""

from datetime import date, datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Computed,
    ForeignKey,
    Index,
    Integer,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from app.models.base import Base, JsonDoc, SortText, pk

NUMBER_SLOTS = tuple(f"n{number:02}" for number in range(1, 17))
TEXT_SLOTS = tuple(f"t{number:02}" for number in range(1, 9))


_DUE = ("next_activity_at", "created_at")
_SHOWN = ("sort_key", "sum_amount", "currency", "last_contact_at")
_OF_DEALS = ("next_payment_on", "next_activity_id", "contract_date")
"""What lists sort, count and sum by: a wide index answers them without looking at a row."""


def _present(name: str, *columns: str) -> Index:
    """An index over what is not in the bin; lists and counters ask for nothing else.

    It holds `deleted_at` though that is always empty: without it SQLite would look at each row for it.
    """
    there = text("deleted_at IS NULL")
    return Index(name, *columns, "deleted_at", sqlite_where=there, postgresql_where=there)


def _dated(name: str, column: str) -> Index:
    """An index over a day that few records have: calendars ask for a span of it."""
    there = text(f"{column} IS NOT NULL AND deleted_at IS NULL")
    return Index(name, column, "id", sqlite_where=there, postgresql_where=there)


def _of(table: str, owner: str) -> Index:
    """An index over the rows of an owner, for a column that many rows leave empty."""
    there = text(f"{owner} IS NOT NULL")
    return Index(f"ix_{table}_{owner}", owner, sqlite_where=there, postgresql_where=there)


def _in_bin(table: str) -> Index:
    """What was deleted, by when: to be shown there, and to be purged after its time."""
    there = text("deleted_at IS NOT NULL")
    return Index(f"ix_{table}_in_bin", "deleted_at", "id", sqlite_where=there, postgresql_where=there)


class _Slots:
    """Typed copies of filterable custom fields (DATA.md, "Custom fields")."""

    n01: Mapped[int | None] = mapped_column(BigInteger)
    n02: Mapped[int | None] = mapped_column(BigInteger)
    n03: Mapped[int | None] = mapped_column(BigInteger)
    n04: Mapped[int | None] = mapped_column(BigInteger)
    n05: Mapped[int | None] = mapped_column(BigInteger)
    n06: Mapped[int | None] = mapped_column(BigInteger)
    n07: Mapped[int | None] = mapped_column(BigInteger)
    n08: Mapped[int | None] = mapped_column(BigInteger)
    n09: Mapped[int | None] = mapped_column(BigInteger)
    n10: Mapped[int | None] = mapped_column(BigInteger)
    n11: Mapped[int | None] = mapped_column(BigInteger)
    n12: Mapped[int | None] = mapped_column(BigInteger)
    n13: Mapped[int | None] = mapped_column(BigInteger)
    n14: Mapped[int | None] = mapped_column(BigInteger)
    n15: Mapped[int | None] = mapped_column(BigInteger)
    n16: Mapped[int | None] = mapped_column(BigInteger)
    t01: Mapped[str | None] = mapped_column(SortText)
    t02: Mapped[str | None] = mapped_column(SortText)
    t03: Mapped[str | None] = mapped_column(SortText)
    t04: Mapped[str | None] = mapped_column(SortText)
    t05: Mapped[str | None] = mapped_column(SortText)
    t06: Mapped[str | None] = mapped_column(SortText)
    t07: Mapped[str | None] = mapped_column(SortText)
    t08: Mapped[str | None] = mapped_column(SortText)


class _Person:
    """A person's name and the copies that search and lists use."""

    last_name: Mapped[str] = mapped_column(default="")
    first_name: Mapped[str] = mapped_column(default="")
    middle_name: Mapped[str] = mapped_column(default="")
    birth_date: Mapped[date | None]
    sort_key: Mapped[str] = mapped_column(SortText)
    phone: Mapped[str | None]
    """The first phone as shown: E.164 where valid, else as written."""
    email: Mapped[str | None]
    person_norm: Mapped[str] = mapped_column(default="")
    """Search text of the person: names, phone digits, emails; copied from the contact by trigger."""
    own_norm: Mapped[str] = mapped_column(default="")
    """Search text of the record itself: title, comment, numbers, custom texts."""

    @declared_attr
    def norm(cls) -> Mapped[str]:
        return mapped_column(Computed("own_norm || ' ' || person_norm", persisted=True))


class _Record:
    """What every client record carries."""

    responsible_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    comment: Mapped[str] = mapped_column(default="")
    custom: Mapped[dict[str, object]] = mapped_column(JsonDoc, default=dict)
    next_activity_at: Mapped[datetime | None]
    next_activity_id: Mapped[int | None] = mapped_column(BigInteger().with_variant(Integer, "sqlite"))
    last_contact_at: Mapped[datetime | None]
    last_timeline_id: Mapped[int | None] = mapped_column(BigInteger().with_variant(Integer, "sqlite"))
    """The newest line worth showing in a list's "last contact"; kept by trigger."""
    import_id: Mapped[str | None]
    """The operation that brought it; row triggers leave its search index to the import's one statement."""
    origin_id: Mapped[str | None]
    """Its number in the system it came from."""
    created_at: Mapped[datetime]
    created_by: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    updated_at: Mapped[datetime]
    updated_by: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    deleted_at: Mapped[datetime | None]
    deleted_by: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    version: Mapped[int] = mapped_column(default=1)


class Contact(_Record, _Person, _Slots, Base):
    """The person behind leads and deals."""

    __tablename__ = "contact"

    id: Mapped[pk]
    title: Mapped[str] = mapped_column(default="")
    """The name as shown."""
    merged_into_id: Mapped[int | None] = mapped_column(BigInteger().with_variant(Integer, "sqlite"))
    """The contact that this one was merged into, and lies in the bin for."""

    __table_args__ = (
        _present("ix_contact_by_name", "sort_key", "id"),
        _in_bin("contact"),
        _present("ix_contact_by_responsible", "responsible_id", "sort_key", "id"),
        _present("ix_contact_by_created", "created_at", "id"),
    )


class Lead(_Record, _Person, _Slots, Base):
    """A person who asked for help and has not signed yet."""

    __tablename__ = "lead"

    id: Mapped[pk]
    title: Mapped[str] = mapped_column(default="")
    stage_id: Mapped[int] = mapped_column(ForeignKey("stage.id"))
    stage_since: Mapped[datetime]
    source_id: Mapped[int | None] = mapped_column(ForeignKey("source.id"))
    source_details: Mapped[str] = mapped_column(default="")
    referrer: Mapped[str] = mapped_column(default="")
    amount: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str]
    sum_amount: Mapped[int | None] = mapped_column(BigInteger)
    """Copy of the section's summed field (Legal office: total debt), minor units."""
    meeting_at: Mapped[datetime | None]
    place_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"))
    first_payment: Mapped[int | None] = mapped_column(BigInteger)
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"))
    repeat: Mapped[bool] = mapped_column(default=False)
    origin_stage: Mapped[str | None]
    """The stage's name in the file it came from, where this office has none of that name."""
    closed_at: Mapped[datetime | None]
    merged_into_id: Mapped[int | None] = mapped_column(BigInteger().with_variant(Integer, "sqlite"))
    """The lead that this one was merged into, and lies in the bin for."""

    __table_args__ = (
        _present("ix_lead_by_stage", "stage_id", *_DUE, "responsible_id", *_SHOWN, "source_id", "contact_id", "id"),
        _present("ix_lead_by_responsible", "responsible_id", "stage_id", *_DUE, *_SHOWN, "source_id", "id"),
        _present("ix_lead_by_created", "created_at", "id"),
        _present("ix_lead_by_name", "sort_key", "id"),
        _in_bin("lead"),
        _present("ix_lead_by_sum", "sum_amount", "id"),
        _present("ix_lead_by_amount", "amount", "id"),
        _dated("ix_lead_by_meeting", "meeting_at"),
        _of("lead", "contact_id"),
        _of("lead", "import_id"),
    )


class Deal(_Record, _Person, _Slots, Base):
    """A client under contract; at most one is made from a lead."""

    __tablename__ = "deal"

    id: Mapped[pk]
    title: Mapped[str] = mapped_column(default="")
    stage_id: Mapped[int] = mapped_column(ForeignKey("stage.id"))
    stage_since: Mapped[datetime]
    lead_id: Mapped[int | None] = mapped_column(ForeignKey("lead.id"), unique=True)
    """Unique: what makes converting twice impossible, also from two workstations at once."""
    lead_responsible_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    deal_type_id: Mapped[int | None] = mapped_column(ForeignKey("deal_type.id"))
    amount: Mapped[int | None] = mapped_column(BigInteger)
    """The full price, minor units."""
    currency: Mapped[str]
    sum_amount: Mapped[int | None] = mapped_column(BigInteger)
    contract_number: Mapped[str] = mapped_column(default="")
    contract_date: Mapped[date | None]
    paid: Mapped[int] = mapped_column(BigInteger, default=0)
    """Sum of received payments, kept by trigger."""
    next_payment_on: Mapped[date | None]
    """The earliest planned payment not received yet, kept by trigger; past: overdue."""
    closed_at: Mapped[datetime | None]

    __table_args__ = (
        _present("ix_deal_by_stage", "stage_id", *_DUE, "responsible_id", *_SHOWN, *_OF_DEALS, "contact_id", "id"),
        _present("ix_deal_by_responsible", "responsible_id", "stage_id", *_DUE, *_SHOWN, *_OF_DEALS, "id"),
        _present("ix_deal_by_created", "created_at", "id"),
        _present("ix_deal_by_name", "sort_key", "id"),
        _in_bin("deal"),
        _present("ix_deal_by_sum", "sum_amount", "id"),
        _dated("ix_deal_by_contract", "contract_date"),
        Index(None, "contact_id"),
        Index(None, "next_payment_on"),
        Index(None, "lead_responsible_id"),
    )


class ContactPoint(Base):
    """A phone, email or messenger of a lead not converted yet, or of a contact; kept as written."""

    __tablename__ = "contact_point"

    id: Mapped[pk]
    lead_id: Mapped[int | None] = mapped_column(ForeignKey("lead.id"))
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"))
    point_kind: Mapped[str]
    value: Mapped[str]
    normal: Mapped[str | None]
    """E.164 or the folded email; NULL where it is neither, and then it is never matched."""
    label: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)

    __table_args__ = (
        CheckConstraint("(lead_id IS NULL) <> (contact_id IS NULL)", name="one_owner"),
        _of("contact_point", "lead_id"),
        _of("contact_point", "contact_id"),
        Index(None, "point_kind", "normal"),
    )


class OptionLink(Base):
    """A chosen option of a several-of field; the section tells a deal from the lead whose field it carries."""

    __tablename__ = "option_link"

    section: Mapped[str] = mapped_column(primary_key=True)
    field_id: Mapped[int] = mapped_column(ForeignKey("field.id"), primary_key=True)
    option_id: Mapped[int] = mapped_column(ForeignKey("field_option.id"), primary_key=True)
    record_id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)

    __table_args__ = (Index(None, "section", "record_id"),)


class StagePassage(Base):
    """That a lead or deal stood on a stage once, as its timeline tells; kept by triggers."""

    __tablename__ = "stage_passage"

    section: Mapped[str] = mapped_column(primary_key=True)
    stage_id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    record_id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)

    __table_args__ = (Index(None, "section", "record_id"), {"sqlite_with_rowid": False})


class RelatedPerson(Base):
    """That two people have to do with each other: spouse, recommended by."""

    __tablename__ = "related_person"

    id: Mapped[pk]
    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"), index=True)
    other_contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"), index=True)
    relation: Mapped[str]

    __table_args__ = (UniqueConstraint("contact_id", "other_contact_id", "relation"),)
