"""Rows as the drivers take them, many with one statement: SQLAlchemy's own way costs as much as making them."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import Column, Dialect, Table
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession
from sqlalchemy.types import JSON, Date

from app.db.gathering import gathered
from app.models.base import UtcDateTime

Row = Mapping[str, Any]  # Any: a row holds what its columns hold

REPEATED_KEYS: Final = 3
_ENCODE: Final = json.JSONEncoder(check_circular=False).encode
_PARAMETERS: Final = 32_766
"""What a statement of SQLite takes at most, as it is mostly built."""

_AT_ONCE: Final = (1_000, 500, 200, 50, 10, 1)
"""Rows of a statement: few sizes, so that each is prepared once."""


@dataclass(frozen=True, slots=True)
class DriverRows:
    """Rows of a table as the driver takes them: made where nobody waits for the database."""

    table: Table
    filled: tuple[Column[Any], ...]
    """Columns that hold something in any of the rows; the others are left to the table. Any: of any type."""
    columns: tuple[Sequence[object], ...]

    async def insert(self, session: AsyncSession, *, quiet: bool = False) -> None:
        """Insert them; few statements take them all.

        SQLite keeps a journal of each statement that sets off triggers, and PostgreSQL's triggers write the history of
        a statement at once. `quiet` where the unit is: SQLite's history is then gathered too.
        """
        if not self.filled:
            return
        connection = await session.connection()
        if connection.dialect.name != "sqlite":
            await self._insert_arrays(connection)
        elif quiet:
            async with gathered(connection, self.table.name):
                await self._insert_rows(connection)
        else:
            await self._insert_rows(connection)

    async def _insert_rows(self, connection: AsyncConnection) -> None:
        """SQLite: as many rows a statement as it takes parameters for."""
        names = tuple(column.name for column in self.filled)
        rows, done = list(zip(*self.columns, strict=True)), 0
        most = _PARAMETERS // len(names)
        while done < len(rows):
            size = next((one for one in _AT_ONCE if one <= min(most, len(rows) - done)), 1)
            taken = tuple(chain.from_iterable(rows[done : done + size]))
            await connection.exec_driver_sql(_statement(self.table.name, names, size), taken)
            done += size

    async def _insert_arrays(self, connection: AsyncConnection) -> None:
        """PostgreSQL: all rows with one statement."""
        names = ", ".join(f'"{column.name}"' for column in self.filled)
        taken, arrays = _arrays(self.filled, connection.dialect)
        given = f"unnest({arrays}) AS given({names})"
        await connection.exec_driver_sql(
            f'INSERT INTO "{self.table.name}" ({names}) SELECT {taken} FROM {given}', self.columns
        )


def driver_rows(table: Table, rows: Sequence[Row], *, sqlite: bool) -> DriverRows:
    """Rows that all have the same keys."""
    if not rows:
        return DriverRows(table, (), ())
    held = zip(*map(itemgetter(*rows[0]), rows), strict=True) if len(rows[0]) > 1 else _alone(rows)
    filled = [
        (table.columns[name], values)
        for name, values in zip(rows[0], held, strict=True)
        if any(value is not None for value in values)
    ]
    return DriverRows(
        table,
        tuple(column for column, _ in filled),
        tuple(_converted(column, values, sqlite=sqlite) for column, values in filled),
    )


def _alone(rows: Sequence[Row]) -> list[tuple[object, ...]]:
    return [tuple(row[name] for row in rows) for name in rows[0]]


async def insert_many(session: AsyncSession, table: Table, rows: Sequence[Row], *, quiet: bool = False) -> None:
    """Insert rows that all have the same keys; `quiet` where the unit is."""
    sqlite = session.get_bind().dialect.name == "sqlite"
    await driver_rows(table, rows, sqlite=sqlite).insert(session, quiet=quiet)


@lru_cache(maxsize=64)
def _statement(table: str, names: tuple[str, ...], rows: int) -> str:
    listed = ", ".join(f'"{name}"' for name in names)
    row = f"({', '.join('?' * len(names))})"
    return f'INSERT INTO "{table}" ({listed}) VALUES {", ".join([row] * rows)}'


async def _insert_arrays(
    connection: AsyncConnection, table: Table, filled: Sequence[Column[Any]], columns: Sequence[Sequence[object]]
) -> None:
    """PostgreSQL: all rows with one statement. Any: columns of any type."""
    names = ", ".join(f'"{column.name}"' for column in filled)
    taken, arrays = _arrays(filled, connection.dialect)
    await connection.exec_driver_sql(
        f'INSERT INTO "{table.name}" ({names}) SELECT {taken} FROM unnest({arrays}) AS given({names})', tuple(columns)
    )


def _converted(column: Column[Any], values: Sequence[Any], *, sqlite: bool) -> Sequence[object]:
    """A column's values as the driver takes them. Any: of any type."""
    convert = converter(column, sqlite=sqlite)
    return values if convert is None else [None if value is None else convert(value) for value in values]


def _arrays(columns: Sequence[Column[Any]], dialect: Dialect) -> tuple[str, str]:
    """PostgreSQL's words for taking columns from arrays, one parameter each. Any: of any type."""
    taken, arrays = [], []
    for place, column in enumerate(columns, start=1):
        document = isinstance(column.type, JSON)
        kind = "TEXT" if document else column.type.compile(dialect).partition(" COLLATE")[0]
        taken.append(f'"{column.name}"::jsonb' if document else f'"{column.name}"')
        arrays.append(f"${place}::{kind}[]")
    return ", ".join(taken), ", ".join(arrays)


def converter(column: Column[Any], *, sqlite: bool) -> Callable[[Any], object] | None:
    """How a column's values go to the driver, where not as they are. Any: a converter takes what its column holds."""
    kind = column.type
    if isinstance(kind, JSON):
        return _ENCODE if column.name == "custom" else _document
    if sqlite and isinstance(kind, UtcDateTime):
        return sqlite_moment
    if sqlite and isinstance(kind, Date):
        return str
    return None


class Document(str):
    """A JSON document that is text already."""

    __slots__ = ()


def _document(content: "dict[str, object] | Document") -> str:
    """Small documents come again and again: the same two stages, the same subject and result."""
    if isinstance(content, Document):
        return content
    return _repeated(tuple(content.items())) if len(content) <= REPEATED_KEYS else _ENCODE(content)


@lru_cache(maxsize=65_536)
def _repeated(items: tuple[tuple[str, object], ...]) -> str:
    return _ENCODE(dict(items))


def sqlite_moment(moment: datetime) -> str:
    """The text of fixed width that `UtcDateTime` keeps on SQLite."""
    return (moment if moment.tzinfo is UTC else moment.astimezone(UTC)).isoformat(" ", "microseconds")[:-6]
