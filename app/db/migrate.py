"""Brings a database to the present schema, in one transaction, and installs what stands beside the tables.

Alembic takes 0.1 s to import and reads every revision to know the newest: opening a database does without it.
"""

import re
from functools import cache
from importlib.resources import files
from typing import Final

from sqlalchemy import Connection, inspect, text

from app.db.engine import APPLICATION_ID, WRITING, Database
from app.db.errors import users_world
from app.db.installers import install

_REVISION: Final = re.compile(r"r(\d{4})_\w+\.py")
"""The file of a revision bears its number."""


def head() -> str:
    """The revision that this program works with."""
    return max(known_revisions())


@cache
def known_revisions() -> frozenset[str]:
    """All revisions this program knows; any other belongs to a newer one."""
    names = (one.name for one in files("app.db.migrations").joinpath("versions").iterdir())
    return frozenset(found[1] for name in names if (found := _REVISION.fullmatch(name)))


async def current(database: Database) -> str | None:
    """The database's revision; None where it has no schema of ours."""
    with users_world():
        async with database.engine.connect() as connection:
            return await connection.run_sync(_current)


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


async def upgrade(database: Database, revision: str = "head") -> None:
    """Run the missing revisions; foreign keys are off meanwhile, as batch mode rebuilds tables (TECH-NOTES)."""
    with users_world():
        async with database.engine.execution_options(**{WRITING: True}).connect() as connection:
            await _foreign_keys(database, connection, on=False)
            async with connection.begin():
                await connection.run_sync(_upgrade, revision)
            await _foreign_keys(database, connection, on=True)


async def _foreign_keys(database: Database, connection: object, *, on: bool) -> None:
    """SQLite ignores this pragma inside a transaction, so it goes past SQLAlchemy's, to the driver."""
    if not database.is_sqlite:
        return
    raw = await connection.get_raw_connection()  # type: ignore[attr-defined]  # AsyncConnection, kept loose for both
    cursor = await raw.driver_connection.execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")
    await cursor.close()


def _upgrade(connection: Connection, revision: str) -> None:
    from alembic.command import upgrade as alembic_upgrade  # see above
    from alembic.config import Config  # likewise

    config = Config()
    config.set_main_option("script_location", str(files("app.db.migrations")))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    alembic_upgrade(config, revision)
    if _current(connection) == head():
        install(connection)  # what stands beside the tables fits the present ones alone
    if connection.dialect.name == "sqlite":
        broken = connection.execute(text("PRAGMA foreign_key_check")).first()
        if broken is not None:
            raise RuntimeError(f"the migration broke a reference: {broken}")
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
