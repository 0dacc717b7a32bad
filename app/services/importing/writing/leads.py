"""The rows of the tables that new leads become."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Table, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import StageKind, TimelineKind
from app.core.text import title_from_name
from app.db.driver_rows import Document, DriverRows, driver_rows, insert_many
from app.db.unit import Unit
from app.models import ContactPoint, Lead, OptionLink, TimelineItem
from app.services.clients.sections import LEAD, POINT_FIELDS
from app.services.clients.writing import RecordWriter
from app.services.importing.writing.decisions import NewLead
from app.services.importing.writing.names import NameIds
from app.services.records.values import ContactPointValue, FieldValue
from app.services.workplace import Workplace

_Columns = dict[str, Any]  # Any: as columns hold

_TEXTS: Final = ("title", "last_name", "first_name", "middle_name", "comment", "source_details", "referrer")


@dataclass(slots=True)
class LeadRows:
    """What new leads become, table by table."""

    leads: list[_Columns] = field(default_factory=list)
    points: list[_Columns] = field(default_factory=list)
    options: list[_Columns] = field(default_factory=list)
    lines: list[_Columns] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class MadeLeads:
    """The new leads of a batch, ready for the driver."""

    ids: Sequence[int]
    tables: tuple[DriverRows, ...] = ()
    """In the order in which they refer to each other."""


class LeadMaker:
    """Makes rows of leads; every row has the same columns, so that one statement inserts them all."""

    def __init__(self, workplace: Workplace, names: NameIds, operation_id: str, file_name: str) -> None:
        self._workplace = workplace
        self._names = names
        self._operation_id = operation_id
        self._file_json = json.dumps(file_name)
        self._writer = RecordWriter(workplace.registry, workplace.zone, LEAD)
        slots = [field.slot for field in workplace.registry.fields(LEAD.name) if field.slot]
        self._empty: _Columns = {
            **dict.fromkeys((*LEAD.columns.values(), *slots), None),
            **dict.fromkeys(_TEXTS, ""),
            "custom": {},
            "repeat": False,
            "version": 1,
        }

    def make(self, new: Sequence[NewLead], ids: Sequence[int]) -> MadeLeads:
        """The rows of leads with these numbers."""
        rows = LeadRows()
        at, actor_id = self._workplace.now(), self._workplace.actor.employee_id
        for lead_id, lead in zip(ids, new, strict=True):
            self._add(rows, lead, lead_id, at, actor_id)
        tables = (
            (Lead, rows.leads),
            (ContactPoint, rows.points),
            (OptionLink, rows.options),
            (TimelineItem, rows.lines),
        )
        sqlite = self._workplace.database.is_sqlite
        return MadeLeads(ids, tuple(driver_rows(_table(entity), listed, sqlite=sqlite) for entity, listed in tables))

    def _add(self, rows: LeadRows, lead: NewLead, lead_id: int, at: datetime, actor_id: int | None) -> None:
        row = lead.row
        values = self._values(lead)
        currency = str(values["currency"])
        stage_id, origin_stage = self._names.stage(row.stage)
        closed = self._workplace.registry.stage(stage_id).kind is not StageKind.WORKING
        created_at = row.created_at or at
        changed_at = row.updated_at or created_at
        rows.leads.append(
            {
                **self._empty,
                **self._writer.columns(values, currency, {}),
                **self._writer.copies(values, lead_id, currency, row.origin_id or None),
                "id": lead_id,
                "stage_id": stage_id,
                "stage_since": changed_at,
                "closed_at": changed_at if closed else None,
                "origin_stage": origin_stage,
                "origin_id": row.origin_id or None,
                "import_id": self._operation_id,
                "created_at": created_at,
                "created_by": actor_id,
                "updated_at": changed_at,
                "updated_by": None,  # nobody of this office has changed it yet
            }
        )
        for code, kind in POINT_FIELDS.items():
            rows.points += _point_rows(lead_id, kind, values.get(code))
        for field_id, options in self._writer.several(values).items():
            rows.options += [
                {"section": LEAD.name, "field_id": field_id, "option_id": option, "record_id": lead_id}
                for option in options
            ]
        rows.lines.append(self.line(at, actor_id, row.line, lead_id=lead_id))

    def _values(self, lead: NewLead) -> dict[str, FieldValue]:
        row = lead.row
        values = {**lead.values, "responsible": self._names.employee(row.responsible)}
        values.setdefault("currency", self._workplace.currency)
        if lead.source:
            values["source"] = self._names.source(lead.source)
        if not values.get("title"):
            parts = (str(values.get(part) or "") for part in ("last_name", "first_name", "middle_name"))
            ways = (point.value for point in (*row.phones, *row.emails))
            values["title"] = title_from_name(*parts, otherwise=ways)
        return values

    def responsibles(self, new: Sequence[NewLead]) -> set[int]:
        """Whose the new leads are."""
        return {self._names.employee(name) for name in {lead.row.responsible for lead in new}}

    def line(
        self,
        at: datetime,
        actor_id: int | None,
        line: int,
        *,
        lead_id: int | None = None,
        contact_id: int | None = None,
        version: int = 1,
        fields: tuple[str, ...] = (),
    ) -> _Columns:
        """A line of the timeline: where a record came from, or which of its fields were filled.

        `version` is the record's after this: a later one tells an undo that somebody has worked on it.
        """
        told = f', "fields": {json.dumps(fields)}' if fields else ""
        params = Document(f'{{"file": {self._file_json}, "line": {line}, "version": {version}{told}}}')
        return {
            "at": at,
            "kind": TimelineKind.IMPORTED,
            "lead_id": lead_id,
            "contact_id": contact_id,
            "author_id": actor_id,
            "body": "",
            "params": params,
            "is_contact": False,
            "import_id": self._operation_id,
        }


def _point_rows(lead_id: int, kind: str, points: FieldValue) -> list[_Columns]:
    listed = points if isinstance(points, tuple) else ()
    return [
        {
            "lead_id": lead_id,
            "point_kind": kind,
            "value": point.value,
            "normal": point.normal,
            "label": point.label,
            "position": position,
        }
        for position, point in enumerate(listed)
        if isinstance(point, ContactPointValue)
    ]


async def insert_leads(unit: Unit, made: MadeLeads, *, sqlite: bool) -> None:
    """Insert the leads with all that belongs to them; one statement then fills SQLite's search index."""
    if not made.ids:
        return
    for rows in made.tables:
        await rows.insert(unit.session, quiet=True)
    if sqlite:
        await unit.session.execute(
            text("INSERT INTO lead_search (rowid, norm) SELECT id, norm FROM lead WHERE id BETWEEN :first AND :last"),
            {"first": made.ids[0], "last": made.ids[-1]},
        )


async def insert_lines(unit: Unit, lines: list[_Columns]) -> None:
    """Insert lines of timelines."""
    await insert_many(unit.session, _table(TimelineItem), lines, quiet=True)


async def next_lead_id(session: AsyncSession) -> int:
    """The number after the last lead's; on SQLite nobody else takes it while a unit is open."""
    return (await session.scalar(select(func.max(Lead.id))) or 0) + 1


async def reserved_lead_ids(session: AsyncSession, count: int) -> list[int]:
    """Numbers for so many leads, which PostgreSQL then gives to nobody else."""
    numbers = await session.scalars(
        text("SELECT nextval(pg_get_serial_sequence('lead', 'id')) FROM generate_series(1, :count)"), {"count": count}
    )
    return list(numbers)


def _table(entity: type[Lead] | type[ContactPoint] | type[OptionLink] | type[TimelineItem]) -> Table:
    table = entity.__table__
    assert isinstance(table, Table)
    return table
