"""Reads a lead, deal or contact with all its field values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.fieldkinds import UNKNOWN, UNKNOWN_JSON, FieldRules, FieldType, from_json
from app.core.money import from_minor
from app.models import Attachment, Deal, File, Lead
from app.services.clients.points import read_points
from app.services.clients.search_text import shown_name
from app.services.clients.sections import CONTACT, DEAL, LEAD, Section, fields_of
from app.services.records.clients import ClientCard
from app.services.records.office import FieldRecord
from app.services.records.values import FieldValue, FileValue
from app.services.registry import Registry

MONEY_COLUMNS = frozenset({"amount", "first_payment"})

Row = Mapping[str, Any]  # Any: a table's row holds what its columns hold


@dataclass(slots=True)
class Record:
    """A row under work: its columns and the values they mean."""

    section: Section
    id: int
    row: Row
    values: dict[str, FieldValue] = field(default_factory=dict)
    fellows: tuple[int, ...] = ()
    """Responsibles of a contact's leads and deals: they read the contact, too."""

    @property
    def currency(self) -> str:
        return str(self.row.get("currency", "RUB"))

    @property
    def person_owner(self) -> tuple[str, int]:
        """Where the person's name and phones live: on the contact once there is one."""
        if self.section is not CONTACT and self.row["contact_id"] is not None:
            return CONTACT.owner_column, int(self.row["contact_id"])
        return self.section.owner_column, self.id

    @property
    def name(self) -> str:
        return shown_name(self.values)

    @property
    def owners(self) -> tuple[int | None, ...]:
        """Whose record it is; a deal's former lead responsible keeps reading it."""
        extra = (self.row["lead_responsible_id"],) if self.section is DEAL else ()
        return (self.row["responsible_id"], *extra, *self.fellows)


def rules_for(field_record: FieldRecord, currency: str, zone: tzinfo) -> FieldRules:
    """What a field's definition and the office say about its values."""
    return FieldRules(
        options=frozenset(option.id for option in field_record.options),
        unknown_allowed=field_record.unknown_allowed,
        scale=field_record.scale,
        currency=currency,
        zone=zone,
    )


async def read_record(
    session: AsyncSession, registry: Registry, zone: tzinfo, section: Section, record_id: int, *, lock: bool = False
) -> Record:
    """Read one record with its values; `lock` holds it on PostgreSQL until the unit ends.

    Raises UserError("not_found").
    """
    query = select(section.entity.__table__).where(section.entity.id == record_id)
    found = (await session.execute(query.with_for_update() if lock else query)).mappings().one_or_none()
    if found is None:
        raise UserError("not_found", kind=section.name, id=record_id)
    record = Record(section, record_id, {str(column): value for column, value in found.items()})
    record.values = await _values(session, registry, zone, record)
    if section is CONTACT:
        record.fellows = await _fellows(session, record_id)
    return record


async def _fellows(session: AsyncSession, contact_id: int) -> tuple[int, ...]:
    leads = select(Lead.responsible_id).where(Lead.contact_id == contact_id)
    deals = select(Deal.responsible_id).where(Deal.contact_id == contact_id)
    return tuple(await session.scalars(leads.union(deals)))


async def _values(
    session: AsyncSession, registry: Registry, zone: tzinfo, record: Record
) -> dict[str, FieldValue]:
    values: dict[str, FieldValue] = {}
    columns = record.section.columns
    custom = record.row["custom"] or {}
    files = await _files(session, record)
    for one in fields_of(registry, record.section.name):
        if one.code in columns:
            values[one.code] = _column_value(one.code, record.row[columns[one.code]], record.currency)
            if values[one.code] is None and custom.get(one.code) == UNKNOWN_JSON:
                values[one.code] = UNKNOWN
        elif one.type is FieldType.FILE:
            values[one.code] = files.get(one.id)
        elif not one.builtin:
            values[one.code] = from_json(one.type, custom.get(one.code), rules_for(one, record.currency, zone))
    values.update(await read_points(session, *record.person_owner))
    values.update(await _links(session, record))
    values.setdefault("responsible", record.row["responsible_id"])
    return {code: value for code, value in values.items() if value not in (None, "", ())}


def _column_value(code: str, stored: Any, currency: str) -> FieldValue:
    if stored is not None and code in MONEY_COLUMNS:
        return from_minor(stored, currency)
    value: FieldValue = stored
    return value


async def _files(session: AsyncSession, record: Record) -> dict[int | None, tuple[FileValue, ...]]:
    rows = await session.execute(
        select(Attachment.field_id, Attachment.id, Attachment.name, File.size)
        .join(File, File.id == Attachment.file_id)
        .where(
            getattr(Attachment, record.section.owner_column) == record.id,
            Attachment.field_id.is_not(None),
            Attachment.deleted_at.is_(None),
        )
        .order_by(Attachment.id)
    )
    found: dict[int | None, tuple[FileValue, ...]] = {}
    for field_id, attachment_id, name, size in rows:
        found[field_id] = (*found.get(field_id, ()), FileValue(attachment_id, name, size))
    return found


async def _links(session: AsyncSession, record: Record) -> dict[str, FieldValue]:
    if record.section is CONTACT:
        return {}
    links: dict[str, FieldValue] = {"contact": record.row["contact_id"]}
    if record.section is LEAD:
        links["deal"] = await session.scalar(select(Deal.id).where(Deal.lead_id == record.id))
    return links


def to_card(record: Record, *, can_change: bool, can_delete: bool) -> ClientCard:
    """The record as a card shows it."""
    row = record.row
    deal = record.values.get("deal")
    return ClientCard(
        section=record.section.name,
        id=record.id,
        name=record.name,
        title=str(row["title"]),
        values=record.values,
        responsible_id=row["responsible_id"],
        created_at=row["created_at"],
        created_by=row["created_by"],
        updated_at=row["updated_at"],
        updated_by=row["updated_by"],
        version=row["version"],
        stage_id=row.get("stage_id"),
        lead_id=row.get("lead_id"),
        deal_id=deal if isinstance(deal, int) else None,
        contact_id=row.get("contact_id"),
        last_contact_at=row["last_contact_at"],
        next_activity_at=row["next_activity_at"],
        deleted_at=row["deleted_at"],
        repeat=bool(row.get("repeat", False)),
        origin_stage=row.get("origin_stage"),
        origin_id=row["origin_id"],
        can_change=can_change,
        can_delete=can_delete,
    )
