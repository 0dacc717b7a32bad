"""The people of the office: who works here, who is invited, who left and to whom their work went."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.kinds import HistoryOp, Kind, Right, Scope
from app.core.text import clean_line, display_name, sort_key
from app.db.server import verifier
from app.db.unit import Unit
from app.models import Department, Employee, History, Invitation, Login, Role, RoleRight
from app.services.bulk import Bulk
from app.services.people import accounts
from app.services.people.codes import LASTS, new_code
from app.services.people.departments import Departments
from app.services.people.handing_over import Handing, Progress
from app.services.people.logins import normalise_login
from app.services.people.passwords import check_password, hash_password, matches
from app.services.people.server_sign_in import connect_as
from app.services.people.workplaces import relearn
from app.services.records.people import (
    HandedOver,
    InvitationRecord,
    InvitationState,
    Invited,
    NewPerson,
    PersonRecord,
)
from app.services.workplace import Workplace


class People:
    """Inviting and the like takes the right to change the settings; one's own password everyone changes."""

    def __init__(self, workplace: Workplace, bulk: Bulk) -> None:
        self._workplace = workplace
        self._handing = Handing(workplace, bulk)
        self.departments = Departments(workplace)

    async def all(self) -> tuple[PersonRecord, ...]:
        """Everyone by name, those who left last. Raises UserError("not_allowed")."""
        self._require()
        now = self._workplace.now()
        async with self._workplace.database.read() as session:
            logins: dict[int, list[str]] = defaultdict(list)
            for employee_id, value in await session.execute(select(Login.employee_id, Login.value).order_by(Login.id)):
                logins[employee_id].append(value)
            newest = select(func.max(Invitation.id)).group_by(Invitation.employee_id)
            found = await session.scalars(select(Invitation).where(Invitation.id.in_(newest)))
            invitations = {one.employee_id: _record(one, now) for one in found}
            signed_in = (
                select(History.at)
                .where(
                    History.kind == Kind.EMPLOYEE, History.ref == Employee.id, History.op == HistoryOp.SIGN_IN,
                )
                .order_by(History.id.desc()).limit(1).scalar_subquery()
            )  # fmt: skip
            rows = await session.execute(
                select(
                    Employee.id, Employee.name, Employee.active, Role.code, Department.id, Department.name,
                    Employee.last_name, Employee.first_name, signed_in,
                )
                .join(Role, Role.id == Employee.role_id)
                .outerjoin(Department, Department.id == Employee.department_id)
                .order_by(Employee.active.desc(), Employee.sort_key, Employee.id)
            )  # fmt: skip
            return tuple(
                PersonRecord(number, name, tuple(logins[number]), role, department_id, department or "", active,
                             invitations.get(number), last, first, at)
                for number, name, active, role, department_id, department, last, first, at in rows
            )  # fmt: skip

    async def my_login(self) -> str:
        """What the signed-in employee signs in with; the oldest of several. Raises UserError("login_missing")."""
        me = self._workplace.actor.employee_id
        async with self._workplace.database.read() as session:
            found = await session.scalar(select(Login.value).where(Login.employee_id == me).order_by(Login.id).limit(1))
        if found is None:
            raise UserError("login_missing", id=me)
        return str(found)

    async def invite(self, person: NewPerson) -> Invited:
        """Add a person, or the one an import named, with a one-time code that lasts a week.

        Raises UserError: "not_allowed", "login_unsuitable", "login_taken", "role_unknown", "department_unknown".
        """
        self._require()
        normal = normalise_login(person.login)
        workplace = self._workplace
        async with workplace.database.write(workplace.order("employee.invite")) as unit:
            await self._require_free(unit.session, normal, person.employee_id)
            employee_id = await self._put(unit, person)
            login_id = await self._login(unit, employee_id, person.login, normal)
            return await self._send(unit, employee_id, login_id, person.login)

    async def send_again(self, employee_id: int) -> Invited:
        """A new code, for an invitation that expired and for a password that was forgotten.

        From now on the old code or password is worth nothing. Raises UserError: "not_allowed", "login_missing".
        """
        self._require()
        workplace = self._workplace
        async with workplace.database.write(workplace.order("employee.code", ref=employee_id)) as unit:
            row = (
                await unit.session.execute(
                    select(Login.id, Login.value)
                    .join(Employee, Employee.id == Login.employee_id)
                    .where(Login.employee_id == employee_id, Employee.active)
                    .order_by(Login.id)
                    .limit(1)
                )
            ).one_or_none()
            if row is None:
                raise UserError("login_missing", id=employee_id)
            invited = await self._send(unit, employee_id, row.id, row.value)
        await self._end_sessions(employee_id)
        return invited

    async def correct(self, employee_id: int, person: NewPerson) -> Invited | None:
        """Change login, name, role and department; another login of somebody who hasn't come yet gets a new code.

        Raises what `invite` raises, and "last_administrator".
        """
        self._require()
        normal = normalise_login(person.login)
        workplace = self._workplace
        async with workplace.database.write(workplace.order("employee.correct", ref=employee_id)) as unit:
            await self._require_free(unit.session, normal, employee_id)
            await self._put(unit, person, employee_id)
            await self._require_administrator(unit.session)
            old = (
                await unit.session.execute(
                    select(Login.id, Login.normal).where(Login.employee_id == employee_id).order_by(Login.id).limit(1)
                )
            ).one_or_none()
            if old is not None and old.normal == normal:
                return None
            if old is not None:
                await accounts.forget(unit, old.id)
                await unit.session.execute(delete(Login).where(Login.id == old.id))
            login_id = await self._login(unit, employee_id, person.login, normal)
            return await self._send(unit, employee_id, login_id, person.login)

    async def withdraw(self, employee_id: int) -> None:
        """The code of an invitation lets nobody in any more. Raises UserError: "not_allowed", "not_invited"."""
        self._require()
        workplace = self._workplace
        async with workplace.database.write(workplace.order("employee.withdraw", ref=employee_id)) as unit:
            waiting = select(Invitation.id).where(
                Invitation.employee_id == employee_id,
                Invitation.accepted_at.is_(None),
                Invitation.withdrawn_at.is_(None),
            )
            if await unit.session.scalar(waiting.limit(1)) is None:
                raise UserError("not_invited", id=employee_id)
            await accounts.close(unit, employee_id)
            unit.touch(Kind.EMPLOYEE, employee_id)

    async def change_password(self, login: str, old: str, new: str) -> None:
        """Set one's own password. Raises UserError: "sign_in_refused" for a wrong old one, "password_short"."""
        check_password(new)
        workplace, me = self._workplace, self._workplace.actor.employee_id
        if workplace.database.is_sqlite:
            async with workplace.database.read() as session:
                stored = await session.scalar(select(Employee.password_hash).where(Employee.id == me))
            if not await matches(old, stored):
                raise UserError("sign_in_refused")
            fresh = await hash_password(new)
            async with workplace.database.write(workplace.order("employee.password")) as unit:
                await unit.session.execute(update(Employee).where(Employee.id == me).values(password_hash=fresh))
            return
        proof = await connect_as(workplace.database.url, login, old)
        await proof.close()
        async with workplace.database.write(workplace.order("employee.password")) as unit:
            await unit.session.execute(select(func.set_my_password(verifier(new))))
        workplace.database.take_password(new)

    async def deactivate(
        self, employee_id: int, heir_id: int | None = None, progress: Progress = lambda _done, _total: None
    ) -> HandedOver:
        """Let somebody in no more, end what they have open, and give what they are responsible for to another.

        Raises UserError: "not_allowed", "self_deactivated", "last_administrator", "responsible_left" (of the heir).
        """
        self._require()
        workplace = self._workplace
        if employee_id == workplace.actor.employee_id:
            raise UserError("self_deactivated")
        async with workplace.database.write(workplace.order("employee.deactivate", ref=employee_id)) as unit:
            await unit.session.execute(update(Employee).where(Employee.id == employee_id).values(active=False))
            await self._require_administrator(unit.session)
            await accounts.close(unit, employee_id)
            unit.touch(Kind.EMPLOYEE, employee_id)
        await self._end_sessions(employee_id)
        await relearn(workplace)
        if heir_id is None:
            return HandedOver(())
        return await self._handing.hand_over(employee_id, heir_id, progress)

    async def reactivate(self, employee_id: int) -> Invited:
        """Take somebody back who left: by a new code."""
        self._require()
        workplace = self._workplace
        async with workplace.database.write(workplace.order("employee.reactivate", ref=employee_id)) as unit:
            await unit.session.execute(update(Employee).where(Employee.id == employee_id).values(active=True))
            unit.touch(Kind.EMPLOYEE, employee_id)
        await relearn(workplace)
        return await self.send_again(employee_id)

    def _require(self) -> None:
        self._workplace.rights.require(Kind.SETTINGS, Right.CHANGE)

    async def _end_sessions(self, employee_id: int) -> None:
        """After the commit, so that nobody comes back in between."""
        if not self._workplace.database.is_sqlite and employee_id != self._workplace.actor.employee_id:
            async with self._workplace.database.read() as session:
                await session.execute(select(func.end_sessions(employee_id)))

    async def _put(self, unit: Unit, person: NewPerson, employee_id: int | None = None) -> int:
        """Write the person's row; returns its number."""
        registry = self._workplace.registry
        role_id = await unit.session.scalar(select(Role.id).where(Role.code == person.role_code))
        if role_id is None:
            raise UserError("role_unknown", role=person.role_code)
        if person.department_id is not None and person.department_id not in registry.all.departments:
            raise UserError("department_unknown", department=person.department_id)
        last, first = clean_line(person.last_name), clean_line(person.first_name)
        columns: dict[str, object] = {"role_id": role_id, "department_id": person.department_id, "active": True}
        known = employee_id or person.employee_id
        if last or first or known is None:
            name = display_name(last, first, "") or clean_line(person.login)
            columns |= {"last_name": last, "first_name": first, "name": name, "sort_key": sort_key(name)}
        if known is not None:
            await unit.session.execute(update(Employee).where(Employee.id == known).values(**columns))
        else:
            added = insert(Employee).values(**columns, created_at=unit.at).returning(Employee.id)
            known = (await unit.session.execute(added)).scalar_one()
        unit.touch(Kind.EMPLOYEE, known)
        return known

    async def _login(self, unit: Unit, employee_id: int, value: str, normal: str) -> int:
        """The login's row, made where it isn't there."""
        there = await unit.session.scalar(
            select(Login.id).where(Login.employee_id == employee_id, Login.normal == normal)
        )
        if there is not None:
            return there
        added = insert(Login).values(employee_id=employee_id, value=clean_line(value), normal=normal)
        return (await unit.session.execute(added.returning(Login.id))).scalar_one()

    async def _send(self, unit: Unit, employee_id: int, login_id: int, login: str) -> Invited:
        code, until = new_code(), unit.at + LASTS
        await accounts.open_with_code(unit, login_id, code, until)
        unit.touch(Kind.EMPLOYEE, employee_id)
        return Invited(employee_id, clean_line(login), code, until)

    async def _require_free(self, session: AsyncSession, normal: str, employee_id: int | None) -> None:
        owner = await session.scalar(select(Login.employee_id).where(Login.normal == normal))
        if owner is not None and owner != employee_id:
            raise UserError("login_taken", name=self._workplace.registry.employee(owner).name)

    async def _require_administrator(self, session: AsyncSession) -> None:
        """Somebody must stay who can change the settings. Raises UserError("last_administrator")."""
        left = (
            select(Employee.id)
            .join(RoleRight, RoleRight.role_id == Employee.role_id)
            .join(Login, Login.employee_id == Employee.id)
            .where(
                Employee.active, RoleRight.kind == Kind.SETTINGS, RoleRight.right == Right.CHANGE,
                RoleRight.scope != Scope.NONE,
            )
            .limit(1)
        )  # fmt: skip
        if await session.scalar(left) is None:
            raise UserError("last_administrator")


def _record(one: Invitation, now: datetime) -> InvitationRecord:
    if one.accepted_at is not None:
        state = InvitationState.ACCEPTED
    elif one.withdrawn_at is not None:
        state = InvitationState.WITHDRAWN
    else:
        state = InvitationState.WAITING if one.expires_at > now else InvitationState.EXPIRED
    return InvitationRecord(one.employee_id, one.login, state, one.created_at, one.created_by, one.expires_at)
