"""Reads a lead, deal or contact with all its field values."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import tzinfo
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.fieldkinds import UNKNOWN, UNKNOWN_JSON, FieldRules, FieldType, from_json
from app.core.kinds import Right
from app.core.money import from_minor
from app.models import Deal, Lead
from app.services.clients.points import CODES
from app.services.clients.search_text import shown_name
from app.services.clients.sections import CONTACT, DEAL, LEAD, POINT_FIELDS, Section, fields_of
from app.services.clients.statements import DEAL as DEAL_OF_LEAD
from app.services.clients.statements import FILE, IDS, beside, rows_of
from app.services.records.clients import ClientCard
from app.services.records.office import FieldRecord
from app.services.records.values import ContactPointValue, FieldValue, FileValue, Values
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

    Raises UserError: "not_found", "not_allowed" where the server lets it be read and not held.
    """
    found = await read_records(session, registry, zone, section, [record_id], lock=lock)
    if record_id not in found:
        if lock and record_id in await read_records(session, registry, zone, section, [record_id]):
            raise UserError("not_allowed", kind=section.name, right=Right.CHANGE.value)  # PostgreSQL holds no such row
        raise UserError("not_found", kind=section.name, id=record_id)
    return found[record_id]


async def read_records(
    session: AsyncSession, registry: Registry, zone: tzinfo, section: Section, ids: Sequence[int], *, lock: bool = False
) -> dict[int, Record]:
    """Read records with their values, by as many statements as for one; those that are not there are left out.

    `lock` holds them in the order of their numbers, so that two runs never cross.
    """
    rows = (await session.execute(rows_of(section.name, lock=lock), {IDS: list(ids)})).all()
    names = section.entity.__table__.c.keys()
    found = {row.id: Record(section, row.id, dict(zip(names, row, strict=True))) for row in rows}
    around = await _around(session, section, list(found))
    reader = _ValueReader(registry, zone, section)
    for record in found.values():
        points = around.points[record.person_owner]
        record.values = reader.values(record, around.files[record.id], points, around.deals.get(record.id))
    if section is CONTACT:
        await _add_fellows(session, found)
    return found


async def renewed(
    session: AsyncSession,
    registry: Registry,
    zone: tzinfo,
    record: Record,
    values: Values,
    columns: Mapping[str, Any] | None,
) -> Record:
    """A held record after `values` were stored: what writing doesn't touch isn't asked for again.

    `columns` as they were written with them, or None where the row has to be asked for. Any: as columns hold.
    """
    if columns is None:
        (row,) = (await session.execute(rows_of(record.section.name), {IDS: [record.id]})).all()
        columns = dict(zip(record.section.entity.__table__.c.keys(), row, strict=True))
    saved = Record(record.section, record.id, {**record.row, **columns}, fellows=record.fellows)
    fields = fields_of(registry, record.section.name)
    files = {one.id: record.values.get(one.code) for one in fields if one.type is FieldType.FILE}
    points = {code: values.get(code, record.values.get(code)) for code in POINT_FIELDS}
    reader = _ValueReader(registry, zone, record.section)
    saved.values = reader.values(saved, files, points, record.values.get("deal"))
    return saved


class _ValueReader:
    """Turns rows of a section into values."""

    def __init__(self, registry: Registry, zone: tzinfo, section: Section) -> None:
        self._fields = fields_of(registry, section.name)
        self._columns = section.columns
        self._zone = zone
        self._rules: dict[tuple[int, str], FieldRules] = {}

    def values(
        self,
        record: Record,
        files: Mapping[int, FieldValue],
        points: Mapping[str, FieldValue],
        deal_id: FieldValue,
    ) -> dict[str, FieldValue]:
        """All that the record holds; what is empty is left out."""
        values: dict[str, FieldValue] = {}
        row, currency = record.row, record.currency
        custom = row["custom"] or {}
        for one in self._fields:
            code = one.code
            if code in self._columns:
                values[code] = _column_value(code, row[self._columns[code]], currency)
                if values[code] is None and custom.get(code) == UNKNOWN_JSON:
                    values[code] = UNKNOWN
            elif one.type is FieldType.FILE:
                values[code] = files.get(one.id)
            elif not one.builtin and code in custom:
                values[code] = from_json(one.type, custom[code], self._rules_of(one, currency))
        values.update(points)
        if record.section is not CONTACT:
            values["contact"] = row["contact_id"]
        if record.section is LEAD:
            values["deal"] = deal_id
        values.setdefault("responsible", row["responsible_id"])
        return {code: value for code, value in values.items() if value not in (None, "", ())}

    def _rules_of(self, one: FieldRecord, currency: str) -> FieldRules:
        key = (one.id, currency)
        if key not in self._rules:
            self._rules[key] = rules_for(one, currency, self._zone)
        return self._rules[key]


def _column_value(code: str, stored: Any, currency: str) -> FieldValue:
    if stored is not None and code in MONEY_COLUMNS:
        return from_minor(stored, currency)
    value: FieldValue = stored
    return value


async def _add_fellows(session: AsyncSession, contacts: Mapping[int, Record]) -> None:
    found: dict[int | None, set[int]] = defaultdict(set)
    for entity in (Lead, Deal):
        owners = select(entity.contact_id, entity.responsible_id).where(entity.contact_id.in_(list(contacts)))
        for contact_id, responsible_id in await session.execute(owners.distinct()):
            found[contact_id].add(responsible_id)
    for contact_id, record in contacts.items():
        record.fellows = tuple(sorted(found[contact_id]))


@dataclass(slots=True)
class _Around:
    """What belongs to records and stands in other tables."""

    files: defaultdict[int, dict[int, FieldValue]] = field(default_factory=lambda: defaultdict(dict))
    """By record and by field."""
    points: defaultdict[tuple[str, int], dict[str, FieldValue]] = field(default_factory=lambda: defaultdict(dict))
    """Ways to reach the people, by where they live."""
    deals: dict[int, int] = field(default_factory=dict)
    """The deals made of leads."""


async def _around(session: AsyncSession, section: Section, ids: Sequence[int]) -> _Around:
    found = _Around()
    if not ids:
        return found
    files: defaultdict[tuple[int, int], list[FileValue]] = defaultdict(list)
    points: defaultdict[tuple[str, int, str], list[ContactPointValue]] = defaultdict(list)
    for row in await session.execute(beside(section.name), {IDS: list(ids)}):
        if row.what == FILE:
            files[row.owner, row.field].append(FileValue(row.id, row.value, row.size))
        elif row.what == DEAL_OF_LEAD:
            found.deals[row.owner] = row.id
        else:
            point = ContactPointValue(row.value, row.normal, row.label)
            points[row.what, row.owner, CODES[row.kind]].append(point)
    for (record_id, field_id), listed in files.items():
        found.files[record_id][field_id] = tuple(listed)
    for (column, owner, code), reached in points.items():
        found.points[column, owner][code] = tuple(reached)
    return found


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
