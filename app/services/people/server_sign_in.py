"""Signing in to the office's server: as one's own role, so that the server itself knows who asks."""

from sqlalchemy import URL, text

from app.core.clock import Clock
from app.core.errors import Offline, UserError
from app.core.kinds import HistoryOp, Kind
from app.db.engine import Database, connect
from app.db.errors import users_world
from app.db.opening import check_revision
from app.db.server import signed_in
from app.db.unit import WriteOrder
from app.services.history import write_history_line
from app.services.people.logins import normalise_login
from app.services.people.workplaces import open_workplace
from app.services.workplace import Workplace


async def sign_in_to_server(url: URL, login: str, password: str, clock: Clock) -> Workplace:
    """The workplace of the employee with this login and password; its `database` is to be closed by the caller.

    Raises UserError: "sign_in_refused", "password_to_set" where the password is an invitation's code, and what
    `db.opening` says of a database of another revision; Offline.
    """
    database = await connect_as(url, login, password)
    try:
        async with database.read() as session:
            employee_id = (await session.scalars(text("SELECT my_id()"))).one()
        workplace = await open_workplace(database, employee_id, clock)
        async with database.write(WriteOrder("sign_in", employee_id, clock.now(), record=False)) as unit:
            await write_history_line(
                unit.session, clock.now(), employee_id, HistoryOp.SIGN_IN, Kind.EMPLOYEE, employee_id
            )
    except BaseException:
        await database.close()
        raise
    return workplace


async def connect_as(url: URL, login: str, password: str, *, invited: bool = False) -> Database:
    """A database signed in to as a login's own role.

    Raises UserError: "sign_in_refused", "password_to_set" where a code was given and none was expected (`invited`).
    """
    try:
        database = connect(signed_in(url, normalise_login(login), password))
    except UserError as error:
        if error.code != "login_unsuitable":
            raise
        raise UserError("sign_in_refused") from error
    try:
        _check(await _standing(database), invited=invited)
        await check_revision(database)
    except BaseException:
        await database.close()
        raise
    return database


def _check(standing: str, *, invited: bool) -> None:
    if standing == "invited" and not invited:
        raise UserError("password_to_set")
    if standing != ("invited" if invited else "works"):
        raise UserError("sign_in_refused")


async def _standing(database: Database) -> str:
    """What the server says of who has signed in."""
    try:
        with users_world():
            async with database.engine.connect() as connection:
                return str(await connection.scalar(text("SELECT my_standing()")))
    except Offline as error:
        if error.code == "server_refused":
            raise UserError("sign_in_refused") from error
        raise
    except UserError as error:  # a role of another database of this server may not even connect
        raise UserError("sign_in_refused") from error
