"""An older database: an administrator brings it up to date, a copy first; programs at work wait and go on."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import text

from app.bootstrap.renewing import renew_database
from app.core.clock import SystemClock
from app.core.errors import UserError
from app.db import opening, renewing
from app.db.engine import Database, connect
from app.db.migrate import current, head, upgrade
from app.db.opening import open_database
from app.services.feed import Feed
from app.services.people.passwords import hash_password
from tests.commands.running import Prichal
from tests.support.asynchronous import until

CLOCK = SystemClock()
OLD = "0009"
PASSWORD = "secret-harbour"


@pytest.fixture
async def older(tmp_path: Path) -> AsyncIterator[Database]:
    """A file of an earlier revision with an administrator and a manager."""
    database = connect(f"sqlite:///{tmp_path / 'office.db'}")
    await upgrade(database, OLD)
    stored = await hash_password(PASSWORD)
    async with database.engine.begin() as connection:
        for statement in (
            "INSERT INTO role (id, code, name, position) VALUES (1, 'administrator', 'А', 0), (2, 'manager', 'М', 1)",
            "INSERT INTO role_right VALUES (1, 'settings', 'change', 'all')",
            "INSERT INTO setting (key, value) VALUES ('zone', '\"Europe/Moscow\"')",
        ):
            await connection.execute(text(statement))
        for number, login in ((1, "admin@primer.test"), (2, "olga@primer.test")):
            await connection.execute(
                text(
                    "INSERT INTO employee (id, last_name, first_name, middle_name, name, sort_key, job_title, role_id,"
                    " active, created_at, password_hash) VALUES (:id, '', '', '', 'K', 'k', '', :id, true,"
                    " '2025-11-18 08:45:00.000000', :stored)"
                ),
                {"id": number, "stored": stored},
            )
            await connection.execute(
                text("INSERT INTO login (employee_id, value, normal) VALUES (:id, :login, :login)"),
                {"id": number, "login": login},
            )
    yield database
    await database.close()


async def refusal(url: str, login: str, password: str = PASSWORD) -> str:
    with pytest.raises(UserError) as refused:
        await renew_database(url, login, password, CLOCK)
    return refused.value.code


async def test_only_an_administrator_brings_a_file_up_to_date_and_a_copy_stays(older: Database) -> None:
    url = f"sqlite:///{older.file}"
    with pytest.raises(UserError, match="database_older"):
        await open_database(url)
    assert await refusal(url, "olga@primer.test") == "not_allowed"
    assert await refusal(url, "admin@primer.test", "wrong password") == "sign_in_refused"
    assert await refusal(url, "nobody@primer.test") == "sign_in_refused"
    assert await current(older) == OLD
    copy = await renew_database(url, "admin@primer.test", PASSWORD, CLOCK)
    assert copy is not None
    before = connect(f"sqlite:///{copy}")
    assert await current(before) == OLD
    await before.close()
    await (await open_database(url)).close()
    assert await renew_database(url, "admin@primer.test", PASSWORD, CLOCK) is None, "nothing is missing any more"


async def test_a_program_at_work_waits_meanwhile_and_goes_on_by_itself(older: Database, tmp_path: Path) -> None:
    """The other program is a process of its own; this one follows the feed as a window does."""
    at_work = connect(f"sqlite:///{older.file}")
    reasons: list[str] = []
    states: list[bool] = []
    feed = Feed(at_work, on_state=states.append, on_reason=reasons.append)
    following = asyncio.create_task(feed.run())
    await until(feed.following.is_set)
    async with older.engine.begin() as connection:
        said = f"{renewing.UNDER_WAY}{int(CLOCK.now().timestamp())}"
        await connection.execute(text("UPDATE feed_epoch SET epoch = :said"), {"said": said})
    await until(lambda: states == [False])
    assert reasons[-1] == "database_renewed"
    command = Prichal(tmp_path)
    done = await asyncio.to_thread(
        command, "migrate", "--database", f"sqlite:///{older.file}", "--login", "admin@primer.test", "--json"
    )
    assert done.code == 0, done.err
    feed.retry()
    await until(lambda: states == [False, True])
    assert await current(at_work) == head()
    following.cancel()
    with suppress(asyncio.CancelledError):
        await following
    await at_work.close()


async def test_an_older_program_says_that_it_is_too_old(older: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    at_work = connect(f"sqlite:///{older.file}")
    reasons: list[str] = []
    feed = Feed(at_work, on_reason=reasons.append)
    following = asyncio.create_task(feed.run())
    await until(feed.following.is_set)
    await renewing.renew(older, CLOCK.now())
    monkeypatch.setattr(opening, "known_revisions", lambda: frozenset({OLD}))
    feed.retry()
    await until(lambda: "database_newer" in reasons)
    following.cancel()
    with suppress(asyncio.CancelledError):
        await following
    await at_work.close()
