"""What the signed-in employee may do, and how far: the matrix of SPEC, "People and access"."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, false, select, true
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from app.core.errors import UserError
from app.core.kinds import Kind, Right, Scope
from app.models import Department, Employee, RoleRight


@dataclass(frozen=True, slots=True)
class Rights:
    """The employee's cells of the matrix; a missing cell is Scope.NONE."""

    employee_id: int
    cells: Mapping[tuple[str, str], Scope]
    people: frozenset[int]
    """The employee and those in the departments they belong to or head."""

    def scope(self, kind: Kind, right: Right) -> Scope:
        """How far a right reaches; an employee without it has Scope.NONE."""
        return self.cells.get((kind.value, right.value), Scope.NONE)

    def allows(self, kind: Kind, right: Right, *owners: int | None) -> bool:
        """Whether the right reaches a record of any of these responsibles."""
        scope = self.scope(kind, right)
        if scope is Scope.ALL:
            return True
        if scope is Scope.DEPARTMENT:
            return any(owner in self.people for owner in owners)
        return scope is Scope.OWN and self.employee_id in owners

    def require(self, kind: Kind, right: Right, *owners: int | None) -> None:
        """Raise UserError("not_allowed") where the right doesn't reach; without owners: where there is none."""
        if owners and self.allows(kind, right, *owners):
            return
        if not owners and self.scope(kind, right) is not Scope.NONE:
            return
        raise UserError("not_allowed", kind=kind.value, right=right.value)

    def readable(
        self, kind: Kind, *owners: InstrumentedAttribute[int] | InstrumentedAttribute[int | None]
    ) -> ColumnElement[bool]:
        """The SQL condition under which rows of a kind are read by this employee."""
        scope = self.scope(kind, Right.READ)
        if scope is Scope.ALL:
            return true()
        if scope is Scope.NONE:
            return false()
        people = {self.employee_id} if scope is Scope.OWN else self.people
        condition: ColumnElement[bool] = false()
        for owner in owners:
            condition = condition | owner.in_(sorted(people))
        return condition


async def load_rights(session: AsyncSession, employee_id: int) -> Rights:
    """Read an employee's rights: the role's cells, and the people of their department tree."""
    employee = (
        await session.execute(
            select(Employee.role_id, Employee.department_id).where(Employee.id == employee_id)
        )
    ).one()
    cells = (
        await session.execute(
            select(RoleRight.kind, RoleRight.right, RoleRight.scope).where(RoleRight.role_id == employee.role_id)
        )
    ).all()
    departments = (await session.execute(select(Department.id, Department.parent_id, Department.head_id))).all()
    within = {employee.department_id} | {row.id for row in departments if row.head_id == employee_id}
    within.discard(None)
    grown = True
    while grown:
        below = {row.id for row in departments if row.parent_id in within}
        grown = not below <= within
        within |= below
    people = (await session.scalars(select(Employee.id).where(Employee.department_id.in_(within)))).all()
    return Rights(
        employee_id,
        {(row.kind, row.right): Scope(row.scope) for row in cells},
        frozenset({employee_id, *people}),
    )
