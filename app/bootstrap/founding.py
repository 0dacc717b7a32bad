"""Makes offices in new databases: the first run, `prichal init` and the demo need it, no later start does."""

from app.bootstrap.databases import address_of, enter
from app.bootstrap.outside import Outside
from app.core.clock import Clock, SystemClock
from app.core.errors import UserError
from app.db.engine import Database, connect, parse_url
from app.db.migrate import current, upgrade
from app.db.opening import create_database, open_database
from app.db.renewing import renew
from app.db.server_checks import check_server
from app.services.people.office_setup import NewAdmin, OfficeSettings, check_set_up, office_exists, set_up_office
from app.services.presets import Preset
from app.services.workplace import Workplace


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
    finally:
        await database.close()  # on a server the office's account has done its part
    return await enter(outside, url, admin.login, admin.password, clock)


async def renew_server(url: str) -> bool:
    """Bring a server's database up to date by the office's own account; whether an office stands in it.

    Safe at any time: roles, policies and functions are made anew.
    """
    database = await _new_database(url)
    try:
        return await office_exists(database)
    finally:
        await database.close()


async def _new_database(url: str) -> Database:
    """A database of the present schema; a server's is made to it, from whatever it was before."""
    address = parse_url(address_of(url))
    if address.get_backend_name() != "sqlite":
        database = connect(address)
        try:
            await check_server(database)
            if await current(database) is not None:
                await renew(database, SystemClock().now())  # those at work are told
            await upgrade(database)
        except BaseException:
            await database.close()
            raise
        return database
    try:
        return await create_database(address_of(url))
    except UserError as error:
        if error.code != "database_exists":
            raise
    return await open_database(address_of(url))
