"""Moving leads and deals through their stages (SPEC, "Required on entering a stage")."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import select, update

from app.core.errors import UserError
from app.core.kinds import ActivityState, Right, StageKind, TimelineKind
from app.db.unit import Unit
from app.models import Activity, Stage
from app.services.clients.cleaning import clean_values
from app.services.clients.reading import Record
from app.services.clients.requirements import CONVERTED, check, progress
from app.services.clients.sections import LEAD, Section
from app.services.clients.service import ClientService, ViewLog
from app.services.clients.writing import write_many, write_values
from app.services.lines import write_lines
from app.services.records.clients import FieldProgress, StageNeeds
from app.services.records.office import StageRecord
from app.services.records.values import Values
from app.services.workplace import Workplace


class MeetingPlanner(Protocol):
    """Plans the meeting activity that entering the meeting's stage stands for."""

    async def plan_meeting(self, unit: Unit, record: Record, values: Values) -> None: ...


class StagedService(ClientService):
    """A section whose records stand on stages."""

    def __init__(self, workplace: Workplace, section: Section, views: ViewLog, meetings: MeetingPlanner) -> None:
        super().__init__(workplace, section, views)
        self._meetings = meetings

    async def needs(self, record_id: int, stage_id: int, values: Values | None = None) -> StageNeeds:
        """What the move would still ask for, with `values` laid over what is stored."""
        async with self.workplace.database.read() as session:
            record = await self._read(session, record_id)
        self._require(Right.READ, record)
        return self._needs(record, self._stage(stage_id), values or {})

    async def progress(self, record_id: int) -> FieldProgress:
        """How far the fields of the next stages are filled."""
        async with self.workplace.database.read() as session:
            record = await self._read(session, record_id)
        registry = self.workplace.registry
        return progress(registry, registry.stage(record.row["stage_id"]), record.values)

    async def move(self, record_id: int, stage_id: int, values: Values | None = None, *, reason: str = "") -> None:
        """Move to a stage; `values` fill what it requires, all or nothing.

        Raises UserError: "fields_missing" (fields), "reason_missing", "use_conversion", "meeting_in_past",
        "stage_gone", "not_allowed"; FieldErrors on bad input.
        """
        workplace = self.workplace
        order = workplace.order(f"{self.section.name}.move", ref=record_id, stage=stage_id)
        async with workplace.database.write(order) as unit:
            await self.move_in(unit, record_id, stage_id, values or {}, reason=reason)

    async def move_in(self, unit: Unit, record_id: int, stage_id: int, values: Values, *, reason: str = "") -> None:
        """The same inside an open unit of work."""
        await self._require_in_use(unit, stage_id)
        await self.move_held(unit, await self.hold(unit, record_id), stage_id, values, reason=reason)

    async def move_held(self, unit: Unit, record: Record, stage_id: int, values: Values, *, reason: str = "") -> None:
        """The same for a record that is held already."""
        target = self._stage(stage_id)
        registry, zone = self.workplace.registry, self.workplace.zone
        cleaned = self.to_move(record, stage_id, values, reason)
        if target.id == record.row["stage_id"]:
            if cleaned:
                await write_values(unit, registry, zone, record, cleaned)
            return
        await write_values(unit, registry, zone, record, cleaned, **self._stage_columns(unit, target))
        await self._tell(unit, [record], target, reason)
        if target.kind is StageKind.FAILURE:
            await self._cancel_activities(unit, [record])
        if self.plans_meeting(stage_id):
            await self._meetings.plan_meeting(unit, record, {**record.values, **cleaned})

    def to_move(self, record: Record, stage_id: int, values: Values, reason: str) -> Values:
        """What moving a held record would write beside the stage. Raises what moving raises."""
        target = self._stage(stage_id)
        registry, zone = self.workplace.registry, self.workplace.zone
        cleaned = clean_values(registry, zone, self.section, values, record.currency)
        if target.id != record.row["stage_id"]:
            self._check(record, target, cleaned, reason)
        return cleaned

    def plans_meeting(self, stage_id: int) -> bool:
        """Whether entering the stage plans a meeting with the client, at a time that may turn out taken."""
        return self.section is LEAD and "meeting_at" in self._stage(stage_id).required

    async def move_many(self, unit: Unit, moved: Sequence[tuple[Record, Values]], stage_id: int, reason: str) -> None:
        """Move held records with what `to_move` found for each; not to a stage that plans meetings."""
        target, workplace = self._stage(stage_id), self.workplace
        await self._require_in_use(unit, stage_id)
        columns = self._stage_columns(unit, target)
        await write_many(unit, workplace.registry, workplace.zone, self.section, moved, **columns)
        records = [record for record, _ in moved]
        await self._tell(unit, records, target, reason)
        if target.kind is StageKind.FAILURE:
            await self._cancel_activities(unit, records)

    def needs_of(self, record: Record, stage_id: int) -> StageNeeds:
        """What a held record still lacks for a stage. Raises UserError("stage_gone")."""
        return self._needs(record, self._stage(stage_id), {})

    async def _require_in_use(self, unit: Unit, stage_id: int) -> None:
        """Another workstation may have deleted the stage a moment ago. Raises UserError("stage_gone")."""
        deleted = await unit.session.scalar(select(Stage.deleted_at).where(Stage.id == stage_id))
        if deleted is not None:
            raise UserError("stage_gone", stage=stage_id)

    def _stage(self, stage_id: int) -> StageRecord:
        """Raises UserError("stage_gone") for one that was deleted or belongs to another section."""
        registry = self.workplace.registry
        for stage in registry.stages(self.section.name):
            if stage.id == stage_id:
                return stage
        raise UserError("stage_gone", stage=stage_id)

    def _needs(self, record: Record, target: StageRecord, values: Values) -> StageNeeds:
        registry = self.workplace.registry
        found = check(registry, target, {**record.values, **values})
        return StageNeeds(
            section=self.section.name,
            record_id=record.id,
            name=record.name,
            source=registry.stage(record.row["stage_id"]),
            target=target,
            missing=found.missing,
            filled=found.filled,
            asks_reason=target.kind is StageKind.FAILURE,
            converts=self._converts(target),
        )

    def _check(self, record: Record, target: StageRecord, cleaned: Values, reason: str) -> None:
        if self._converts(target):
            raise UserError("use_conversion", id=record.id)
        if self.section is LEAD and record.values.get("deal"):
            raise UserError("already_converted", id=record.id, deal=record.values["deal"])
        needs = self._needs(record, target, cleaned)
        if needs.missing:
            raise UserError("fields_missing", fields=tuple(field.code for field in needs.missing), stage=target.name)
        if needs.asks_reason and not reason.strip():
            raise UserError("reason_missing", stage=target.name)
        meeting = {**record.values, **cleaned}.get("meeting_at")
        if "meeting_at" in target.required and isinstance(meeting, datetime) and meeting <= self.workplace.now():
            raise UserError("meeting_in_past")

    def _converts(self, target: StageRecord) -> bool:
        return self.section is LEAD and target.code == CONVERTED

    def _stage_columns(self, unit: Unit, target: StageRecord) -> dict[str, Any]:
        """Columns that change with the stage. Any: as columns hold."""
        closed = target.kind is not StageKind.WORKING
        return {"stage_id": target.id, "stage_since": unit.at, "closed_at": unit.at if closed else None}

    async def _tell(self, unit: Unit, records: Sequence[Record], target: StageRecord, reason: str) -> None:
        lines = [(self.section.clients(one.id), {"before": one.row["stage_id"], "after": target.id}) for one in records]
        await write_lines(unit, TimelineKind.STAGE, lines, body=reason.strip())

    async def _cancel_activities(self, unit: Unit, records: Sequence[Record]) -> None:
        """A client closed as failed needs no next step; reopening asks for a new one."""
        await unit.session.execute(
            update(Activity)
            .where(
                Activity.__table__.c[self.section.owner_column].in_([record.id for record in records]),
                Activity.state == ActivityState.PLANNED,
                Activity.deleted_at.is_(None),
            )
            .values(state=ActivityState.CANCELLED, version=Activity.version + 1)
        )
        unit.touch("activity")
