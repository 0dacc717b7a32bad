"""Ids and counts of each day of a span, within rights and filter: one statement where an employee asks, else three."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, case, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import DayOff
from app.services.calendar.axes import CREATED, Axis
from app.services.filtering.compiling import compile_filter
from app.services.filtering.context import FilterContext
from app.services.listed import ACTIVITIES, Listed, without_index
from app.services.lists.vectors import fetch_each
from app.services.records.calendar import CalendarQuestion
from app.services.records.lists import IdVector

Where = tuple[ColumnElement[bool], ...]

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
        where = (*where, columns.responsible_id.in_(question.people or (context.employee_id,)))
    slots = compiled.slots if axis.slot is None else compiled.slots | {axis.slot}
    span = (question.last - question.first).days + 1
    return Asked(
        section,
        axis,
        tuple(question.first + timedelta(days=number) for number in range(span)),
        where,
        columns.kind if section.code == ACTIVITIES else columns.stage_id,
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


async def tallied(session: AsyncSession, one: Asked, *, sqlite: bool) -> tuple[list[int], dict[int | str, int]]:
    """How many there are on each day without what is hidden, and of each kind or on each stage with it."""
    column = one.axis.column
    if sqlite and one.axis.field.code == CREATED:
        column = without_index(column)  # the index over the stages holds all that is counted
    begins = [one.axis.write(day) for day in one.days]
    number = _place(column, begins, 0, len(begins))
    within = column >= begins[0], column < one.axis.write(one.days[-1] + timedelta(days=1))
    query = select(number.label("place"), one.sort, func.count()).where(*one.where, *within)
    counts, tallies = [0] * len(one.days), dict[int | str, int]()
    for place, sort, count in await session.execute(query.group_by(number, one.sort)):
        tallies[sort] = tallies.get(sort, 0) + count
        if sort not in one.hidden:
            counts[place] += count
    return counts, tallies


def _place(column: ColumnElement[Any], begins: Sequence[Any], low: int, high: int) -> ColumnElement[int]:
    """Which day a value lies on, by halves: six comparisons for a month instead of forty."""
    if high - low == 1:
        return literal(low)
    middle = (low + high) // 2
    return case(
        (column < begins[middle], _place(column, begins, low, middle)), else_=_place(column, begins, middle, high)
    )


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


async def named_days(session: AsyncSession) -> dict[date, str]:
    """The names of all holidays and moved working days."""
    return {row.day: row.name for row in await session.execute(select(DayOff.day, DayOff.name))}
