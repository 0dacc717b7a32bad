"""Copies of a database as a test's preparation left it, so that the next test begins there at once."""

import shutil
import tempfile
from pathlib import Path

import asyncpg

from app.db.engine import Database

Key = tuple[object, ...]

_folder = tempfile.TemporaryDirectory(prefix="prichal-snapshots-")
_taken: dict[Key, str] = {}
"""By what was prepared: the file of the copy, or the name of the copied database."""


async def restore(database: Database, key: Key) -> bool:
    """Put the copy in the place of an open database; False where there is none yet."""
    copy = _taken.get(_whole(database, key))
    if copy is None:
        return False
    await database.engine.dispose()
    if database.file is not None:
        _put_file(copy, database.file)
    else:
        await _replace(database, str(database.url.database), copy)
    return True


async def take(database: Database, key: Key) -> None:
    """Copy an open database; nothing may be under way in it."""
    number = len(_taken)
    if database.file is not None:
        async with database.engine.connect() as connection:
            raw = await connection.get_raw_connection()
            assert raw.driver_connection is not None
            cursor = await raw.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            await cursor.close()
        await database.engine.dispose()
        copy = str(Path(_folder.name) / f"{number}.db")
        shutil.copyfile(database.file, copy)
    else:
        await database.engine.dispose()
        copy = f"prichal_snapshot_{number}"
        await _replace(database, copy, str(database.url.database))
    _taken[_whole(database, key)] = copy


def _put_file(copy: str, file: Path) -> None:
    for suffix in ("-wal", "-shm"):
        Path(f"{file}{suffix}").unlink(missing_ok=True)
    shutil.copyfile(copy, file)


def _whole(database: Database, key: Key) -> Key:
    return (database.url.get_backend_name(), database.url.port, database.url.host, *key)


async def _replace(database: Database, name: str, template: str) -> None:
    """Make a PostgreSQL database anew from another one."""
    url = database.url
    connection = await asyncpg.connect(
        host=url.host or url.query.get("host"),
        port=url.port,
        user=url.username,
        password=url.password,
        database="postgres",
    )
    try:
        await connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        await connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY')
    finally:
        await connection.close()
