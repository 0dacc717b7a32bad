"""Rows as the drivers take them, many with one statement: SQLAlchemy's own way costs as much as making them."""

import json
from collections.abc import Callable, Mapping, Sequence
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


async def insert_many(session: AsyncSession, table: Table, rows: Sequence[Row], *, quiet: bool = False) -> None:
    """Insert rows that all have the same keys; what holds nothing in any of them is left to the table.

    Few statements take them all: SQLite keeps a journal of each statement that sets off triggers, and PostgreSQL's
    triggers write the history of a statement at once. `quiet` where the unit is: SQLite's history is then gathered too.
    """
    if not rows:
        return
    connection = await session.connection()
    sqlite = connection.dialect.name == "sqlite"
    filled = [table.columns[name] for name in rows[0] if any(row[name] is not None for row in rows)]
    columns = [_values(column, rows, sqlite=sqlite) for column in filled]
    names = tuple(column.name for column in filled)
    if not sqlite:
        await _insert_arrays(connection, table, filled, columns)
    elif quiet:
        async with gathered(connection, table.name):
            await _insert_rows(connection, table.name, names, columns)
    else:
        await _insert_rows(connection, table.name, names, columns)


async def _insert_rows(
    connection: AsyncConnection, table: str, names: tuple[str, ...], columns: Sequence[Sequence[object]]
) -> None:
    """SQLite: as many rows a statement as it takes parameters for."""
    rows = list(zip(*columns, strict=True))
    most = _PARAMETERS // len(names)
    while rows:
        size = next((one for one in _AT_ONCE if one <= min(most, len(rows))), 1)
        taken, rows = rows[:size], rows[size:]
        await connection.exec_driver_sql(_statement(table, names, size), tuple(chain.from_iterable(taken)))


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


def _values(column: Column[Any], rows: Sequence[Row], *, sqlite: bool) -> list[object]:
    """A column's values as the driver takes them. Any: of any type."""
    found = list(map(itemgetter(column.name), rows))
    convert = converter(column, sqlite=sqlite)
    return found if convert is None else [None if value is None else convert(value) for value in found]


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
        return _sqlite_moment
    if sqlite and isinstance(kind, Date):
        return str
    return None


def _document(content: dict[str, object]) -> str:
    """Small documents come again and again: the same two stages, the same subject and result."""
    return _repeated(tuple(content.items())) if len(content) <= REPEATED_KEYS else _ENCODE(content)


@lru_cache(maxsize=65_536)
def _repeated(items: tuple[tuple[str, object], ...]) -> str:
    return _ENCODE(dict(items))


def _sqlite_moment(moment: datetime) -> str:
    """The text of fixed width that `UtcDateTime` keeps on SQLite."""
    return (moment if moment.tzinfo is UTC else moment.astimezone(UTC)).isoformat(" ", "microseconds")[:-6]
