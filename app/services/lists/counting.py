"""Totals of a result and of a selection, counters, the queue's and the agenda's groups."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.money import from_minor
from app.services.filtering.compiling import Compiled
from app.services.filtering.context import FilterContext
from app.services.filtering.presets import open_condition
from app.services.listed import ACTIVITIES, CONTACTS, Listed
from app.services.lists.queue import queue_rank
from app.services.records.lists import AgendaCounts, Counters, Totals

Where = Sequence[ColumnElement[bool]]


async def count(session: AsyncSession, section: Listed, where: Where) -> int:
    """How many records there are."""
    return await session.scalar(select(func.count()).select_from(section.table).where(*where)) or 0


async def totals(session: AsyncSession, section: Listed, where: Where) -> Totals:
    """Count and sums by currency; sections without sums are counted."""
    columns = section.table.c
    if "sum_amount" not in columns:
        return Totals(await count(session, section, where), ())
    query = select(columns.currency, func.count(), func.sum(columns.sum_amount)).where(*where)
    rows = (await session.execute(query.group_by(columns.currency).order_by(columns.currency))).all()
    sums = tuple((row[0], from_minor(int(row[2]), row[0])) for row in rows if row[2] is not None)
    return Totals(sum(row[1] for row in rows), sums)


def add(one: Totals, other: Totals) -> Totals:
    """The totals of both together."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for currency, amount in (*one.sums, *other.sums):
        sums[currency] += amount
    return Totals(one.count + other.count, tuple(sorted(sums.items())))


async def counters(session: AsyncSession, section: Listed, compiled: Compiled, context: FilterContext) -> Counters:
    """Open records of a result, each in its most urgent state: ranges of an index, never a scan (DATA.md)."""
    if section.code == CONTACTS:
        return Counters(0, 0, 0, None)
    due = _due(section)
    where = (*compiled.where, open_condition(section, context))
    later_today = and_(due > context.now, due < context.tomorrow_begins)
    row: Sequence[Any] = (  # Any: three counts and a moment
        await session.execute(
            select(
                _count(section, (*where, due <= context.now)),
                _count(section, (*where, later_today)),
                _count(section, (*where, due.is_(None))),
                select(func.min(due)).where(*where, later_today).scalar_subquery(),
            )
        )
    ).one()
    overdue, today, none, boundary = row
    return Counters(overdue, today, none, context.tomorrow_begins if boundary is None else boundary)


async def queue(
    session: AsyncSession, section: Listed, compiled: Compiled, context: FilterContext
) -> tuple[tuple[int, int], ...]:
    """How many open records stand at each place of the order of work."""
    rank = queue_rank(section, context).label("rank")
    query = select(rank, func.count()).where(*compiled.where, open_condition(section, context)).group_by(rank)
    return tuple((row[0], row[1]) for row in await session.execute(query.order_by(rank)))


async def agenda(session: AsyncSession, section: Listed, compiled: Compiled, context: FilterContext) -> AgendaCounts:
    """The groups of a list of activities sorted by their start."""
    starts = section.table.c.starts_at
    tomorrow, after = context.tomorrow_begins, context.begins(context.today + timedelta(days=2))
    today = and_(starts > context.now, starts < tomorrow)
    ranges = (starts <= context.now, today, and_(starts >= tomorrow, starts < after))
    first = select(func.min(starts)).where(*compiled.where, today).scalar_subquery()
    counts = (_count(section, (*compiled.where, one)) for one in ranges)
    row: Sequence[Any] = (await session.execute(select(*counts, first))).one()  # Any: three counts and a moment
    overdue, due_today, due_tomorrow, boundary = row
    return AgendaCounts(overdue, due_today, due_tomorrow, tomorrow if boundary is None else boundary)


def _due(section: Listed) -> ColumnElement[datetime]:
    columns = section.table.c
    return columns.starts_at if section.code == ACTIVITIES else columns.next_activity_at


def _count(section: Listed, where: Where) -> ScalarSelect[int]:
    return select(func.count()).select_from(section.table).where(*where).scalar_subquery()
