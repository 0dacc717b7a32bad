"""Plans activities inside an open unit of work: rights, the office's rules, the row and its reminders."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.kinds import ActivityKind, ActivityState, HistoryOp, Kind, Right, StageKind
from app.db.unit import Unit
from app.models import Activity, Employee
from app.services.activities.bookings import read_bookings
from app.services.activities.drafts import CleanDraft, clean_draft
from app.services.activities.rows import insert_activity
from app.services.client_refs import Client, client_to_write, find_client
from app.services.history import write_history_line
from app.services.lines import Clients
from app.services.records.activities import ActivityDraft, ClientRef
from app.services.records.calendar import Booking
from app.services.rules import BusyTime, Finding, Mode, Place, Planning, RuleBook, RuleCode
from app.services.workplace import Workplace

_NO_CLIENT: Final = Clients()
_MINUTES: Final = {ActivityKind.MEETING: 60, ActivityKind.OTHER: 60}


class Planner:
    """Plans within the rules; also for the operations of other services."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self.rules = RuleBook(workplace.registry, workplace.actor.role_code)

    async def plan_in(self, unit: Unit, draft: ActivityDraft) -> int:
        """Plan an activity inside an open unit; returns its number.

        Raises UserError: those of `clean_draft`; of the client "not_found", "in_bin", "not_allowed"; of the
        responsible "responsible_left"; of the rules "subject_is_kind", "too_long", "past_time", "too_late".
        """
        workplace = self._workplace
        clean = clean_draft(workplace.registry, draft)
        responsible_id = draft.responsible_id or workplace.actor.employee_id
        await self.require_at_work(unit.session, responsible_id)
        client = await self._client(unit.session, clean.client)
        owners = (responsible_id, client.responsible_id if client else None)
        workplace.rights.require(Kind.ACTIVITY, Right.ADD, *owners)
        overridden = self.rules.enforce(
            await self.findings(unit.session, clean, client, responsible_id=responsible_id), draft.override_reason
        )
        activity_id = await self._insert(unit, clean, client.columns if client else _NO_CLIENT, responsible_id)
        await self.log_override(unit, activity_id, overridden, draft.override_reason)
        return activity_id

    async def plan_freely_in(self, unit: Unit, draft: ActivityDraft) -> int:
        """Plan what the program itself plans, such as a payment's reminder: no rights or rules are asked."""
        clean = clean_draft(self._workplace.registry, draft)
        client = await find_client(unit.session, clean.client) if clean.client else None
        responsible_id = draft.responsible_id or self._workplace.actor.employee_id
        return await self._insert(unit, clean, client.columns if client else _NO_CLIENT, responsible_id)

    async def findings(
        self,
        session: AsyncSession,
        clean: CleanDraft,
        client: Client | None,
        *,
        only: Iterable[RuleCode] | None = None,
        except_id: int | None = None,
        after_contact: bool = False,
        responsible_id: int | None = None,
    ) -> tuple[Finding, ...]:
        """What the rules say of a draft; `except_id` is the activity it changes."""
        own, in_room = await self._meetings_beside(session, clean, responsible_id, except_id)
        earliest = await self.earliest_other(session, client, except_id)
        last_contact = self.last_contact(client, after_contact=after_contact)
        facts = self.facts(clean, last_contact, earliest, own, in_room)
        return self.rules.planning(facts, self.place(client), *([only] if only is not None else []))

    def facts(
        self,
        clean: CleanDraft,
        last_contact: date | None,
        earliest_other: date | None,
        own_meetings: tuple[BusyTime, ...] = (),
        room_meetings: tuple[BusyTime, ...] = (),
    ) -> Planning:
        """What the rules are asked about."""
        workplace = self._workplace
        return Planning(
            kind=clean.kind,
            subject=clean.subject,
            minutes=clean.minutes,
            starts_on=self.day(clean.starts_at),
            is_past=clean.starts_at < workplace.now().replace(second=0, microsecond=0),
            today=workplace.today(),
            calendar=workplace.calendar,
            last_contact=last_contact,
            earliest_other=earliest_other,
            own_meetings=own_meetings,
            room_meetings=room_meetings,
        )

    async def _meetings_beside(
        self, session: AsyncSession, clean: CleanDraft, responsible_id: int | None, except_id: int | None
    ) -> tuple[tuple[BusyTime, ...], tuple[BusyTime, ...]]:
        """What the employee and the room of a meeting have at its time already."""
        if clean.kind is not ActivityKind.MEETING:
            return (), ()
        who = responsible_id or self._workplace.actor.employee_id
        ends_at = clean.starts_at + timedelta(minutes=clean.minutes)
        found = await read_bookings(session, (who,), self.rooms(clean), clean.starts_at, ends_at, except_id)
        return self.busy_beside(clean, found, who)

    def rooms(self, clean: CleanDraft) -> tuple[int, ...]:
        """The place that only one meeting at a time can be held in, where the draft is held in such a one."""
        place = self._workplace.registry.all.places.get(clean.place_id or 0)
        return (place.id,) if place is not None and place.room else ()

    def busy_beside(
        self, clean: CleanDraft, found: Iterable[Booking], responsible_id: int
    ) -> tuple[tuple[BusyTime, ...], tuple[BusyTime, ...]]:
        """Of the meetings at a draft's time those of its responsible, and those in its room."""
        meetings, rooms = tuple(found), self.rooms(clean)
        own = tuple(self._busy(one) for one in meetings if one.responsible_id == responsible_id)
        return own, tuple(self._busy(one) for one in meetings if one.place_id in rooms)

    def _busy(self, booking: Booking) -> BusyTime:
        registry = self._workplace.registry
        place = registry.all.places.get(booking.place_id or 0)
        return BusyTime(
            f"{booking.starts_at.astimezone(self._workplace.zone):%H:%M}",
            registry.employee(booking.responsible_id).short_name,
            place.name if place is not None else "",
        )

    async def require_at_work(self, session: AsyncSession, employee_id: int) -> None:
        """Raises UserError("responsible_left") for someone who doesn't work here (any more)."""
        row = (await session.execute(select(Employee.name, Employee.active).where(Employee.id == employee_id))).first()
        if row is None or not row.active:
            raise UserError("responsible_left", name=row.name if row else "")

    async def log_override(
        self, unit: Unit, activity_id: int, overridden: tuple[Finding, ...], reason: str | None
    ) -> None:
        """Write into the history which blocks were overridden and why."""
        if overridden:
            responsible = select(Activity.responsible_id).where(Activity.id == activity_id)
            await write_history_line(
                unit.session, unit.at, unit.order.actor_id, HistoryOp.OVERRIDE, Kind.ACTIVITY, activity_id,
                responsible_id=await unit.session.scalar(responsible),
                overridden=[finding.rule.value for finding in overridden], reason=(reason or "").strip(),
            )

    def place(self, client: Client | None) -> Place:
        """Where the rules are asked for."""
        if client is None:
            return Place()
        stage = self._workplace.registry.stage(client.stage_id) if client.stage_id is not None else None
        return Place(client.ref.section, stage.code if stage else "")

    def in_progress(self, client: Client | None) -> bool:
        """Whether the client is an open lead or deal, which has a next activity and the five working days."""
        if client is None or client.stage_id is None:
            return False
        return self._workplace.registry.stage(client.stage_id).kind is StageKind.WORKING

    def last_contact(self, client: Client | None, *, after_contact: bool = False) -> date | None:
        """The day the five working days are counted from; a record nobody talked to yet counts from its creation."""
        if client is None or not self.in_progress(client):
            return None
        return self._workplace.today() if after_contact else self.day(client.last_contact_at or client.created_at)

    def latest_day(self, client: Client) -> date | None:
        """The last day for a client's earliest activity; None where the rule is off or doesn't apply."""
        last_contact = self.last_contact(client)
        setting = self.rules.setting(RuleCode.CONTACT_INTERVAL, self.place(client))
        if last_contact is None or setting.mode not in (Mode.BLOCK, Mode.WARN):
            return None
        workplace = self._workplace
        return workplace.calendar.latest_start(last_contact, workplace.today(), setting.numbers["working_days"])

    async def earliest_other(
        self, session: AsyncSession, client: Client | None, except_id: int | None = None
    ) -> date | None:
        """The day of the client's earliest open activity beside one."""
        if client is None:
            return None
        earliest = await session.scalar(
            select(Activity.starts_at)
            .where(planned_for(client.ref), Activity.id != (except_id or 0))
            .order_by(Activity.starts_at)
            .limit(1)
        )
        return self.day(earliest) if earliest is not None else None

    def day(self, moment: datetime) -> date:
        """The day of a moment in the office's zone."""
        return moment.astimezone(self._workplace.zone).date()

    def default_minutes(self, kind: ActivityKind) -> int:
        """How long an activity of a kind takes unless told otherwise."""
        minutes = self._start_with(kind).get("minutes")
        return minutes if isinstance(minutes, int) and minutes > 0 else _MINUTES.get(kind, 15)

    def default_reminders(self, kind: ActivityKind) -> tuple[int, ...]:
        """Minutes before the start at which a kind reminds unless told otherwise."""
        minutes = self._start_with(kind).get("reminders")
        found = tuple(one for one in minutes if isinstance(one, int)) if isinstance(minutes, list) else ()
        return tuple(sorted(found)) or (10,)

    def _start_with(self, kind: ActivityKind) -> dict[str, object]:
        setting = self._workplace.registry.setting(f"activity.{kind}")
        return setting if isinstance(setting, dict) else {}

    async def _client(self, session: AsyncSession, ref: ClientRef | None) -> Client | None:
        return await client_to_write(session, self._workplace.rights, ref) if ref else None

    async def _insert(self, unit: Unit, clean: CleanDraft, clients: Clients, responsible_id: int) -> int:
        return await insert_activity(
            unit, clients, clean.reminders, **clean.columns(),
            state=ActivityState.PLANNED, responsible_id=responsible_id,
        )


def planned_for(ref: ClientRef) -> ColumnElement[bool]:
    """The open activities of a client; a contact's are those of all leads and deals of the person."""
    column = {"lead": Activity.lead_id, "deal": Activity.deal_id, "contact": Activity.contact_id}[ref.section]
    return (column == ref.id) & still_open()


def still_open() -> ColumnElement[bool]:
    """Planned, and not in the bin."""
    return (Activity.state == ActivityState.PLANNED) & Activity.deleted_at.is_(None)


def with_client(draft: ActivityDraft, ref: ClientRef | None) -> ActivityDraft:
    """The draft for a client, unless it names one."""
    return draft if draft.client is not None else replace(draft, client=ref)
