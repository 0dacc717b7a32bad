"""What the window asks of the work queue."""

from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import count
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, and_, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.kinds import StageKind
from app.core.text import display_name
from app.models import Activity
from app.services.activities.rows import read_activities
from app.services.filtering.compiling import Compiled
from app.services.filtering.context import FilterContext
from app.services.filtering.presets import open_condition
from app.services.listed import DEALS, Listed, listed
from app.services.lists.arranging import Parts, arrange
from app.services.lists.queue import deal_order, queue_order, queue_rank
from app.services.open_cards import open_elsewhere
from app.services.queue.busy import busy_ids
from app.services.queue.waiting import SOON, comes_later, place_reason, reason_of, waits
from app.services.records.activities import ActivityRecord, ClientRef
from app.services.records.queue import QueueItem, QueuePlace, QueueStrip
from app.services.stand_ins import stood_in_for
from app.services.workplace import Workplace

STEP: Final = 50
"""Candidates that are looked at together: few of them are being worked with."""

_COLUMNS: Final = (
    "id", "last_name", "first_name", "middle_name", "title", "phone", "stage_id", "responsible_id",
    "next_activity_at", "next_activity_id",
)  # fmt: skip

Where = tuple[ColumnElement[bool], ...]


class WorkQueue:
    """One client after another: my own, and those of absent people whose stand-in I am, within my rights."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    async def strip(self, section: str) -> QueueStrip:
        """How many clients stand at each place. Raises UserError("not_found") for a section without stages."""
        found, context = self._asked(section)
        due, rank = found.table.c.next_activity_at, queue_rank(found, context).label("rank")
        waiting, later = waits(found, context), comes_later(found, context)
        async with self._workplace.database.read() as session:
            where = await self._where(session, found, context)
            counted = select(
                rank,
                func.sum(case((waiting, 1), else_=0)),
                func.sum(case((and_(later, ~waiting), 1), else_=0)),
                func.min(case((later, due))),
                func.min(case((and_(due > context.now, due <= context.now + SOON), due))),
            )
            rows = (await session.execute(counted.where(*where).group_by(rank))).all()
        counts = {row[0]: (int(row[1]), int(row[2])) for row in rows}
        places = tuple(
            self._place(found, one, counts.get(one, (0, 0)), stages) for one, stages in self._places(found, counts)
        )
        return QueueStrip(section, places, _boundary([(row[3], row[4]) for row in rows], context))

    async def next(self, section: str, after: Collection[int] = (), rank: int | None = None) -> QueueItem | None:
        """The first client who waits and whom no colleague is working with; None where there is none.

        `after` are the ids passed over in this round; `rank` asks for one place alone.
        Raises UserError("not_found") for a section without stages.
        """
        found, context = self._asked(section)
        async with self._workplace.database.read() as session:
            where = (*await self._where(session, found, context), waits(found, context))
            if rank is not None:
                where = (*where, queue_rank(found, context) == rank)
            row = await self._first(session, found, context, where, frozenset(after))
            if row is None:
                return None
            activity = await self._activity(session, row.next_activity_id)
        return self._item(found, row, activity, context)

    def _asked(self, section: str) -> tuple[Listed, FilterContext]:
        found = listed(section)
        if not found.staged:
            raise UserError("not_found", kind=section)
        return found, FilterContext.of(self._workplace)

    async def _where(self, session: AsyncSession, section: Listed, context: FilterContext) -> Where:
        absent = await stood_in_for(session, context.employee_id, context.today)
        people = section.table.c.responsible_id.in_(sorted({context.employee_id, *absent}))
        readable = section.readable(context.rights, sqlite=context.sqlite)
        return section.alive(), readable, people, open_condition(section, context)

    async def _first(
        self, session: AsyncSession, section: Listed, context: FilterContext, where: Where, passed: frozenset[int]
    ) -> Row[Any] | None:  # Any: the columns are read by name
        order = queue_order(section, context)
        arranged = arrange(
            section.table, Compiled(where, (), whole=False), order, descending=False, sqlite=context.sqlite
        )
        assert isinstance(arranged, Parts), "the order of work has keys"
        columns: list[ColumnElement[Any]] = [section.table.c[name] for name in _COLUMNS]  # Any: of different types
        query: Select[Any] = (  # Any: the columns are read by name
            select(*columns, queue_rank(section, context).label("rank"))
            .where(*where)
            .order_by(*(arranged.parts[0].order_by or ()))
            .limit(STEP)
        )
        for start in count(0, STEP):
            rows = (await session.execute(query.offset(start))).all()
            fresh = [row for row in rows if row.id not in passed]
            numbers = [row.id for row in fresh]
            busy = await busy_ids(session, section, context, numbers)
            busy |= await open_elsewhere(session, self._workplace, section.code, numbers)
            first = next((row for row in fresh if row.id not in busy), None)
            if first is not None or len(rows) < STEP:
                return first
        raise AssertionError("counting ends with the rows")

    async def _activity(self, session: AsyncSession, activity_id: int | None) -> ActivityRecord | None:
        if activity_id is None:
            return None
        rights = self._workplace.rights
        found = await read_activities(session, rights, Activity.id == activity_id, Activity.deleted_at.is_(None))
        return next((one.record for one in found if one.readable(rights)), None)

    def _item(
        self, section: Listed, row: Row[Any], activity: ActivityRecord | None, context: FilterContext
    ) -> QueueItem:  # Any: the columns are read by name
        planned = row.next_activity_at is not None
        overdue = planned and row.next_activity_at <= context.now
        return QueueItem(
            ref=ClientRef(section.code, row.id),
            rank=row.rank,
            reason=reason_of(section, row.rank, context.registry, planned=planned, overdue=overdue),
            name=display_name(row.last_name, row.first_name, row.middle_name) or row.title,
            phone=row.phone,
            stage_id=row.stage_id,
            activity=activity,
            instead_of=row.responsible_id if row.responsible_id != context.employee_id else None,
        )

    def _place(self, section: Listed, rank: int, counted: tuple[int, int], stages: tuple[int, ...]) -> QueuePlace:
        reason = place_reason(rank, self._workplace.registry) if section.code == DEALS else None
        return QueuePlace(rank, *counted, stages, reason)

    def _places(self, section: Listed, counted: Collection[int]) -> Sequence[tuple[int, tuple[int, ...]]]:
        """The ranks in order with their stages; those of deleted stages too, while someone stands there."""
        if section.code == DEALS:
            last = len(deal_order(self._workplace.registry))
            return [(rank, ()) for rank in sorted({*range(1, last + 1), *counted})]
        working = [one for one in self._workplace.registry.stages(section.code) if one.kind is StageKind.WORKING]
        ranks = sorted({*(one.queue_rank for one in working), *counted})
        return [(rank, tuple(one.id for one in working if one.queue_rank == rank)) for rank in ranks]


def _boundary(soonest: Sequence[tuple[datetime | None, datetime | None]], context: FilterContext) -> datetime:
    """When a client's time comes near or is there, midnight at the latest."""
    near = [later - SOON for later, _ in soonest if later is not None]
    there = [due for _, due in soonest if due is not None]
    return min((*near, *there, context.tomorrow_begins))
