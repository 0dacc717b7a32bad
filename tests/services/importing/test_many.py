"""Many rows: what an import leaves is whole, found and undone, and other workstations hear of batches, not of rows."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from app.core.changes import Changes
from app.core.kinds import Kind
from app.db.engine import Database
from app.db.opening import open_database
from app.services.feed import Feed
from app.services.feed.lines import WHAT
from app.services.importing.request import DuplicatePolicy, ImportRequest
from app.services.importing.service import Imports
from app.services.search.service import Search
from tests.benchmarks.files import phone, write_leads
from tests.services.importing.running import count, finished, imports_of
from tests.support.asynchronous import PATIENCE_S, until
from tests.support.office import make_office

BURST = 1_500
MANY = 200_000


@asynccontextmanager
async def another_program(url: str) -> AsyncIterator[list[Changes]]:
    """What a second program hears."""
    database, heard = await open_database(url), list[Changes]()
    database.listen(lambda changes: heard.append(changes) if changes.what == WHAT else None)
    feed = Feed(database)
    following = asyncio.create_task(feed.run())
    await asyncio.wait_for(feed.following.wait(), PATIENCE_S)
    yield heard
    following.cancel()
    await asyncio.wait([following])
    await database.close()


async def test_another_program_hears_of_batches_not_of_rows(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    workplace = await make_office(database)
    async with another_program(database_url) as heard:
        run = imports_of(workplace).start(
            ImportRequest(write_leads(tmp_path / "burst.csv", BURST), duplicates=DuplicatePolicy.ADD)
        )
        batches = [progress async for progress in run]
        assert await count(database, f"lead WHERE import_id = '{run.operation_id}'") == BURST
        told = f"change_feed WHERE operation_id = '{run.operation_id}'"
        assert await count(database, f"{told} AND kind = 'lead'") == len(batches)  # all are one person's
        assert await count(database, f"{told} AND ref IS NOT NULL") == 0
        await until(lambda: any(changes.kind == Kind.LEAD for changes in heard))
    of_leads = [changes for changes in heard if changes.kind == Kind.LEAD]
    assert len(of_leads) <= len(batches)
    assert all(changes.ids == frozenset() for changes in of_leads)


@pytest.mark.long
async def test_many_rows_are_added_found_remembered_and_undone(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    imports = Imports(workplace)
    try:
        path = write_leads(tmp_path / "many.csv", MANY)
        result = await finished(imports.start(ImportRequest(path, duplicates=DuplicatePolicy.ADD)))
        assert (result.counts.added, result.counts.rows) == (MANY, MANY)
        own = f"import_id = '{result.operation_id}'"
        assert await count(database, f"lead WHERE {own}") == MANY
        assert await count(database, "contact_point WHERE lead_id IS NOT NULL") == 2 * MANY
        assert await count(database, f"timeline WHERE {own}") == MANY
        lines = f"history WHERE operation_id = '{result.operation_id}' AND op = 'create' AND kind"
        assert await count(database, f"{lines} = 'lead'") == MANY
        assert await count(database, f"{lines} = 'contact_point'") == 2 * MANY
        search = Search(workplace)
        for text in (f"№ {MANY - 7}", phone(MANY // 2), phone(3)[2:]):
            assert await search.find(text), text
        undone = await imports.undo(result.operation_id)
        assert (undone.removed, undone.left) == (MANY, 0)
        assert await count(database, "lead WHERE deleted_at IS NULL") == 0
    finally:
        await imports.close()
