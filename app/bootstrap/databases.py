"""Opens databases, founds offices in new ones, signs people in, and remembers where they did."""

from pathlib import Path

from app.adapters.known_databases import without_password
from app.bootstrap.outside import Outside
from app.core.clock import Clock
from app.core.errors import UserError
from app.db.engine import Database, parse_url, sqlite_url
from app.db.opening import create_database, open_database
from app.services.people.office_setup import NewAdmin, OfficeSettings, check_set_up, set_up_office
from app.services.people.sign_in import sign_in
from app.services.ports import KnownDatabase
from app.services.presets import Preset
from app.services.workplace import Workplace


def address_of(text: str) -> str:
    """A database's address as the programs keep it, from an address or from a file's path.

    Raises UserError("database_url").
    """
    url = text if "://" in text else sqlite_url(Path(text))
    return parse_url(url).set(drivername=url.partition(":")[0].partition("+")[0]).render_as_string(False)


async def check_database(url: str) -> None:
    """Open a database and close it again. Raises as `open_database` does."""
    database = await open_database(address_of(url))
    await database.close()


def last_login(outside: Outside, url: str) -> str | None:
    """Who signed in last on a database from this workstation."""
    address = without_password(url)
    return next((known.login for known in outside.known.all() if known.url == address and known.login), None)


async def found_office(
    outside: Outside, url: str, preset: Preset, admin: NewAdmin, office: OfficeSettings, clock: Clock | None = None
) -> Workplace:
    """Make the database and the office in it, and sign its administrator in.

    Nothing is made where the answers can't be right. A database that was left without an office (the program was
    killed between both steps) gets one. Raises as `create_database`, `open_database` and `set_up_office` do.
    """
    check_set_up(admin, office)
    database = await _new_database(url)
    try:
        await set_up_office(database, preset, admin, office, clock or outside.clock, outside.holidays)
        return await _signed_in(outside, database, url, admin.login, admin.password, clock)
    except BaseException:
        await database.close()
        raise


async def enter(outside: Outside, url: str, login: str, password: str, clock: Clock | None = None) -> Workplace:
    """Open a database, sign in, and put it first among the remembered ones.

    Raises as `open_database` and `sign_in` do; the database is closed then.
    """
    database = await open_database(address_of(url))
    try:
        return await _signed_in(outside, database, url, login, password, clock)
    except BaseException:
        await database.close()
        raise


async def _new_database(url: str) -> Database:
    try:
        return await create_database(address_of(url))
    except UserError as error:
        if error.code != "database_exists":
            raise
    return await open_database(address_of(url))


async def _signed_in(
    outside: Outside, database: Database, url: str, login: str, password: str, clock: Clock | None
) -> Workplace:
    workplace = await sign_in(database, login, password, clock or outside.clock)
    name = workplace.registry.setting("name")
    address = address_of(url)
    known = (one for one in outside.known.all() if one.url == without_password(address))
    remembered = any(one.remembered and one.login == login for one in known)
    outside.known.remember(KnownDatabase(address, name if isinstance(name, str) else "", login, remembered))
    return workplace
