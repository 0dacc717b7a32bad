"""Brings an older database up to date: a file by its administrator, a server's by the account that owns it."""

from pathlib import Path

from app.bootstrap.databases import address_of
from app.bootstrap.founding import renew_server
from app.core.clock import Clock
from app.core.errors import UserError
from app.db.engine import connect, parse_url
from app.db.migrate import current, known_revisions
from app.db.opening import check_existing_file
from app.services.people.renewing import renew_file


async def renew_database(url: str, login: str, password: str, clock: Clock) -> Path | None:
    """Where the copy of a file is that was made before, None where nothing was missing.

    Raises UserError: "sign_in_refused", "not_allowed", "database_newer", "office_not_set_up", and what `check_server`
    and opening say of databases that can't be used; Offline.
    """
    address = parse_url(address_of(url))
    if address.get_backend_name() != "sqlite":
        if not await renew_server(url):
            raise UserError("office_not_set_up")
        return None
    check_existing_file(Path(str(address.database)))
    database = connect(address)
    try:
        revision = await current(database)
        if revision is None:
            raise UserError("not_prichal", path=str(address.database))
        if revision not in known_revisions():
            raise UserError("database_newer", revision=revision)
        return await renew_file(database, login, password, clock)
    finally:
        await database.close()
