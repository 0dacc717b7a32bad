"""SQLite's indexes over slots are made when a filter first asks for the field, once."""

from sqlalchemy import text

from app.db.engine import Database
from app.db.opening import open_database
from app.services.lists.service import Lists
from app.services.records.lists import Condition, Filter
from app.services.workplace import Workplace
from tests.support.office import make_office

DEBT = Filter(conditions=(Condition("total_debt", "after", (100,)),))


async def plan(database: Database, slot: str) -> str:
    async with database.read() as session:
        rows = await session.execute(text(f"EXPLAIN QUERY PLAN SELECT count(*) FROM lead WHERE {slot} > 100"))
        return " ".join(str(row[-1]) for row in rows)


async def test_index_of_a_slot_is_made_by_the_first_question(sqlite_url: str) -> None:
    database = await open_database(sqlite_url)
    workplace: Workplace = await make_office(database)
    slot = workplace.registry.field("lead", "total_debt").slot
    assert slot is not None
    assert f"ix_lead_{slot}" not in await plan(database, slot)
    for lists in (Lists(workplace), Lists(workplace)):
        assert await lists.count("lead", DEBT) == 0
        assert f"ix_lead_{slot}" in await plan(database, slot)
    await database.close()
