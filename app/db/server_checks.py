"""What a server must have before an office is founded on it; each lack has a code, and its words say how to mend it."""

from typing import Final

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from app.core.errors import UserError
from app.db.engine import Database
from app.db.errors import users_world

OLDEST: Final = 150_000
"""PostgreSQL 15, as `server_version_num` says it."""

_STANDING: Final = text(
    "SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS shown,"
    " pg_encoding_to_char(encoding) AS encoding, datctype AS locale, datname AS database, current_user AS account,"
    " rolsuper OR rolcreaterole AS makes_roles, has_database_privilege(datname, 'CREATE') AS makes_schema,"
    " rolsuper OR pg_has_role(datdba, 'MEMBER') AS owns"
    " FROM pg_database, pg_roles WHERE datname = current_database() AND rolname = current_user"
)


async def check_server(database: Database) -> None:
    """Look at version, encoding, locale, extension and the account's rights.

    Raises UserError: "server_too_old", "server_not_utf8", "server_account_weak", "server_lacks_trigrams",
    "server_locale".
    """
    with users_world():
        async with database.engine.connect() as connection:
            row = (await connection.execute(_STANDING)).one()
            if row.version < OLDEST:
                raise UserError("server_too_old", version=row.shown)
            if row.encoding != "UTF8":
                raise UserError("server_not_utf8", encoding=row.encoding, database=row.database)
            if not (row.makes_roles and row.makes_schema and row.owns):
                raise UserError("server_account_weak", account=row.account, database=row.database)
            await _check_trigrams(connection, row.database, row.locale)


async def _check_trigrams(connection: AsyncConnection, database: str, locale: str) -> None:
    """In the C locale Cyrillic has no trigrams, and nothing would be found (TECH-NOTES)."""
    try:
        await connection.execute(text("CREATE EXTENSION IF NOT EXISTS pg_trgm"))
    except DBAPIError as error:
        raise UserError("server_lacks_trigrams", reason=str(error.orig)) from error
    if not await connection.scalar(text("SELECT show_trgm('Я') <> '{}'")):
        raise UserError("server_locale", locale=locale, database=database)
    await connection.commit()
