"""An administrator brings an older database up to date (`prichal migrate`, and the sign-in window)."""

from pathlib import Path

from sqlalchemy import text

from app.core.clock import Clock
from app.core.errors import UserError
from app.db.engine import Database
from app.db.renewing import renew
from app.services.people.logins import normalise_login
from app.services.people.passwords import matches

# By tables that every revision has: the entities are those of the newest.
_ADMINISTRATOR = text(
    "SELECT employee.password_hash, EXISTS (SELECT 1 FROM role_right WHERE role_right.role_id = employee.role_id"
    " AND kind = 'settings' AND \"right\" = 'change' AND scope <> 'none') AS may_change"
    " FROM employee JOIN login ON login.employee_id = employee.id WHERE login.normal = :login AND employee.active"
)


async def renew_file(database: Database, login: str, password: str, clock: Clock) -> Path | None:
    """Bring a file up to date; where its copy is, None where nothing was missing.

    Raises UserError: "sign_in_refused", "not_allowed" for somebody who may not change the settings; Offline.
    """
    await _require_administrator(database, login, password)
    return await renew(database, clock.now())


async def _require_administrator(database: Database, login: str, password: str) -> None:
    try:
        normal = normalise_login(login)
    except UserError as error:
        raise UserError("sign_in_refused") from error
    async with database.read() as session:
        row = (await session.execute(_ADMINISTRATOR, {"login": normal})).one_or_none()
    if not await matches(password, row.password_hash if row else None) or row is None:
        raise UserError("sign_in_refused")
    if not row.may_change:
        raise UserError("not_allowed")
