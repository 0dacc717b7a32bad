"""Who is away and who stands in: one's own absence, or by whoever may change the settings or heads the person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import Conflict, UserError
from app.core.kinds import Kind, Right, Scope
from app.models import Employee
from app.services.people.workplaces import relearn
from app.services.records.office import EmployeeRecord
from app.services.workplace import Workplace

LONGEST_DAYS = 3 * 366


@dataclass(frozen=True, slots=True)
class Absence:
    """From the first to the last day, both away; without a last day until further notice. No first day: at work."""

    starts: date | None = None
    ends: date | None = None
    stand_in_id: int | None = None

    @classmethod
    def of(cls, employee: EmployeeRecord) -> "Absence":
        return cls(employee.absent_from, employee.absent_until, employee.stand_in_id)


class Absences:
    """Rights widen to the absent person's clients and activities for that time (`services.stand_ins`)."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def may_set(self, employee_id: int) -> bool:
        """Oneself; a supervisor those of the department; who may change settings everyone."""
        rights = self._workplace.rights
        if rights.scope(Kind.SETTINGS, Right.CHANGE) is Scope.ALL or employee_id == rights.employee_id:
            return True
        return rights.scope(Kind.ACTIVITY, Right.CHANGE) is Scope.DEPARTMENT and employee_id in rights.people

    def all(self) -> Mapping[int, Absence]:
        """Everyone at work here with their present or coming absence."""
        return {one.id: Absence.of(one) for one in self._workplace.registry.employees()}

    async def set(self, employee_id: int, absence: Absence, seen: Absence) -> None:
        """Say when somebody is away; `seen` is what the editor showed.

        Raises UserError: "not_allowed", "responsible_left", "absence_days_wrong", "stand_in_self";
        Conflict("settings_changed") where somebody else said otherwise meanwhile.
        """
        if not self.may_set(employee_id):
            raise UserError("not_allowed", kind=Kind.EMPLOYEE.value, right=Right.CHANGE.value)
        self._check(employee_id, absence)
        workplace = self._workplace
        async with workplace.database.write(workplace.order("employee.absence", ref=employee_id)) as unit:
            await self._require_at_work(unit.session, employee_id, absence.stand_in_id)
            changed = await unit.session.scalar(
                update(Employee)
                .where(
                    Employee.id == employee_id,
                    Employee.absent_from.is_not_distinct_from(seen.starts),
                    Employee.absent_until.is_not_distinct_from(seen.ends),
                    Employee.stand_in_id.is_not_distinct_from(seen.stand_in_id),
                )
                .values(absent_from=absence.starts, absent_until=absence.ends, stand_in_id=absence.stand_in_id)
                .returning(Employee.id)
            )
            if changed is None:
                raise Conflict("settings_changed")
            unit.touch(Kind.EMPLOYEE, employee_id)
        await relearn(workplace)

    def _check(self, employee_id: int, absence: Absence) -> None:
        if absence.starts is None and (absence.ends or absence.stand_in_id):
            raise UserError("absence_days_wrong")
        if absence.starts and absence.ends and not 0 <= (absence.ends - absence.starts).days <= LONGEST_DAYS:
            raise UserError("absence_days_wrong")
        if absence.stand_in_id == employee_id:
            raise UserError("stand_in_self")

    async def _require_at_work(self, session: AsyncSession, *employee_ids: int | None) -> None:
        """Raises UserError("responsible_left") for someone who doesn't work here (any more)."""
        wanted = [one for one in employee_ids if one is not None]
        rows = await session.execute(
            select(Employee.id, Employee.name).where(Employee.id.in_(wanted), Employee.active.is_(False))
        )
        for row in rows:
            raise UserError("responsible_left", name=row.name)
