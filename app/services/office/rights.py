"""The rights matrix: what each role may do with what, and how far; the server follows every change of it."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Final

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.kinds import Kind, Right, Scope
from app.core.text import clean_line, normalise
from app.models import Employee, Login, Role, RoleRight
from app.services.office.base import OfficePage, require_seen
from app.services.presets import load_preset

Cell = tuple[str, str, str]
"""Role code, kind and right."""
Matrix = Mapping[Cell, Scope]

SETTINGS_CELL: Final = (Kind.SETTINGS.value, Right.CHANGE.value)
WHOLE_ONLY: Final = frozenset({(Kind.SETTINGS.value, Right.READ.value), SETTINGS_CELL})
"""What one has for the whole office or not at all."""


@dataclass(frozen=True, slots=True)
class RoleRecord:
    """A role and who has it, by name, those who work here."""

    code: str
    name: str
    people: tuple[str, ...]


class OfficeRights(OfficePage):
    """Read and save the matrix of all roles; roles of the office's own are added and renamed at once."""

    async def roles(self) -> tuple[RoleRecord, ...]:
        """The roles in their order."""
        async with self._workplace.database.read() as session:
            rows = (await session.execute(select(Role.code, Role.name).order_by(Role.position, Role.id))).all()
        people = self._workplace.registry.employees()
        return tuple(
            RoleRecord(row.code, row.name, tuple(one.name for one in people if one.role_code == row.code))
            for row in rows
        )

    async def stored(self) -> Matrix:
        """Every cell that there is; one that there isn't doesn't apply to its kind."""
        async with self._workplace.database.read() as session:
            return await _stored(session)

    async def usual(self) -> Matrix:
        """As the preset fills it; a role of the office's own has nothing usual."""
        setting = self._workplace.registry.setting
        preset = await asyncio.to_thread(load_preset, str(setting("preset")), str(setting("language")))
        return {(role.code, cell.kind, cell.right.value): cell.scope for role in preset.roles for cell in role.rights}

    async def save(self, seen: Matrix, wanted: Matrix) -> None:
        """Store the cells that differ.

        Raises UserError: "not_allowed", "right_unsuitable", "last_administrator"; Conflict("settings_changed").
        """
        for (_role, kind, right), scope in wanted.items():
            if (kind, right) in WHOLE_ONLY and scope not in (Scope.NONE, Scope.ALL):
                raise UserError("right_unsuitable", kind=kind, right=right)
        async with self._changing("rights") as (unit, _dictionaries):
            before = await _stored(unit.session)
            require_seen(dict(seen), dict(before))
            if before.keys() != wanted.keys():
                raise UserError("right_unsuitable", kind="", right="")
            ids = {row.code: row.id for row in await unit.session.execute(select(Role.code, Role.id))}
            for cell, scope in wanted.items():
                if before[cell] is not scope:
                    role, kind, right = cell
                    same = (RoleRight.role_id == ids[role]) & (RoleRight.kind == kind) & (RoleRight.right == right)
                    await unit.session.execute(update(RoleRight).where(same).values(scope=scope.value))
            await _require_administrator(unit.session)
            unit.touch(Kind.EMPLOYEE)

    async def add_role(self, name: str, like: str) -> str:
        """A role of the office's own, with the rights that another one has; its code.

        Raises UserError: "not_allowed", "name_missing", "role_name_taken", "role_unknown".
        """
        async with self._changing("role") as (unit, _dictionaries):
            name = await self._free_name(unit.session, name, None)
            model = await unit.session.scalar(select(Role.id).where(Role.code == like))
            if model is None:
                raise UserError("role_unknown", role=like)
            codes = set(await unit.session.scalars(select(Role.code)))
            code = next(one for one in (f"own_{number}" for number in count(1)) if one not in codes)
            place = await unit.session.scalar(select(func.max(Role.position))) or 0
            added = insert(Role).values(code=code, name=name, position=place + 1).returning(Role.id)
            role_id = (await unit.session.execute(added)).scalar_one()
            cells = await unit.session.execute(
                select(RoleRight.kind, RoleRight.right, RoleRight.scope).where(RoleRight.role_id == model)
            )
            copied = [
                {"role_id": role_id, "kind": kind, "right": right, "scope": scope} for kind, right, scope in cells
            ]
            await unit.session.execute(insert(RoleRight), copied)
            return code

    async def rename_role(self, code: str, name: str) -> None:
        """Raises UserError: "not_allowed", "name_missing", "role_name_taken"."""
        async with self._changing("role") as (unit, _dictionaries):
            name = await self._free_name(unit.session, name, code)
            await unit.session.execute(update(Role).where(Role.code == code).values(name=name))
            unit.touch(Kind.EMPLOYEE)

    async def _free_name(self, session: AsyncSession, name: str, code: str | None) -> str:
        name = clean_line(name)
        if not name:
            raise UserError("name_missing")
        others = await session.scalars(select(Role.name).where(Role.code != (code or "")))
        if normalise(name) in map(normalise, others):
            raise UserError("role_name_taken", name=name)
        return name


async def _stored(session: AsyncSession) -> Matrix:
    rows = await session.execute(
        select(Role.code, RoleRight.kind, RoleRight.right, RoleRight.scope).join(Role, Role.id == RoleRight.role_id)
    )
    return {(row.code, row.kind, row.right): Scope(row.scope) for row in rows}


async def _require_administrator(session: AsyncSession) -> None:
    """Somebody who signs in keeps the right to change the settings. Raises UserError("last_administrator")."""
    kind, right = SETTINGS_CELL
    left = (
        select(Employee.id)
        .join(RoleRight, RoleRight.role_id == Employee.role_id)
        .join(Login, Login.employee_id == Employee.id)
        .where(
            Employee.active, RoleRight.kind == kind, RoleRight.right == right, RoleRight.scope == Scope.ALL.value
        )
        .limit(1)
    )  # fmt: skip
    if await session.scalar(left) is None:
        raise UserError("last_administrator")
