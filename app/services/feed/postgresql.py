"""The feed of the office's server: ids commit out of order there, so a reader follows transactions (DATA.md)."""

import asyncio
from contextlib import AsyncExitStack, suppress
from datetime import datetime, timedelta
from time import monotonic
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.pool import NullPool

from app.core.errors import Offline
from app.db.answering import ANSWER_S, answered_within, keep_alive
from app.db.engine import Database, server_engine
from app.db.errors import users_world
from app.db.renewing import require_not_renewed
from app.services.feed.lines import MANY, Batch, Line

BELL: Final = "prichal_feed"
"""The channel whose empty notifications say that there is something to read."""

POLL_ANYWAY_S: Final = 5.0
FIRST_PAUSE_S: Final = 0.03
LONGEST_PAUSE_S: Final = 1.0
KEPT: Final = timedelta(minutes=55)
"""Lines live an hour: who has been away for longer may have missed some."""

_STAND = text(
    "SELECT pg_snapshot_xmin(pg_current_snapshot())::text, clock_timestamp(),"
    " (SELECT epoch FROM feed_epoch WHERE id = 1)"
)
_LINES = text(
    "SELECT id, kind, ref, actor_id, origin, xid >= CAST(CAST(:reached AS text) AS xid8) AS ahead FROM change_feed"
    " WHERE xid >= CAST(CAST(:horizon AS text) AS xid8) ORDER BY id LIMIT :many"
)


class PostgresReader:
    """Wakes by the bell; reads what is newer than the oldest transaction that was still running last time."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._resources = AsyncExitStack()
        self._connection: AsyncConnection | None = None
        self._driver: Any = None  # asyncpg publishes no types
        self._rung = asyncio.Event()
        self._pause = FIRST_PAUSE_S
        self._horizon = "0"
        self._seen: frozenset[int] = frozenset()
        self._read_at: datetime | None = None
        self._epoch = ""

    async def open(self) -> None:
        with users_world():
            engine = server_engine(self._database.url, poolclass=NullPool, isolation_level="REPEATABLE READ")
            self._resources.push_async_callback(engine.dispose)
            self._connection = await self._resources.enter_async_context(engine.connect())
            self._driver = (await self._connection.get_raw_connection()).driver_connection
            keep_alive(self._driver)
            await self._driver.add_listener(BELL, self._ring)
            self._driver.add_termination_listener(self._ring)
            await self._stand_here()

    async def close(self) -> None:
        await self._resources.aclose()

    async def wait(self) -> None:
        """Until the bell rings, or for 5 s; while it keeps ringing, ever longer pauses gather what comes."""
        await asyncio.sleep(self._pause)
        self._pause = min(self._pause * 2, LONGEST_PAUSE_S) if self._rung.is_set() else FIRST_PAUSE_S
        with suppress(TimeoutError):
            async with asyncio.timeout(POLL_ANYWAY_S):
                await self._rung.wait()
        self._rung.clear()

    async def read(self) -> Batch:
        """What came. Raises Offline("no_answer") where the server is silent."""
        asked_at = monotonic()
        try:
            with answered_within(self._driver, ANSWER_S):
                return await self._read()
        except Offline as lost:
            if monotonic() - asked_at < ANSWER_S:
                raise
            raise Offline("no_answer") from lost

    async def _read(self) -> Batch:
        assert self._connection is not None, "opened first"
        with users_world():
            async with self._connection.begin():
                reached, now, epoch = (await self._connection.execute(_STAND)).one()
                require_not_renewed(epoch)
                since = self._read_at
                asked = {"reached": reached, "horizon": self._horizon, "many": MANY + 1}
                rows = (await self._connection.execute(_LINES, asked)).all()
            if epoch != self._epoch or len(rows) > MANY or (since is not None and now - since > KEPT):
                await self._stand_here()
                return Batch(lost=True)
        lines = [Line(row.id, row.kind, row.ref, row.actor_id, row.origin) for row in rows if row.id not in self._seen]
        self._seen = frozenset(row.id for row in rows if row.ahead)
        self._horizon, self._read_at = reached, now
        return Batch(lines)

    async def _stand_here(self) -> None:
        """Take everything committed up to now as known."""
        assert self._connection is not None, "opened first"
        async with self._connection.begin():
            reached, now, epoch = (await self._connection.execute(_STAND)).one()
            require_not_renewed(epoch)
            rows = await self._connection.execute(_LINES, {"reached": reached, "horizon": reached, "many": None})
            self._seen = frozenset(row.id for row in rows)
        self._horizon, self._read_at, self._epoch = reached, now, epoch

    def _ring(self, *_: object) -> None:
        self._rung.set()


async def ring(database: Database) -> None:
    """Wake all readers: after a commit, never inside it (DATA.md). The payload is empty: nobody may trust one."""
    with users_world():
        async with database.engine.begin() as connection:
            await connection.execute(text(f"NOTIFY {BELL}"))
