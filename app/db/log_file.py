"""SQLite's log of writing ahead in bulk: taken into the file between transactions, not within their commits."""

from pathlib import Path
from typing import Final

from app.db.engine import Database
from app.db.errors import users_world
from app.db.unit import Unit

TAKEN_IN: Final = 128 << 20
"""Bytes of the log from which it is taken in between two transactions; a page written often is then taken in once."""

_AT_HAND: Final = 128 << 10
"""KiB of pages that stay in memory: with the usual 2 MiB each batch would read anew what the last one has written."""

_LEFT: Final = 4 << 20
"""Bytes that a log keeps when it begins anew: its size would else say nothing of what there is to be taken in."""

_AT_COMMIT: Final = 131_072
"""Pages from which a commit still does it, four times as many: so that the log never grows without end."""


async def commit_without_taking_in(unit: Unit) -> None:
    """Let the unit's commit leave the log as it is: what takes it in waits for the disk, and others for the unit.

    And let the connection keep the pages at hand that the next unit changes again.
    """
    connection = await unit.session.connection()
    if connection.dialect.name == "sqlite":
        await connection.exec_driver_sql(f"PRAGMA cache_size=-{_AT_HAND}")
        await connection.exec_driver_sql(f"PRAGMA journal_size_limit={_LEFT}")
        await connection.exec_driver_sql(f"PRAGMA wal_autocheckpoint={_AT_COMMIT}")


async def take_in(database: Database) -> None:
    """Take a log that has grown into the file; others read and write meanwhile. No unit may be open."""
    if database.file is None or _size(database.file) < TAKEN_IN:
        return
    with users_world():
        async with database.engine.connect() as connection:
            raw = await connection.get_raw_connection()
            driver = raw.driver_connection
            assert driver is not None, "the pool hands out living connections"
            cursor = await driver.execute("PRAGMA wal_checkpoint(PASSIVE)")
            await cursor.close()


def _size(path: Path) -> int:
    log = path.with_name(f"{path.name}-wal")
    return log.stat().st_size if log.exists() else 0
