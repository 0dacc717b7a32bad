"""Opens an existing database after looking at what it is, and makes new ones."""

import os
import sqlite3
from pathlib import Path

from sqlalchemy import text

from app.core.errors import Offline, UserError
from app.db.engine import APPLICATION_ID, Database, connect, parse_url
from app.db.errors import users_world
from app.db.held_file import is_open_here
from app.db.migrate import current, head, known_revisions, upgrade

SQLITE_MAGIC = b"SQLite format 3\x00"
CHECKED_ALWAYS = 32 << 20
"""Bytes up to which a file is looked through at each opening: some 2.5 ms a megabyte, so less than 0.1 s.

A larger one, ten seconds for a million leads, is looked through where its last program did not end well, or where
something of it is missing. Other damage is refused when SQLite meets it.
"""


async def create_database(url: str) -> Database:
    """Make an empty database with the present schema.

    Raises UserError("database_exists") where there is one of ours already, UserError("file_exists")
    where the file is something else, Offline where the place can't be written.
    """
    database = connect(parse_url(url))
    if database.file is not None:
        check_new_file(database.file)
    elif await current(database) is not None:
        await database.close()
        raise UserError("database_exists", url=url)
    try:
        await upgrade(database)
        await _keep_write_ahead_log(database)  # only now: before, our mark would stand in the log, not in the file
    except BaseException:
        await database.close()
        raise
    return database


async def open_database(url: str) -> Database:
    """Open a database of ours at the present revision.

    Raises UserError: "database_missing", "not_a_database", "not_prichal", "database_newer",
    "database_older" (an administrator migrates it); Offline where it can't be reached, read or written.
    """
    database = connect(parse_url(url))
    try:
        doubtful = False
        if database.file is not None:
            check_existing_file(database.file)
            doubtful = _is_doubtful(database.file)  # before our own log lies beside it
        await check_revision(database)
        await _keep_write_ahead_log(database)
        if doubtful:
            await _quick_check(database)
    except BaseException:
        await database.close()
        raise
    return database


def check_new_file(path: Path) -> None:
    """Make an empty file where there is none. Raises what `create_database` raises for a file."""
    try:
        if path.is_dir():
            raise UserError("is_a_folder", path=str(path))
        if path.exists() and path.stat().st_size > 0:
            ours = is_open_here(path) or _application_id(path) == APPLICATION_ID
            raise UserError("database_exists" if ours else "file_exists", path=str(path))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    except (OSError, ValueError) as error:  # a name that no file can have is a ValueError, or too long a name
        raise UserError("place_not_writable", path=str(path), reason=str(error)) from error


def check_existing_file(path: Path) -> None:
    """Raises what `open_database` raises for a file before it is opened."""
    try:
        if path.is_dir():
            raise UserError("is_a_folder", path=str(path))
        if not path.exists():
            raise UserError("database_missing", path=str(path))
        if is_open_here(path):
            return
        with path.open("rb") as file:
            start = file.read(len(SQLITE_MAGIC))
    except OSError as error:
        raise Offline("database_unreachable", path=str(path)) from error
    if start != SQLITE_MAGIC:
        raise UserError("not_a_database", path=str(path))
    if _application_id(path) != APPLICATION_ID:
        raise UserError("not_prichal", path=str(path))
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise Offline("database_read_only", path=str(path))


def _application_id(path: Path) -> int:
    """The mark in the file's header (bytes 68 to 71), read without opening it as a database."""
    with path.open("rb") as file:
        header = file.read(100)
    return int.from_bytes(header[68:72], "big") if header.startswith(SQLITE_MAGIC) else 0


async def check_revision(database: Database) -> None:
    """Raises UserError: "not_prichal", "database_newer", "database_older"."""
    revision = await current(database)
    if revision is None:
        raise UserError("not_prichal", path=database.url.render_as_string())
    if revision not in known_revisions():
        raise UserError("database_newer", revision=revision, known=head())
    if revision != head():
        raise UserError("database_older", revision=revision, known=head())


async def _keep_write_ahead_log(database: Database) -> None:
    """Write-ahead log on a local disk; a shared folder keeps one rollback journal (TECH-NOTES)."""
    if not database.is_sqlite:
        return
    with users_world():
        async with database.engine.connect() as connection:
            raw = await connection.get_raw_connection()
            driver = raw.driver_connection
            assert driver is not None
            try:
                cursor = await driver.execute("PRAGMA journal_mode=WAL")
                await cursor.close()
            except sqlite3.OperationalError as error:
                raise Offline("database_locked" if "locked" in str(error) else "database_unreachable") from error


def _is_doubtful(path: Path) -> bool:
    """Whether to look a file through: it is small, is shorter than it says, or has a log that a good end removes."""
    if is_open_here(path):
        return False
    size = path.stat().st_size
    if size <= CHECKED_ALWAYS:
        return True
    with path.open("rb") as file:
        header = file.read(32)
    page = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    logs = (path.with_name(path.name + end) for end in ("-wal", "-journal"))
    return size < pages * (65_536 if page == 1 else page) or any(log.exists() and log.stat().st_size for log in logs)


async def _quick_check(database: Database) -> None:
    """Refuse a damaged file before anything is written to it."""
    async with database.read() as session:
        verdict = await session.scalar(text("PRAGMA quick_check(1)"))
    if verdict != "ok":
        raise Offline("database_damaged", path=str(database.file))
