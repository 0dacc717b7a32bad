"""The planner hears of what bulk writing put into the tables; closing never waits for it."""

import sqlite3
from pathlib import Path

from sqlalchemy import text

from app.db.engine import Database
from app.db.opening import open_database
from app.db.statistics import refresh_statistics
from tests.db.rows import add_lead, office_rows, order


async def fill(database: Database) -> None:
    await office_rows(database)
    async with database.write(order()) as unit:
        for _ in range(30):
            await add_lead(unit.session)


async def test_the_planner_knows_how_many_leads_there_are(database: Database) -> None:
    await fill(database)
    await refresh_statistics(database)
    known = (
        "SELECT max(CAST(substr(stat, 1, instr(stat, ' ')) AS INTEGER)) FROM sqlite_stat1 WHERE tbl = 'lead'"
        if database.is_sqlite
        else "SELECT reltuples::bigint FROM pg_class WHERE relname = 'lead'"
    )
    async with database.read() as session:
        assert await session.scalar(text(known)) == 30


async def test_closing_a_database_that_somebody_writes_to_neither_waits_nor_fails(sqlite_url: str) -> None:
    database = await open_database(sqlite_url)
    await fill(database)
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    await database.close()
    holder.execute("ROLLBACK")
    holder.close()
