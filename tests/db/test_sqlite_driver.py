"""The driver's own ways: nothing runs for a task that is gone, a transaction begins with its first statement."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import text

from app.db.engine import connect, sqlite_url
from app.db.sqlite_driver import ROWS_AT_ONCE, open_connection

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
MANY = f"WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT {2 * ROWS_AT_ONCE + 1}) SELECT x FROM n"


async def test_a_query_cancelled_before_the_thread_comes_to_it_never_runs(tmp_path: Path) -> None:
    database = connect(sqlite_url(tmp_path / "office.db"))

    async def search() -> None:
        async with database.read() as session:
            await session.scalar(text(ENDLESS))

    async with database.read() as session:
        await session.scalar(text("SELECT 1"))
    async with asyncio.timeout(5):
        for turns in range(6):  # cancelled at each of the first turns of the loop
            task = asyncio.create_task(search())
            for _ in range(turns):
                await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
        async with database.read() as session:
            assert await session.scalar(text("SELECT 2")) == 2
    await database.close()


async def test_all_rows_come_however_many_there_are(tmp_path: Path) -> None:
    database = connect(sqlite_url(tmp_path / "office.db"))
    async with database.read() as session:
        assert len((await session.scalars(text(MANY))).all()) == 2 * ROWS_AT_ONCE + 1
        streamed = await session.stream_scalars(text(MANY))
        assert [len(piece) async for piece in streamed.partitions(1_500)] == [1_500, 501]
    await database.close()


async def test_a_connection_that_is_stopped_while_it_closes_is_closed() -> None:
    connection = await open_connection(":memory:")
    closing = asyncio.create_task(connection.close())  # type: ignore[no-untyped-call]  # the driver's
    await asyncio.sleep(0)
    connection.stop()
    async with asyncio.timeout(5):
        await closing
