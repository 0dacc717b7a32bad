"""What the signed-in employee may do, and how far: the matrix of SPEC, "People and access"."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, false, select, true
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from app.core.errors import UserError
from app.core.kinds import Kind, Right, Scope
from app.models import Department, Employee, RoleRight
from app.services.stand_ins import stand_ins_of


@dataclass(frozen=True, slots=True)
class Rights:
    """The employee's cells of the matrix; a missing cell is Scope.NONE."""

    employee_id: int
    cells: Mapping[tuple[str, str], Scope]
    people: frozenset[int]
    """The employee and those in the departments they belong to or head."""
    instead_of: frozenset[int] = frozenset()
    """The absent people whose stand-in the employee is: their clients and activities count as one's own meanwhile."""

    @property
    def own(self) -> frozenset[int]:
        """Whose records the scope "own" reaches."""
        return self.instead_of | {self.employee_id}

    @property
    def reads_history(self) -> bool:
        """Whether any of the office's history may be read."""
        return self.cells.get(("history", Right.READ.value), Scope.NONE) is not Scope.NONE

    def scope(self, kind: Kind, right: Right) -> Scope:
        """How far a right reaches; an employee without it has Scope.NONE."""
        return self.cells.get((kind.value, right.value), Scope.NONE)

    def allows(self, kind: Kind, right: Right, *owners: int | None) -> bool:
        """Whether the right reaches a record of any of these responsibles."""
        scope = self.scope(kind, right)
        if scope is Scope.ALL:
            return True
        if scope is Scope.DEPARTMENT:
            return any(owner in self.people or owner in self.instead_of for owner in owners)
        return scope is Scope.OWN and any(owner in self.own for owner in owners)

    def require(self, kind: Kind, right: Right, *owners: int | None) -> None:
        """Raise UserError("not_allowed") where the right doesn't reach; without owners: where there is none."""
        if owners and self.allows(kind, right, *owners):
            return
        if not owners and self.scope(kind, right) is not Scope.NONE:
            return
        raise UserError("not_allowed", kind=kind.value, right=right.value)

    def readable(
        self,
        kind: Kind,
        *owners: InstrumentedAttribute[int] | InstrumentedAttribute[int | None] | ColumnElement[int],
    ) -> ColumnElement[bool]:
        """The SQL condition under which rows of a kind are read by this employee."""
        scope = self.scope(kind, Right.READ)
        if scope is Scope.ALL:
            return true()
        if scope is Scope.NONE:
            return false()
        people = self.own if scope is Scope.OWN else self.people | self.instead_of
        condition: ColumnElement[bool] = false()
        for owner in owners:
            condition = condition | owner.in_(sorted(people))
        return condition


async def load_rights(session: AsyncSession, employee_id: int, day: date) -> Rights:
    """Read an employee's rights: the role's cells, the people of their department tree, and who is away that day."""
    return (await load_rights_of(session, (employee_id,), day))[employee_id]


async def load_rights_of(session: AsyncSession, employee_ids: Collection[int], day: date) -> dict[int, Rights]:
    """The same for several employees, in as many queries as for one."""
    employees = (await session.execute(select(Employee.id, Employee.role_id, Employee.department_id))).all()
    wanted = [one for one in employees if one.id in employee_ids]
    cells: dict[int, dict[tuple[str, str], Scope]] = defaultdict(dict)
    matrix = select(RoleRight.role_id, RoleRight.kind, RoleRight.right, RoleRight.scope)
    for row in await session.execute(matrix.where(RoleRight.role_id.in_({one.role_id for one in wanted}))):
        cells[row.role_id][row.kind, row.right] = Scope(row.scope)
    departments = (await session.execute(select(Department.id, Department.parent_id, Department.head_id))).all()
    away = await stand_ins_of(session, day)
    found: dict[int, Rights] = {}
    for one in wanted:
        within = {one.department_id} | {row.id for row in departments if row.head_id == one.id}
        within.discard(None)
        grown = True
        while grown:
            below = {row.id for row in departments if row.parent_id in within}
            grown = not below <= within
            within |= below
        found[one.id] = Rights(
            one.id,
            cells[one.role_id],
            frozenset({one.id, *(fellow.id for fellow in employees if fellow.department_id in within)}),
            frozenset(absent for absent, there in away.items() if there == one.id and absent != one.id),
        )
    return found
