"""Opens both ends of a move and makes the new one; a new file gets its name only when all has arrived in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import text

from app.bootstrap.databases import address_of
from app.core.clock import Clock
from app.core.errors import UserError
from app.db.engine import Database, connect, parse_url, sqlite_url
from app.db.migrate import current, upgrade
from app.db.opening import check_new_file, check_revision, create_database, open_database
from app.db.server_checks import check_server
from app.db.statistics import refresh_statistics
from app.services.moving import Move, Progress, move_office, require_owner

UNFINISHED: Final = ".moving"
"""The end of a new file's name while it is filled; what a killed move left there is thrown away."""


async def move(source: str, target: str, clock: Clock, progress: Progress) -> Move:
    """Move an office from one address to another; the old database stays as it is.

    Raises what `move_office` raises; UserError: "move_same_place", "move_needs_owner", "server_not_empty", and what
    `db.opening` and `check_server` say of databases that can't be opened or made.
    """
    if parse_url(address_of(source)) == parse_url(address_of(target)):
        raise UserError("move_same_place")
    async with _old(source) as old, _new(target) as new:
        moved = await move_office(old, new, clock, progress)
        await refresh_statistics(new)
        return moved


@asynccontextmanager
async def _old(url: str) -> AsyncIterator[Database]:
    address = parse_url(address_of(url))
    if address.get_backend_name() == "sqlite":
        database = await open_database(address_of(url))
    else:
        database = connect(address)
    try:
        if not database.is_sqlite:
            await check_revision(database)
        await require_owner(database)
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def _new(url: str) -> AsyncIterator[Database]:
    address = parse_url(address_of(url))
    if address.get_backend_name() == "sqlite":
        async with _new_file(Path(str(address.database))) as database:
            yield database
        return
    database = connect(address)
    try:
        await check_server(database)
        if await current(database) is None:
            await _require_nothing(database)
        await upgrade(database)
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def _new_file(path: Path) -> AsyncIterator[Database]:
    check_new_file(path)
    unfinished = path.with_name(path.name + UNFINISHED)
    _throw_away(unfinished)
    database = await create_database(sqlite_url(unfinished))
    try:
        yield database
        await database.close()
        unfinished.replace(path)
    except BaseException:
        await database.close()
        raise
    finally:
        _throw_away(unfinished)
        _forget_empty(path)


def _forget_empty(file: Path) -> None:
    """The name that was taken at the start, where nothing came of it."""
    if file.exists() and file.stat().st_size == 0:
        file.unlink()


def _throw_away(file: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        file.with_name(file.name + ending).unlink(missing_ok=True)


async def _require_nothing(database: Database) -> None:
    """Raises UserError("server_not_empty") where tables of something else stand."""
    async with database.read() as session:
        there = text(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace LIMIT 1"
        )
        if await session.scalar(there) is not None:
            raise UserError("server_not_empty", database=database.url.database or "")
