"""The reminders of the signed-in employee.

Their state lives in the database alone: a reminder is held by the one program that shows it, under a lease that the
program renews; it is acknowledged by the employee, or falls away with its activity. So it is shown once, on one
workstation, and what a program took with it when it died comes again with the end of the lease.

Beside it a memory holds the next hours for a time without the database (`ReminderMemory`). What is shown from it has no
lease: back in the database it is claimed like anything due, and goes where another workstation has shown or settled it
meanwhile. What the employee answers in such a time waits here and is sent first.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import Offline, UserError
from app.core.kinds import ActivityState, Kind
from app.db.feed import tell
from app.db.unit import Unit, WriteOrder
from app.models import Activity, ActivityReminder, Lead, UserSetting
from app.services.activities.rows import of_living_clients, read_activities
from app.services.records.reminders import FOREVER, Attention, Reminder
from app.services.reminders import attention as kept
from app.services.reminders.memory import AHEAD, ReminderMemory, gathered
from app.services.upserts import upsert
from app.services.workplace import Workplace

LEASE: Final = timedelta(seconds=60)
"""How long a reminder stays with a program that says nothing more; it says so every third of that."""

_Row = ActivityReminder


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the employee said to reminders: seen, or once more at another time."""

    ids: tuple[int, ...]
    at: datetime
    until: datetime | None = None


class Reminders:
    """See the module. Every call is about the signed-in employee's own reminders."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._unsent: list[_Answer] = []
        self.memory = ReminderMemory()

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
            return gathered(await self._read(unit.session, set(taken)))

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
        """The employee has seen them: they are gone on every workstation.

        Raises Offline; the answer is kept then, as with `snooze`, and goes with the next `send`.
        """
        self.memory.forget(ids)
        await self._give([_Answer(tuple(ids), self._workplace.now())])

    async def snooze(self, reminders: Sequence[Reminder], until: datetime) -> None:
        """Show them again later; of several of one activity only the latest does.

        Raises UserError("past_time"), and Offline as `acknowledge` does.
        """
        now = self._workplace.now()
        if until <= now:
            raise UserError("past_time")
        for reminder in reminders:
            self.memory.put_off(reminder, until)
        again = tuple(reminder.id for reminder in reminders)
        others = tuple(one for reminder in reminders for one in reminder.ids[:-1])
        answers = (_Answer(again, now, until), _Answer(others, now))
        await self._give([one for one in answers if one.ids])

    async def send(self) -> None:
        """Bring the database the answers that were given while it was away."""
        waiting = tuple(self._unsent)
        if waiting:
            await self._write(waiting, late=True)
            del self._unsent[: len(waiting)]

    async def look_ahead(self) -> None:
        """Remember what the next hours bring, for a time without the database."""
        now = self._workplace.now()
        query = (
            select(_Row.id, _Row.due_at, Activity.version)
            .join(Activity, Activity.id == _Row.activity_id)
            .where(self._mine(), _Row.due_at <= now + AHEAD, (_Row.due_at > now) | _is_free(now))
        )
        async with self._workplace.database.read() as session:
            marks = frozenset((row.id, row.due_at, row.version) for row in await session.execute(query))
            if not self.memory.holds(marks):
                self.memory.learn(marks, await self._read(session, {one for one, _, _ in marks}))

    def remembered(self) -> tuple[Reminder, ...]:
        """What has to be shown now though the database has not handed it out; nothing in times of quiet."""
        return self.memory.take_due(self._workplace.now(), self._workplace.zone)

    def next_remembered(self) -> datetime | None:
        """When to ask `remembered` again, unless a look into the database succeeds before."""
        return self.memory.next_moment(self._workplace.now(), self._workplace.zone)

    async def next_moment(self) -> datetime | None:
        """When to ask again: the next reminder, the end of a time of quiet or of another program's lease."""
        now = self._workplace.now()
        held = await self.held_until()
        async with self._workplace.database.read() as session:
            elsewhere = (_Row.due_at <= now) & (_Row.held_until > now) & (_Row.held_by != self._me)
            unclaimed = (_Row.due_at > now) | _is_free(now)  # also what came due since the claim
            moments = [
                await session.scalar(select(func.min(_Row.due_at)).where(self._mine(), unclaimed)),
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
            self.memory.attention = kept.from_json(await session.scalar(query))
        return self.memory.attention

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

    async def _give(self, answers: Sequence[_Answer]) -> None:
        """Write them, or keep them until the database is there again."""
        try:
            await self._write(answers, late=False)
        except Offline:
            self._unsent += answers
            raise

    async def _write(self, answers: Sequence[_Answer], *, late: bool) -> None:
        """`late` ones hold for what they were given to alone: not for what has come up since under the same number."""
        async with self._workplace.database.write(self._order("reminder.answer")) as unit:
            for answer in answers:
                own = await self._own(unit.session, answer.ids)
                values = {"due_at": answer.until} if answer.until is not None else {"done_at": unit.at}
                answered = [_Row.id.in_(own), _Row.done_at.is_(None), *([_Row.due_at <= answer.at] if late else [])]
                free = {"held_by": None, "held_until": None}
                await unit.session.execute(update(_Row).where(*answered).values(**values, **free))
            await self._tell(unit)

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

    async def _read(self, session: AsyncSession, ids: Collection[int]) -> list[Reminder]:
        """The reminders as they are shown, each by itself."""
        query = select(_Row.id, _Row.activity_id, _Row.due_at).where(_Row.id.in_(list(ids)))
        rows = (await session.execute(query)).all()
        found = await read_activities(
            session, self._workplace.rights, Activity.id.in_({row.activity_id for row in rows})
        )
        activities = {one.record.id: one for one in found}
        sources = await self._sources(session, [one.clients.lead_id for one in found])
        return [
            Reminder((row.id,), row.due_at, about.record, sources.get(about.clients.lead_id or 0, ""))
            for row in rows
            if (about := activities.get(row.activity_id)) is not None
        ]

    async def _sources(self, session: AsyncSession, leads: Collection[int | None]) -> dict[int, str]:
        known = self._workplace.registry.all.sources
        rows = await session.execute(select(Lead.id, Lead.source_id).where(Lead.id.in_([one for one in leads if one])))
        return {row.id: known[row.source_id].name for row in rows if row.source_id in known}


def _is_free(now: datetime) -> ColumnElement[bool]:
    """Nobody shows it, or whoever did has been silent for longer than the lease."""
    return _Row.held_until.is_(None) | (_Row.held_until <= now)
