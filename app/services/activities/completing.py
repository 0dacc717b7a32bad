"""Closing activities: the result, the line in the timeline, the next step and the stage, in one unit of work."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Protocol

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.clock import day_bounds
from app.core.errors import UserError
from app.core.kinds import ActivityKind, ActivityState, Kind, Right, StageKind, TimelineKind
from app.db.unit import Unit
from app.models import TimelineItem
from app.services.activities.base import ActivityBase
from app.services.activities.drafts import LONGEST_MINUTES, clean_start
from app.services.activities.planner import Planner, with_client
from app.services.activities.rows import insert_activity, update_activity
from app.services.client_refs import Client, client_to_write
from app.services.lines import write_line
from app.services.records.activities import ActivityDraft, ClientRef, Completion
from app.services.records.office import CallResultRecord
from app.services.records.values import Values
from app.services.rules import Completing, Finding, RuleCode
from app.services.texts import typed_line, typed_text
from app.services.workplace import Workplace

MISSED: Final = "missed"
"""The result of a meeting that the client didn't come to."""

_DONE: Final = "done"
"""The result where the office has none of its own for a kind."""
_LINES: Final = {ActivityKind.CALL: TimelineKind.CALL, ActivityKind.MEETING: TimelineKind.MEETING}
_ENDING_RULES: Final = (RuleCode.COMPLETION_COMMENT, RuleCode.VISIT_RECORDING)


class StageMover(Protocol):
    """Moves leads and deals to a stage inside an open unit of work, with all that the stage requires."""

    async def move_in(self, unit: Unit, ref: ClientRef, stage_id: int, values: Values, *, reason: str = "") -> None: ...


@dataclass(frozen=True, slots=True)
class Ended:
    """An activity that ends: what it was and how it ended, checked."""

    kind: ActivityKind
    subject: str
    starts_at: datetime
    client: Client | None
    result: CallResultRecord
    comment: str
    no_recording_reason: str
    minutes: int | None = None
    """The real length where it is known: of what is logged afterwards."""

    @property
    def state(self) -> ActivityState:
        missed = self.kind is ActivityKind.MEETING and self.result.code == MISSED
        return ActivityState.MISSED if missed else ActivityState.DONE

    def columns(self, at: datetime) -> dict[str, object]:
        """What it leaves in the activity's own row."""
        return {
            "state": self.state,
            "result": self.result.code,
            "result_comment": self.comment,
            "no_recording_reason": self.no_recording_reason or None,
            "completed_at": at,
        }


class ActivityCompletions(ActivityBase):
    """What ends activities."""

    def __init__(self, workplace: Workplace, planner: Planner, stages: StageMover) -> None:
        super().__init__(workplace, planner)
        self._stages = stages

    async def complete(self, activity_id: int, version: int, completion: Completion) -> int | None:
        """Close an activity with its result; returns the number of the next one, if one was planned.

        The line in the timeline, the stage and the next activity are written with it, or nothing is.
        Raises Conflict("record_changed"); UserError: "activity_closed", "result_unknown", "comment_missing",
        "recording_reason_missing", "next_activity_missing"; what planning and moving to the stage raise.
        """
        workplace = self._workplace
        async with workplace.database.write(workplace.order("activity.complete", ref=activity_id)) as unit:
            found = await self._planned(unit, activity_id, version)
            client = await self._client_of(unit.session, found)
            ended = self._ended(found.record.kind, found.record.subject, found.record.starts_at, client, completion)
            overridden = await self._enforce(unit.session, ended, completion)
            await update_activity(unit, found, version, **ended.columns(unit.at))
            return await self._go_on(unit, activity_id, ended, completion, overridden)

    async def missed(
        self, activity_id: int, version: int, next_activity: ActivityDraft | None = None
    ) -> int | None:
        """The client didn't come to a meeting; asks for the next step. Raises what `complete` raises."""
        workplace = self._workplace
        async with workplace.database.read() as session:
            found = await self._read(session, activity_id)
        if found.record.kind is not ActivityKind.MEETING:
            raise UserError("not_a_meeting", id=activity_id)
        return await self.complete(activity_id, version, Completion(MISSED, next_activity=next_activity))

    async def log_held(
        self,
        ref: ClientRef,
        kind: ActivityKind,
        result: str,
        comment: str,
        minutes: int,
        next_activity: ActivityDraft | None = None,
        *,
        details: Completion | None = None,
        held_at: datetime | None = None,
    ) -> int:
        """Log what was held without having been planned, at its real length; returns the activity's number.

        `held_at` is its start, just over where it isn't told. `details` adds a stage, a reason for no recording
        and the like. Raises UserError("future_time"), and what `complete` raises.
        """
        workplace = self._workplace
        told = details or Completion(result)
        completion = Completion(
            result, comment, told.no_recording_reason, next_activity, told.stage_id, told.stage_values,
            told.override_reason,
        )
        starts_at = self._held_at(held_at, minutes)
        order = workplace.order("activity.log", section=ref.section, ref=ref.id, activity=kind.value)
        async with workplace.database.write(order) as unit:
            client = await client_to_write(unit.session, workplace.rights, ref)
            me = workplace.actor.employee_id
            workplace.rights.require(Kind.ACTIVITY, Right.ADD, me, client.responsible_id)
            subject = self._result(kind, result).name or kind.value
            ended = self._ended(kind, subject, starts_at, client, completion, minutes)
            overridden = await self._enforce(unit.session, ended, completion)
            activity_id = await insert_activity(
                unit, client.columns, (), kind=kind, subject=subject, starts_at=starts_at, minutes=minutes,
                responsible_id=me, **ended.columns(unit.at),
            )
            await self._go_on(unit, activity_id, ended, completion, overridden)
        return activity_id

    async def completion_findings(self, activity_id: int, completion: Completion) -> tuple[Finding, ...]:
        """What the rules say of a completion before it is done: warnings to show, blocks to mend."""
        async with self._workplace.database.read() as session:
            found = await self._read(session, activity_id)
            client = await self._client_of(session, found)
            ended = self._ended(found.record.kind, found.record.subject, found.record.starts_at, client, completion)
            other = await self._planner.earliest_other(session, client, activity_id)
            facts = await self._facts(
                session, ended,
                in_progress=self._planner.in_progress(client) and not self._closes(completion.stage_id),
                has_next=other is not None or completion.next_activity is not None,
            )
        return self._planner.rules.completing(facts, self._planner.place(client))

    def _held_at(self, held_at: datetime | None, minutes: int) -> datetime:
        """When something logged afterwards began. Raises UserError: "minutes_unsuitable", "future_time"."""
        if not 0 <= minutes <= LONGEST_MINUTES:
            raise UserError("minutes_unsuitable", longest=LONGEST_MINUTES)
        now = self._workplace.now()
        starts_at = clean_start(held_at or now - timedelta(minutes=minutes))
        if starts_at > now:
            raise UserError("future_time")
        return starts_at

    def _ended(
        self,
        kind: ActivityKind,
        subject: str,
        starts_at: datetime,
        client: Client | None,
        completion: Completion,
        minutes: int | None = None,
    ) -> Ended:
        return Ended(
            kind=kind,
            subject=subject,
            starts_at=starts_at,
            client=client,
            result=self._result(kind, completion.result),
            comment=typed_text(completion.comment),
            no_recording_reason=typed_line(completion.no_recording_reason or ""),
            minutes=minutes,
        )

    def _result(self, kind: ActivityKind, code: str) -> CallResultRecord:
        """How the office calls this ending. Raises UserError("result_unknown")."""
        results = [one for one in self._workplace.registry.all.call_results if one.activity_kind is kind]
        talk = kind in _LINES
        if not results:
            results = [CallResultRecord(_DONE, "", kind, reached=talk, needs_comment=talk)]
        if kind is ActivityKind.MEETING and all(one.code != MISSED for one in results):
            results.append(CallResultRecord(MISSED, "", kind, reached=False, needs_comment=False))
        for one in results:
            if one.code == code:
                return one
        raise UserError("result_unknown", result=code, activity=kind.value)

    async def _enforce(self, session: AsyncSession, ended: Ended, completion: Completion) -> tuple[Finding, ...]:
        """The rules about the ending itself; the overridden ones."""
        facts = await self._facts(session, ended, in_progress=False, has_next=True)
        findings = self._planner.rules.completing(facts, self._planner.place(ended.client), _ENDING_RULES)
        return self._planner.rules.enforce(findings, completion.override_reason)

    async def _facts(self, session: AsyncSession, ended: Ended, *, in_progress: bool, has_next: bool) -> Completing:
        return Completing(
            kind=ended.kind,
            comment=ended.comment,
            result_needs_comment=ended.result.needs_comment,
            held=ended.result.reached,
            recorded=await self._recorded(session, ended),
            no_recording_reason=ended.no_recording_reason,
            in_progress=in_progress,
            has_next=has_next,
        )

    async def _recorded(self, session: AsyncSession, ended: Ended) -> bool:
        """Whether a visit with the client was recorded on the day of a meeting."""
        if ended.kind is not ActivityKind.MEETING or ended.client is None:
            return False
        start, end = day_bounds(self._planner.day(ended.starts_at), self._workplace.zone)
        visit = await session.scalar(
            select(TimelineItem.id)
            .where(
                _own_lines(ended.client),
                TimelineItem.kind == TimelineKind.VISIT,
                TimelineItem.at >= start,
                TimelineItem.at < end,
                TimelineItem.deleted_at.is_(None),
            )
            .limit(1)
        )
        return visit is not None

    async def _go_on(
        self, unit: Unit, activity_id: int, ended: Ended, completion: Completion, overridden: Iterable[Finding]
    ) -> int | None:
        """What follows the ending: the line, the stage, the next activity and the rule that asks for it."""
        await self._tell(unit, activity_id, ended)
        ref = ended.client.ref if ended.client else None
        if completion.stage_id is not None and ref is not None:
            await self._stages.move_in(
                unit, ref, completion.stage_id, completion.stage_values, reason=ended.comment
            )
        next_id = None
        if completion.next_activity is not None:
            next_id = await self._planner.plan_in(unit, with_client(completion.next_activity, ref))
        without_next = await self._enforce_next(unit, ended, completion)
        await self._planner.log_override(
            unit, activity_id, (*overridden, *without_next), completion.override_reason
        )
        return next_id

    async def _enforce_next(self, unit: Unit, ended: Ended, completion: Completion) -> tuple[Finding, ...]:
        """Every open lead and deal has a next activity, also one that the new stage planned."""
        client = ended.client
        in_progress = self._planner.in_progress(client) and not self._closes(completion.stage_id)
        other = await self._planner.earliest_other(unit.session, client)
        facts = await self._facts(unit.session, ended, in_progress=in_progress, has_next=other is not None)
        findings = self._planner.rules.completing(facts, self._planner.place(client), (RuleCode.NEXT_ACTIVITY,))
        return self._planner.rules.enforce(findings, completion.override_reason)

    async def _tell(self, unit: Unit, activity_id: int, ended: Ended) -> None:
        """The line in the timeline; a result that reached nobody doesn't count as a contact."""
        if ended.client is None:
            return
        at = unit.at if ended.minutes is None else min(unit.at, ended.starts_at + timedelta(minutes=ended.minutes))
        length = {} if ended.minutes is None else {"minutes": ended.minutes}
        await write_line(
            unit,
            _LINES.get(ended.kind, TimelineKind.ACTIVITY_DONE),
            ended.client.columns,
            activity_id=activity_id,
            body=ended.comment,
            at=at,
            counts_as_contact=ended.result.reached,
            activity=ended.kind.value,
            subject=ended.subject,
            result=ended.result.code,
            **length,
        )

    def _closes(self, stage_id: int | None) -> bool:
        """Whether a stage to move to ends the work with the client."""
        stage = self._workplace.registry.all.stages.get(stage_id or 0)
        return stage is not None and stage.kind is not StageKind.WORKING


def _own_lines(client: Client) -> ColumnElement[bool]:
    """The lines of the lead, deal or contact itself."""
    columns = {Kind.LEAD: TimelineItem.lead_id, Kind.DEAL: TimelineItem.deal_id, Kind.CONTACT: TimelineItem.contact_id}
    return columns[client.kind] == client.ref.id
