"""What the planner knows of the tables: refreshed after bulk writing, and on closing where queries asked for it."""

from contextlib import suppress
from typing import Final

from sqlalchemy import text

from app.core.errors import Offline
from app.db.engine import WRITING, Database
from app.db.errors import users_world

GROWN: Final = (
    "lead", "deal", "contact", "contact_point", "option_link", "stage_passage", "activity", "attachment", "payment",
    "timeline", "history", "operation",
)  # fmt: skip
"""Tables that an import or a demo fills; the others are small."""

_ROWS_LOOKED_AT: Final = 1_000
"""Of each index: enough to tell a selective one, some milliseconds at any size."""


async def refresh_statistics(database: Database) -> None:
    """Look at the tables that a bulk write filled; PostgreSQL also marks their pages for scans of indexes alone.

    Nothing depends on it: where the database is busy or gone the planner goes on with what it knew.
    """
    with suppress(Offline), users_world():
        if database.is_sqlite:
            async with database.engine.execution_options(**{WRITING: True}).begin() as connection:
                await connection.execute(text(f"PRAGMA analysis_limit={_ROWS_LOOKED_AT}"))
                for table in GROWN:
                    await connection.execute(text(f"ANALYZE {table}"))
            return
        async with database.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            await connection.execute(text(f"VACUUM (ANALYZE) {', '.join(GROWN)}"))
