"""Planning, changing, moving, confirming, cancelling, deleting and reopening activities."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import update

from app.core.errors import UserError
from app.core.kinds import ActivityKind, ActivityState, Kind, Right
from app.db.unit import Unit
from app.models import Lead, TimelineItem
from app.services.activities.base import ActivityBase
from app.services.activities.drafts import CleanDraft, clean_draft
from app.services.activities.rows import Found, update_activity, write_reminders
from app.services.client_refs import Client, client_to_read, client_to_write, find_client
from app.services.clients.handing import goes_out_of_sight, hand_over
from app.services.lines import Clients
from app.services.records.activities import ActivityDraft, ActivityRecord
from app.services.rules import BOOKING_RULES, Completing, Finding, Mode, RuleCode


class ActivityChanges(ActivityBase):
    """What is done with activities before they end."""

    async def plan(self, draft: ActivityDraft) -> int:
        """Plan an activity; returns its number. Raises what `Planner.plan_in` raises."""
        workplace = self._workplace
        async with workplace.database.write(workplace.order("activity.plan", activity=draft.kind.value)) as unit:
            return await self._planner.plan_in(unit, draft)

    async def findings(self, draft: ActivityDraft, activity_id: int | None = None) -> tuple[Finding, ...]:
        """What the rules say of a draft while it is typed; `activity_id` where it changes an activity.

        Raises UserError for what can't be stored at all and for a client not to be read, as `plan` does.
        """
        clean = clean_draft(self._workplace.registry, draft)
        async with self._workplace.database.read() as session:
            rights = self._workplace.rights
            client = await client_to_read(session, rights, clean.client) if clean.client else None
            return await self._planner.findings(
                session, clean, client, except_id=activity_id, responsible_id=draft.responsible_id
            )

    async def change(self, activity_id: int, version: int, draft: ActivityDraft) -> None:
        """Save the form of a planned activity; the rules are asked only about what is changed.

        Raises Conflict("record_changed"), UserError("activity_closed"), and what `plan` raises.
        """
        workplace = self._workplace
        clean = clean_draft(workplace.registry, draft)
        async with workplace.database.write(workplace.order("activity.change", ref=activity_id)) as unit:
            found = await self._planned(unit, activity_id, version)
            client = await self._new_client(unit, found, clean)
            responsible_id = draft.responsible_id or found.record.responsible_id
            if responsible_id != found.record.responsible_id:
                await self._planner.require_at_work(unit.session, responsible_id)
            asked = tuple(_concerned(found.record, clean, responsible_id))
            findings = await self._planner.findings(
                unit.session, clean, client, only=asked, except_id=activity_id, responsible_id=responsible_id
            )
            overridden = self._planner.rules.enforce(findings, draft.override_reason)
            clients = client.columns if client else Clients()
            gone = client is None and goes_out_of_sight(workplace, Kind.ACTIVITY, responsible_id)
            present = found.record.responsible_id if gone else responsible_id
            await self._save(unit, found, clean, clients, responsible_id=present)
            await self._planner.log_override(unit, activity_id, overridden, draft.override_reason)
            if gone:
                await hand_over(unit, Kind.ACTIVITY, [activity_id], responsible_id)

    async def move(
        self, activity_id: int, version: int, starts_at: datetime, *, override_reason: str | None = None
    ) -> None:
        """Give a planned activity another start (a drag in the calendar). Raises what `change` raises."""
        async with self._workplace.database.read() as session:
            found = (await self._read(session, activity_id)).record
        await self.change(
            activity_id, version,
            replace(draft_of(found), starts_at=starts_at, override_reason=override_reason),
        )

    async def reschedule(
        self, activity_id: int, version: int, starts_at: datetime, minutes: int, *, responsible_id: int | None = None,
        override_reason: str | None = None,
    ) -> tuple[Finding, ...]:  # fmt: skip
        """Give a planned activity another start, length or responsible in the calendar.

        Returns what the rules only warn of: time or a room taken by another meeting. Raises what `change` raises.
        """
        async with self._workplace.database.read() as session:
            found = (await self._read(session, activity_id)).record
        draft = replace(
            draft_of(found), starts_at=starts_at, minutes=minutes, override_reason=override_reason,
            responsible_id=responsible_id or found.responsible_id,
        )  # fmt: skip
        findings = await self.findings(draft, activity_id)
        await self.change(activity_id, version, draft)
        return tuple(one for one in findings if one.mode is Mode.WARN and one.rule in BOOKING_RULES)

    async def confirm(self, activity_id: int, version: int) -> None:
        """The client said that they will come. Raises UserError: "not_a_meeting", "activity_closed"."""
        workplace = self._workplace
        async with workplace.database.write(workplace.order("activity.confirm", ref=activity_id)) as unit:
            found = await self._planned(unit, activity_id, version)
            if found.record.kind is not ActivityKind.MEETING:
                raise UserError("not_a_meeting", id=activity_id)
            await update_activity(unit, found, version, confirmed_at=unit.at)

    async def cancel(self, activity_id: int, version: int, *, override_reason: str | None = None) -> None:
        """The step is not needed any more; it stays in the history.

        Raises UserError: "activity_closed", "next_activity_missing" for a client's last one.
        """
        workplace = self._workplace
        async with workplace.database.write(workplace.order("activity.cancel", ref=activity_id)) as unit:
            found = await self._planned(unit, activity_id, version)
            await update_activity(unit, found, version, state=ActivityState.CANCELLED)
            await self._enforce_step(unit, found, override_reason)

    async def delete(self, activity_id: int, version: int, *, override_reason: str | None = None) -> None:
        """Put an activity, done or not, into the bin with the lines it wrote into the timeline.

        Raises UserError("next_activity_missing") for a client's last planned one, as the rules say.
        """
        workplace = self._workplace
        async with workplace.database.write(workplace.order("activity.delete", ref=activity_id)) as unit:
            found = await self._found(unit, activity_id, version, Right.DELETE)
            if found.deleted_at is None:
                await update_activity(unit, found, version, deleted_at=unit.at)
                await _hide_lines(unit, activity_id)
                await self._enforce_step(unit, found, override_reason)

    async def restore(self, activity_id: int, version: int) -> None:
        """Take an activity out of the bin as it was."""
        workplace = self._workplace
        async with workplace.database.write(workplace.order("activity.restore", ref=activity_id)) as unit:
            found = await self._found(unit, activity_id, version, Right.DELETE)
            if found.deleted_at is not None:
                await update_activity(unit, found, version, deleted_at=None)
                hidden = (TimelineItem.activity_id == activity_id) & (TimelineItem.deleted_at == found.deleted_at)
                await unit.session.execute(update(TimelineItem).where(hidden).values(deleted_at=None))

    async def reopen(self, activity_id: int, version: int) -> None:
        """Take back that an activity was done, missed or cancelled: it is planned again, its line goes."""
        workplace = self._workplace
        async with workplace.database.write(workplace.order("activity.reopen", ref=activity_id)) as unit:
            found = await self._found(unit, activity_id, version)
            if found.deleted_at is not None or found.record.state is ActivityState.PLANNED:
                raise UserError("activity_open", id=activity_id)
            await update_activity(
                unit, found, version,
                state=ActivityState.PLANNED, result=None, result_comment="", no_recording_reason=None,
                completed_at=None,
            )
            await _hide_lines(unit, activity_id)

    async def _enforce_step(self, unit: Unit, found: Found, override_reason: str | None) -> None:
        """A client in progress keeps a next activity, also where the last one is taken away."""
        if found.record.state is not ActivityState.PLANNED or found.client_in_bin:
            return
        client = await self._client_of(unit.session, found)
        facts = Completing(
            kind=found.record.kind, comment="", result_needs_comment=False, held=False, recorded=True,
            no_recording_reason="", in_progress=self._planner.in_progress(client),
            has_next=await self._planner.earliest_other(unit.session, client) is not None,
        )  # fmt: skip
        place = self._planner.place(client)
        findings = self._planner.rules.completing(facts, place, (RuleCode.NEXT_ACTIVITY,))
        overridden = self._planner.rules.enforce(findings, override_reason)
        await self._planner.log_override(unit, found.record.id, overridden, override_reason)

    async def _new_client(self, unit: Unit, found: Found, clean: CleanDraft) -> Client | None:
        """The client after the change; another one has to be readable."""
        if clean.client is None:
            return None
        if clean.client == found.record.client:
            return await find_client(unit.session, clean.client)
        return await client_to_write(unit.session, self._workplace.rights, clean.client)

    async def _save(self, unit: Unit, found: Found, clean: CleanDraft, clients: Clients, **columns: Any) -> None:
        """Write the draft over the activity. Any: as columns hold."""
        before = found.record
        moved = clean.starts_at != before.starts_at
        if moved:
            columns["confirmed_at"] = None
        await update_activity(
            unit, found, before.version, **clean.columns(), **columns,
            lead_id=clients.lead_id, deal_id=clients.deal_id, contact_id=clients.contact_id,
        )
        if moved or clean.reminders != before.reminders:
            await write_reminders(unit, before.id, clean.starts_at, clean.reminders)
        for section, client_id in (
            ("lead", clients.lead_id), ("deal", clients.deal_id), ("contact", clients.contact_id)
        ):
            if client_id is not None:
                unit.touch(section, client_id)
        await _move_meeting(unit, found, clean)


def draft_of(record: ActivityRecord) -> ActivityDraft:
    """The draft that an activity's form is filled with."""
    return ActivityDraft(
        kind=record.kind,
        subject=record.subject,
        starts_at=record.starts_at,
        minutes=record.minutes,
        client=record.client,
        responsible_id=record.responsible_id,
        description=record.description,
        place_id=record.place_id,
        place_text=record.place_text,
        reminders=record.reminders,
    )


def _concerned(before: ActivityRecord, clean: CleanDraft, responsible_id: int) -> Iterator[RuleCode]:
    """The rules that a change touches: an old activity that breaks one can still be edited otherwise."""
    if (before.subject, before.kind) != (clean.subject, clean.kind):
        yield RuleCode.SUBJECT
    if (before.minutes, before.kind) != (clean.minutes, clean.kind):
        yield RuleCode.CALL_LENGTH
        yield RuleCode.MEETING_LENGTH
    if before.starts_at != clean.starts_at:
        yield RuleCode.FUTURE_START
    if (before.starts_at, before.client) != (clean.starts_at, clean.client):
        yield RuleCode.CONTACT_INTERVAL
    time = (clean.starts_at, clean.minutes, clean.kind)
    if (before.starts_at, before.minutes, before.kind, before.responsible_id) != (*time, responsible_id):
        yield RuleCode.MEETING_OVERLAP
    if (before.starts_at, before.minutes, before.kind, before.place_id) != (*time, clean.place_id):
        yield RuleCode.ROOM_TAKEN


async def _hide_lines(unit: Unit, activity_id: int) -> None:
    lines = (TimelineItem.activity_id == activity_id) & TimelineItem.deleted_at.is_(None)
    await unit.session.execute(update(TimelineItem).where(lines).values(deleted_at=unit.at))


async def _move_meeting(unit: Unit, found: Found, clean: CleanDraft) -> None:
    """A lead's meeting time is changed by moving the meeting (SPEC, block 5)."""
    lead_id = found.clients.lead_id
    if found.record.kind is not ActivityKind.MEETING or clean.kind is not ActivityKind.MEETING or lead_id is None:
        return
    if (found.record.starts_at, found.record.place_id) == (clean.starts_at, clean.place_id):
        return
    place = {"place_id": clean.place_id} if clean.place_id is not None else {}
    await unit.session.execute(
        update(Lead)
        .where(Lead.id == lead_id, Lead.meeting_at == found.record.starts_at)
        .values(
            meeting_at=clean.starts_at, **place,
            updated_at=unit.at, updated_by=unit.order.actor_id, version=Lead.version + 1,
        )
    )
