"""Ways in, on both databases: a hash beside the employee on SQLite, a role of the server on PostgreSQL."""

from datetime import datetime

from sqlalchemy import func, insert, select, update

from app.db.server import verifier
from app.db.unit import Unit
from app.models import Employee, Invitation, Login
from app.services.people.passwords import hash_password


def on_server(unit: Unit) -> bool:
    """Whether the server itself keeps the accounts."""
    return unit.session.get_bind().dialect.name != "sqlite"


async def open_with_code(unit: Unit, login_id: int, code: str, until: datetime) -> None:
    """Let a one-time code in by a login until then; a password that was there is worth nothing any more."""
    employee_id, value = (
        await unit.session.execute(select(Login.employee_id, Login.value).where(Login.id == login_id))
    ).one()
    stored = None
    if on_server(unit):
        await unit.session.execute(select(func.open_account(login_id, verifier(code), until, True)))
    else:
        stored = await hash_password(code)
        await unit.session.execute(update(Employee).where(Employee.id == employee_id).values(password_hash=None))
    await withdraw_all(unit, employee_id)
    await unit.session.execute(
        insert(Invitation).values(
            employee_id=employee_id, login=value, code_hash=stored, created_at=unit.at,
            created_by=unit.order.actor_id, expires_at=until,
        )
    )  # fmt: skip


async def open_with_password(unit: Unit, login_id: int, password: str) -> None:
    """The account of the office's first administrator; only the office's own account may do so on the server."""
    await unit.session.execute(select(func.open_account(login_id, verifier(password), None, False)))


async def withdraw_all(unit: Unit, employee_id: int) -> None:
    """No code of an employee lets in any more."""
    waiting = Invitation.accepted_at.is_(None) & Invitation.withdrawn_at.is_(None)
    await unit.session.execute(
        update(Invitation).where(Invitation.employee_id == employee_id, waiting).values(withdrawn_at=unit.at)
    )


async def close(unit: Unit, employee_id: int) -> None:
    """No login of an employee lets in any more."""
    await withdraw_all(unit, employee_id)
    if on_server(unit):
        await unit.session.execute(select(func.close_accounts(employee_id)))
    else:
        await unit.session.execute(update(Employee).where(Employee.id == employee_id).values(password_hash=None))


async def forget(unit: Unit, login_id: int) -> None:
    """A login is corrected or taken away: its role goes, too."""
    if on_server(unit):
        await unit.session.execute(select(func.forget_account(login_id)))
