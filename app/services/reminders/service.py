"""The reminders of the signed-in employee.

Their state lives in the database alone: a reminder is held by the one program that shows it, under a lease that the
program renews; it is acknowledged by the employee, or falls away with its activity. So it is shown once, on one
workstation, and what a program took with it when it died comes again with the end of the lease.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.kinds import ActivityState, Kind
from app.db.feed import tell
from app.db.unit import Unit, WriteOrder
from app.models import Activity, ActivityReminder, Lead, UserSetting
from app.services.activities.rows import of_living_clients, read_activities
from app.services.records.reminders import FOREVER, Attention, Reminder
from app.services.reminders import attention as kept
from app.services.upserts import upsert
from app.services.workplace import Workplace

LEASE: Final = timedelta(seconds=60)
"""How long a reminder stays with a program that says nothing more; it says so every third of that."""

_Row = ActivityReminder


class Reminders:
    """See the module. Every call is about the signed-in employee's own reminders."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    async def claim(self) -> tuple[Reminder, ...]:
        """Take what is due and nobody holds: this program shows it from now on, soonest activity first.

        Nothing is taken during times of quiet, nor what another program shows.
        """
        now = self._workplace.now()
        if await self.held_until() is not None:
            return ()
        async with self._workplace.database.read() as session:
            wanted = list(await session.scalars(select(_Row.id).where(self._mine(), _Row.due_at <= now, _is_free(now))))
        if not wanted:
            return ()
        async with self._workplace.database.write(self._order("reminder.show")) as unit:
            taken = await unit.session.scalars(
                update(_Row)
                .where(
                    _Row.id.in_(wanted), _is_free(now), _Row.due_at <= now, _Row.done_at.is_(None)
                )  # asked again: another may be faster
                .values(held_by=self._me, held_until=now + LEASE, shown_at=now)
                .returning(_Row.id)
            )
            return await self._read(unit.session, set(taken))

    async def keep(self, ids: Collection[int]) -> frozenset[int]:
        """Renew the lease on what this program shows; answers which of it is still to be shown.

        What is missing in the answer was acknowledged elsewhere, done, moved, handed over, or taken by another
        program after this one had been asleep.
        """
        now = self._workplace.now()
        async with self._workplace.database.read() as session:
            shown = select(_Row.id).where(_Row.id.in_(list(ids)), _Row.held_by == self._me, self._mine())
            held = list(await session.scalars(shown))
        if held:
            async with self._workplace.database.write(self._order("reminder.keep")) as unit:
                renewed = await unit.session.scalars(
                    update(_Row)
                    .where(_Row.id.in_(held), _Row.held_by == self._me)
                    .values(held_until=now + LEASE)
                    .returning(_Row.id)
                )
                return frozenset(renewed)
        return frozenset()

    async def release(self, ids: Collection[int]) -> None:
        """Give back what was shown and not acknowledged, as a program does that ends: it comes again."""
        if ids:
            mine = (_Row.id.in_(list(ids)), _Row.held_by == self._me)
            async with self._workplace.database.write(self._order("reminder.release")) as unit:
                await unit.session.execute(update(_Row).where(*mine).values(held_by=None, held_until=None))
                await self._tell(unit)

    async def acknowledge(self, ids: Collection[int]) -> None:
        """The employee has seen them: they are gone on every workstation."""
        async with self._workplace.database.write(self._order("reminder.acknowledge")) as unit:
            own = await self._own(unit.session, ids)
            await unit.session.execute(
                update(_Row).where(_Row.id.in_(own)).values(done_at=unit.at, held_by=None, held_until=None)
            )
            await self._tell(unit)

    async def snooze(self, reminders: Sequence[Reminder], until: datetime) -> None:
        """Show them again later; of several of one activity only the latest does.

        Raises UserError("past_time").
        """
        if until <= self._workplace.now():
            raise UserError("past_time")
        again = [reminder.id for reminder in reminders]
        others = [one for reminder in reminders for one in reminder.ids if one not in again]
        async with self._workplace.database.write(self._order("reminder.snooze")) as unit:
            again = await self._own(unit.session, [reminder.id for reminder in reminders])
            others = await self._own(unit.session, [one for reminder in reminders for one in reminder.ids[:-1]])
            free = {"held_by": None, "held_until": None}
            await unit.session.execute(update(_Row).where(_Row.id.in_(again)).values(due_at=until, **free))
            await unit.session.execute(update(_Row).where(_Row.id.in_(others)).values(done_at=unit.at, **free))
            await self._tell(unit)

    async def next_moment(self) -> datetime | None:
        """When to ask again: the next reminder, the end of a time of quiet or of another program's lease."""
        now = self._workplace.now()
        held = await self.held_until()
        async with self._workplace.database.read() as session:
            elsewhere = (_Row.due_at <= now) & (_Row.held_until > now) & (_Row.held_by != self._me)
            moments = [
                await session.scalar(select(func.min(_Row.due_at)).where(self._mine(), _Row.due_at > now)),
                await session.scalar(select(func.min(_Row.held_until)).where(self._mine(), elsewhere)),
            ]
        soonest = min((moment for moment in moments if moment is not None), default=None)
        if held is None:
            return soonest
        return None if held == FOREVER else held

    async def waiting(self) -> int:
        """How many activities have a reminder that is due and not acknowledged, shown or not."""
        now = self._workplace.now()
        query = select(func.count(func.distinct(_Row.activity_id))).where(self._mine(), _Row.due_at <= now)
        async with self._workplace.database.read() as session:
            return await session.scalar(query) or 0

    async def attention(self) -> Attention:
        """The employee's do-not-disturb, pause and hours."""
        query = select(UserSetting.value).where(
            UserSetting.employee_id == self._workplace.actor.employee_id, UserSetting.key == kept.KEY
        )
        async with self._workplace.database.read() as session:
            return kept.from_json(await session.scalar(query))

    async def set_attention(self, wanted: Attention) -> None:
        """Keep them; every workstation follows."""
        database = self._workplace.database
        row = {"employee_id": self._workplace.actor.employee_id, "key": kept.KEY}
        async with database.write(self._order("reminder.attention")) as unit:
            await unit.session.execute(upsert(database, UserSetting, row, {"value": kept.to_json(wanted)}))
            await self._tell(unit)

    async def pause(self, until: datetime | None) -> None:
        """Stay quiet until then; None ends a pause."""
        await self.set_attention(replace(await self.attention(), paused_until=until))

    async def held_until(self) -> datetime | None:
        """The end of the present time of quiet; None where there is none."""
        return (await self.attention()).held_until(self._workplace.now(), self._workplace.zone)

    @property
    def _me(self) -> str:
        return self._workplace.database.origin

    def _order(self, kind: str) -> WriteOrder:
        """Reminders are no business of the office: they leave no operation behind."""
        return WriteOrder(kind, self._workplace.actor.employee_id, self._workplace.now(), record=False)

    def _mine(self) -> ColumnElement[bool]:
        """Reminders of the employee's planned activities with clients that are there."""
        activities = select(Activity.id).where(
            Activity.responsible_id == self._workplace.actor.employee_id,
            Activity.state == ActivityState.PLANNED,
            Activity.deleted_at.is_(None),
            of_living_clients(),
        )
        return _Row.activity_id.in_(activities) & _Row.done_at.is_(None)

    async def _own(self, session: AsyncSession, ids: Collection[int]) -> list[int]:
        """Those of the ids that are the employee's, planned or not."""
        query = (
            select(_Row.id)
            .join(Activity, Activity.id == _Row.activity_id)
            .where(_Row.id.in_(list(ids)), Activity.responsible_id == self._workplace.actor.employee_id)
        )
        return list(await session.scalars(query))

    async def _tell(self, unit: Unit) -> None:
        """Let the employee's other workstations ask again."""
        actor_id = self._workplace.actor.employee_id
        line = {
            "at": unit.at, "kind": Kind.REMINDER.value, "ref": actor_id, "op": "change", "actor_id": actor_id,
            "origin": self._me, "responsible_id": actor_id,
        }  # fmt: skip
        await tell(unit.session, [line])
        unit.touch(Kind.REMINDER, actor_id)

    async def _read(self, session: AsyncSession, ids: Collection[int]) -> tuple[Reminder, ...]:
        """The reminders as they are shown, one an activity."""
        rows = await session.execute(
            select(_Row.id, _Row.activity_id, _Row.due_at).where(_Row.id.in_(list(ids))).order_by(_Row.due_at, _Row.id)
        )
        found: dict[int, list[tuple[int, datetime]]] = defaultdict(list)
        for row in rows:
            found[row.activity_id].append((row.id, row.due_at))
        activities = await read_activities(session, self._workplace.rights, Activity.id.in_(list(found)))
        sources = await self._sources(session, [one.clients.lead_id for one in activities])
        return tuple(
            Reminder(
                ids=tuple(one for one, _ in found[activity.record.id]),
                due_at=found[activity.record.id][-1][1],
                activity=activity.record,
                source=sources.get(activity.clients.lead_id or 0, ""),
            )
            for activity in activities
        )

    async def _sources(self, session: AsyncSession, leads: Collection[int | None]) -> dict[int, str]:
        known = self._workplace.registry.all.sources
        rows = await session.execute(select(Lead.id, Lead.source_id).where(Lead.id.in_([one for one in leads if one])))
        return {row.id: known[row.source_id].name for row in rows if row.source_id in known}


def _is_free(now: datetime) -> ColumnElement[bool]:
    """Nobody shows it, or whoever did has been silent for longer than the lease."""
    return _Row.held_until.is_(None) | (_Row.held_until <= now)
