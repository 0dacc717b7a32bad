"""Ids and counts of each day of a span, within rights and filter: two statements however many days there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, case, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import DayOff
from app.services.calendar.axes import Axis
from app.services.filtering.compiling import compile_filter
from app.services.filtering.context import FilterContext
from app.services.listed import ACTIVITIES, Listed
from app.services.lists.vectors import fetch_each
from app.services.records.calendar import CalendarQuestion
from app.services.records.lists import IdVector

Where = tuple[ColumnElement[bool], ...]


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


async def tallied(session: AsyncSession, one: Asked) -> tuple[list[int], dict[int | str, int]]:
    """How many there are on each day without what is hidden, and of each kind or on each stage with it."""
    column = one.axis.column
    number: ColumnElement[int] = literal(0)
    if len(one.days) > 1:
        begins = ((column < one.axis.write(day), place) for place, day in enumerate(one.days[1:]))
        number = case(*begins, else_=len(one.days) - 1)
    query = select(number.label("place"), one.sort, func.count()).where(
        *one.where, *one.axis.within(one.days[0], one.days[-1])
    )
    counts, tallies = [0] * len(one.days), dict[int | str, int]()
    for place, sort, count in await session.execute(query.group_by(number, one.sort)):
        tallies[sort] = tallies.get(sort, 0) + count
        if sort not in one.hidden:
            counts[place] += count
    return counts, tallies


async def special_days(session: AsyncSession, days: Sequence[date]) -> dict[date, str]:
    """The names of holidays and moved working days."""
    query = select(DayOff.day, DayOff.name).where(DayOff.day >= days[0], DayOff.day <= days[-1])
    return {row.day: row.name for row in await session.execute(query)}
