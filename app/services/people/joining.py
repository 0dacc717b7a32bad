"""Coming in by an invitation: the code is proved, a password is set, and from then on the code is worth nothing."""

from datetime import datetime

from sqlalchemy import select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.clock import Clock
from app.core.errors import UserError
from app.db.engine import Database
from app.db.server import verifier
from app.db.unit import WriteOrder
from app.models import Employee, Invitation, Login
from app.services.people.codes import as_typed
from app.services.people.logins import normalise_login
from app.services.people.passwords import check_password, hash_password, matches
from app.services.people.server_sign_in import connect_as
from app.services.people.sign_in import take_attempt


async def join(database: Database, login: str, code: str, password: str, clock: Clock) -> None:
    """Set the password of whoever was invited by this login.

    `database` may have nobody's account: on PostgreSQL the code itself is what one signs in with.
    Raises UserError: "code_refused" (never telling what was wrong with it), "password_short", "sign_in_slowed".
    """
    check_password(password)
    if database.is_sqlite:
        await _join_embedded(database, login, as_typed(code), password, clock.now())
        return
    try:
        own = await connect_as(database.url, login, as_typed(code), invited=True)
    except UserError as error:
        raise UserError("code_refused") from error
    try:
        async with own.engine.begin() as connection:
            await connection.execute(text("SELECT set_my_password(:verifier)"), {"verifier": verifier(password)})
    finally:
        await own.close()


async def _join_embedded(database: Database, login: str, code: str, password: str, now: datetime) -> None:
    await take_attempt(database, login, now)
    async with database.read() as session:
        found = await _waiting(session, login, now)
    if not await matches(code, found.code_hash if found else None) or found is None:
        raise UserError("code_refused")
    stored = await hash_password(password)
    order = WriteOrder("employee.join", found.employee_id, now)
    async with database.write(order) as unit:
        taken = await unit.session.scalar(
            update(Invitation)
            .where(Invitation.id == found.id, Invitation.accepted_at.is_(None), Invitation.withdrawn_at.is_(None))
            .values(accepted_at=now)
            .returning(Invitation.id)
        )
        if taken is None:
            raise UserError("code_refused")
        await unit.session.execute(
            update(Employee).where(Employee.id == found.employee_id).values(password_hash=stored)
        )
        unit.touch("employee", found.employee_id)


async def _waiting(session: AsyncSession, login: str, now: datetime) -> Invitation | None:
    """The invitation that a login may come in by."""
    try:
        normal = normalise_login(login)
    except UserError:
        return None
    found: Invitation | None = await session.scalar(
        select(Invitation)
        .join(Login, Login.employee_id == Invitation.employee_id)
        .join(Employee, Employee.id == Invitation.employee_id)
        .where(
            Login.normal == normal, Employee.active, Invitation.accepted_at.is_(None),
            Invitation.withdrawn_at.is_(None), Invitation.expires_at > now,
        )
        .order_by(Invitation.id.desc())
        .limit(1)
    )  # fmt: skip
    return found
