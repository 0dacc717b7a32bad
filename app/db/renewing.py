"""Brings an older database up to date while others have it open: told beforehand, a copy first, one transaction."""

import asyncio
import sqlite3
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import uuid4

from sqlalchemy import text

from app.core.errors import Offline
from app.db.engine import BUSY_TIMEOUT_MS, WRITING, Database
from app.db.errors import users_world
from app.db.migrate import current, head, upgrade

UNDER_WAY: Final = "renewing:"
"""How the feed's epoch begins meanwhile; the second since 1970 follows."""

LONGEST_S: Final = 900
"""Such a word from longer ago was left by a program that was killed; its transaction is rolled back."""


def require_not_renewed(epoch: str) -> None:
    """Raises Offline("database_renewed") while somebody brings the database up to date."""
    if epoch.startswith(UNDER_WAY):
        since = epoch.removeprefix(UNDER_WAY)
        if since.isdigit() and time.time() - int(since) < LONGEST_S:
            raise Offline("database_renewed")


async def renew(database: Database, now: datetime) -> Path | None:
    """Run the missing revisions; the copy of a file that was made before, None where nothing was missing.

    Every program that follows the feed says so, waits, and goes on by itself.
    """
    revision = await current(database)
    if revision == head():
        return None
    await _set_epoch(database, f"{UNDER_WAY}{int(time.time())}")
    try:
        copy = await _copy(database, revision or "", now)
        await upgrade(database)
    finally:
        await _set_epoch(database, uuid4().hex)
    return copy


async def _copy(database: Database, revision: str, now: datetime) -> Path | None:
    """A file beside the file, as it is now; a server's owner has its own ways."""
    if database.file is None:
        return None
    path = database.file.with_name(f"{database.file.stem}-{revision}-{now:%Y%m%d-%H%M%S}.db")
    await asyncio.to_thread(_copy_file, database.file, path)
    return path


def _copy_file(source: Path, target: Path) -> None:
    """As of one moment, while others write. Raises Offline where the place is full or not to be written."""
    try:
        with closing(sqlite3.connect(source, timeout=BUSY_TIMEOUT_MS / 1000)) as connection:
            connection.execute("VACUUM INTO ?", (str(target),))
    except sqlite3.OperationalError as error:
        target.unlink(missing_ok=True)
        raise Offline("disk_full" if "full" in str(error) else "database_unreachable") from error


async def _set_epoch(database: Database, epoch: str) -> None:
    with users_world():
        async with database.engine.execution_options(**{WRITING: True}).begin() as connection:
            await connection.execute(text("UPDATE feed_epoch SET epoch = :epoch"), {"epoch": epoch})
