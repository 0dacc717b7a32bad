"""Follows the feed for one program, rings for its own commits, trims what is old."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import timedelta
from time import monotonic
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from app.core.changes import Changes
from app.core.clock import Clock, SystemClock
from app.core.errors import Offline, UserError
from app.core.kinds import Kind
from app.db.engine import Database
from app.db.feed import trim
from app.db.opening import check_revision
from app.db.unit import WriteOrder
from app.models import ChangeFeed
from app.services.feed.lines import Reader, changes_of, reload_everything
from app.services.feed.postgresql import PostgresReader, ring
from app.services.feed.sqlite import SqliteReader

RING_EVERY_S: Final = 0.05
"""302 notifications a second reach 50 listeners, no more (PERFORMANCE.md): bursts become one."""

TRIM_EVERY_S: Final = 600.0
KEPT: Final = timedelta(hours=1)
DICTIONARIES: Final = frozenset({Kind.EMPLOYEE.value, Kind.SETTINGS.value})
"""Kinds whose records every program keeps in memory."""

FIRST_RETRY_S: Final = 0.5
LONGEST_RETRY_S: Final = 15.0


async def _nothing() -> None:
    """For who keeps no dictionaries."""


class Feed:
    """Publishes on the database what other programs commit; `on_state` hears of a lost and regained connection.

    `on_reason` hears before that why it is lost, as a code of `Offline`.

    `on_retry` hears in how many seconds it is tried again by itself.

    `learn` reads the office's dictionaries anew: it is awaited before anyone hears of records that may name new ones.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock | None = None,
        on_state: Callable[[bool], None] = lambda _online: None,
        on_retry: Callable[[float], None] = lambda _seconds: None,
        learn: Callable[[], Awaitable[None]] = _nothing,
        on_reason: Callable[[str], None] = lambda _code: None,
    ) -> None:
        self._database = database
        self._clock = clock or SystemClock()
        self._on_state = on_state
        self._on_retry = on_retry
        self._learn = learn
        self._on_reason = on_reason
        self._own_commit = asyncio.Event()
        self._wanted = asyncio.Event()
        self.following = asyncio.Event()
        """Set while nothing that others commit is missed."""

    def retry(self) -> None:
        """Connect anew now: somebody asks for it, or has met an error that may mean a lost connection."""
        self._wanted.set()

    async def run(self) -> None:
        """Follow until cancelled; after a lost connection everything shown is asked for again."""
        self._database.listen(self._note_own)
        online, retry = True, FIRST_RETRY_S
        try:
            while True:
                reader, stood = self._reader(), None
                try:
                    await reader.open()
                    if not online:
                        await self._require_known()
                    self.following.set()
                    stood = monotonic()
                    if not online:
                        await self._come_back()
                    online = True
                    await self._work(reader)
                except Offline as lost:
                    if lost.code == "no_answer":
                        self._database.break_off()
                    self._on_reason(lost.code)
                    online = self._go_offline(online)
                finally:
                    self.following.clear()
                    await _close(reader)
                if stood is not None and monotonic() - stood > LONGEST_RETRY_S:
                    retry = FIRST_RETRY_S
                await self._pause(retry)  # a connection that comes and goes is tried ever less often
                retry = min(retry * 2, LONGEST_RETRY_S)
        finally:
            self._database.unlisten(self._note_own)

    async def _pause(self, seconds: float) -> None:
        """Until the next try by itself, or until one is wanted; never all programs at once."""
        seconds *= random.uniform(0.5, 1.5)
        self._on_retry(seconds)
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._wanted.wait()
        self._wanted.clear()

    def _reader(self) -> Reader:
        return SqliteReader(self._database) if self._database.is_sqlite else PostgresReader(self._database)

    async def _work(self, reader: Reader) -> None:
        """All parts until one fails. A TaskGroup would hide one's own end behind an error that comes with it."""
        parts = [asyncio.create_task(part) for part in (self._follow(reader), self._until_wanted(), self._trim())]
        if not self._database.is_sqlite:
            parts.append(asyncio.create_task(self._ring()))
        try:
            failed, _ = await asyncio.wait(parts, return_when=asyncio.FIRST_EXCEPTION)
            for part in failed:
                part.result()
        finally:
            for part in parts:
                part.cancel()
            await asyncio.gather(*parts, return_exceptions=True)

    async def _follow(self, reader: Reader) -> None:
        while True:
            await reader.wait()
            batch = await reader.read()
            if batch.lost:
                await self._require_known()
            await self._publish(tuple(changes_of(batch, self._database.origin)))

    async def _require_known(self) -> None:
        """Raises Offline("database_newer") once somebody has brought the database further than this program knows."""
        try:
            await check_revision(self._database)
        except UserError as error:
            raise Offline(error.code) from error

    async def _until_wanted(self) -> None:
        await self._wanted.wait()
        self._wanted.clear()
        raise Offline("no_connection")

    async def _publish(self, found: Sequence[Changes]) -> None:
        if any(changes.kind in DICTIONARIES for changes in found):
            await self._learn()
        for changes in found:
            self._database.publish(changes)

    async def _ring(self) -> None:
        """Tell the other programs of own commits, at most every 50 ms."""
        while True:
            await self._own_commit.wait()
            self._own_commit.clear()
            await ring(self._database)
            await asyncio.sleep(RING_EVERY_S)

    async def _trim(self) -> None:
        """Drop what no reader needs any more; the newest line stays, so that ids go on from it."""
        while True:
            before = self._clock.now() - KEPT
            newest = select(func.max(ChangeFeed.id)).scalar_subquery()
            old = (ChangeFeed.at < before) & (ChangeFeed.id < newest)
            async with self._database.read() as session:
                found = await session.scalar(select(ChangeFeed.id).where(old).limit(1))
            if found is not None:
                order = WriteOrder("feed.trim", None, self._clock.now(), record=False)
                async with self._database.write(order) as unit:
                    await trim(unit.session, before)
            await asyncio.sleep(TRIM_EVERY_S)

    def _note_own(self, changes: Changes) -> None:
        if changes.origin == self._database.origin:
            self._own_commit.set()

    def _go_offline(self, online: bool) -> bool:
        if online:
            self._on_state(False)
        return False

    async def _come_back(self) -> None:
        await self._database.reconnect()
        self._on_state(True)
        await self._publish(tuple(reload_everything()))


async def _close(reader: Reader) -> None:
    """A connection that is gone can't be closed properly, and needn't be."""
    with suppress(SQLAlchemyError, OSError):
        await reader.close()
