"""Carries plans out: alike ones by one statement, the rest record by record as an edit would."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.fieldkinds import UNKNOWN, UNKNOWN_JSON, FieldType, from_json
from app.core.kinds import ActivityState, HistoryOp, Kind, StageKind
from app.core.money import from_minor
from app.db.unit import Unit
from app.models import ActivityReminder, History, Operation
from app.services.clients.points import normal_form
from app.services.clients.reading import MONEY_COLUMNS, Record, read_records, rules_for
from app.services.clients.sections import POINT_FIELDS, SECTIONS, fields_of
from app.services.clients.writing import write_many
from app.services.history.decoding import document
from app.services.records.office import FieldRecord
from app.services.records.values import ContactPointValue, FieldValue
from app.services.undo.planning import TABLES, Plan
from app.services.undo.reading import CLIENTS, Target
from app.services.undo.walking import CUSTOM
from app.services.workplace import Workplace

Columns = dict[str, Any]  # Any: as columns hold

PLAIN: Final = frozenset(
    {
        "stage_id", "source_id", "place_id", "deal_type_id", "responsible_id", "meeting_at", "contract_date",
        "deleted_at", "lead_id",
    }
)  # fmt: skip
"""Columns of clients that no search text, sort key or sum is made of."""


class Restorer:
    """Writes what plans say inside an open unit."""

    def __init__(self, workplace: Workplace, undone_id: str) -> None:
        self._workplace = workplace
        self._undone_id = undone_id

    async def restore(self, unit: Unit, plans: Sequence[Plan]) -> list[Plan]:
        """Restore what the plans say; those that did something."""
        working = [plan for plan in plans if plan.does_something]
        since = await self._stages_since(unit.session, working)
        alike: dict[tuple[str, tuple[tuple[str, Any], ...]], list[int]] = defaultdict(list)
        single: dict[str, list[tuple[Plan, Columns]]] = defaultdict(list)
        for plan in working:
            columns = self._beside(unit, plan, since)
            if plan.target.kind not in CLIENTS or (not plan.points and plan.wanted.keys() <= PLAIN):
                merged = {**plan.wanted, **columns}
                alike[plan.target.kind, tuple(sorted(merged.items()))].append(plan.target.id)
            else:
                single[plan.target.kind].append((plan, columns))
        for kind, chosen in single.items():
            await self._write(unit, kind, chosen)
        for (kind, written), ids in alike.items():
            await _update(unit, kind, dict(written), ids)
        await _move_reminders(unit.session, working)
        for plan in working:
            unit.touch(plan.target.kind, plan.target.id)
        return working

    def _beside(self, unit: Unit, plan: Plan, since: dict[Target, datetime]) -> Columns:
        """Columns that follow from others."""
        columns: Columns = {}
        if plan.to_bin:
            columns["deleted_at"] = unit.at
        if plan.target.kind not in CLIENTS:
            if plan.target.kind == Kind.ACTIVITY and plan.wanted.get("state") == ActivityState.PLANNED:
                columns["completed_at"] = None
            return columns
        if plan.to_bin or "deleted_at" in plan.wanted:
            in_bin = plan.to_bin or plan.wanted["deleted_at"] is not None
            columns["deleted_by"] = unit.order.actor_id if in_bin else None
        if "stage_id" in plan.wanted:
            moved = since.get(plan.target, plan.row["created_at"])
            stage = self._workplace.registry.stage(plan.wanted["stage_id"])
            columns["stage_since"] = moved
            columns["closed_at"] = moved if stage.kind is not StageKind.WORKING else None
        return columns

    async def _stages_since(self, session: AsyncSession, plans: Iterable[Plan]) -> dict[Target, datetime]:
        """When records were moved to the stage that they go back to; those never moved came with it."""
        found: dict[Target, datetime] = {}
        for kind in CLIENTS:
            ids = [plan.target.id for plan in plans if plan.target.kind == kind and "stage_id" in plan.wanted]
            lines = (
                select(History.ref, func.coalesce(Operation.at, History.at), History.operation_id, History.changes)
                .outerjoin(Operation, Operation.id == History.operation_id)
                .where(History.kind == kind, History.ref.in_(ids), History.op == HistoryOp.CHANGE)
            )
            done: set[int | None] = set()
            for ref, at, operation_id, changes in await session.execute(lines.order_by(History.id)) if ids else ():
                if operation_id == self._undone_id:
                    done.add(ref)
                elif ref is not None and ref not in done and "stage_id" in (changes or {}):
                    found[Target(kind, ref)] = at
        return found

    async def _write(self, unit: Unit, kind: str, chosen: Sequence[tuple[Plan, Columns]]) -> None:
        """Clients of a section, with all that is made of their values."""
        workplace, section = self._workplace, SECTIONS[kind]
        ids = [plan.target.id for plan, _ in chosen]
        records = await read_records(unit.session, workplace.registry, workplace.zone, section, ids)
        changes, beside = [], {}
        for plan, columns in chosen:
            record = records[plan.target.id]
            changes.append((record, self._values(plan, record, columns)))
            beside[record.id] = columns
        await write_many(unit, workplace.registry, workplace.zone, section, changes, beside)

    def _values(self, plan: Plan, record: Record, columns: Columns) -> dict[str, FieldValue]:
        """The values that a client gets back; what no field stands for is added to the columns."""
        codes = {column: code for code, column in record.section.columns.items()}
        for key in ("currency", "contact_id"):
            record.row = {**record.row, key: plan.wanted.get(key, record.row.get(key))}
        values: dict[str, FieldValue] = {}
        for key, value in plan.wanted.items():
            if key in codes:
                values[codes[key]] = _restored(codes[key], value, record)
            elif not key.startswith(CUSTOM):
                columns[key] = value
        values.update(self._custom(plan, record, values))
        for code, points in plan.points.items():
            values[code] = tuple(
                ContactPointValue(value, normal_form(POINT_FIELDS[code], value), label) for _, value, label in points
            )
        return values

    def _custom(self, plan: Plan, record: Record, values: dict[str, FieldValue]) -> dict[str, FieldValue]:
        """Members of the document; of a built-in field it holds only that the client doesn't know."""
        fields = {field.code: field for field in fields_of(self._workplace.registry, record.section.name)}
        found: dict[str, FieldValue] = {}
        for key, stored in plan.wanted.items():
            code = key.removeprefix(CUSTOM)
            if not key.startswith(CUSTOM) or code not in fields:
                continue
            if code in record.section.columns:
                unknown = document(FieldType.SEVERAL_OF, stored) == UNKNOWN_JSON
                found[code] = UNKNOWN if unknown else values.get(code, record.values.get(code))
                if found[code] is UNKNOWN and not unknown:
                    found[code] = None
            else:
                found[code] = self._value(fields[code], stored, record)
        return found

    def _value(self, field: FieldRecord, stored: object, record: Record) -> FieldValue:
        rules = rules_for(field, record.currency, self._workplace.zone)
        value: FieldValue = from_json(field.type, document(field.type, stored), rules)
        return value


def _restored(code: str, value: Any, record: Record) -> FieldValue:  # Any: as columns hold
    if value is not None and code in MONEY_COLUMNS:
        return from_minor(value, record.currency)
    restored: FieldValue = value
    return restored


async def _update(unit: Unit, kind: str, columns: Columns, ids: Sequence[int]) -> None:
    """The same columns of many rows."""
    table = TABLES[kind]
    written = dict(columns)
    if "version" in table.c:
        written["version"] = table.c.version + 1
    if kind in CLIENTS:
        written.update(updated_at=unit.at, updated_by=unit.order.actor_id)
    await unit.session.execute(update(table).where(table.c.id.in_(sorted(ids))).values(**written))


async def _move_reminders(session: AsyncSession, plans: Iterable[Plan]) -> None:
    """Reminders go with the activity's start."""
    moved = {
        plan.target.id: plan.wanted["starts_at"]
        for plan in plans
        if plan.target.kind == Kind.ACTIVITY and "starts_at" in plan.wanted
    }
    if not moved:
        return
    reminders = await session.execute(
        select(ActivityReminder.id, ActivityReminder.activity_id, ActivityReminder.minutes_before).where(
            ActivityReminder.activity_id.in_(moved)
        )
    )
    for reminder_id, activity_id, minutes in reminders.all():
        due_at = moved[activity_id] - timedelta(minutes=minutes)
        await session.execute(update(ActivityReminder).where(ActivityReminder.id == reminder_id).values(due_at=due_at))
