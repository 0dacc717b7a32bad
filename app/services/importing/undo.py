"""Undo of a whole import: what it brought goes to the bin, what it filled is emptied; work done since is left alone."""

import time
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from typing import Final

from sqlalchemy import ColumnElement, Row, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.kinds import Kind, OperationState, Right, TimelineKind
from app.core.text import display_name
from app.db.unit import Unit
from app.models import Activity, Attachment, Contact, Deal, Employee, Lead, Login, Operation, Source, TimelineItem
from app.services.importing.first_calls.undo import not_of_plans, versions_of_plans
from app.services.importing.outcomes import Counts, ImportProgress, LeftRecord, UndoResult
from app.services.importing.unfill import filled_records, unfill
from app.services.importing.writing import ledger
from app.services.importing.writing.feed import tell_many
from app.services.importing.writing.ledger import UNDO, Entry
from app.services.importing.writing.matching import pieces
from app.services.importing.writing.names import names_told
from app.services.workplace import Workplace

_LEADS: Final = 500
_FILLED: Final = 20
"""Records in one transaction."""

SHOWN: Final = 200
"""How many left records a result carries; the count tells of all."""

_Lead = Row[int, int, int, str, str, str, str]
"""Number, version, responsible, title and the parts of the name."""


class Undoer:
    """Undoes one import in this process; `stopped` is asked between transactions."""

    def __init__(self, workplace: Workplace, stopped: Callable[[], bool] = lambda: False) -> None:
        self._workplace = workplace
        self._stopped = stopped
        self._left: list[LeftRecord] = []
        self._left_count = self._removed = self._restored = 0
        self.result: UndoResult | None = None
        """None where it was stopped before its end."""

    async def undo(self, operation_id: str) -> AsyncIterator[ImportProgress]:
        """Undo an import, finished or not, or go on with an undo that was interrupted.

        Raises UserError: "not_allowed", "import_unknown", "import_running", "import_undone".
        """
        workplace = self._workplace
        workplace.rights.require(Kind.LEAD, Right.IMPORT)
        undo_id, entry = await self._begun(operation_id)
        started, done, last = time.perf_counter(), 0, 0
        async with workplace.database.read() as session:
            filled = await filled_records(session, operation_id)
            total = len(filled) + await self._to_remove(session, operation_id)
        for piece in pieces(filled, _FILLED):
            if self._stopped():
                break
            async with workplace.database.write(ledger.batch_order(workplace, UNDO, undo_id)) as unit:
                owners = []
                for one in piece:
                    record, left = await unfill(unit, workplace, operation_id, one)
                    owners.append((one.section.name, record.row["responsible_id"]))
                    self._restored += 1
                    self._note([left] if left else [])
                await tell_many(unit, workplace.database, owners)
                await ledger.renew(unit, undo_id)
            done += len(piece)
            yield _progress(done, total, started)
        while not self._stopped() and (last := await self._remove_some(undo_id, operation_id, last)):
            done = min(total, done + _LEADS)
            yield _progress(done, total, started)
        await self._end(undo_id, entry)

    async def _begun(self, operation_id: str) -> tuple[str, Entry]:
        """The undo's own operation, begun or taken over, and the import."""
        workplace = self._workplace
        async with workplace.database.read() as session:
            entry = await ledger.read_entry(session, operation_id)
            interrupted = await session.scalar(
                select(Operation.id).where(Operation.undoes == operation_id, Operation.state == OperationState.RUNNING)
            )
        if interrupted is not None:
            async with workplace.database.write(ledger.batch_order(workplace, UNDO, interrupted)) as unit:
                await ledger.take(unit, interrupted)
            return interrupted, entry
        if entry.state is OperationState.UNDONE:
            raise UserError("import_undone", operation=operation_id)
        order = workplace.order(UNDO, undoes=operation_id)
        async with workplace.database.write(order) as unit:
            if entry.state is OperationState.RUNNING:
                await ledger.take(unit, operation_id)
                await ledger.end(unit, operation_id, OperationState.DONE)  # nobody goes on with it from now on
            await ledger.hold(unit, order.operation_id)
        return order.operation_id, entry

    async def _to_remove(self, session: AsyncSession, operation_id: str) -> int:
        return await session.scalar(select(func.count()).select_from(Lead).where(*_brought(operation_id, 0))) or 0

    async def _remove_some(self, undo_id: str, operation_id: str, after: int) -> int:
        """Put the next leads into the bin; the number of the last one looked at, 0 where there are no more."""
        workplace = self._workplace
        async with workplace.database.write(ledger.batch_order(workplace, UNDO, undo_id)) as unit:
            leads = (
                await unit.session.execute(
                    select(
                        Lead.id, Lead.version, Lead.responsible_id, Lead.title, Lead.last_name, Lead.first_name,
                        Lead.middle_name,
                    )
                    .where(*_brought(operation_id, after))
                    .order_by(Lead.id)
                    .limit(_LEADS)
                    .with_for_update()
                )
            ).all()  # fmt: skip
            if not leads:
                return 0
            worked_on = await _worked_on(unit.session, operation_id, leads)
            free = [lead.id for lead in leads if lead.id not in worked_on]
            await unit.session.execute(
                update(Lead)
                .where(Lead.id.in_(free))
                .values(deleted_at=unit.at, deleted_by=unit.order.actor_id, version=Lead.version + 1)
            )
            await tell_many(
                unit, workplace.database, [(Kind.LEAD, lead.responsible_id) for lead in leads if lead.id in set(free)]
            )
            await ledger.renew(unit, undo_id)
        self._removed += len(free)
        self._note([_left(lead) for lead in leads if lead.id in worked_on])
        return int(leads[-1].id)

    async def _end(self, undo_id: str, entry: Entry) -> None:
        workplace = self._workplace
        async with workplace.database.write(ledger.batch_order(workplace, UNDO, undo_id)) as unit:
            if self._stopped():
                await ledger.release(unit, undo_id)
                return
            await _remove_names(unit, entry)
            await tell_many(unit, workplace.database, names_told(entry.names))
            await ledger.end(unit, entry.operation_id, OperationState.UNDONE)
            await ledger.end(unit, undo_id, OperationState.DONE)
        async with workplace.database.read() as session:
            await workplace.registry.reload(session)
        self.result = UndoResult(undo_id, self._removed, self._restored, self._left_count, tuple(self._left))

    def _note(self, left: Sequence[LeftRecord]) -> None:
        self._left_count += len(left)
        self._left += left[: SHOWN - len(self._left)]


def _brought(operation_id: str, after: int) -> tuple[ColumnElement[bool], ...]:
    return (Lead.import_id == operation_id, Lead.deleted_at.is_(None), Lead.id > after)


async def _worked_on(session: AsyncSession, operation_id: str, leads: Sequence[_Lead]) -> set[int]:
    """Those of the leads that somebody changed, planned something for, commented, converted or gave a file.

    First calls that were planned for the whole import, and that nobody has touched since, are no such work.
    """
    ids = [lead.id for lead in leads]
    expected: dict[int, int] = {}
    lines = await session.execute(
        select(TimelineItem.lead_id, TimelineItem.params).where(
            TimelineItem.lead_id.in_(ids),
            TimelineItem.import_id == operation_id,
            TimelineItem.kind == TimelineKind.IMPORTED,
        )
    )
    for lead_id, params in lines:
        version = params.get("version")
        expected[lead_id or 0] = max(expected.get(lead_id or 0, 0), version if isinstance(version, int) else 0)
    planned = await versions_of_plans(session, ids)
    found = {lead.id for lead in leads if lead.version != expected.get(lead.id, 0) + planned.get(lead.id, 0)}
    others = (
        select(TimelineItem.lead_id).where(
            or_(TimelineItem.import_id.is_(None), TimelineItem.import_id != operation_id)
        ),
        select(Activity.lead_id).where(not_of_plans(operation_id)),
        select(Attachment.lead_id),
        select(Deal.lead_id),
    )
    for query in others:
        owner = query.selected_columns[0]
        found.update(number for number in await session.scalars(query.where(owner.in_(ids)).distinct()) if number)
    return found


async def _remove_names(unit: Unit, entry: Entry) -> None:
    """Take sources and employees away that came with the import and that nothing uses now."""
    used_source = exists().where(Lead.source_id == Source.id, Lead.deleted_at.is_(None))
    await unit.session.execute(
        update(Source)
        .where(Source.id.in_(entry.names.added_sources), Source.deleted_at.is_(None), ~used_source)
        .values(deleted_at=unit.at)
    )
    await unit.session.execute(
        update(Employee).where(Employee.id.in_(entry.names.added_employees), *_idle_employee()).values(active=False)
    )


def _idle_employee() -> Collection[ColumnElement[bool]]:
    owned = [
        exists().where(entity.responsible_id == Employee.id, entity.deleted_at.is_(None))
        for entity in (Lead, Deal, Contact, Activity)
    ]
    return (~exists().where(Login.employee_id == Employee.id), *(~one for one in owned))


def _left(lead: _Lead) -> LeftRecord:
    _, _, _, title, last, first, middle = lead
    return LeftRecord(Kind.LEAD, lead.id, display_name(last, first, middle) or title)


def _progress(done: int, total: int, started: float) -> ImportProgress:
    return ImportProgress(Counts(updated=done), total, done / max(time.perf_counter() - started, 1e-6))
