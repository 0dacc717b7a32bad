"""Opening what is no database, somebody else's, damaged, locked or read-only: a clear refusal, nothing touched."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import make_url

from app.core.errors import Offline, PrichalError, UserError
from app.db import engine, opening
from app.db.engine import Database, sqlite_url
from app.db.opening import create_database, open_database
from tests.db.rows import office_rows, order
from tests.support.postgres import Cluster


async def refusal(url: str, *, create: bool = False) -> PrichalError:
    with pytest.raises((UserError, Offline)) as caught:
        await (create_database(url) if create else open_database(url))
    error = caught.value
    assert isinstance(error, PrichalError)
    return error


@pytest.mark.parametrize("url", ["", "leads.db", "mysql://localhost/crm", "sqlite://", "http://example.test/x"])
async def test_address_that_is_none_is_refused(url: str) -> None:
    assert (await refusal(url)).code == "database_url"


@pytest.fixture
def strange_files(tmp_path: Path) -> tuple[Path, Path]:
    """A file of garbage, and a SQLite database of another program."""
    garbage, foreign = tmp_path / "garbage.db", tmp_path / "foreign.db"
    garbage.write_bytes(b"\x00\xff" * 500)
    connection = sqlite3.connect(foreign)
    connection.execute("CREATE TABLE notes (text)")
    connection.close()
    return garbage, foreign


async def test_what_is_no_database_of_ours_is_refused_and_left_alone(
    tmp_path: Path, strange_files: tuple[Path, Path]
) -> None:
    garbage, foreign = strange_files
    before = content(garbage), content(foreign)
    assert (await refusal(sqlite_url(tmp_path))).code == "is_a_folder"
    assert (await refusal(sqlite_url(tmp_path / "none.db"))).code == "database_missing"
    assert (await refusal(sqlite_url(garbage))).code == "not_a_database"
    assert (await refusal(sqlite_url(foreign))).code == "not_prichal"
    assert (await refusal(sqlite_url(garbage), create=True)).code == "file_exists"
    assert (content(garbage), content(foreign)) == before
    assert not is_there(tmp_path / "none.db")


def content(path: Path) -> bytes:
    return path.read_bytes()


def is_there(path: Path) -> bool:
    return path.exists()


def spoil(path: Path) -> None:
    """Overwrite some pages in the middle of the file."""
    spoilt = bytearray(path.read_bytes())
    spoilt[8192:40960] = b"\xa5" * (40960 - 8192)
    path.write_bytes(spoilt)


async def test_a_new_database_is_ours_to_others_while_its_maker_still_works_in_it(tmp_path: Path) -> None:
    made = await create_database(sqlite_url(tmp_path / "new.db"))
    opened = await open_database(sqlite_url(tmp_path / "new.db"))
    await opened.close()
    await made.close()


async def test_existing_database_is_not_made_again(database_url: str) -> None:
    assert (await refusal(database_url, create=True)).code == "database_exists"


async def test_damaged_file_is_refused(sqlite_url: str) -> None:
    spoil(Path(sqlite_url.removeprefix("sqlite:///")))
    assert (await refusal(sqlite_url)).code in {"database_damaged", "not_prichal"}


async def test_a_large_file_is_looked_through_only_where_there_is_doubt(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "CHECKED_ALWAYS", 0)
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    await (await open_database(sqlite_url)).close()
    spoil_a_table(path)
    opened = await open_database(sqlite_url)  # it was closed well: damage is met later
    await office_rows(opened)
    killed = with_its_log(path)
    await opened.close()
    assert (await refusal(f"sqlite:///{killed}")).code == "database_damaged"
    cut_short(path)
    assert (await refusal(sqlite_url)).code == "database_damaged"


def spoil_a_table(path: Path) -> None:
    """Overwrite a page that no opening reads."""
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'attachment'").fetchone()
    spoilt = bytearray(path.read_bytes())
    spoilt[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    path.write_bytes(spoilt)


def cut_short(path: Path) -> None:
    """Take the last pages away, as a copy that was broken off does."""
    os.truncate(path, path.stat().st_size - 8192)


def with_its_log(path: Path) -> Path:
    """A copy of an open database, as a program that was killed leaves it."""
    for file in path.parent.glob(f"{path.name}*"):
        shutil.copy(file, file.with_name(f"killed-{file.name}"))
    return path.with_name(f"killed-{path.name}")


async def test_locked_database_says_so_and_nothing_is_written(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_MS", 50)
    database = await open_database(sqlite_url)
    holder = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(Offline, match="database_locked"):
        await office_rows(database)
    holder.execute("ROLLBACK")
    holder.close()
    await office_rows(database)
    await database.close()


async def fill_the_disk(database: Database) -> None:
    """A disk with no page left, by the page limit of the one connection that writes."""
    async with database.write(order()) as unit:
        connection = await unit.session.connection()
        pages = (await connection.exec_driver_sql("PRAGMA page_count")).scalar_one()
        await connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        await connection.exec_driver_sql(
            "INSERT INTO setting (key, value) VALUES ('big', json_quote(hex(zeroblob(4000000))))"
        )


async def test_full_disk_says_so_and_leaves_the_database_whole(sqlite_url: str) -> None:
    database = await open_database(sqlite_url)
    await office_rows(database)
    with pytest.raises(Offline, match="disk_full"):
        await fill_the_disk(database)
    await database.close()
    await (await open_database(sqlite_url)).close()


async def test_read_only_file_says_so(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root, as whom the tests may run, writes everywhere: the system's answer is given by hand.
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert (await refusal(sqlite_url)).code == "database_read_only"


async def fail_halfway(database: Database) -> None:
    async with database.write(order()) as unit:
        unit.touch("lead", 1)
        raise ZeroDivisionError


async def test_unit_that_fails_leaves_no_trace(sqlite_url: str) -> None:
    database = await open_database(sqlite_url)
    await office_rows(database)
    heard: list[object] = []
    database.listen(heard.append)
    with pytest.raises(ZeroDivisionError):
        await fail_halfway(database)
    assert heard == []
    async with database.engine.connect() as connection:
        assert (await connection.exec_driver_sql("SELECT count(*) FROM operation")).scalar_one() == 1
    await database.close()


async def test_server_that_refuses_or_has_no_such_database_says_so(cluster: Cluster) -> None:
    address = make_url(cluster.url("prichal_none"))
    assert (await refusal(address.render_as_string(hide_password=False))).code == "server_has_no_such_database"
    stranger = address.set(username="nobody_known", database="postgres")
    assert (await refusal(stranger.render_as_string(hide_password=False))).code == "server_refused"
    silent = make_url("postgresql://postgres@127.0.0.1:1/postgres")
    assert (await refusal(silent.render_as_string())).code == "no_connection"


@pytest.mark.parametrize("name", ["x" * 300 + ".db", "a\0b.db"])
async def test_a_name_that_no_file_can_have_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match="place_not_writable"):
        await create_database(sqlite_url(tmp_path / name))
