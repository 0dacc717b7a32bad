"""Ids and counts of each day of a span, within rights and filter: one statement where an employee asks, else three."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, func, literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import ActivityKind
from app.models import DayOff
from app.services.calendar.axes import CREATED, Axis
from app.services.filtering.compiling import compile_filter
from app.services.filtering.context import FilterContext
from app.services.listed import ACTIVITIES, Listed, without_index
from app.services.lists.vectors import fetch_each
from app.services.records.calendar import CalendarQuestion
from app.services.records.lists import IdVector

Where = tuple[ColumnElement[bool], ...]

FEW: Final = 8
"""People whose activities are found one after the other; of more than these by the day, whoever's they are."""
MOST_WHOLE: Final = 2_000
"""Items of a span that are read whole: some 5 ms; of more the database counts, and gives the first of each day."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as SQL."""

    section: Listed
    axis: Axis
    days: tuple[date, ...]
    where: Where
    """Filter, rights, people; neither the span nor what is hidden."""
    sort: ColumnElement[Any]  # Any: the kind or the stage
    sorts: tuple[int | str, ...]
    """All kinds, or all stages of the section."""
    hidden: tuple[int | str, ...]
    slots: frozenset[str]

    @property
    def shown(self) -> Where:
        return (*self.where, self.sort.not_in(self.hidden)) if self.hidden else self.where


def asked(section: Listed, axis: Axis, question: CalendarQuestion, context: FilterContext) -> Asked:
    """The conditions of a question."""
    compiled = compile_filter(section, question.chosen, context)
    columns = section.table.c
    if axis.field.code == CREATED and context.sqlite and not compiled.whole:
        # what the filter narrows is found sooner than all that were made in a month
        axis = replace(axis, column=without_index(axis.column))
    where = (*compiled.where, *axis.helping)
    if section.code == ACTIVITIES:
        people = question.people or (context.employee_id,)
        many = context.sqlite and len(people) > FEW
        whose = without_index(columns.responsible_id) if many else columns.responsible_id
        where = (*where, whose.in_(people))
    slots = compiled.slots if axis.slot is None else compiled.slots | {axis.slot}
    span = (question.last - question.first).days + 1
    return Asked(
        section,
        axis,
        tuple(question.first + timedelta(days=number) for number in range(span)),
        where,
        columns.kind if section.code == ACTIVITIES else columns.stage_id,
        _sorts(section, context),
        tuple(question.hidden),
        slots,
    )


async def day_ids(session: AsyncSession, one: Asked, limit: int, *, sqlite: bool) -> list[IdVector]:
    """The first ids of each day in their order."""
    ids, column = one.section.table.c.id, one.axis.column
    queries = [
        select(ids).where(*one.shown, *one.axis.within(day, day)).order_by(column, ids).limit(limit) for day in one.days
    ]
    return await fetch_each(session, queries, sqlite=sqlite)


def _sorts(section: Listed, context: FilterContext) -> tuple[int | str, ...]:
    if section.code == ACTIVITIES:
        return tuple(kind.value for kind in ActivityKind)
    return tuple(sorted(one.id for one in context.registry.all.stages.values() if one.section == section.code))


async def tallied(session: AsyncSession, one: Asked, *, sqlite: bool) -> tuple[list[int], dict[int | str, int]]:
    """How many there are on each day without what is hidden, and of each kind or on each stage with it.

    A line a day, a sum a sort: grouping by both would sort everything.
    """
    axis = one.axis
    if sqlite and axis.field.code == CREATED:
        axis = replace(axis, column=without_index(axis.column))  # the index over the stages holds all that is counted
    sums = [func.count().filter(one.sort == sort) for sort in one.sorts]
    lines = [
        select(literal(place), *sums).where(*one.where, *axis.within(day, day)) for place, day in enumerate(one.days)
    ]
    counts, tallies = [0] * len(one.days), dict.fromkeys(one.sorts, 0)
    for place, *found in await session.execute(union_all(*lines)):
        for sort, count in zip(one.sorts, found, strict=True):
            tallies[sort] += count
            counts[place] += 0 if sort in one.hidden else count
    return counts, {sort: count for sort, count in tallies.items() if count}


@dataclass(frozen=True, slots=True)
class Found:
    """What stands on the days of a span: the first ids of each, how many there are, and of which sort."""

    ids: Sequence[Sequence[int] | IdVector]
    counts: Sequence[int]
    tallies: Mapping[int | str, int]


async def find(session: AsyncSession, one: Asked, limit: int, *, sqlite: bool) -> Found:
    """An employee's span by one query, whole; what an office has in a month is counted in the database."""
    column, ids = one.axis.column, one.section.table.c.id
    query: Select[Any] = (
        select(ids, column, one.sort)
        .where(*one.where, *one.axis.within(one.days[0], one.days[-1]))
        .order_by(column, ids)
        .limit(MOST_WHOLE + 1)
    )
    rows = (await session.execute(query)).all()
    if len(rows) <= MOST_WHOLE:
        return _sorted_out(one, rows, limit)
    counts, tallies = await tallied(session, one, sqlite=sqlite)
    return Found(await day_ids(session, one, limit, sqlite=sqlite), counts, tallies)


def _sorted_out(one: Asked, rows: Sequence[Row[Any]], limit: int) -> Found:
    """Any: a value of the axis."""
    begins = [one.axis.write(day) for day in one.days[1:]]
    ids: list[list[int]] = [[] for _ in one.days]
    counts, tallies = [0] * len(one.days), dict[int | str, int]()
    for record_id, value, sort in map(tuple, rows):
        tallies[sort] = tallies.get(sort, 0) + 1
        if sort in one.hidden:
            continue
        place = bisect_right(begins, value)
        counts[place] += 1
        if counts[place] <= limit:
            ids[place].append(record_id)
    return Found(ids, counts, tallies)


async def find_newest(session: AsyncSession, one: Asked, limit: int) -> tuple[int, list[int]]:
    """How many there are whatever the day, and the newest of them."""
    ids = one.section.table.c.id
    count = await session.scalar(select(func.count()).select_from(one.section.table).where(*one.shown))
    newest = select(ids).where(*one.shown).order_by(one.axis.column.desc(), ids.desc()).limit(limit)
    return count or 0, list(await session.scalars(newest))


async def named_days(session: AsyncSession) -> dict[date, str]:
    """The names of all holidays and moved working days."""
    return {row.day: row.name for row in await session.execute(select(DayOff.day, DayOff.name))}
