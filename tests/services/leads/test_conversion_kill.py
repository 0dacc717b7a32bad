"""A program killed in the middle of a conversion leaves it whole or not there at all; a repeated run finishes it."""

import asyncio
import random
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from app.db.engine import Database
from app.models import Contact, ContactPoint, Deal, Lead, Operation, Payment, TimelineItem
from app.services.workplace import Workplace
from tests.services.clients.making import new_lead, phones, ready_lead
from tests.support.asynchronous import until
from tests.support.office import make_office

PAYMENTS = 6
LONGEST_WAIT_S = 0.12
"""A conversion takes some 30 to 100 ms: kills fall anywhere between its begin and its end, the commit included."""


async def run_until_killed(url: str, employee_id: int, log: Path, leads: list[int], wait: float | None) -> int | None:
    """Start the converter and kill it `wait` seconds after its first begin, or let it end; its exit code."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.support.converting", url, str(employee_id), str(log), *map(str, leads)
    )
    await until(lambda: has_begun(log) or process.returncode is not None, timeout=30)
    if wait is not None:
        await asyncio.sleep(wait)
        if process.returncode is None:
            process.kill()
    return await process.wait()


def has_begun(log: Path) -> bool:
    return log.exists() and log.stat().st_size > 0


def unfinished(log: Path) -> int | None:
    """The lead whose conversion had begun and not ended."""
    lines = log.read_text().split("\n")[:-1]
    last = lines[-1].split() if lines else ["end", "0"]
    return int(last[1]) if last[0] == "begin" else None


async def check_whole_or_absent(database: Database, lead_ids: list[int]) -> int:
    """Each lead is converted with all that belongs to it, or as it was; returns how many are converted."""
    async with database.read() as session:
        if database.is_sqlite:
            assert await session.scalar(text("PRAGMA integrity_check")) == "ok"
        converted = 0
        for lead_id in lead_ids:
            lead = (await session.execute(select(Lead.contact_id, Lead.closed_at).where(Lead.id == lead_id))).one()
            deal_id = await session.scalar(select(Deal.id).where(Deal.lead_id == lead_id))
            own_points = await session.scalar(select(func.count()).where(ContactPoint.lead_id == lead_id))
            lines = await session.scalar(
                select(func.count()).where(TimelineItem.lead_id == lead_id, TimelineItem.kind == "converted")
            )
            if deal_id is None:
                assert (lead.contact_id, lead.closed_at, own_points, lines) == (None, None, 1, 0)
                continue
            converted += 1
            payments = await session.scalar(select(func.count()).where(Payment.deal_id == deal_id))
            assert lead.contact_id is not None
            assert lead.closed_at is not None
            assert (own_points, lines, payments) == (0, 1, PAYMENTS)
        operations = await session.scalar(select(func.count()).where(Operation.kind == "lead.convert"))
        contacts = await session.scalar(select(func.count()).select_from(Contact))
    assert operations == contacts == converted
    return converted


async def kill_conversions(database: Database, url: str, log_folder: Path, kills: int) -> None:
    workplace: Workplace = await make_office(database)
    chance = random.Random(20251118)
    lead_ids = [
        await ready_lead(workplace, **new_lead(workplace, phones=phones(f"+7916000{number:04}")))
        for number in range(kills * 3)
    ]
    done = proved = 0
    for number in range(kills * 6):
        log = log_folder / f"{number}.log"
        wait = chance.uniform(0, LONGEST_WAIT_S)
        await run_until_killed(url, workplace.actor.employee_id, log, lead_ids[done:], wait)
        proved += unfinished(log) is not None
        done = await check_whole_or_absent(database, lead_ids)
        if proved >= kills or done == len(lead_ids):
            break
    assert proved >= kills, f"only {proved} kills fell between begin and end"
    exit_code = await run_until_killed(url, workplace.actor.employee_id, log_folder / "last.log", lead_ids, None)
    assert exit_code == 0
    assert await check_whole_or_absent(database, lead_ids) == len(lead_ids)


@pytest.mark.long
@pytest.mark.deadline(240)
async def test_killed_conversion_is_whole_or_absent_and_a_repeated_run_ends_it(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    await kill_conversions(database, database_url, tmp_path, 2)


@pytest.mark.long
@pytest.mark.deadline(1200)
async def test_twenty_kills_of_conversions(database: Database, database_url: str, tmp_path: Path) -> None:
    await kill_conversions(database, database_url, tmp_path, 20)

