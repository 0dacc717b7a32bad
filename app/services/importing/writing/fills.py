"""Known records that rows of a file belong to: read in bulk, their empty fields filled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.fieldkinds import UNKNOWN, UNKNOWN_JSON, FieldType, from_json
from app.core.money import from_minor
from app.db.unit import Unit
from app.models import ContactPoint
from app.services.clients.points import CODES
from app.services.clients.reading import MONEY_COLUMNS, Record, rules_for
from app.services.clients.requirements import is_answered
from app.services.clients.sections import CONTACT, LEAD, Section
from app.services.clients.writing import write_values
from app.services.importing.rows import ImportRow
from app.services.importing.writing.decisions import Decider
from app.services.importing.writing.leads import LeadMaker
from app.services.importing.writing.matching import Target, pieces
from app.services.importing.writing.names import NameIds
from app.services.records.values import ContactPointValue, FieldValue
from app.services.workplace import Workplace

_PIECE = 500


@dataclass(frozen=True, slots=True)
class Filling:
    """What a record gets from the rows that belong to it."""

    values: dict[str, FieldValue]
    origin_id: str | None
    """Its number in the other system, where it had none."""
    line: int
    """Of the last row."""


class Filler:
    """Fills the empty fields of known records."""

    def __init__(self, workplace: Workplace, names: NameIds, decider: Decider, maker: LeadMaker) -> None:
        self._workplace = workplace
        self._names = names
        self._decider = decider
        self._maker = maker

    async def wanted(self, session: AsyncSession, fills: Mapping[Target, list[ImportRow]]) -> list[Target]:
        """The records among them that have something empty which the rows can fill."""
        found = []
        for section in (LEAD, CONTACT):
            targets = {target.id: target for target in fills if target.section == section.name}
            records = await read_records(session, self._workplace, section, targets)
            found += [
                target
                for number, target in targets.items()
                if number in records and self._filling(records[number], fills[target]) is not None
            ]
        return found

    async def fill(
        self, unit: Unit, targets: Iterable[Target], fills: Mapping[Target, list[ImportRow]]
    ) -> list[dict[str, Any]]:
        """Fill these records as they are now; the lines for their timelines. Any: as columns hold."""
        lines = []
        wanted = list(targets)
        for section in (LEAD, CONTACT):
            ids = sorted(target.id for target in wanted if target.section == section.name)
            records = await read_records(unit.session, self._workplace, section, ids, lock=True)
            for target in wanted:
                record = records.get(target.id) if target.section == section.name else None
                filling = self._filling(record, fills[target]) if record else None
                if record is not None and filling is not None:
                    lines.append(await self._write(unit, record, filling))
        return lines

    def _filling(self, record: Record, rows: list[ImportRow]) -> Filling | None:
        """All that the rows fill; None where nothing is empty."""
        codes = {field.code for field in self._workplace.registry.fields(record.section.name)}
        present = dict(record.values)
        filled: dict[str, FieldValue] = {}
        origin_id: str | None = None
        for row in rows:
            new = {code: value for code, value in self._decider.filling(present, row).items() if code in codes}
            if "source" in codes and row.source and not is_answered(present.get("source")):
                new["source"] = self._names.source(row.source)
            filled |= new
            present |= new
            origin_id = origin_id or row.origin_id or None
        if record.row["origin_id"]:
            origin_id = None
        return Filling(filled, origin_id, rows[-1].line) if filled or origin_id else None

    async def _write(self, unit: Unit, record: Record, filling: Filling) -> dict[str, Any]:
        columns = {}
        if filling.origin_id:
            columns["origin_id"] = filling.origin_id
            record.row = {**record.row, **columns}  # searched by from now on
        registry, zone = self._workplace.registry, self._workplace.zone
        await write_values(unit, registry, zone, record, filling.values, **columns)
        return self._maker.line(
            unit.at,
            unit.order.actor_id,
            filling.line,
            **{record.section.owner_column: record.id},
            version=record.row["version"] + 1,
            fields=(*filling.values, *columns),
        )


async def read_records(
    session: AsyncSession, workplace: Workplace, section: Section, ids: Iterable[int], *, lock: bool = False
) -> dict[int, Record]:
    """Records with all values but files, many at once, in the order of their numbers."""
    table = section.entity.__table__
    records: dict[int, Record] = {}
    for piece in pieces(sorted(ids), _PIECE):
        query = select(table).where(section.entity.id.in_(piece)).order_by(section.entity.id)
        rows = (await session.execute(query.with_for_update() if lock else query)).mappings()
        found = [Record(section, row["id"], {str(column): value for column, value in row.items()}) for row in rows]
        points = await _points(session, found)
        for record in found:
            record.values = {**_row_values(workplace, record), **points.get(record.person_owner, {})}
            records[record.id] = record
    return records


def _row_values(workplace: Workplace, record: Record) -> dict[str, FieldValue]:
    values: dict[str, FieldValue] = {"responsible": record.row["responsible_id"]}
    custom = record.row["custom"] or {}
    columns = record.section.columns
    for field in workplace.registry.fields(record.section.name):
        value: FieldValue = None
        if field.code in columns:
            value = record.row[columns[field.code]]
            if field.code in MONEY_COLUMNS and isinstance(value, int):
                value = from_minor(value, record.currency)
            if value is None and custom.get(field.code) == UNKNOWN_JSON:
                value = UNKNOWN
        elif not field.builtin and field.type is not FieldType.FILE:
            rules = rules_for(field, record.currency, workplace.zone)
            value = from_json(field.type, custom.get(field.code), rules)
        if is_answered(value):
            values[field.code] = value
    return values


async def _points(
    session: AsyncSession, records: list[Record]
) -> dict[tuple[str, int], dict[str, tuple[ContactPointValue, ...]]]:
    """Phones, emails and messengers by whose they are and field code."""
    found: dict[tuple[str, int], dict[str, tuple[ContactPointValue, ...]]] = {}
    for owner in (LEAD.owner_column, CONTACT.owner_column):
        ids = [number for column, number in (record.person_owner for record in records) if column == owner]
        column = getattr(ContactPoint, owner)
        rows = await session.execute(
            select(column, ContactPoint.point_kind, ContactPoint.value, ContactPoint.normal, ContactPoint.label)
            .where(column.in_(ids))
            .order_by(ContactPoint.position, ContactPoint.id)
        )
        for number, kind, value, normal, label in rows:
            lists = found.setdefault((owner, number), {})
            lists[CODES[kind]] = (*lists.get(CODES[kind], ()), ContactPointValue(value, normal, label))
    return found
