"""Opens a database, embedded or of the office, and hands out reading sessions and writing units."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import URL, event, make_url
from sqlalchemy.engine import Connection
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import QueuePool

from app.core.changes import Changes
from app.core.errors import Offline, UserError
from app.db import sqlite_driver
from app.db.answering import CONNECT_S, SERVER_SETTINGS, OpenConnections
from app.db.errors import users_world
from app.db.fate import is_lost, was_committed
from app.db.feed import condense_feed
from app.db.held_file import HeldFile, held_file
from app.db.pinging import ping_after_idling
from app.db.server import prepared, tls
from app.db.unit import Unit, WriteOrder, begin_unit

BUSY_TIMEOUT_MS = 15_000
APPLICATION_ID = 0x50524943  # "PRIC": tells our files from other SQLite databases
WRITING = "prichal_writing"
SETTINGS = {"jit": "off"}
"""Policies make the server take a question for a dear one and compile it: a second for a millisecond's answer."""
OPTIMISE = ("PRAGMA busy_timeout=100", "PRAGMA analysis_limit=400", "PRAGMA optimize")


class Database:
    """One open database; every use case goes through `read()` or `write()`."""

    def __init__(self, url: URL, engine: AsyncEngine, held: HeldFile | None = None) -> None:
        self.url = url
        self.engine = engine
        self._held = held
        self._writing = engine.execution_options(**{WRITING: True})
        # PostgreSQL gives each statement its own view anyway: BEGIN and ROLLBACK would be two more trips to it.
        self._reading = engine if self.is_sqlite else engine.execution_options(isolation_level="AUTOCOMMIT")
        self.origin = uuid4().hex
        """This program's mark in the change feed, so that it can drop its own echo."""
        self._listeners: list[Callable[[Changes], None]] = []
        self._open = None if self.is_sqlite else OpenConnections(engine)
        self._note_refusal: Callable[[WriteOrder], Awaitable[None]] | None = None

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @property
    def file(self) -> Path | None:
        """The embedded database's file."""
        return Path(self.url.database) if self.is_sqlite and self.url.database else None

    def hold(self) -> None:
        """Keep the embedded database's log from being deleted by others (`db.held_file`); costs a microsecond."""
        if self._held is not None:
            self._held.renew()

    def listen(self, listener: Callable[[Changes], None]) -> None:
        """Call `listener` after every committed unit of this program."""
        self._listeners.append(listener)

    def tell_refusals(self, note: Callable[[WriteOrder], Awaitable[None]]) -> None:
        """Have it noted what was tried without the right to it."""
        self._note_refusal = note

    async def refused(self, order: WriteOrder) -> None:
        """Somebody tried what they may not."""
        if self._note_refusal is not None and order.record:
            await self._note_refusal(order)

    async def reconnect(self) -> None:
        """Let go of idle connections: what a lost server has left behind would fail each its first use."""
        if not self.is_sqlite:
            await self.engine.dispose()

    def break_off(self) -> None:
        """The server is silent: whoever waits for it meets a lost connection now."""
        if self._open is not None:
            self._open.break_off()

    def take_password(self, password: str) -> None:
        """Connect with another password from now on: the person has changed it. Open connections go on."""
        self.url = self.url.set(password=prepared(password))

        def give(_dialect: object, _record: object, _args: object, options: dict[str, object]) -> None:
            options["password"] = self.url.password

        event.listen(self.engine.sync_engine, "do_connect", give)

    def unlisten(self, listener: Callable[[Changes], None]) -> None:
        self._listeners.remove(listener)

    def publish(self, changes: Changes) -> None:
        """Tell the listeners; also used by the change feed for what others did."""
        for listener in tuple(self._listeners):
            listener(changes)

    @asynccontextmanager
    async def read(self, *, streams: bool = False) -> AsyncIterator[AsyncSession]:
        """A session for reading. Cancelling the task stops the query in the database, too.

        `streams` where rows come piece by piece: PostgreSQL holds them in a transaction.
        """
        with users_world():
            async with AsyncSession(self.engine if streams else self._reading, expire_on_commit=False) as session:
                yield session

    @asynccontextmanager
    async def write(self, order: WriteOrder) -> AsyncIterator[Unit]:
        """One unit of work under one operation: commits whole and publishes, or leaves no trace.

        Raises Offline("commit_unknown") where the server stayed away from the commit on, and nobody knows.
        """
        self.hold()
        try:
            with users_world():
                async with AsyncSession(self._writing, expire_on_commit=False) as session:
                    unit = await begin_unit(session, order, self.origin, sqlite=self.is_sqlite)
                    yield unit
                    if unit.wrote_many and not order.quiet:
                        await condense_feed(session, order.operation_id, sqlite=self.is_sqlite)
                    await self._commit(session, order)
        except UserError as error:
            if error.code == "not_allowed":
                await self.refused(order)
            raise
        for changes in unit.changes():
            self.publish(changes)

    async def _commit(self, session: AsyncSession, order: WriteOrder) -> None:
        try:
            await session.commit()
        except (DBAPIError, OSError) as error:
            # What leaves no operation is small and may be done twice: a draft, a view, the feed's trimming.
            if not order.record or not is_lost(error):
                raise
            if not await was_committed(self._writing, order, sqlite=self.is_sqlite):
                raise

    async def close(self) -> None:
        """Give all connections back; no operation may be under way."""
        if self.is_sqlite:
            await self._optimise()
        await self.engine.dispose()
        if self._held is not None:
            self._held.release()

    async def _optimise(self) -> None:
        """Let SQLite look at tables that queries of this program found grown; not waiting for anybody."""
        pool = self.engine.pool
        if not isinstance(pool, QueuePool) or pool.checkedin() == 0:
            return
        with suppress(Offline), users_world():
            async with self.engine.begin() as connection:
                for pragma in OPTIMISE:
                    await connection.exec_driver_sql(pragma)


def parse_url(text: str) -> URL:
    """Read a database address (sqlite:///… or postgresql://…).

    Raises UserError("database_url") for anything else.
    """
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise UserError("database_url", url=text) from error
    if url.get_backend_name() == "sqlite" and url.database:
        return url.set(drivername="sqlite+aiosqlite", database=str(Path(url.database).expanduser().absolute()))
    if url.get_backend_name() == "postgresql" and url.database:
        return url.set(drivername="postgresql+asyncpg")
    raise UserError("database_url", url=text)


def sqlite_url(path: Path) -> str:
    """The address of an embedded database's file."""
    return f"sqlite:///{path.expanduser().absolute()}"


def connect(url: URL | str) -> Database:
    """A `Database` on an address; opens no connection yet and checks nothing (see `db.opening`)."""
    address = parse_url(url) if isinstance(url, str) else url
    if address.get_backend_name() == "sqlite":
        engine = create_async_engine(
            address, pool_size=3, max_overflow=2, connect_args={"async_creator_fn": sqlite_driver.open_connection}
        )
        held = held_file(Path(str(address.database)))
        _prepare_sqlite(engine, held)
        return Database(address, engine, held)
    engine = server_engine(address, pool_size=1, max_overflow=2)
    ping_after_idling(engine)
    return Database(address, engine)


def server_engine(url: URL, **options: Any) -> AsyncEngine:  # Any: SQLAlchemy's own options
    """An engine on the office's server, over TLS as the address says. Raises UserError("tls_unreadable")."""
    plain = url.difference_update_query(("sslmode", "ssl", "sslrootcert"))
    driver = {"ssl": tls(url), "timeout": CONNECT_S, "server_settings": {**SERVER_SETTINGS, **SETTINGS}}
    return create_async_engine(plain, connect_args=driver, **options)


def _prepare_sqlite(engine: AsyncEngine, held: HeldFile) -> None:
    """Take the transactions into our own hands: BEGIN IMMEDIATE for every writing unit (TECH-NOTES)."""

    def on_connect(dbapi_connection: Any, _record: object) -> None:
        dbapi_connection.isolation_level = None
        cursor = dbapi_connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.close()
        held.renew()

    def on_begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get(WRITING, False)
        driver: Any = connection.connection.driver_connection
        driver.begin_with_next(sqlite_driver.WRITING if writing else sqlite_driver.READING)

    event.listen(engine.sync_engine, "connect", on_connect)
    event.listen(engine.sync_engine, "begin", on_begin)
