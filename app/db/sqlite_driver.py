"""SQLite's driver: few turns of its thread, cancelling stops the query, SQL can compare text as the program does."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import aiosqlite

from app.core.text import normalise

ROWS_AT_ONCE = 1_000
"""How many rows come from the driver's thread at a time."""

READING, WRITING = "BEGIN", "BEGIN IMMEDIATE"
"""How a transaction begins; a writing one takes the lock at once (TECH-NOTES)."""

Rows = list[Any]  # Any: sqlite3's rows


class Cursor(aiosqlite.Cursor):
    """One turn of the thread a statement; the driver's own needs four: cursor, execute, fetch, close."""

    _connection: "Connection"

    def __init__(self, connection: "Connection", cursor: sqlite3.Cursor) -> None:
        super().__init__(connection, cursor)
        self._connection = connection
        self._ahead: Rows = []
        self._more = False
        """Whether the statement still has rows to give."""

    async def __aenter__(self) -> "Cursor":
        return self

    async def execute(self, sql: str, parameters: Iterable[Any] | None = None) -> "Cursor":
        """Run a statement and fetch its first rows with it."""
        await self._connection.in_thread(partial(self._run, sql, parameters or ()))
        return self

    async def executemany(self, sql: str, parameters: Iterable[Iterable[Any]]) -> "Cursor":
        """Run a statement for each of the parameters."""
        await self._connection.in_thread(partial(self._run_many, sql, parameters))
        return self

    async def fetchone(self) -> Any:
        """The next row, or None."""
        rows = await self.fetchmany(1)
        return rows[0] if rows else None

    async def fetchmany(self, size: int | None = None) -> Rows:
        """The next rows, up to `size`."""
        asked = size or self.arraysize
        if len(self._ahead) < asked and self._more:
            self._ahead += await self._connection.in_thread(partial(self._fetch, asked))
        found, self._ahead = self._ahead[:asked], self._ahead[asked:]
        return found

    async def fetchall(self) -> Rows:
        """All rows that are left."""
        found, self._ahead = self._ahead, []
        if self._more:
            self._more = False
            found += await self._connection.in_thread(self._cursor.fetchall)
        return found

    async def close(self) -> None:
        """Give the statement back; one that has given all its rows is given back already."""
        self._ahead = []
        if self._more:
            self._more = False
            await self._connection.in_thread(self._cursor.close)

    # Any, below: what sqlite3 takes as parameters.
    def _run(self, sql: str, parameters: Any) -> None:
        self._connection.begin_in_thread()
        self._more = False
        self._cursor.execute(sql, parameters)
        self._ahead = [] if self._cursor.description is None else self._fetch(ROWS_AT_ONCE)

    def _run_many(self, sql: str, parameters: Any) -> None:
        self._connection.begin_in_thread()
        self._cursor.executemany(sql, parameters)

    def _fetch(self, size: int) -> Rows:
        rows = self._cursor.fetchmany(size)
        self._more = len(rows) == size
        return rows


class Connection(aiosqlite.Connection):
    """Interrupts the running query when the task that waits for it is cancelled.

    aiosqlite alone lets the query run on, and the rollback or close that follows waits behind it (TECH-NOTES).
    """

    _begin: str | None = None
    _beside: tuple[str, tuple[object, ...]] | None = None
    """A statement that goes before the next one."""
    _reads = False
    """Whether the transaction only reads."""
    _dropped = False
    """Whether the thread may still be at something that nobody waits for."""
    _stopped: asyncio.Future[Any] | None = None  # Any: the driver's own mark

    def stop(self) -> asyncio.Future[Any] | None:
        """End the thread. It listens until it is told so once: whoever told it again would wait forever.

        SQLAlchemy stops a connection whose closing was cancelled, while the closing goes on.
        """
        if self._stopped is None:
            self._stopped = super().stop()
        return self._stopped

    def begin_with_next(self, statement: str) -> None:
        """Begin the transaction in the same turn as its first statement."""
        self._begin = statement

    def run_before_next(self, sql: str, parameters: tuple[object, ...]) -> None:
        """Run a statement in the same turn as the next one, right before it."""
        self._beside = sql, parameters

    def begin_in_thread(self) -> None:
        """Begin what was announced, and run what goes before; called by the thread."""
        statement, self._begin = self._begin, None
        if statement is not None:
            self._reads = statement == READING
            self._conn.execute(statement).close()
        beside, self._beside = self._beside, None
        if beside is not None:
            self._conn.execute(*beside).close()

    def cursor(self) -> Cursor:  # type: ignore[override]  # SQLAlchemy only enters it, which costs nothing here
        """A cursor without a turn of the thread: making one does nothing in the database."""
        return Cursor(self, self._conn.cursor())

    async def commit(self) -> None:
        """Commit; what was only announced to begin needs none."""
        self._begin = None
        if self.in_transaction:
            await self.in_thread(self._conn.commit)
        self._reads = False

    async def rollback(self) -> None:
        """Roll back; what was only announced to begin needs none."""
        self._begin = self._beside = None
        if self._reads:  # what comes next waits in the thread's line, nobody else has to
            self._tx.put_nowait((None, self._roll_back))
        elif self.in_transaction or self._dropped:
            await self.in_thread(self._roll_back)

    def _roll_back(self) -> None:
        self._reads = self._dropped = False
        if self._conn.in_transaction:
            self._conn.rollback()

    async def in_thread(self, work: Callable[[], Any]) -> Any:  # Any: whatever the work gives
        """Do something in the connection's thread; cancelled, it stops there, too."""
        job = _Job(work)
        try:
            return await super()._execute(job)  # type: ignore[no-untyped-call]  # the driver's
        except asyncio.CancelledError:
            job.dropped = self._dropped = True
            if self._connection is not None:
                self._connection.interrupt()
            raise

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # Any: as the driver's own
        return await self.in_thread(partial(fn, *args, **kwargs))


class _Job:
    """Work that isn't begun any more where its task was cancelled before the thread came to it."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self._work = work
        self.dropped = False

    def __call__(self) -> Any:
        if self.dropped:
            raise sqlite3.OperationalError("interrupted")
        return self._work()


def open_connection(database: str, **options: Any) -> Connection:  # Any: what sqlite3.connect takes
    """What SQLAlchemy calls for each new connection of its pool; to be awaited."""
    connection = Connection(partial(_connect, database, options), ROWS_AT_ONCE)
    connection._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does for the connections it makes itself
    return connection


def _connect(database: str, options: dict[str, Any]) -> sqlite3.Connection:  # Any: likewise
    connection: sqlite3.Connection = sqlite3.connect(database, **options)
    # SQLite's lower() folds ASCII alone.
    connection.create_function("normalise", 1, _normalised, deterministic=True)
    return connection


def _normalised(text: object) -> str | None:
    return None if text is None else normalise(str(text))
