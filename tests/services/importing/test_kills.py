"""An import killed at random moments, the commits among them: whole batches stay, and it is continued or undone."""

import asyncio
import random
import signal
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from app.core.clock import FixedClock
from app.db.engine import Database
from app.models import ContactPoint, ImportBatch, Lead, Operation, TimelineItem
from app.services.importing.outcomes import Counts
from app.services.workplace import Workplace
from tests.services.importing.making import samples
from tests.services.importing.running import finished, imports_of, later, leads
from tests.support.asynchronous import until
from tests.support.office import make_office

WHOLE = Counts(added=291, updated=9)
"""What the sample of 300 rows comes to."""


async def victim(url: str, path: Path, log: Path, wait: float | None) -> float:
    """Start an import and kill it `wait` seconds after its begin, or let it end; seconds from begin to its death."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.services.importing.victim", str(path), str(log), stdin=asyncio.subprocess.PIPE
    )
    assert process.stdin is not None
    process.stdin.write(f"{url}\n".encode())
    process.stdin.close()
    await until(lambda: log.exists() and log.stat().st_size > 0, timeout=60)
    begun = time.monotonic()
    if wait is not None:
        await asyncio.sleep(wait)
        if process.returncode is None:
            process.kill()
    code = await process.wait()
    assert code == (0 if wait is None else -signal.SIGKILL) or has_ended(log)
    return time.monotonic() - begun


def has_ended(log: Path) -> bool:
    return log.read_text().endswith("end\n")


async def check_whole_batches(database: Database) -> None:
    """What the counters say is there, with all that belongs to it, and nothing else."""
    async with database.read() as session:
        if database.is_sqlite:
            assert await session.scalar(text("PRAGMA integrity_check")) == "ok"
        batches = (await session.scalars(select(ImportBatch))).all()
        added = {batch.operation_id: batch.added for batch in batches}
        assert all(batch.rows == batch.next_row for batch in batches)
        assert set(added) == set(await session.scalars(select(Operation.id).where(Operation.kind == "lead.import")))
        for entity in (Lead, TimelineItem):
            counted = select(entity.import_id, func.count()).where(
                entity.import_id.is_not(None), entity.deleted_at.is_(None) if entity is TimelineItem else Lead.id > 0
            )
            found = {row[0]: row[1] for row in await session.execute(counted.group_by(entity.import_id))}
            if entity is Lead:
                assert found == {key: count for key, count in added.items() if count}
            else:
                assert all(found.get(key, 0) >= count for key, count in added.items())
        alone = select(func.count()).where(ContactPoint.lead_id.not_in(select(Lead.id)))
        assert await session.scalar(alone) == 0
        if database.is_sqlite:
            await session.execute(text("INSERT INTO lead_search (lead_search, rank) VALUES ('integrity-check', 1)"))


async def go_on(workplace: Workplace, number: int) -> None:
    """Continue the first half of the imports, undo the others; either way nothing is left of them at the end."""
    later(workplace)
    imports = imports_of(workplace)
    for one in await imports.unfinished():
        if number % 2 == 0:
            result = await finished(imports.resume(one.operation_id))
            assert result.counts == WHOLE
            assert len(await leads(workplace.database)) == WHOLE.added
        await imports.undo(one.operation_id)
    assert await imports.unfinished() == ()


async def kill_imports(database: Database, url: str, folder: Path, kills: int) -> None:
    workplace = await make_office(database, FixedClock(datetime.now(UTC) + timedelta(days=1)))
    path = samples() / "leads-export-cp1251.csv"
    seconds = await victim(url, path, folder / "whole.log", None)
    async with database.read() as session:
        whole = await session.scalar(select(Operation.id).where(Operation.kind == "lead.import"))
    assert len(await leads(database)) == WHOLE.added
    await imports_of(workplace).undo(str(whole))
    chance = random.Random(20251118)
    proved = number = 0
    while proved < kills:
        log = folder / f"{number}.log"
        await victim(url, path, log, chance.uniform(0, seconds))
        proved += not has_ended(log)
        await check_whole_batches(database)
        await go_on(workplace, number)
        async with database.read() as session:  # whole where it came to its end, or was killed after its last commit
            done = select(Operation.id).where(Operation.kind == "lead.import", Operation.state == "done")
            whole = await session.scalar(done)
        if whole is not None:
            await imports_of(workplace).undo(whole)
        assert await leads(database) == []
        number += 1
        assert number < 4 * kills + 4, f"only {proved} kills fell between begin and end"


@pytest.mark.long
@pytest.mark.deadline(280)
async def test_a_killed_import_leaves_whole_batches_and_is_continued_or_undone(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    await kill_imports(database, database_url, tmp_path, 2)


@pytest.mark.long
@pytest.mark.timeout(2400)
@pytest.mark.deadline(2300)
async def test_twenty_kills_of_imports(database: Database, database_url: str, tmp_path: Path) -> None:
    await kill_imports(database, database_url, tmp_path, 20)
