"""Plans the same next step with many clients: what stands around all of them is read at once, the rules ask each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.kinds import ActivityKind, ActivityState, Kind, Right
from app.db.unit import Unit
from app.models import Activity, ActivityReminder, Employee
from app.services.activities.bookings import read_bookings
from app.services.activities.drafts import CleanDraft, clean_draft
from app.services.activities.planner import Planner, still_open
from app.services.activities.rows import touch
from app.services.client_refs import Client, find_clients, require_writable
from app.services.clients.sections import section_named
from app.services.records.activities import ActivityDraft
from app.services.records.calendar import Booking
from app.services.rules import Finding
from app.services.workplace import Workplace

_ADD = insert(Activity).returning(Activity.id, sort_by_parameter_order=True)


@dataclass(frozen=True, slots=True)
class _Around:
    """What is known of all of them beforehand."""

    earliest: Mapping[int, date]
    """The day of each client's earliest open activity."""
    people: Mapping[int, tuple[str, bool]]
    """Names of the responsibles, and who of them works here."""
    meetings: list[Booking]
    """What their time and the room are taken by; each meeting that is planned takes some more."""


@dataclass(frozen=True, slots=True)
class _Planned:
    client: Client
    responsible_id: int
    overridden: tuple[Finding, ...]


async def soonest_limit(session: AsyncSession, planner: Planner, section: str, ids: Sequence[int]) -> date | None:
    """The first of the latest days that the rules leave the clients; None where none of them has such a limit."""
    clients = await find_clients(session, section, ids)
    limits = (planner.latest_day(client) for client in clients.values())
    return min((limit for limit in limits if limit is not None), default=None)


class ManyPlans:
    """One draft; without a responsible each client's own plans it."""

    def __init__(self, workplace: Workplace, planner: Planner, draft: ActivityDraft) -> None:
        """Raises what `clean_draft` raises: what is wrong for everybody is said before anything is done."""
        self._workplace = workplace
        self._planner = planner
        self._draft = draft
        self._clean = clean_draft(workplace.registry, draft)

    async def plan_in(self, unit: Unit, section: str, ids: Sequence[int]) -> dict[int, UserError]:
        """Plan with each client of a section inside an open unit; returns who was refused, and why.

        The reasons are those of `Planner.plan_in`.
        """
        clients = await find_clients(unit.session, section, ids)
        around = await self._look_around(unit.session, section, clients)
        refused: dict[int, UserError] = {}
        planned: list[_Planned] = []
        for client_id in sorted(ids):  # in the order of their numbers, so that two runs never cross
            try:
                planned.append(self._check(section, client_id, clients.get(client_id), around))
            except UserError as error:
                refused[client_id] = error
        if planned:
            await self._write(unit, planned)
        return refused

    async def _look_around(self, session: AsyncSession, section: str, clients: Mapping[int, Client]) -> _Around:
        people = {self._responsible(client) for client in clients.values()}
        column = getattr(Activity, section_named(section).owner_column)
        query = select(column, func.min(Activity.starts_at)).where(column.in_(clients), still_open()).group_by(column)
        earliest = {client_id: self._planner.day(starts_at) for client_id, starts_at in await session.execute(query)}
        who = select(Employee.id, Employee.name, Employee.active).where(Employee.id.in_(people))
        named = {row.id: (row.name, row.active) for row in await session.execute(who)}
        meetings: list[Booking] = []
        if self._clean.kind is ActivityKind.MEETING:
            starts_at, ends_at = self._clean.starts_at, self._clean.starts_at + timedelta(minutes=self._clean.minutes)
            rooms = self._planner.rooms(self._clean)
            meetings += await read_bookings(session, sorted(people), rooms, starts_at, ends_at)
        return _Around(earliest, named, meetings)

    def _responsible(self, client: Client) -> int:
        return self._draft.responsible_id or client.responsible_id

    def _check(self, section: str, client_id: int, client: Client | None, around: _Around) -> _Planned:
        if client is None:
            raise UserError("not_found", kind=section, id=client_id)
        planner, rights, responsible_id = self._planner, self._workplace.rights, self._responsible(client)
        name, at_work = around.people.get(responsible_id, ("", False))
        if not at_work:
            raise UserError("responsible_left", name=name)
        require_writable(rights, client)
        rights.require(Kind.ACTIVITY, Right.ADD, responsible_id, client.responsible_id)
        own, in_room = planner.busy_beside(self._clean, around.meetings, responsible_id)
        earliest, last_contact = around.earliest.get(client_id), planner.last_contact(client)
        facts = planner.facts(self._clean, last_contact, earliest, own, in_room)
        findings = planner.rules.planning(facts, planner.place(client))
        overridden = planner.rules.enforce(findings, self._draft.override_reason)
        if self._clean.kind is ActivityKind.MEETING:
            clean = self._clean
            around.meetings.append(Booking(0, clean.starts_at, clean.minutes, responsible_id, clean.place_id))
        return _Planned(client, responsible_id, overridden)

    async def _write(self, unit: Unit, planned: Sequence[_Planned]) -> None:
        clean = self._clean
        shared = clean.columns() | {
            "state": ActivityState.PLANNED, "created_at": unit.at, "created_by": unit.order.actor_id
        }  # fmt: skip
        rows = [
            {
                **shared, "responsible_id": one.responsible_id, "lead_id": one.client.columns.lead_id,
                "deal_id": one.client.columns.deal_id, "contact_id": one.client.columns.contact_id,
            }
            for one in planned
        ]  # fmt: skip
        ids = list(await unit.session.scalars(_ADD, rows))
        reminders = list(_reminders(clean, ids))
        if reminders:
            await unit.session.execute(insert(ActivityReminder), reminders)
        for activity_id, one in zip(ids, planned, strict=True):
            touch(unit, activity_id, one.client.columns)
            if one.overridden:
                await self._planner.log_override(unit, activity_id, one.overridden, self._draft.override_reason)


def _reminders(clean: CleanDraft, activity_ids: Iterable[int]) -> Iterable[dict[str, object]]:
    for activity_id in activity_ids:
        for minutes in clean.reminders:
            due_at = clean.starts_at - timedelta(minutes=minutes)
            yield {"activity_id": activity_id, "minutes_before": minutes, "due_at": due_at}
