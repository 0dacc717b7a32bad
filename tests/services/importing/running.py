"""Imports run to their end in the test's own process, and what they left in the database."""

import itertools
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import RowMapping, func, select, text

from app.core.clock import FixedClock
from app.db.engine import Database
from app.models import Lead, Stage
from app.services.importing.outcomes import ImportProgress, ImportResult
from app.services.importing.request import ImportRequest
from app.services.importing.service import ImportRun, Imports
from app.services.workplace import Workplace
from tests.services.importing.making import written

_NUMBERS = itertools.count(1)

HEADINGS = "ID;ФИО;Телефон;E-mail;Стадия;Источник;Ответственный;Комментарий"


def imports_of(workplace: Workplace) -> Imports:
    """The import in this process."""
    return Imports(workplace, apart=False)


async def finished(run: ImportRun, going: AsyncIterator[ImportProgress] | None = None) -> ImportResult:
    """How a run ended; `going` where it is iterated over already."""
    async for _ in going or run:
        pass
    assert run.result is not None
    return run.result


async def import_file(workplace: Workplace, path: Path, **request: Any) -> ImportResult:
    """Import a file; Any: the fields of a request."""
    return await finished(imports_of(workplace).start(ImportRequest(path, **request)))


async def import_rows(
    workplace: Workplace, folder: Path, *rows: str, headings: str = HEADINGS, **request: Any
) -> ImportResult:
    """Import a small file of these rows."""
    path = written(folder, "\n".join([headings, *rows, ""]), name=f"rows-{next(_NUMBERS)}.csv")
    return await import_file(workplace, path, **request)


async def leads(database: Database) -> Sequence[RowMapping]:
    """All leads that aren't in the bin, in the order of their numbers."""
    async with database.read() as session:
        query = select(Lead.__table__).where(Lead.deleted_at.is_(None)).order_by(Lead.id)
        return (await session.execute(query)).mappings().all()


async def stage_counts(database: Database) -> Counter[str]:
    """Living leads by the name of their stage."""
    async with database.read() as session:
        rows = await session.execute(
            select(Stage.name, func.count().label("leads"))
            .join(Lead, Lead.stage_id == Stage.id)
            .where(Lead.deleted_at.is_(None))
            .group_by(Stage.name)
        )
        return Counter({row.name: row.leads for row in rows})


async def count(database: Database, what: str) -> int:
    """The number of rows of "table where …"."""
    async with database.read() as session:
        return await session.scalar(text(f"SELECT count(*) FROM {what}")) or 0


def later(workplace: Workplace, seconds: int = 60) -> None:
    """Let time pass: the lease of a program that died ends."""
    clock = workplace.clock
    assert isinstance(clock, FixedClock)
    clock.move_to(clock.now() + timedelta(seconds=seconds))


async def stopped_after(run: ImportRun, batches: int) -> list[ImportProgress]:
    """Cancel a run once so many batches are committed."""
    seen = []
    async for progress in run:
        seen.append(progress)
        if len(seen) == batches:
            run.cancel()
    return seen
