"""The people of the invented office: managers who sell, executors who carry deals on, a head for each department."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Final

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.text import sort_key
from app.db.unit import Unit
from app.models import Department, Employee, Login, Role
from app.services.demo.material import Material
from app.services.demo.persons import invent_person, latin, phone

PHONES_OF_STAFF: Final = 970_000
"""Their phones come from the end of the demo's numbers, the clients' from its beginning."""

AWAY_DAYS: Final = (-2, 5)
"""One of the executors is on leave around the present day."""


@dataclass(frozen=True, slots=True)
class DemoEmployee:
    """Somebody who can sign in."""

    name: str
    login: str
    role: str
    department: str


@dataclass(frozen=True, slots=True)
class Staff:
    """The numbers of those who work with clients."""

    managers: tuple[int, ...]
    executors: tuple[int, ...]
    employees: tuple[DemoEmployee, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in the office to be filled."""

    department: Department
    role: str
    job: str
    executes: bool
    heads: bool = False


async def hire(unit: Unit, rng: Random, material: Material, leads: int, password_hash: str) -> Staff:
    """Fill the departments; the more leads, the more people."""
    session = unit.session
    departments = (await session.scalars(select(Department).order_by(Department.position, Department.id))).all()
    roles = {row.code: row.id for row in await session.scalars(select(Role))}
    taken = await session.scalar(select(func.max(Employee.id))) or 0
    managers: list[int] = []
    executors: list[int] = []
    hired: list[DemoEmployee] = []
    for number, place in enumerate(_places(list(departments), material, leads), start=taken + 1):
        employee = _employee(rng, material, place, roles[place.role], password_hash, unit)
        while any(one.name == employee.name for one in hired):
            employee = _employee(rng, material, place, roles[place.role], password_hash, unit)
        session.add(employee)
        await session.flush()
        login = await _give_logins(session, employee, number)
        hired.append(DemoEmployee(employee.name, login, place.role, place.department.name))
        if place.heads:
            head = update(Department).where(Department.id == place.department.id, Department.head_id.is_(None))
            await session.execute(head.values(head_id=employee.id))
        else:
            (executors if place.executes else managers).append(employee.id)
    await _send_on_leave(unit, executors)
    return Staff(tuple(managers or executors), tuple(executors or managers), tuple(hired))


def _places(departments: list[Department], material: Material, leads: int) -> Iterator[_Place]:
    counts = {False: min(4 + leads // 1500, 40), True: min(3 + leads // 4000, 20)}
    for department in departments:
        executes = department.executing
        yield _Place(department, "supervisor", material.jobs["head"], executes, heads=True)
        job = material.jobs["executor" if executes and len(departments) > 1 else "manager"]
        for _ in range(counts[executes]):
            yield _Place(department, "manager", job, executes)


def _employee(
    rng: Random, material: Material, place: _Place, role_id: int, password_hash: str, unit: Unit
) -> Employee:
    person = invent_person(rng, material)
    return Employee(
        last_name=person.last,
        first_name=person.first,
        middle_name=person.middle,
        name=person.name,
        sort_key=sort_key(person.name),
        job_title=place.job,
        department_id=place.department.id,
        role_id=role_id,
        password_hash=password_hash,
        created_at=unit.at - timedelta(days=rng.randrange(400, 1500)),
    )


async def _give_logins(session: AsyncSession, employee: Employee, number: int) -> str:
    """An email and a phone; the email is what is shown."""
    address = f"{latin(employee.last_name)}.{latin(employee.first_name[:1])}@primer.test"
    if await session.scalar(select(Login.id).where(Login.normal == address)) is not None:
        address = address.replace("@", f"{number}@")
    own_phone = phone(PHONES_OF_STAFF + number)
    session.add(Login(employee_id=employee.id, value=address, normal=address))
    session.add(Login(employee_id=employee.id, value=own_phone, normal=own_phone.removeprefix("+7")))
    await session.flush()
    return address


async def _send_on_leave(unit: Unit, executors: list[int]) -> None:
    if len(executors) < len(AWAY_DAYS):
        return
    today = unit.at.date()
    first, last = (today + timedelta(days=days) for days in AWAY_DAYS)
    await unit.session.execute(
        update(Employee)
        .where(Employee.id == executors[-1])
        .values(absent_from=first, absent_until=last, stand_in_id=executors[0])
    )
