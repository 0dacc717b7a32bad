"""Collects rows of all tables with their numbers given beforehand, and writes them in bulk."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Table, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import (
    Activity,
    ActivityReminder,
    Attachment,
    Base,
    Contact,
    ContactPoint,
    Deal,
    History,
    Lead,
    OptionLink,
    Payment,
    TimelineItem,
)
from app.services.demo.bulk import DriverRow, RowShape

Row = dict[str, Any]  # Any: a row holds what its columns hold

IN_ORDER: Final[tuple[type[Base], ...]] = (
    Contact, Lead, Deal, ContactPoint, OptionLink, Payment, Activity, ActivityReminder, Attachment, TimelineItem,
    History,
)  # fmt: skip
"""Each table after those it refers to."""


Batch = list[tuple[str, list[DriverRow]]]
"""Rows by table, each table after those it refers to."""


class Book:
    """Rows waiting to be written; every row of a table has all its columns."""

    def __init__(self, numbers: Mapping[str, int], *, sqlite: bool) -> None:
        self._rows: dict[type[Base], list[Row]] = defaultdict(list)
        self._next = {entity: numbers[entity.__tablename__] for entity in IN_ORDER if entity is not OptionLink}
        self._shapes = {entity: RowShape(table_of(entity), sqlite=sqlite) for entity in IN_ORDER}

    def number(self, entity: type[Base]) -> int:
        """The next number of a table."""
        number = self._next[entity]
        self._next[entity] = number + 1
        return number

    def add(self, entity: type[Base], row: Row) -> None:
        self._rows[entity].append(row)

    def take(self) -> Batch:
        """What was collected since the last time."""
        batch = [
            (entity.__tablename__, self._shapes[entity].driver_rows(self._rows[entity]))
            for entity in IN_ORDER
            if self._rows[entity]
        ]
        self._rows.clear()
        return batch


async def next_numbers(session: AsyncSession) -> dict[str, int]:
    """The number that follows the highest of each table."""
    numbers = {}
    for entity in IN_ORDER:
        table = table_of(entity)
        if "id" in table.c:
            highest = await session.scalar(select(func.max(table.c.id)))
            numbers[table.name] = (highest or 0) + 1
    return numbers


def table_of(entity: type[Base]) -> Table:
    table = entity.__table__
    assert isinstance(table, Table), "entities stand for tables"
    return table
