"""Opens databases, signs people in, and remembers where they did; offices are made in `founding`."""

from contextlib import suppress
from pathlib import Path
from typing import Final

from app.adapters.known_databases import without_password
from app.bootstrap.outside import Outside
from app.core.clock import Clock
from app.core.errors import UserError
from app.db.engine import Database, connect, parse_url, sqlite_url
from app.db.opening import open_database
from app.db.server import office_address
from app.services.people.joining import join
from app.services.people.server_sign_in import connect_as, sign_in_to_server
from app.services.people.sign_in import sign_in
from app.services.ports import KnownDatabase
from app.services.workplace import Workplace

NOBODY: Final = "nobody@nowhere.invalid"
"""Whom no office knows: a server that refuses this login is there."""


def address_of(text: str) -> str:
    """A database's address as the programs keep it, from an address or from a file's path.

    Raises UserError("database_url").
    """
    url = text if "://" in text else sqlite_url(Path(text))
    return parse_url(url).set(drivername=url.partition(":")[0].partition("+")[0]).render_as_string(False)


async def check_database(url: str) -> None:
    """Open a database and close it again. Raises as `open_database` does.

    A server is asked for an answer alone: what is in it, it tells nobody who hasn't signed in.
    """
    address = parse_url(address_of(url))
    if address.get_backend_name() == "sqlite":
        database = await open_database(address_of(url))
        await database.close()
        return
    with suppress(UserError):
        stranger = await connect_as(address, NOBODY, NOBODY)
        await stranger.close()


def last_login(outside: Outside, url: str) -> str | None:
    """Who signed in last on a database from this workstation."""
    address = without_password(kept_address(url))
    return next((known.login for known in outside.known.all() if known.url == address and known.login), None)


async def enter(outside: Outside, url: str, login: str, password: str, clock: Clock | None = None) -> Workplace:
    """Open a database, sign in, and put it first among the remembered ones.

    Raises as `open_database` and `sign_in` do; the database is closed then.
    """
    address = parse_url(address_of(url))
    if address.get_backend_name() != "sqlite":
        workplace = await sign_in_to_server(address, login, password, clock or outside.clock)
        _remember(outside, kept_address(url), login, workplace)
        return workplace
    database = await open_database(address_of(url))
    try:
        return await _signed_in(outside, database, url, login, password, clock)
    except BaseException:
        await database.close()
        raise


async def join_office(outside: Outside, url: str, login: str, code: str, password: str) -> Workplace:
    """Come in by an invitation, set a password, and sign in with it. Raises as `join` and `enter` do."""
    address = parse_url(address_of(url))
    if address.get_backend_name() == "sqlite":
        database = await open_database(address_of(url))
    else:
        database = connect(address)
    try:
        await join(database, login, code, password, outside.clock)
    finally:
        await database.close()
    return await enter(outside, url, login, password)


def kept_address(url: str) -> str:
    """The address as a workstation remembers it: a server's without anybody's account."""
    address = parse_url(address_of(url))
    if address.get_backend_name() == "sqlite":
        return address_of(url)
    return office_address(address).set(drivername="postgresql").render_as_string(False)


async def _signed_in(
    outside: Outside, database: Database, url: str, login: str, password: str, clock: Clock | None
) -> Workplace:
    workplace = await sign_in(database, login, password, clock or outside.clock)
    _remember(outside, address_of(url), login, workplace)
    return workplace


def _remember(outside: Outside, address: str, login: str, workplace: Workplace) -> None:
    name = workplace.registry.setting("name")
    known = (one for one in outside.known.all() if one.url == without_password(address))
    remembered = any(one.remembered and one.login == login for one in known)
    outside.known.remember(KnownDatabase(address, name if isinstance(name, str) else "", login, remembered))
