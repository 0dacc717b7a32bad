"""Whose turn it is in the executing department: the one who waited longest, absent people passed over."""

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import StageKind
from app.db.unit import Unit
from app.models import Deal, Department, Employee, Stage
from app.services.records.clients import ExecutorChoice
from app.services.workplace import Workplace


async def executors(session: AsyncSession, workplace: Workplace, otherwise: int) -> tuple[ExecutorChoice, ...]:
    """People of the executing departments in the order of their turns; `otherwise` where there are none at work."""
    open_deals = (
        select(func.count())
        .select_from(Deal)
        .join(Stage, Stage.id == Deal.stage_id)
        .where(Deal.responsible_id == Employee.id, Stage.stage_kind == StageKind.WORKING, Deal.deleted_at.is_(None))
        .correlate(Employee)
        .scalar_subquery()
    )
    rows = (
        await session.execute(
            select(Employee.id, Employee.absent_from, Employee.absent_until, open_deals.label("deals"))
            .join(Department, Department.id == Employee.department_id)
            .where(Department.executing, Employee.active)
            .order_by(Employee.last_turn_at.is_not(None), Employee.last_turn_at, Employee.id)
        )
    ).all()
    today = workplace.today()
    choices: list[ExecutorChoice] = []
    given = False
    for row in rows:
        away = row.absent_from is not None and row.absent_from <= today and (
            row.absent_until is None or row.absent_until >= today
        )
        turn = not away and not given
        given = given or turn
        name = workplace.registry.employee(row.id).name
        choices.append(ExecutorChoice(row.id, name, row.deals, turn, row.absent_until if away else None))
    if not given:
        name = workplace.registry.employee(otherwise).name
        choices = [choice for choice in choices if choice.employee_id != otherwise]
        choices.insert(0, ExecutorChoice(otherwise, name, 0, True, None))
    return tuple(choices)


async def take_turn(unit: Unit, employee_id: int) -> None:
    """The employee got a deal: the others come before them next time."""
    if unit.session.get_bind().dialect.name == "sqlite":
        await unit.session.execute(update(Employee).where(Employee.id == employee_id).values(last_turn_at=unit.at))
    else:  # people's rows are the administrator's: one fixed function writes this column
        await unit.session.execute(select(func.take_turn(employee_id)))
