"""A small office in a test's database: an administrator, a supervisor, two managers in two departments."""

from datetime import UTC, datetime
from functools import cache

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.clock import Clock, FixedClock
from app.core.text import sort_key
from app.db.engine import Database
from app.db.unit import WriteOrder
from app.models import Department, Employee, Login, Role
from app.services.people.office_setup import NewAdmin, OfficeSettings, set_up_office
from app.services.people.workplaces import open_workplace
from app.services.presets import Preset, load_preset
from app.services.workplace import Workplace
from tests.support.employees import as_employee
from tests.support.holidays import NoHolidays
from tests.support.snapshots import restore, take

NOW = datetime(2025, 11, 18, 8, 45, tzinfo=UTC)
"""Tuesday, 11:45 in Moscow: the moment of the design's pictures."""

PASSWORD = "secret-harbour"

ADMIN, SUPERVISOR, MANAGER, EXECUTOR = "admin@primer.test", "head@primer.test", "olga@primer.test", "pavel@primer.test"
"""Logins; the manager sells, the executor works in the executing department, the supervisor heads the sales."""

_PEOPLE = (
    (SUPERVISOR, "Шарова", "Елена", "supervisor", False),
    (MANAGER, "Кравцова", "Ольга", "manager", False),
    (EXECUTOR, "Снегирёв", "Павел", "manager", True),
)


@cache
def preset(code: str = "legal", language: str = "ru") -> Preset:
    """A preset, read once a run."""
    return load_preset(code, language)


async def make_office(
    database: Database, clock: Clock | None = None, *, login: str = ADMIN, code: str = "legal", language: str = "ru"
) -> Workplace:
    """Set the office up and sit down as `login` (see `sit_down` for the others)."""
    clock = clock or FixedClock(NOW)
    prepared = ("office", code, language, clock.now())
    if not await restore(database, prepared):
        await _found_office(database, clock, code, language)
        await take(database, prepared)
    return await sit_down(database, clock, login)


async def _found_office(database: Database, clock: Clock, code: str, language: str) -> None:
    chosen = preset(code, language)
    await set_up_office(
        database,
        chosen,
        NewAdmin("Дымов", "Андрей", ADMIN, PASSWORD),
        OfficeSettings("Основная", chosen.zone, chosen.currency, language, chosen.country),
        clock,
        NoHolidays(),
    )
    await _add_people(database, clock)


async def sit_down(database: Database, clock: Clock, login: str) -> Workplace:
    """The workplace of one of the office's people, without the cost of a password.

    On PostgreSQL signed in as their own role, under the server's policies; `database` stays the office's account.
    """
    async with database.read() as session:
        employee_id = await session.scalar(select(Login.employee_id).where(Login.normal == login))
    assert employee_id is not None, login
    return await open_workplace(await as_employee(database, login), employee_id, clock)


async def as_office(database: Database, clock: Clock, login: str = ADMIN) -> Workplace:
    """A workplace past the policies, as the office's own account works: demo data, moves, preparations."""
    async with database.read() as session:
        employee_id = await session.scalar(select(Login.employee_id).where(Login.normal == login))
    assert employee_id is not None, login
    return await open_workplace(database, employee_id, clock)


async def _add_people(database: Database, clock: Clock) -> None:
    async with database.write(WriteOrder("test.people", None, clock.now())) as unit:
        session = unit.session
        departments = await _both_departments(session)
        roles = {row.code: row.id for row in await session.scalars(select(Role))}
        stored = await session.scalar(select(Employee.password_hash).limit(1))
        for login, last, first, role, executing in _PEOPLE:
            name = f"{last} {first}"
            added = await session.execute(
                insert(Employee)
                .values(
                    last_name=last,
                    first_name=first,
                    name=name,
                    sort_key=sort_key(name),
                    role_id=roles[role],
                    department_id=departments[executing],
                    password_hash=stored,
                    created_at=clock.now(),
                )
                .returning(Employee.id)
            )
            employee_id = added.scalar_one()
            await session.execute(insert(Login).values(employee_id=employee_id, value=login, normal=login))
            if role == "supervisor":
                sales = Department.id == departments[executing]
                await session.execute(update(Department).where(sales).values(head_id=employee_id))


async def _both_departments(session: AsyncSession) -> dict[bool, int]:
    """A selling and an executing department; "General sales" has but one."""
    found = {row.executing: row.id for row in await session.scalars(select(Department))}
    if False not in found:
        selling = Department(name="Отдел продаж", executing=False)
        session.add(selling)
        await session.flush()
        found[False] = selling.id
    return found
