"""Writing many rows fast: past the row triggers, and on SQLite past the indexes too, within one transaction.

Whoever writes so puts right what the triggers would keep.
"""

from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from operator import itemgetter
from sqlite3 import OperationalError
from typing import Any, Final

from sqlalchemy import Column, Table, func, insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from app.db.driver_rows import Row, converter
from app.db.engine import Database
from app.db.installers import install, passages
from app.db.tracked import TRACKED
from app.models import Base

DriverRow = tuple[object, ...]

TABLES: Final = (*(table.table for table in TRACKED), "history", "option_link", "activity_reminder")
CACHE_KIB: Final = 256_000
USUAL_CACHE_KIB: Final = 2_000

_REFERENCES: Final = text(
    "SELECT conrelid::regclass::text AS tbl_name, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS sql"
    " FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY(CAST(CAST(:tables AS text[]) AS regclass[]))"
)
_INDEXES: Final = text(
    "SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS sql FROM pg_index"
    " WHERE indrelid = ANY(CAST(CAST(:tables AS text[]) AS regclass[]))"
    " AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)"
)


@asynccontextmanager
async def rollback_journal(database: Database) -> AsyncIterator[None]:
    """Have SQLite write each new page once, into its file, and not into the write-ahead log before.

    A rollback journal undoes what a crash leaves just as well. Where somebody else has the file open the log stays.
    """
    switched = database.is_sqlite and await _journal(database, "DELETE")
    try:
        yield
    finally:
        if switched:
            await _journal(database, "WAL")


async def _journal(database: Database, mode: str) -> bool:
    """Change the journal of a database that has a write-ahead log or had one; whether that was possible."""
    await database.engine.dispose()  # each connection of ours keeps the log in use
    async with database.engine.connect() as connection:
        raw = await connection.get_raw_connection()
        driver = raw.driver_connection
        assert driver is not None, "the pool hands out living connections"
        (before,) = await (await driver.execute("PRAGMA journal_mode")).fetchone()
        if before not in ("wal", "delete"):
            return False  # a shared folder keeps the journal it has
        await driver.execute("PRAGMA busy_timeout=0")
        try:
            (now,) = await (await driver.execute(f"PRAGMA journal_mode={mode}")).fetchone()
        except OperationalError:  # locked: somebody else is there
            return False
        finally:
            await connection.invalidate()  # its patience is changed
    return bool(now == mode.lower())


@asynccontextmanager
async def bulk_writing(session: AsyncSession, *, sqlite: bool) -> AsyncIterator[AsyncConnection]:
    """No row trigger fires inside and no index is kept; afterwards all is there again, checked and made at once."""
    connection = await session.connection()
    async with _bare_sqlite(session, connection) if sqlite else _bare_server(connection):
        yield connection
    await connection.run_sync(passages.fill)


@asynccontextmanager
async def _bare_sqlite(session: AsyncSession, connection: AsyncConnection) -> AsyncIterator[None]:
    await connection.exec_driver_sql(f"PRAGMA cache_size=-{CACHE_KIB}")
    triggers = await session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
    for name in triggers.all():
        await connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    indexes = await _drop_indexes(session, connection)
    yield
    for definition in indexes:
        await connection.exec_driver_sql(definition)
    await connection.run_sync(install)
    await connection.exec_driver_sql(f"PRAGMA cache_size=-{USUAL_CACHE_KIB}")


@asynccontextmanager
async def _bare_server(connection: AsyncConnection) -> AsyncIterator[None]:
    await connection.exec_driver_sql(f"SET LOCAL maintenance_work_mem = '{CACHE_KIB}kB'")
    for table in TABLES:
        await connection.exec_driver_sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    tables = {"tables": list(TABLES)}
    references = (await connection.execute(_REFERENCES, tables)).all()
    for row in references:
        await connection.exec_driver_sql(f"ALTER TABLE {row.tbl_name} DROP CONSTRAINT {row.name}")
    indexes = (await connection.execute(_INDEXES, tables)).all()
    for row in indexes:
        await connection.exec_driver_sql(f"DROP INDEX {row.name}")
    yield
    for row in indexes:
        await connection.exec_driver_sql(row.sql)
    for row in references:
        await connection.exec_driver_sql(f"ALTER TABLE {row.tbl_name} ADD CONSTRAINT {row.name} {row.sql}")
    for table in TABLES:
        await connection.exec_driver_sql(f"ALTER TABLE {table} ENABLE TRIGGER USER")


async def _drop_indexes(session: AsyncSession, connection: AsyncConnection) -> Sequence[str]:
    """Drop what is quicker made at once than row by row; returns how to make it again."""
    query = text("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    found = [row for row in (await session.execute(query)).all() if row.tbl_name in TABLES]
    for row in found:
        await connection.exec_driver_sql(f'DROP INDEX "{row.name}"')
    return [row.sql for row in found]


class RowShape:
    """Turns rows into what a driver takes: SQLAlchemy's own way costs as much as making them."""

    def __init__(self, table: Table, *, sqlite: bool) -> None:
        columns = written_columns(table)
        self._take = itemgetter(*(column.name for column in columns))
        converters = [converter(column, sqlite=sqlite) for column in columns]
        self._converters = [(number, one) for number, one in enumerate(converters) if one is not None]

    def driver_rows(self, rows: Sequence[Row]) -> list[DriverRow]:
        return [self._driver_row(row) for row in rows]

    def _driver_row(self, row: Row) -> DriverRow:
        values = list(self._take(row))
        for number, convert in self._converters:
            if values[number] is not None:
                values[number] = convert(values[number])
        return tuple(values)


def written_columns(table: Table) -> list[Column[Any]]:
    """The columns that a row is written with: all but those the database reckons itself. Any: of any type."""
    return [column for column in table.columns if column.computed is None]


async def insert_rows(connection: AsyncConnection, table: Table, rows: Sequence[DriverRow]) -> None:
    """Insert rows of a `RowShape`; PostgreSQL takes them as a copy."""
    columns = {column.name: None for column in written_columns(table)}
    if connection.dialect.name != "sqlite":
        raw = await connection.get_raw_connection()
        driver = raw.driver_connection
        assert driver is not None, "the pool hands out living connections"
        await driver.copy_records_to_table(table.name, records=rows, columns=list(columns))
        return
    statement = insert(table).values(columns).compile(dialect=connection.dialect, column_keys=list(columns))
    await connection.exec_driver_sql(str(statement), list(rows))


async def number_on(session: AsyncSession, tables: Iterable[str], *, sqlite: bool) -> None:
    """Let tables whose numbers were given by hand go on from the highest; SQLite does so by itself."""
    if sqlite:
        return
    for name in tables:
        table = Base.metadata.tables[name]
        if "id" in table.c:
            sequence = func.pg_get_serial_sequence(name, "id")
            await session.execute(select(func.setval(sequence, select(func.max(table.c.id)).scalar_subquery())))
