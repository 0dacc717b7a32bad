"""Signing in: who is it, is the password right, and what slows those who guess."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Final

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.clock import Clock
from app.core.errors import UserError
from app.core.kinds import HistoryOp, Kind
from app.db.engine import Database
from app.db.unit import WriteOrder
from app.models import Employee, Login, Setting, SignInAttempt
from app.services.history import write_history_line
from app.services.people.logins import normalise_login
from app.services.people.passwords import hash_password, is_outdated, matches
from app.services.people.workplaces import open_workplace
from app.services.workplace import Workplace

FREE_ATTEMPTS: Final = 5
"""Wrong passwords in a row before the next one has to wait (SPEC, "People and access")."""

FIRST_PAUSE_S: Final = 5
LONGEST_PAUSE_S: Final = 300
REMEMBERED: Final = timedelta(hours=1)
"""How long wrong passwords count."""


@dataclass(frozen=True, slots=True)
class _Known:
    """The employee behind a login."""

    id: int
    password_hash: str | None


async def sign_in(database: Database, login: str, password: str, clock: Clock) -> Workplace:
    """The workplace of the employee with this login and password; the history keeps the attempt either way.

    Raises UserError: "sign_in_refused" (never telling which part was wrong), "sign_in_slowed" with
    `seconds` to wait, "office_not_set_up".
    """
    key = _key(login)
    known = await take_attempt(database, login, clock.now())
    if not await matches(password, known.password_hash if known else None) or known is None:
        await _refuse(database, known, clock.now())
    else:
        fresh = None
        if known.password_hash is not None and is_outdated(known.password_hash):
            fresh = await hash_password(password)
        await _welcome(database, known.id, key, fresh, clock.now())
        return await open_workplace(database, known.id, clock)
    raise UserError("sign_in_refused")


def pause_seconds(failures: int) -> int:
    """How long the next attempt waits after so many wrong ones: 5 s from the fifth on, doubling up to 5 minutes."""
    if failures < FREE_ATTEMPTS:
        return 0
    return int(min(FIRST_PAUSE_S * 2 ** min(failures - FREE_ATTEMPTS, 10), LONGEST_PAUSE_S))


def _key(login: str) -> str:
    """What attempts are counted by: a digest, as people also type their password into the wrong field."""
    try:
        normal = normalise_login(login)
    except UserError:
        normal = login
    return hashlib.sha256(normal.encode("utf-8", "surrogatepass")).hexdigest()


async def take_attempt(database: Database, login: str, now: datetime) -> _Known | None:
    """Count the attempt before the password is looked at, so that many at once are slowed as well.

    Raises UserError: "sign_in_slowed" with `seconds` to wait, "office_not_set_up".
    """
    key = _key(login)
    async with database.write(WriteOrder("sign_in.attempt", None, now, record=False)) as unit:
        if await unit.session.scalar(select(Setting.key).where(Setting.key == "zone")) is None:
            raise UserError("office_not_set_up")
        await unit.session.execute(delete(SignInAttempt).where(SignInAttempt.at < now - REMEMBERED))
        failures, latest = (
            await unit.session.execute(
                select(func.count(), func.max(SignInAttempt.at)).where(SignInAttempt.login == key)
            )
        ).one()
        if latest is not None:
            waiting = (latest + timedelta(seconds=pause_seconds(failures)) - now).total_seconds()
            if waiting > 0:
                raise UserError("sign_in_slowed", seconds=ceil(waiting))
        await unit.session.execute(insert(SignInAttempt).values(login=key, at=now))
        return await _known(unit.session, login)


async def _known(session: AsyncSession, login: str) -> _Known | None:
    try:
        normal = normalise_login(login)
    except UserError:
        return None
    row = (
        await session.execute(
            select(Employee.id, Employee.password_hash)
            .join(Login, Login.employee_id == Employee.id)
            .where(Login.normal == normal, Employee.active)
        )
    ).one_or_none()
    return _Known(row.id, row.password_hash) if row else None


async def _refuse(database: Database, known: _Known | None, now: datetime) -> None:
    async with database.write(WriteOrder("sign_in.refuse", None, now, record=False)) as unit:
        await write_history_line(
            unit.session, now, None, HistoryOp.SIGN_IN_REFUSED, Kind.EMPLOYEE, known.id if known else None
        )


async def _welcome(database: Database, employee_id: int, key: str, fresh_hash: str | None, now: datetime) -> None:
    async with database.write(WriteOrder("sign_in", employee_id, now, record=False)) as unit:
        await unit.session.execute(delete(SignInAttempt).where(SignInAttempt.login == key))
        if fresh_hash is not None:
            await unit.session.execute(
                update(Employee).where(Employee.id == employee_id).values(password_hash=fresh_hash)
            )
        await write_history_line(unit.session, now, employee_id, HistoryOp.SIGN_IN, Kind.EMPLOYEE, employee_id)
