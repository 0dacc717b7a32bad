"""Operations that can be undone: which there are, who may undo them, and that each is undone once."""

from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import ColumnElement, and_, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from app.core.errors import UserError
from app.core.kinds import Kind, OperationState, Right, Scope
from app.db.unit import Unit
from app.models import Operation
from app.services.importing.writing.ledger import IMPORT, LEASE
from app.services.importing.writing.ledger import UNDO as IMPORT_UNDO
from app.services.rights import Rights
from app.services.undo.planning import TABLES, name_of
from app.services.undo.reading import CLIENTS, lines_of
from app.services.undo.records import OperationRecord
from app.services.workplace import Workplace

UNDO: Final = "operation.undo"
SECTIONS: Final = ("lead", "deal", "contact", "activity", "timeline")
"""First words of the kinds that can be undone."""

_NEVER: Final = (IMPORT_UNDO,)


def sees_all(rights: Rights) -> bool:
    """Whether others' operations are seen, too: by supervisors."""
    return rights.scope(Kind.LEAD, Right.CHANGE) in (Scope.DEPARTMENT, Scope.ALL)


def offered(rights: Rights) -> ColumnElement[bool]:
    """The operations that this employee may undo, as far as their kind and state go."""
    undoing = aliased(Operation)
    mine = Operation.actor_id == rights.employee_id
    return and_(
        or_(*(Operation.kind.startswith(f"{section}.") for section in SECTIONS)),
        Operation.kind.not_in(_NEVER),
        Operation.state == OperationState.DONE,
        exists().where(lines_of(Operation.__table__.c.id)),
        ~exists().where(undoing.undoes == Operation.id, undoing.state == OperationState.DONE),
        *(() if sees_all(rights) else (mine,)),
    )


async def find(session: AsyncSession, rights: Rights, operation_id: str) -> Operation:
    """An operation that may be undone now.

    Raises UserError: "operation_unknown", "operation_undone", "not_allowed", "operation_not_undoable".
    """
    operation = await session.get(Operation, operation_id)
    if operation is None:
        raise UserError("operation_unknown", operation=operation_id)
    if operation.state == OperationState.UNDONE:
        raise UserError("operation_undone", operation=operation_id)
    if operation.actor_id != rights.employee_id and not sees_all(rights):
        raise UserError("not_allowed", kind="operation", right="undo")
    allowed = await session.scalar(select(Operation.id).where(Operation.id == operation_id, offered(rights)))
    if allowed is None:
        raise UserError("operation_not_undoable", operation=operation_id)
    return operation


async def claim(unit: Unit, operation_id: str) -> None:
    """Say that this unit undoes the operation. Raises UserError("operation_undone") where somebody was faster."""
    claimed = await unit.session.scalar(
        update(Operation)
        .where(Operation.id == operation_id, Operation.state == OperationState.DONE)
        .values(state=OperationState.UNDONE)
        .returning(Operation.id)
    )
    if claimed is None:
        raise UserError("operation_undone", operation=operation_id)


async def hold(unit: Unit) -> None:
    """Put the unit's own operation into the state of running: it goes on in further transactions."""
    await unit.session.execute(
        update(Operation)
        .where(Operation.id == unit.operation_id)
        .values(state=OperationState.RUNNING, lease_until=unit.at + LEASE)
    )


async def renew(unit: Unit, *, ended: bool = False) -> None:
    """Say that the running operation is worked on, or has ended."""
    values: dict[str, object] = {"lease_until": None if ended else unit.at + LEASE}
    if ended:
        values["state"] = OperationState.DONE
    await unit.session.execute(update(Operation).where(Operation.id == unit.operation_id).values(**values))


async def interrupted(unit: Unit, operation_id: str) -> str | None:
    """An undo of the operation that its program left unfinished, taken over.

    Raises UserError("undo_running") where a program is still working on it.
    """
    row = (
        await unit.session.execute(
            select(Operation.id, Operation.lease_until).where(
                Operation.undoes == operation_id,
                Operation.kind == UNDO,
                Operation.state == OperationState.RUNNING,
            )
        )
    ).first()
    if row is None:
        return None
    taken = await unit.session.scalar(
        update(Operation)
        .where(Operation.id == row.id, or_(Operation.lease_until.is_(None), Operation.lease_until <= unit.at))
        .values(lease_until=unit.at + LEASE)
        .returning(Operation.id)
    )
    if taken is None:
        raise UserError("undo_running", operation=operation_id)
    return str(taken)


async def to_records(
    session: AsyncSession, workplace: Workplace, operations: Sequence[Operation]
) -> tuple[OperationRecord, ...]:
    """Operations as lists show them, with the names of the clients they were about."""
    about = {one.id: (one.kind.split(".")[0], _number(one.params.get("ref"))) for one in operations}
    names = await _names(session, about.values())
    people = workplace.registry.all.employees
    return tuple(
        OperationRecord(
            id=one.id,
            kind=one.kind,
            at=one.at,
            actor_id=one.actor_id,
            actor_name=people[one.actor_id].name if one.actor_id is not None else "",
            section=about[one.id][0],
            record_id=about[one.id][1],
            name=names.get(about[one.id], ""),
            params=dict(one.params),
        )
        for one in operations
    )


async def _names(
    session: AsyncSession, about: Iterable[tuple[str, int | None]]
) -> dict[tuple[str, int | None], str]:
    found: dict[tuple[str, int | None], str] = {}
    wanted = set(about)
    for kind in CLIENTS:
        ids = [number for section, number in wanted if section == kind and number is not None]
        table = TABLES[kind]
        columns = (table.c.id, table.c.title, table.c.last_name, table.c.first_name, table.c.middle_name)
        rows = await session.execute(select(*columns).where(table.c.id.in_(ids))) if ids else None
        for row in rows.mappings() if rows is not None else ():
            found[kind, row["id"]] = name_of(kind, {str(key): value for key, value in row.items()})
    return found


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


__all__ = ["IMPORT", "UNDO", "claim", "find", "hold", "interrupted", "offered", "renew", "to_records"]
