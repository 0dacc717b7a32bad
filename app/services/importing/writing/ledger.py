"""How far an import has come, kept in the same transactions as its rows, under a lease that a dead program loses."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import Conflict, UserError
from app.core.kinds import OperationState
from app.db.unit import Unit, WriteOrder
from app.models import ImportBatch, Operation
from app.services.importing.outcomes import Counts, UnfinishedImport
from app.services.importing.request import ImportRequest, request_from_json
from app.services.importing.writing.names import NameIds, names_from_json
from app.services.workplace import Workplace

IMPORT: Final = "lead.import"
UNDO: Final = "lead.import.undo"
LEASE: Final = timedelta(seconds=10)
"""How long after its last batch a running import counts as alive; each batch takes a fraction of a second."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An import as the database knows it."""

    operation_id: str
    request: ImportRequest
    names: NameIds
    file_sha256: str
    started_at: datetime
    actor_id: int | None
    state: OperationState
    next_row: int
    """Rows committed, counted from the file's first; the next one to take."""
    counts: Counts


def batch_order(workplace: Workplace, kind: str, operation_id: str) -> WriteOrder:
    """The order of one more transaction of an operation that is written down already."""
    return WriteOrder(
        kind, workplace.actor.employee_id, workplace.now(), operation_id, record=False, quiet=True
    )  # fmt: skip


async def begin(unit: Unit, request: ImportRequest, names: NameIds, file_sha256: str) -> None:
    """Write the import down as running; the unit's own operation is the import."""
    await hold(unit, unit.operation_id)
    await unit.session.execute(
        insert(ImportBatch).values(
            operation_id=unit.operation_id,
            file_name=request.path.name,
            file_sha256=file_sha256,
            plan={"request": request.to_json(), "names": names.to_json()},
        )
    )


async def hold(unit: Unit, operation_id: str) -> None:
    """Put an operation into the state of running, for this program."""
    await unit.session.execute(
        update(Operation)
        .where(Operation.id == operation_id)
        .values(state=OperationState.RUNNING, lease_until=unit.at + LEASE)
    )


async def read_entry(session: AsyncSession, operation_id: str) -> Entry:
    """An import. Raises UserError("import_unknown") where there is none of this number."""
    row = (
        await session.execute(
            select(Operation, ImportBatch)
            .join(ImportBatch, ImportBatch.operation_id == Operation.id)
            .where(Operation.id == operation_id)
        )
    ).one_or_none()
    if row is None:
        raise UserError("import_unknown", operation=operation_id)
    operation, batch = row
    return Entry(
        operation_id=operation.id,
        request=request_from_json(batch.plan["request"]),
        names=names_from_json(batch.plan["names"]),
        file_sha256=batch.file_sha256,
        started_at=operation.at,
        actor_id=operation.actor_id,
        state=OperationState(operation.state),
        next_row=batch.next_row,
        counts=Counts(batch.added, batch.updated, batch.skipped, batch.rejected),
    )


async def running(session: AsyncSession) -> tuple[UnfinishedImport, ...]:
    """Imports, and undoings of imports, that have not ended, the newest first; somebody may be working on them."""
    found = []
    rows = await session.execute(
        select(Operation.id, Operation.undoes, Operation.lease_until)
        .where(Operation.state == OperationState.RUNNING, Operation.kind.in_((IMPORT, UNDO)))
        .order_by(Operation.at.desc())
    )
    for operation_id, undoes, lease_until in rows.all():
        entry = await read_entry(session, undoes or operation_id)
        found.append(
            UnfinishedImport(
                operation_id=entry.operation_id,
                path=entry.request.path,
                file_sha256=entry.file_sha256,
                started_at=entry.started_at,
                actor_id=entry.actor_id,
                counts=entry.counts,
                total=entry.request.total,
                undoing=undoes is not None,
                lease_until=lease_until,
            )
        )
    return tuple(found)


async def take(unit: Unit, operation_id: str) -> None:
    """Take over a running operation that nobody works on.

    Raises UserError: "import_running" where somebody does, "import_ended" where it isn't running any more.
    """
    taken = await unit.session.scalar(
        update(Operation)
        .where(
            Operation.id == operation_id,
            Operation.state == OperationState.RUNNING,
            or_(Operation.lease_until.is_(None), Operation.lease_until <= unit.at),
        )
        .values(lease_until=unit.at + LEASE)
        .returning(Operation.id)
    )
    if taken is None:
        state = await unit.session.scalar(select(Operation.state).where(Operation.id == operation_id))
        running = state == OperationState.RUNNING
        raise UserError("import_running" if running else "import_ended", operation=operation_id)


async def advance(unit: Unit, entry: Entry, counts: Counts) -> Entry:
    """Move on by the rows of one batch, in the transaction that writes them.

    Raises Conflict("import_taken_over") where another program has gone on with this import meanwhile.
    """
    following = replace(entry, next_row=entry.next_row + counts.rows, counts=entry.counts + counts)
    moved = await unit.session.scalar(
        update(ImportBatch)
        .where(ImportBatch.operation_id == entry.operation_id, ImportBatch.next_row == entry.next_row)
        .values(
            next_row=following.next_row,
            rows=following.counts.rows,
            added=following.counts.added,
            updated=following.counts.updated,
            skipped=following.counts.skipped,
            rejected=following.counts.rejected,
        )
        .returning(ImportBatch.operation_id)
    )
    if moved is None:
        raise Conflict("import_taken_over", operation=entry.operation_id)
    await renew(unit, entry.operation_id)
    return following


async def renew(unit: Unit, operation_id: str) -> None:
    """Hold the lease for longer. Raises Conflict("import_taken_over") where the operation is not running any more."""
    held = await unit.session.scalar(
        update(Operation)
        .where(Operation.id == operation_id, Operation.state == OperationState.RUNNING)
        .values(lease_until=unit.at + LEASE)
        .returning(Operation.id)
    )
    if held is None:
        raise Conflict("import_taken_over", operation=operation_id)


async def release(unit: Unit, operation_id: str) -> None:
    """Stop working on an operation that stays unfinished; it can be taken at once."""
    await unit.session.execute(
        update(Operation)
        .where(Operation.id == operation_id, Operation.state == OperationState.RUNNING)
        .values(lease_until=None)
    )


async def end(unit: Unit, operation_id: str, state: OperationState) -> None:
    """Say how an operation ended."""
    await unit.session.execute(
        update(Operation).where(Operation.id == operation_id).values(state=state, lease_until=None)
    )
