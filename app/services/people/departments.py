"""Departments as a tree with heads: who belongs under whom decides how far a supervisor sees."""

from sqlalchemy import delete, func, insert, select, update

from app.core.errors import UserError
from app.core.kinds import Kind, Right
from app.core.text import clean_line
from app.models import Department, Employee
from app.services.people.workplaces import relearn
from app.services.records.office import DepartmentRecord
from app.services.workplace import Workplace


class Departments:
    """Changing takes the right to change the settings; everybody reads the tree from the registry."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def all(self) -> tuple[DepartmentRecord, ...]:
        """The departments in their order."""
        return tuple(self._workplace.registry.all.departments.values())

    async def add(self, name: str, parent_id: int | None = None, *, executing: bool = False) -> int:
        """Add a department under another, or at the top. Raises UserError: "not_allowed", "name_missing"."""
        workplace = self._workplace
        columns = {"name": self._named(name), "parent_id": self._known(parent_id), "executing": executing}
        async with workplace.database.write(workplace.order("department.add")) as unit:
            last = await unit.session.scalar(select(func.max(Department.position)))
            added = insert(Department).values(**columns, position=(last or 0) + 1).returning(Department.id)
            number = (await unit.session.execute(added)).scalar_one()
            unit.touch(Kind.SETTINGS)
        await relearn(workplace)
        return number

    async def change(
        self, department_id: int, name: str, parent_id: int | None, head_id: int | None, *, executing: bool
    ) -> None:
        """Rename, move, and say who heads it.

        Raises UserError: "not_allowed", "name_missing", "department_unknown", "department_circle", "responsible_left".
        """
        workplace = self._workplace
        columns = {"name": self._named(name), "parent_id": self._known(parent_id), "executing": executing}
        if department_id in self._above(parent_id):
            raise UserError("department_circle")
        if head_id is not None and not workplace.registry.employee(head_id).active:
            raise UserError("responsible_left", name=workplace.registry.employee(head_id).name)
        order = workplace.order("department.change", ref=self._known(department_id))
        async with workplace.database.write(order) as unit:
            await unit.session.execute(
                update(Department).where(Department.id == department_id).values(**columns, head_id=head_id)
            )
            unit.touch(Kind.SETTINGS)
        await relearn(workplace)

    async def remove(self, department_id: int) -> None:
        """Remove one that nobody belongs to. Raises UserError: "not_allowed", "department_not_empty"."""
        self._workplace.rights.require(Kind.SETTINGS, Right.CHANGE)
        workplace = self._workplace
        order = workplace.order("department.remove", ref=self._known(department_id))
        async with workplace.database.write(order) as unit:
            people = select(Employee.id).where(Employee.department_id == department_id)
            below = select(Department.id).where(Department.parent_id == department_id)
            for left in (people, below):
                if await unit.session.scalar(left.limit(1)) is not None:
                    raise UserError("department_not_empty")
            await unit.session.execute(delete(Department).where(Department.id == department_id))
            unit.touch(Kind.SETTINGS)
        await relearn(workplace)

    def _named(self, name: str) -> str:
        self._workplace.rights.require(Kind.SETTINGS, Right.CHANGE)
        line = clean_line(name)
        if not line:
            raise UserError("name_missing")
        return line

    def _known(self, department_id: int | None) -> int | None:
        if department_id is not None and department_id not in self._workplace.registry.all.departments:
            raise UserError("department_unknown", department=department_id)
        return department_id

    def _above(self, department_id: int | None) -> set[int]:
        """A department and all that it belongs to."""
        departments, found = self._workplace.registry.all.departments, set[int]()
        while department_id is not None and department_id not in found:
            found.add(department_id)
            department_id = departments[department_id].parent_id
        return found
