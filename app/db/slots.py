"""SQLite's indexes over the slots of custom fields, each made when it is first asked for (DATA.md, "Custom fields").

PostgreSQL has all of them from its installer; on SQLite each costs every write, so only those in use are made.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import text

from app.db.engine import Database
from app.db.unit import WriteOrder


async def index_slots(database: Database, table: str, slots: Iterable[str], at: datetime) -> None:
    """Make the indexes that are missing: about a second for a million rows. Names come from the schema alone."""
    names = {f"ix_{table}_{slot}": slot for slot in slots}
    if not names or not database.is_sqlite:
        return
    async with database.read() as session:
        there = set(await session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'index'")))
    missing = {name: slot for name, slot in names.items() if name not in there}
    if not missing:
        return
    async with database.write(WriteOrder("index.make", None, at, record=False)) as unit:
        for name, slot in missing.items():
            made = f"CREATE INDEX IF NOT EXISTS {name} ON {table} ({slot}) WHERE {slot} IS NOT NULL"
            await unit.session.execute(text(made))
