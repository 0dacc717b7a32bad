"""A whole office from a file to a server and back: every table, custom field, file; refusals leave nothing behind."""

import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text

from app.bootstrap.moving import move
from app.core.clock import FixedClock, SystemClock
from app.core.errors import UserError
from app.db.engine import Database, connect, parse_url
from app.db.opening import open_database
from app.models import Contact, Draft, Employee, History, Login, SavedFilter, SessionContext, UserSetting
from app.services.container import open_services
from app.services.demo import DemoOrder, fill_demo
from app.services.moving import Move
from app.services.people.joining import join
from app.services.people.server_sign_in import sign_in_to_server
from app.services.people.sign_in import sign_in
from app.services.records.activities import ClientRef
from tests.services.clients.making import leads_of, new_lead
from tests.support.employees import signed_in_as
from tests.support.office import ADMIN, MANAGER, NOW, PASSWORD, as_office, make_office

CLOCK = SystemClock()
OWN = ("change_feed", "feed_epoch", "open_card", "session_context", "sign_in_attempt", "alembic_version")
NOT_MOVED = (*OWN, "operation", "invitation")
"""Each base's own; of operations and invitations the move adds some of its own."""

FILE = bytes(range(256)) * 3_000
"""Three pieces, the last one shorter."""


@pytest.fixture
async def office(sqlite_url: str) -> AsyncIterator[Database]:
    """A demo office in a file, with what people keep for themselves."""
    database = await open_database(sqlite_url)
    await make_office(database)
    workplace = await as_office(database, FixedClock(NOW))
    await fill_demo(workplace, DemoOrder(25, 7, PASSWORD))
    services = open_services(workplace)
    await services.files.attach(ClientRef("lead", 1), "Скан.bin", FILE)
    await services.imports.close()
    async with database.write(workplace.order("test")) as unit:
        own = {"employee_id": 1}
        await unit.session.execute(insert(UserSetting).values(**own, key="columns", value={"lead": ["имя", 1.5, None]}))
        await unit.session.execute(insert(Draft).values(**own, place="lead.1", content={"ё": "недописано"}, at=NOW))
        await unit.session.execute(
            insert(SavedFilter).values(section="lead", name="Мой", definition={"all": []}, position=1, is_default=False)
        )
    yield database
    await database.close()


def rows(file: Path) -> dict[str, list[str]]:
    """All that is in a file, as another program reads it; without the proofs of passwords."""
    with closing(sqlite3.connect(file)) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_search%' ESCAPE '\\'"
            " AND name NOT LIKE 'sqlite%'"
        ).fetchall()
        content = {}
        for (name,) in names:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})") if row[1] != "password_hash"]
            listed = ", ".join(f'"{column}"' for column in columns)
            found = connection.execute(f"SELECT {listed} FROM {name}")
            content[name] = sorted(repr(tuple(plain(value) for value in row)) for row in found)
        return content


def plain(value: object) -> object:
    """Documents without spaces and the order of keys."""
    if isinstance(value, str) and value[:1] in ("{", "["):
        return json.dumps(json.loads(value), sort_keys=True)
    return value


def left_of(folder: Path, name: str) -> list[Path]:
    """A file and what lies beside it."""
    return sorted(folder.glob(f"{name}*"))


async def refusal(source: str, target: str) -> str:
    with pytest.raises(UserError) as refused:
        await move(source, target, CLOCK, lambda *_: None)
    return refused.value.code


async def test_an_office_goes_to_a_server_and_back_whole(
    office: Database, empty_postgresql_url: str, tmp_path: Path
) -> None:
    assert office.file is not None
    before = rows(office.file)
    there = await move(str(office.file), empty_postgresql_url, CLOCK, lambda *_: None)
    assert {one.name: one.rows for one in there.tables} == {
        name: len(found) for name, found in before.items() if name not in OWN
    }
    assert await differing_files(empty_postgresql_url) == 0
    assert not there.damaged
    assert there.files == len(before["file"])
    await goes_on(empty_postgresql_url, there)
    back = await move(empty_postgresql_url, str(tmp_path / "back.db"), CLOCK, lambda *_: None)
    assert back.rows > there.rows, "a lead was added meanwhile"
    assert not (tmp_path / "back.db.moving").exists()
    after = rows(tmp_path / "back.db")
    for name, content in before.items():
        if name in NOT_MOVED:
            continue
        assert set(content) <= set(after[name]), name
    await comes_in_again(tmp_path / "back.db", back)


async def differing_files(url: str) -> int | None:
    """How many files the server itself finds changed."""
    server = connect(url)
    async with server.read() as session:
        differing: int | None = await session.scalar(
            text(
                "SELECT count(*) FROM file WHERE sha256 IS DISTINCT FROM (SELECT encode(sha256(string_agg(bytes,"
                " ''::bytea ORDER BY n)), 'hex') FROM file_chunk WHERE file_id = file.id)"
            )
        )
    await server.close()
    return differing


async def goes_on(url: str, moved: Move) -> None:
    """A person comes in by the new code, sees what they saw, and adds a lead: numbers go on."""
    address = parse_url(url)
    office = connect(address)
    async with office.read() as session:
        login = await session.scalar(
            select(Login.value).join(Contact, Contact.responsible_id == Login.employee_id).limit(1)
        )
    await office.close()
    assert login is not None
    code = next(one for one in moved.codes if one.login == login)
    await join(connect(address), login, code.code, "new-password", CLOCK)
    workplace = await sign_in_to_server(address, login, "new-password", CLOCK)
    try:
        async with workplace.database.read() as session:
            known = await session.scalar(text("SELECT count(*) FROM contact")) or 0
            assert known > 0, "their contacts are theirs by the server's policies, too"
            newest = await session.scalar(select(func.max(History.id)))
            epoch = await session.scalar(text("SELECT epoch FROM feed_epoch"))
        assert len(str(epoch)) > len("1")
        lead = await leads_of(workplace).create(new_lead(workplace))
        async with workplace.database.read() as session:
            line = await session.scalar(
                select(History.id).where(History.kind == "lead", History.ref == lead, History.op == "create")
            )
        assert line is not None
        assert line > (newest or 0), "history is written again, with numbers that go on"
    finally:
        await workplace.database.close()


async def comes_in_again(file: Path, moved: Move) -> None:
    """The way back gives codes as well, and the file's triggers and index are there."""
    database = await open_database(str(f"sqlite:///{file}"))
    try:
        code = next(one for one in moved.codes if one.login == ADMIN)
        await join(database, ADMIN, code.code, "new-password", CLOCK)
        workplace = await sign_in(database, ADMIN, "new-password", CLOCK)
        services = open_services(workplace)
        lead = await leads_of(workplace).create(new_lead(workplace))
        hits = await services.search.find("9160004127")
        assert any(hit.id == lead for hit in hits)
        await services.imports.close()
        async with database.read() as session:
            assert await session.scalar(select(func.count()).select_from(SessionContext)) == 1
            assert await session.scalar(text("SELECT count(*) FROM pragma_foreign_key_check")) == 0
    finally:
        await database.close()


async def test_between_two_files_passwords_hold(office: Database, tmp_path: Path) -> None:
    assert office.file is not None
    moved = await move(str(office.file), str(tmp_path / "copy.db"), CLOCK, lambda *_: None)
    assert moved.codes == ()
    database = await open_database(f"sqlite:///{tmp_path / 'copy.db'}")
    workplace = await sign_in(database, MANAGER, PASSWORD, CLOCK)
    assert workplace.actor.name == "Кравцова Ольга"
    await database.close()


async def test_a_move_that_breaks_off_leaves_nothing_and_can_be_run_again(
    office: Database, empty_postgresql_url: str, tmp_path: Path
) -> None:
    assert office.file is not None

    def break_off(table: str, _done: int, _total: int) -> None:
        if table == "timeline":
            raise ConnectionAbortedError

    for target in (empty_postgresql_url, str(tmp_path / "new.db")):
        with pytest.raises(Exception, match="no_connection"):
            await move(str(office.file), target, CLOCK, break_off)
    assert not left_of(tmp_path, "new.db")
    server = connect(empty_postgresql_url)
    async with server.read() as session:
        assert await session.scalar(select(func.count()).select_from(Employee)) == 0
    await server.close()
    assert (await move(str(office.file), empty_postgresql_url, CLOCK, lambda *_: None)).rows > 0


async def test_ends_that_do_not_fit_are_refused(
    office: Database, postgresql_url: str, empty_postgresql_url: str, tmp_path: Path
) -> None:
    assert office.file is not None
    assert await refusal(str(office.file), str(office.file)) == "move_same_place"
    (tmp_path / "diary.txt").write_text("чужое")
    assert await refusal(str(office.file), str(tmp_path / "diary.txt")) == "file_exists"
    assert await refusal(str(tmp_path / "none.db"), empty_postgresql_url) == "database_missing"
    assert await refusal(postgresql_url, str(tmp_path / "x.db")) == "office_not_set_up"
    server = connect(postgresql_url)
    await make_office(server)
    assert await refusal(str(office.file), postgresql_url) == "office_exists"
    employee = await signed_in_as(server, ADMIN)
    own = employee.url.set(drivername="postgresql").render_as_string(hide_password=False)
    assert await refusal(own, str(tmp_path / "x.db")) == "move_needs_owner"
    await employee.close()
    await server.close()
    stranger = connect(empty_postgresql_url)
    async with stranger.engine.begin() as connection:
        await connection.execute(text("CREATE TABLE theirs ()"))
    await stranger.close()
    assert await refusal(str(office.file), empty_postgresql_url) == "server_not_empty"
