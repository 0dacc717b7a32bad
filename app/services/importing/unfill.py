"""Takes back what an import filled in records that were there before it, field by field."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import HistoryOp
from app.db.unit import Unit
from app.models import ContactPoint, History, Lead, TimelineItem
from app.services.clients.reading import Record
from app.services.clients.sections import CONTACT, LEAD, POINT_FIELDS, Section, is_personal
from app.services.clients.writing import write_values
from app.services.importing.outcomes import LeftRecord
from app.services.importing.writing.fills import read_records
from app.services.records.values import ContactPointValue, FieldValue
from app.services.workplace import Workplace

ORIGIN = "origin_id"


@dataclass(slots=True)
class Filled:
    """A record that an import filled, by the lines it left in the timeline."""

    section: Section
    id: int
    lines: list[int] = field(default_factory=list)
    codes: dict[str, None] = field(default_factory=dict)


async def filled_records(session: AsyncSession, operation_id: str) -> list[Filled]:
    """The records an import filled and did not bring itself, in the order of their numbers."""
    rows = await session.execute(
        select(TimelineItem.id, TimelineItem.lead_id, TimelineItem.contact_id, TimelineItem.params)
        .outerjoin(Lead, Lead.id == TimelineItem.lead_id)
        .where(
            TimelineItem.import_id == operation_id,
            TimelineItem.deleted_at.is_(None),
            or_(Lead.import_id.is_(None), Lead.import_id != operation_id),
        )
        .order_by(TimelineItem.lead_id, TimelineItem.contact_id, TimelineItem.id)
    )
    found: dict[tuple[str, int], Filled] = {}
    for line_id, lead_id, contact_id, params in rows:
        section, number = (LEAD, lead_id) if lead_id is not None else (CONTACT, contact_id or 0)
        filled = found.setdefault((section.name, number), Filled(section, number))
        filled.lines.append(line_id)
        codes = params.get("fields")
        filled.codes.update((str(code), None) for code in (codes if isinstance(codes, list) else ()))
    return list(found.values())


async def unfill(
    unit: Unit, workplace: Workplace, operation_id: str, filled: Filled
) -> tuple[Record, LeftRecord | None]:
    """Empty again what the import filled, where it still holds what the import wrote; the record, and what was left."""
    records = await read_records(unit.session, workplace, filled.section, [filled.id], lock=True)
    record = records[filled.id]
    later = await _changed_later(unit.session, record, operation_id)
    values: dict[str, FieldValue] = {}
    columns: dict[str, Any] = {}  # Any: as columns hold
    left = []
    for code in filled.codes:
        if code == ORIGIN:
            columns[ORIGIN] = None
            record.row = {**record.row, ORIGIN: None}
        elif code in POINT_FIELDS:
            values[code] = await _other_points(unit.session, record, code, operation_id)
        elif code in later[_owner(record, code)]:
            left.append(code)
        else:
            values[code] = _nothing(record.section, code)
    if values or columns:
        await write_values(unit, workplace.registry, workplace.zone, record, values, **columns)
    await unit.session.execute(update(TimelineItem).where(TimelineItem.id.in_(filled.lines)).values(deleted_at=unit.at))
    kept = LeftRecord(record.section.name, record.id, record.name, tuple(left)) if left else None
    return record, kept


def _owner(record: Record, code: str) -> tuple[str, int]:
    """Whose history tells of a field: the contact's for the person's own fields, once there is one."""
    if is_personal(code) and record.person_owner[0] == CONTACT.owner_column:
        return CONTACT.name, record.person_owner[1]
    return record.section.name, record.id


async def _changed_later(session: AsyncSession, record: Record, operation_id: str) -> dict[tuple[str, int], set[str]]:
    """Codes of fields that somebody else wrote after the import did, by whose history says so."""
    found: dict[tuple[str, int], set[str]] = defaultdict(set)
    for owner in {(record.section.name, record.id), _owner(record, "last_name")}:
        rows = await session.execute(
            select(History.operation_id, History.changes)
            .where(
                History.kind == owner[0],
                History.ref == owner[1],
                History.op.in_((HistoryOp.CREATE, HistoryOp.CHANGE)),
            )
            .order_by(History.id)
        )
        codes = {column: code for code, column in record.section.columns.items()}
        lines = rows.all()
        # Without a line of the import the record itself is younger: a contact that a conversion made since.
        first = next((number for number, line in enumerate(lines) if line.operation_id == operation_id), 0)
        for line in lines[first:]:
            if line.operation_id != operation_id:
                keys = (key.removeprefix("custom.") for key in line.changes or {})
                found[owner].update(codes.get(key, key) for key in keys)
    return found


async def _other_points(
    session: AsyncSession, record: Record, code: str, operation_id: str
) -> tuple[ContactPointValue, ...]:
    """The record's phones, emails or messengers but those that the import added and nobody has changed."""
    owner, owner_id = record.person_owner
    rows: Sequence[Any] = (  # Any: rows of three columns
        await session.execute(
            select(ContactPoint.value, ContactPoint.label)
            .join(History, History.ref == ContactPoint.id)
            .where(
                getattr(ContactPoint, owner) == owner_id,
                ContactPoint.point_kind == POINT_FIELDS[code],
                History.kind == "contact_point",
                History.op == HistoryOp.CREATE,
                History.operation_id == operation_id,
            )
        )
    ).all()
    added = {(value, label) for value, label in rows}
    present = record.values.get(code)
    points = present if isinstance(present, tuple) else ()
    return tuple(
        point for point in points if isinstance(point, ContactPointValue) and (point.value, point.label) not in added
    )


def _nothing(section: Section, code: str) -> FieldValue:
    """What an empty field holds: texts of the program's own are never NULL."""
    column = section.columns.get(code)
    return "" if column is not None and not section.entity.__table__.c[column].nullable else None
