"""An office for a run: people in three departments, each with an account, and the leads that are contested."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import insert, select, text

from app.core.clock import SystemClock
from app.core.text import sort_key
from app.db.engine import Database
from app.db.opening import create_database
from app.db.server import office_address
from app.db.unit import WriteOrder
from app.models import Department, Employee, Login, Role, RoleRight
from app.services.people.passwords import hash_password
from app.services.workplace import Workplace
from tests.load.plan import Person, Plan
from tests.services.clients.making import leads_of, new_lead, phones, ready_lead
from tests.support.employees import PASSWORD, quick_verifier
from tests.support.office import make_office

HOT = 6
DEPARTMENTS = 3
ALL_REACHING = (("lead", "deal", "contact", "activity"), ("read", "add", "change", "delete"))
"""The partners' matrix: every kind, every right."""


@dataclass(frozen=True, slots=True)
class Order:
    """How large a run is."""

    clients: int
    windows: int
    writes: int
    conflicts: int
    conversions: int
    pace_s: float
    seed: int


def staff(clients: int, windows: int) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    """Half are partners, who reach all leads; of the others every eighth heads a department. Windows are partners'."""
    found = []
    for number in range(clients):
        role = "partner" if number % 2 == 0 else "supervisor" if number % 16 == 1 else "manager"
        found.append(Person(f"person{number}@primer.test", role, role == "partner"))
    shown = (Person(f"window{number}@primer.test", "partner", True) for number in range(windows))
    return tuple(found), tuple(shown)


async def make(url: str, folder: Path, order: Order) -> Plan:
    """The database, the office, its people and the leads that are contested; the plan is kept in the folder."""
    database = await create_database(url)
    try:
        admin = await make_office(database, SystemClock())
        people, windows = staff(order.clients, order.windows)
        await _employ(admin, (*people, *windows))
        source = next(iter(admin.registry.all.sources))
        hot = tuple([
            await leads_of(admin).create(new_lead(admin, last_name=f"Общая{number}", source=source))
            for number in range(HOT)
        ])  # fmt: skip
        contested = await ready_lead(admin, last_name="Спорный", phones=phones("8 (916) 000-00-01"))
        address = office_address(database.url) if not database.is_sqlite else database.url
        plan = Plan(
            address.render_as_string(hide_password=False), PASSWORD, people, windows, hot, contested, order.writes,
            order.conflicts, order.conversions, order.pace_s, order.seed,
        )  # fmt: skip
    finally:
        await database.close()
    plan.keep(folder)
    return plan


async def _employ(admin: Workplace, people: tuple[Person, ...]) -> None:
    database = admin.database
    stored = await hash_password(PASSWORD) if database.is_sqlite else None
    async with database.write(WriteOrder("load.people", None, admin.now())) as unit:
        session = unit.session
        partner = Role(code="partner", name="Партнёр", position=50)
        departments = [Department(name=f"Отдел {number}", executing=False) for number in range(DEPARTMENTS)]
        session.add_all([partner, *departments])
        await session.flush()
        for kind in ALL_REACHING[0]:
            for right in ALL_REACHING[1]:
                cell = {"role_id": partner.id, "kind": kind, "right": right, "scope": "all"}
                await session.execute(insert(RoleRight).values(cell))
        roles = {row.code: row.id for row in await session.scalars(select(Role))}
        for number, person in enumerate(people):
            name = f"Сотрудник {number}"
            row = {
                "last_name": name, "first_name": "", "name": name, "sort_key": sort_key(name), "active": True,
                "role_id": roles[person.role], "department_id": departments[number % DEPARTMENTS].id,
                "password_hash": stored, "created_at": unit.at,
            }  # fmt: skip
            employee = (await session.execute(insert(Employee).values(row).returning(Employee.id))).scalar_one()
            if person.role == "supervisor":
                departments[number % DEPARTMENTS].head_id = employee
            await session.execute(insert(Login).values(employee_id=employee, value=person.login, normal=person.login))
    if not database.is_sqlite:
        await _open_accounts(database, people)


async def _open_accounts(database: Database, people: tuple[Person, ...]) -> None:
    opening = text("SELECT open_account(id, :verifier, NULL, false) FROM login WHERE normal = :login")
    async with database.engine.begin() as connection:
        for person in people:
            await connection.execute(opening, {"verifier": quick_verifier(), "login": person.login})
