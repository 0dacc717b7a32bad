"""What an import does with SQLite's log."""

from pathlib import Path

import pytest

from app.db import log_file
from app.db.log_file import commit_without_taking_in, take_in
from app.db.opening import open_database
from tests.db.rows import add_lead, office_rows, order

LONG = "и" * 3_000_000
"""More than a commit leaves in the log by itself."""


def size(url: str) -> int:
    return Path(url.removeprefix("sqlite:///")).stat().st_size


async def test_a_log_is_taken_in_between_transactions_and_not_by_their_commits(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = await open_database(sqlite_url)
    await office_rows(database)
    before = size(sqlite_url)
    async with database.write(order()) as unit:
        await commit_without_taking_in(unit)
        await add_lead(unit.session, comment=LONG)
    await take_in(database)
    assert size(sqlite_url) == before
    monkeypatch.setattr(log_file, "TAKEN_IN", 1)
    await take_in(database)
    assert size(sqlite_url) > before + len(LONG)
    await database.close()


async def test_servers_and_small_logs_are_left_alone(database_url: str) -> None:
    database = await open_database(database_url)
    await office_rows(database)
    async with database.write(order()) as unit:
        await commit_without_taking_in(unit)
        lead_id = await add_lead(unit.session)
    await take_in(database)
    assert lead_id == 1
    await database.close()
