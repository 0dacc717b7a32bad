"""Fills an empty database inside one transaction: triggers off, references and indexes at the end, numbers go on.

Nothing is seen by others before the commit, and a move that breaks off leaves the database as empty as it was.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import uuid4

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from app.core.errors import Offline, UserError
from app.db.errors import offline_code, state_code
from app.db.installers import install
from app.db.moving.reading import Row
from app.db.moving.tables import Moved

_TABLES = "relnamespace = 'public'::regnamespace"
_REFERENCES = text(
    "SELECT quote_ident(relname), quote_ident(conname), pg_get_constraintdef(pg_constraint.oid) FROM pg_constraint"
    f" JOIN pg_class ON pg_class.oid = conrelid WHERE contype = 'f' AND {_TABLES}"
)
_INDEXES = text(
    "SELECT quote_ident(indexname), indexdef FROM pg_indexes WHERE schemaname = 'public'"
    " AND NOT EXISTS (SELECT FROM pg_constraint WHERE conname = indexname)"
)


class Filling:
    """A database while it is filled."""

    def __init__(self, connection: AsyncConnection, tables: Sequence[Moved]) -> None:
        self._connection = connection
        self._tables = tables
        self._sqlite = connection.dialect.name == "sqlite"
        self._restoring: list[str] = []

    async def begin(self) -> None:
        """Take away what would look at each row: triggers, references, indexes."""
        if self._sqlite:
            await self._run("PRAGMA defer_foreign_keys=ON")
            triggers = await self._connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
            for name in triggers.all():
                await self._run(f'DROP TRIGGER "{name}"')
            indexes = text("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
            for name, definition in (await self._connection.execute(indexes)).all():
                await self._run(f'DROP INDEX "{name}"')
                self._restoring.append(definition)
            return
        for table, name, definition in (await self._connection.execute(_REFERENCES)).all():
            await self._run(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
            self._restoring.append(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")
        for name, definition in (await self._connection.execute(_INDEXES)).all():
            await self._run(f"DROP INDEX {name}")
            self._restoring.insert(0, definition)
        for moved in self._tables:
            await self._run(f'ALTER TABLE "{moved.name}" DISABLE TRIGGER USER')

    async def put(self, moved: Moved, rows: Sequence[Row]) -> None:
        """Write a batch. Raises UserError("move_refused") for a value that this kind of database can't hold."""
        writers = [_writer(column.type, self._connection.dialect) for column in moved.columns]
        for place in moved.documents:
            writers[place] = _as_usual if self._sqlite else None
        changed = [(place, writer) for place, writer in enumerate(writers) if writer]
        given = [_as_written(row, changed) for row in rows]
        names = [column.name for column in moved.columns]
        try:
            if self._sqlite:
                listed = ", ".join(f'"{name}"' for name in names)
                places = ", ".join("?" * len(names))
                await self._run(f'INSERT INTO "{moved.name}" ({listed}) VALUES ({places})', given)
            else:
                await self._copy(moved.name, given, names)
        except DBAPIError as error:
            if offline_code(error) is not None:
                raise
            raise UserError("move_refused", table=moved.name, reason=str(error.orig)) from error

    async def end(self, reached: Mapping[str, int]) -> None:
        """Put back what `begin` took, let numbers go on after the highest given, and start the feed anew."""
        for statement in self._restoring:
            await self._run(statement)
        if not self._sqlite:
            for moved in self._tables:
                await self._run(f'ALTER TABLE "{moved.name}" ENABLE TRIGGER USER')
                await self._go_on(moved.name, reached.get(moved.name, 0))
            await self._run("UPDATE file SET author_id = (SELECT author_id FROM attachment WHERE file_id = file.id"
                            " ORDER BY id LIMIT 1)")  # fmt: skip
        await self._connection.run_sync(install)
        await self._connection.execute(text("UPDATE feed_epoch SET epoch = :epoch"), {"epoch": uuid4().hex})

    async def _copy(self, table: str, rows: list[Row], names: list[str]) -> None:
        """By COPY: it goes past SQLAlchemy, within its transaction."""
        raw = await self._connection.get_raw_connection()
        driver: Any = raw.driver_connection
        try:
            await driver.copy_records_to_table(table, records=rows, columns=names)
        except (ValueError, _driver_error()) as error:  # a value: a number too big, a text that isn't one
            state = getattr(error, "sqlstate", None) or ""
            lost = state_code(state)
            if lost is not None:
                raise Offline(lost) from error
            if isinstance(error, ValueError) or state.startswith("22"):
                raise UserError("move_refused", table=table, reason=str(error)) from error
            raise

    async def _go_on(self, table: str, reached: int) -> None:
        numbered = await self._connection.scalar(
            text(
                "SELECT pg_get_serial_sequence(:table, 'id') FROM pg_attribute"
                " WHERE attrelid = to_regclass(:table) AND attname = 'id' AND NOT attisdropped"
            ),
            {"table": table},
        )
        if numbered is not None:
            await self._connection.execute(
                text(f'SELECT setval(:it, greatest((SELECT max(id) FROM "{table}"), CAST(:reached AS bigint), 1))'),
                {"it": numbered, "reached": reached},
            )

    async def _run(self, statement: str, rows: list[Row] | None = None) -> None:
        await self._connection.exec_driver_sql(statement, rows)


async def reached_numbers(connection: AsyncConnection) -> dict[str, int]:
    """How far a server's numbers came, by table: higher than what is there where rows were erased."""
    if connection.dialect.name == "sqlite":
        return {}
    found = await connection.execute(
        text(
            "SELECT owner.relname, last_value FROM pg_sequences"
            " JOIN pg_class AS numbers ON numbers.oid = to_regclass(quote_ident(sequencename))"
            " JOIN pg_depend ON objid = numbers.oid AND deptype = 'a'"
            " JOIN pg_class AS owner ON owner.oid = refobjid"
            " WHERE schemaname = 'public' AND last_value IS NOT NULL"
        )
    )
    return {str(row.relname): int(row.last_value) for row in found}


def _driver_error() -> type[Exception]:
    """What COPY raises; only who moves into a server loads its driver."""
    from asyncpg.exceptions import PostgresError  # see above

    error: type[Exception] = PostgresError
    return error


def _writer(column_type: Any, dialect: Any) -> Callable[[Any], Any] | None:
    writer: Callable[[Any], Any] | None = column_type.dialect_impl(dialect).bind_processor(dialect)
    return writer


def _as_usual(document: str | None) -> str | None:
    """A document as the programs write it into a file: a server spaces and escapes it otherwise."""
    return None if document is None else json.dumps(json.loads(document))


def _as_written(row: Row, changed: Sequence[tuple[int, Callable[[Any], Any]]]) -> Row:
    if not changed:
        return row
    values: list[Any] = list(row)
    for place, writer in changed:
        values[place] = writer(values[place])
    return tuple(values)
