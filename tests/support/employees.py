"""Employees' own roles on a test's PostgreSQL database, and the connections that are made with them."""

from functools import cache

from sqlalchemy import text

from app.db.engine import Database, connect
from app.db.server import signed_in, verifier
from tests.support.databases import chosen

PASSWORD = "secret-harbour"


OUT_OF_REACH = "not_allowed|not_found"
"""What a service says of a colleague's record: with one's own role the server doesn't even show that there is one."""

_opened: dict[Database, list[Database]] = {}
_office: dict[Database, Database] = {}
"""By an employee's connection the office's own."""


@cache
def quick_verifier() -> str:
    """Of PASSWORD, in one round: nobody guesses at a test's database."""
    return verifier(PASSWORD, rounds=1)


async def as_employee(database: Database, login: str) -> Database:
    """The database as this person's role sees it, where the run was asked for that; else the very same."""
    if database.is_sqlite or not chosen.everywhere:
        return database
    return await signed_in_as(database, login)


async def signed_in_as(database: Database, login: str) -> Database:
    """The database as this person's role sees it, whatever the run was asked for; PostgreSQL only."""
    database = _office.get(database, database)
    async with database.engine.begin() as connection:
        await connection.execute(
            text("SELECT open_account(id, :verifier, NULL, false) FROM login WHERE normal = :login"),
            {"verifier": quick_verifier(), "login": login},
        )
    own = connect(signed_in(database.url, login, PASSWORD))
    own.origin = database.origin  # one program: whoever listens to the one hears of the other
    own.listen(database.publish)
    _opened.setdefault(database, []).append(own)
    _office[own] = database
    return own


def past_policies(database: Database) -> Database:
    """The office's own connection behind an employee's: what a test prepares is nobody's deed."""
    return _office.get(database, database)


async def close_employees(database: Database) -> None:
    """Close what `as_employee` opened beside a database."""
    for one in _opened.pop(database, []):
        del _office[one]
        await one.close()
