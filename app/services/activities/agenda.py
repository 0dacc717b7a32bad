"""The agenda: planned activities in groups, what was done today, and what a client has ahead."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, func, literal_column, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from app.core.clock import day_bounds
from app.core.kinds import ActivityState, Kind, Right
from app.models import Activity
from app.services.activities.base import ActivityBase
from app.services.activities.planner import planned_for
from app.services.activities.rows import of_living_clients, read_activities
from app.services.client_refs import client_to_read
from app.services.records.activities import ActivityRecord, Agenda, AgendaGroup, ClientRef

IdVector = NDArray[np.int64]
"""The ids of a result in its order; records are asked for by pages of it."""


class AgendaReader(ActivityBase):
    """What reads activities."""

    async def get(self, activity_id: int) -> ActivityRecord:
        """One activity. Raises UserError: "not_found", "not_allowed"."""
        async with self._workplace.database.read() as session:
            return (await self._read(session, activity_id)).record

    async def of_client(self, ref: ClientRef) -> tuple[ActivityRecord, ...]:
        """The client's planned activities, soonest first; a contact's are those of the person's leads and deals."""
        rights = self._workplace.rights
        async with self._workplace.database.read() as session:
            await client_to_read(session, rights, ref)
            found = await read_activities(session, rights, planned_for(ref), of_living_clients())
        return tuple(one.record for one in found if one.record.client == ref or one.readable(rights))

    async def agenda(self, employee_id: int | None = None) -> Agenda:
        """An employee's planned activities, one's own by default, in groups by days of the office's zone.

        An activity is overdue from the minute its start passes. Raises UserError("not_allowed").
        """
        mine = self._of(employee_id) & (Activity.state == ActivityState.PLANNED)
        now = self._workplace.now()
        midnight, next_midnight = self._midnights()
        start = Activity.starts_at
        async with self._workplace.database.read() as session:
            overdue = await self._vector(session, mine & (start <= now), start, Activity.id)
            today = await self._vector(session, mine & (start > now) & (start < midnight), start, Activity.id)
            tomorrow = await self._vector(
                session, mine & (start >= midnight) & (start < next_midnight), start, Activity.id
            )
            later = await self._vector(session, mine & (start >= next_midnight), start, Activity.id)
            soonest = await session.scalar(select(func.min(start)).where(mine, start > now, start < midnight))
        return Agenda(
            overdue=AgendaGroup("overdue", overdue),
            today=AgendaGroup("today", today),
            tomorrow=AgendaGroup("tomorrow", tomorrow),
            later=AgendaGroup("later", later),
            next_boundary=midnight if soonest is None else soonest,
        )

    async def done_today(self, employee_id: int | None = None) -> IdVector:
        """What an employee closed today, the latest first. Raises UserError("not_allowed")."""
        start, end = day_bounds(self._workplace.today(), self._workplace.zone)
        closed = Activity.state.in_((ActivityState.DONE, ActivityState.MISSED))
        done = self._of(employee_id) & closed & (Activity.completed_at >= start) & (Activity.completed_at < end)
        async with self._workplace.database.read() as session:
            return await self._vector(session, done, Activity.completed_at.desc(), Activity.id.desc())

    async def rows(self, ids: Sequence[int] | IdVector) -> tuple[ActivityRecord, ...]:
        """A page of records in the order of the ids; those gone meanwhile or not to be read are left out."""
        wanted = [int(one) for one in ids]
        rights = self._workplace.rights
        async with self._workplace.database.read() as session:
            living = Activity.deleted_at.is_(None)
            found = await read_activities(session, rights, Activity.id.in_(wanted), living)
        records = {one.record.id: one.record for one in found if one.readable(rights)}
        return tuple(records[one] for one in wanted if one in records)

    async def clashes(
        self, starts_at: datetime, minutes: int, employee_id: int | None = None, except_id: int | None = None
    ) -> tuple[ActivityRecord, ...]:
        """What an employee has planned at that time already; empty: "free at this time"."""
        rights = self._workplace.rights
        ends_at = starts_at + timedelta(minutes=minutes)
        # Nothing lasts longer than a week (drafts.LONGEST_MINUTES), so the index finds the candidates.
        near = (Activity.starts_at < ends_at) & (Activity.starts_at > starts_at - timedelta(days=7))
        busy = (
            (Activity.responsible_id == (employee_id or self._workplace.actor.employee_id))
            & (Activity.state == ActivityState.PLANNED)
            & Activity.deleted_at.is_(None)
            & (Activity.id != (except_id or 0))
        )
        async with self._workplace.database.read() as session:
            found = await read_activities(session, rights, busy, near, of_living_clients())
        records = [one.record for one in found if one.readable(rights)]
        return tuple(one for one in records if one.starts_at + timedelta(minutes=one.minutes) > starts_at)

    def _of(self, employee_id: int | None) -> ColumnElement[bool]:
        """An employee's activities that are there to be seen."""
        chosen = employee_id or self._workplace.actor.employee_id
        if chosen != self._workplace.actor.employee_id:
            self._workplace.rights.require(Kind.ACTIVITY, Right.READ, chosen)
        return (Activity.responsible_id == chosen) & Activity.deleted_at.is_(None) & of_living_clients()

    def _midnights(self) -> tuple[datetime, datetime]:
        """The ends of today and of tomorrow in the office's zone; days may have 23 or 25 hours."""
        today = self._workplace.today()
        midnight = day_bounds(today, self._workplace.zone)[1]
        return midnight, day_bounds(today + timedelta(days=1), self._workplace.zone)[1]

    async def _vector(
        self,
        session: AsyncSession,
        wanted: ColumnElement[bool],
        *order: ColumnElement[Any] | InstrumentedAttribute[Any],  # Any: columns of different types
    ) -> IdVector:
        """The ids in order, fetched as one value: no row objects for a list of any size (DATA.md, "Columns")."""
        ids = select(Activity.id).where(wanted).order_by(*order).subquery("ordered").c.id
        if self._workplace.database.is_sqlite:
            text = await session.scalar(select(func.group_concat(ids)))
            return np.array(text.split(",") if text else (), dtype=np.int64)
        blob = await session.scalar(select(func.string_agg(func.int8send(ids), literal_column("''::bytea"))))
        return np.frombuffer(blob or b"", dtype=">i8").astype(np.int64)
