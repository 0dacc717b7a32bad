"""Puts together the running context of an employee: rights, dictionaries, and what holds for the office."""

from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.clock import Clock
from app.core.errors import UserError
from app.core.workdays import MONDAY_TO_FRIDAY, WorkCalendar
from app.db.engine import Database
from app.models import Employee, Role
from app.services.registry import Registry, load_dictionaries
from app.services.rights import Rights, load_rights
from app.services.workplace import Actor, Workplace


async def open_workplace(database: Database, employee_id: int, clock: Clock) -> Workplace:
    """The workplace of an employee who has proved who they are (`sign_in`).

    Raises UserError("office_not_set_up") where the database has no office yet.
    """
    async with database.read() as session:
        registry = Registry(await load_dictionaries(session))
        today = clock.now().astimezone(ZoneInfo(_text(registry, "zone"))).date()
        rights = await load_rights(session, employee_id, today)
        actor = await _actor(session, employee_id)
    return Workplace(
        database=database,
        actor=actor,
        rights=rights,
        registry=registry,
        clock=clock,
        zone=ZoneInfo(_text(registry, "zone")),
        currency=_text(registry, "currency"),
        calendar=work_calendar(registry),
        language=_text(registry, "language"),
        demo=registry.setting("demo", default=False) is True,
    )


async def relearn(workplace: Workplace) -> None:
    """Read anew what others may have changed: dictionaries and settings, the working calendar, rights, absences.

    Once a day at least: absences begin and end at the office's midnight. Who has left has no rights any more.
    """
    employee_id = workplace.actor.employee_id
    async with workplace.database.read() as session:
        await workplace.registry.reload(session)
        workplace.rights = await load_rights(session, employee_id, workplace.today())
        workplace.actor = await _actor(session, employee_id)
    if has_left(workplace):
        workplace.rights = Rights(employee_id, {}, frozenset())
    workplace.calendar = work_calendar(workplace.registry)


def has_left(workplace: Workplace) -> bool:
    """Whether the signed-in employee was deactivated; a server ends their sessions by itself."""
    return not workplace.registry.employee(workplace.actor.employee_id).active


def work_calendar(registry: Registry) -> WorkCalendar:
    """The country's and the office's days off over the weekdays that the office works."""
    week = registry.setting("week")
    weekdays = frozenset(week) if isinstance(week, list) and week else MONDAY_TO_FRIDAY
    return WorkCalendar(registry.all.days_off, registry.all.working_days, weekdays)


async def _actor(session: AsyncSession, employee_id: int) -> Actor:
    row = (
        await session.execute(
            select(Employee.name, Role.code, Employee.department_id)
            .join(Role, Role.id == Employee.role_id)
            .where(Employee.id == employee_id)
        )
    ).one()
    return Actor(employee_id, row.name, row.code, row.department_id)


def _text(registry: Registry, key: str) -> str:
    value = registry.setting(key)
    if not isinstance(value, str):
        raise UserError("office_not_set_up")
    return value
