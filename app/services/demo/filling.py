"""Fills an office with invented people and clients, in one operation."""

from collections import Counter
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass
from hashlib import sha256
from random import Random

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from app.core.errors import UserError
from app.core.kinds import Kind, Right
from app.db.statistics import refresh_statistics
from app.db.unit import Unit, WriteOrder
from app.models import Base, ChangeFeed, File, FileChunk, Lead, Setting
from app.services.demo.book import next_numbers
from app.services.demo.bulk import bulk_writing, insert_rows, number_on, rollback_journal
from app.services.demo.material import load_material
from app.services.demo.sheet import questionnaire_sheet
from app.services.demo.staff import DemoEmployee, hire
from app.services.demo.telling import Assignment, batches, count
from app.services.people.passwords import hash_password
from app.services.workplace import Workplace


@dataclass(frozen=True, slots=True)
class DemoOrder:
    """What kind of office is wanted."""

    leads: int
    seed: int
    password: str
    """Of all invented employees."""


@dataclass(frozen=True, slots=True)
class DemoResult:
    """What was made."""

    leads: int
    deals: int
    contacts: int
    activities: int
    employees: tuple[DemoEmployee, ...]


async def fill_demo(
    workplace: Workplace, order: DemoOrder, progress: Callable[[int], None] = lambda _done: None
) -> DemoResult:
    """Fill an office without clients around the workplace's present moment, and mark it as demo for good.

    `progress` hears how many leads are made. Raises UserError: "not_allowed", "demo_not_empty".
    """
    workplace.rights.require(Kind.SETTINGS, Right.CHANGE)
    password_hash = await hash_password(order.password)
    params: dict[str, object] = {"leads": order.leads, "seed": order.seed}
    write = WriteOrder("demo.fill", workplace.actor.employee_id, workplace.now(), params=params, quiet=True)
    sqlite = workplace.database.is_sqlite
    async with rollback_journal(workplace.database), workplace.database.write(write) as unit:
        if await unit.session.scalar(select(Lead.id).limit(1)) is not None:
            raise UserError("demo_not_empty")
        async with bulk_writing(unit.session, sqlite=sqlite) as connection:
            assignment = await _assignment(workplace, unit, order, password_hash)
            written = await _write_all(connection, assignment, progress)
            await number_on(unit.session, written, sqlite=sqlite)
            await _finish(unit)
    await refresh_statistics(workplace.database)
    employees = assignment.staff.employees
    return DemoResult(written["lead"], written["deal"], written["contact"], written["activity"], employees)


async def _assignment(workplace: Workplace, unit: Unit, order: DemoOrder, password_hash: str) -> Assignment:
    """Hire the people, and note all that the stories depend on."""
    preset = str(workplace.registry.setting("preset"))
    material = load_material(workplace.language, preset)
    staff = await hire(unit, Random(order.seed), material, order.leads, password_hash)
    await workplace.registry.reload(unit.session)
    return Assignment(
        leads=order.leads,
        seed=order.seed,
        now=unit.at,
        dictionaries=workplace.registry.all,
        zone=workplace.zone,
        currency=workplace.currency,
        calendar=workplace.calendar,
        language=workplace.language,
        preset=preset,
        operation_id=unit.operation_id,
        file_id=await _questionnaire(unit),
        staff=staff,
        numbers=await next_numbers(unit.session),
        sqlite=workplace.database.is_sqlite,
    )


async def _questionnaire(unit: Unit) -> int:
    """The one sheet that stands for everybody's questionnaire."""
    content = questionnaire_sheet()
    row = {"sha256": sha256(content).hexdigest(), "size": len(content), "complete": True, "created_at": unit.at}
    file_id: int | None = await unit.session.scalar(insert(File).values(row).returning(File.id))
    assert file_id is not None, "an insert returns its key"
    await unit.session.execute(insert(FileChunk).values(file_id=file_id, n=0, bytes=content))
    return file_id


async def _write_all(
    connection: AsyncConnection, assignment: Assignment, progress: Callable[[int], None]
) -> Counter[str]:
    """Write the stories as they are told; how many rows each table got."""
    written: Counter[str] = Counter()
    async with aclosing(batches(assignment)) as told:  # an interrupt ends the telling process at once
        async for batch in told:
            for table, rows in batch:
                await insert_rows(connection, Base.metadata.tables[table], rows)
            written += count(batch)
            progress(written["lead"])
    return written


async def _finish(unit: Unit) -> None:
    """What holds for the whole: the mark, and one line of the feed for each kind."""
    await unit.session.execute(update(Setting).where(Setting.key == "demo").values(value=True))
    for kind in (Kind.LEAD, Kind.DEAL, Kind.CONTACT, Kind.ACTIVITY, Kind.EMPLOYEE, Kind.SETTINGS):
        row = {"at": unit.at, "kind": kind, "op": "many", "operation_id": unit.operation_id}
        await unit.session.execute(insert(ChangeFeed).values(**row, actor_id=unit.order.actor_id))
        unit.touch(kind)
