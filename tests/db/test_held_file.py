"""Whatever looks into the embedded database's file meanwhile, nothing that is written later is lost."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from app.db.engine import Database
from app.db.opening import open_database
from app.services.feed.sqlite import SqliteReader
from tests.db.rows import add_lead, office_rows, order

VISIT = """
import sqlite3, sys
visitor = sqlite3.connect(sys.argv[1])
visitor.execute("SELECT count(*) FROM lead").fetchone()
visitor.close()
"""


def another_program_comes_and_goes(path: Path) -> None:
    subprocess.run([sys.executable, "-c", VISIT, str(path)], check=True)


def look_into(path: Path) -> None:
    """As a file dialog does that wants to know the kind of a file: the locks of the process are gone."""
    with path.open("rb") as file:
        file.read(16)


def names(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT last_name FROM lead ORDER BY id")]


async def add(database: Database, name: str) -> None:
    async with database.write(order()) as unit:
        await add_lead(unit.session, last_name=name)


async def test_writing_takes_back_the_lock_that_a_look_into_the_file_drops(sqlite_url: str) -> None:
    database = await open_database(sqlite_url)
    path = database.file
    assert path is not None
    await office_rows(database)
    look_into(path)
    await add(database, "Northgate")
    another_program_comes_and_goes(path)
    await add(database, "Eastman")
    assert names(path) == ["Northgate", "Eastman"]
    await database.close()
    assert names(path) == ["Northgate", "Eastman"]


async def test_who_only_follows_takes_it_back_too(sqlite_url: str) -> None:
    database = await open_database(sqlite_url)
    path = database.file
    assert path is not None
    await office_rows(database)
    reader = SqliteReader(database)
    await reader.open()
    look_into(path)
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA user_version = 7")  # for the reader to see
        await reader.wait()
    another_program_comes_and_goes(path)
    await add(database, "Northgate")
    assert names(path) == ["Northgate"]
    await reader.close()
    await database.close()


async def test_opening_once_more_does_not_look_into_an_open_file(sqlite_url: str) -> None:
    database = await open_database(sqlite_url)
    path = database.file
    assert path is not None
    await office_rows(database)
    await (await open_database(sqlite_url)).close()
    another_program_comes_and_goes(path)
    await add(database, "Northgate")
    assert names(path) == ["Northgate"]
    await database.close()


async def test_the_last_one_leaves_no_log_behind(sqlite_url: str) -> None:
    database = await open_database(sqlite_url)
    path = database.file
    assert path is not None
    await office_rows(database)
    again = await open_database(sqlite_url)
    await database.close()
    await add(again, "Northgate")
    await again.close()
    assert not path.with_name(f"{path.name}-wal").exists()
    assert names(path) == ["Northgate"]
