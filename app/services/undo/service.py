"""The undo that windows call: the last operations, what undoing one would do, and doing it."""

import asyncio
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Final, Protocol

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.db.unit import Unit, WriteOrder
from app.models import Operation
from app.services.importing.outcomes import UndoResult
from app.services.importing.writing.feed import tell_many
from app.services.undo import operations
from app.services.undo.conversion import CONVERSION, check_conversion, give_back, keep_contacts, read_deals
from app.services.undo.merging import MERGES, give_back_merged
from app.services.undo.planning import Plan, Planner, Undone
from app.services.undo.reading import Target, read_targets
from app.services.undo.records import LeftItem, LeftReason, OperationRecord, UndoPreview, UndoReport
from app.services.undo.writing import Restorer
from app.services.workplace import Workplace

WHOLE: Final = 100
"""Records that one transaction undoes; more take several, each short."""

SHOWN: Final = 200
"""How many left items a report carries; the count tells of all."""

PAUSE_S: Final = 0.005
"""Between two transactions, so that others come to write."""

_AIM_S: Final = 0.15
_LARGEST: Final = 300
_FEWEST: Final = 20

Progress = Callable[[int, int], None]
"""Hears how many records of how many are looked at."""


class ImportUndo(Protocol):
    """The import undoes its own: the rows it brought have no lines to be walked one by one."""

    async def undo(self, operation_id: str) -> UndoResult: ...


class _Tally:
    """What an undo has done so far."""

    def __init__(self) -> None:
        self.restored = self.left_count = 0
        self.left: list[LeftItem] = []

    def leave(self, items: Sequence[LeftItem]) -> None:
        self.left_count += len(items)
        self.left += items[: SHOWN - len(self.left)]

    def add(self, plans: Iterable[Plan]) -> None:
        for plan in plans:
            self.restored += plan.does_something
            self.left_count += len(plan.left)
            self.left += plan.left[: SHOWN - len(self.left)]


class Undo:
    """Takes operations back, as far as nobody has changed since what they wrote."""

    def __init__(self, workplace: Workplace, imports: ImportUndo) -> None:
        self._workplace = workplace
        self._imports = imports

    async def last(self, limit: int = 20) -> tuple[OperationRecord, ...]:
        """The newest operations that can be undone: one's own, for supervisors the office's."""
        async with self._workplace.database.read() as session:
            found = await session.scalars(
                select(Operation)
                .where(operations.offered(self._workplace.rights))
                .order_by(Operation.at.desc(), Operation.id.desc())
                .limit(limit)
            )
            return await operations.to_records(session, self._workplace, found.all())

    async def newest(self, kind: str, count: int = 1) -> tuple[OperationRecord, ...]:
        """One's own newest operations of a kind that can be undone by oneself."""
        mine = Operation.actor_id == self._workplace.actor.employee_id
        if kind == CONVERSION and not operations.sees_all(self._workplace.rights):
            return ()
        async with self._workplace.database.read() as session:
            found = await session.scalars(
                select(Operation)
                .where(mine, Operation.kind == kind, operations.offered(self._workplace.rights))
                .order_by(Operation.at.desc(), Operation.id.desc())
                .limit(count)
            )
            return await operations.to_records(session, self._workplace, found.all())

    async def preview(self, operation_id: str) -> UndoPreview:
        """What undoing would do now; of an import only what it is, its own undo lists what it leaves.

        Raises what `undo` raises.
        """
        tally = _Tally()
        async with self._workplace.database.read(streams=True) as session:
            operation = await operations.find(session, self._workplace.rights, operation_id)
            (record,) = await operations.to_records(session, self._workplace, [operation])
            if operation.kind != operations.IMPORT:
                targets = await self._targets(session, operation)
                planner = Planner(self._workplace, self._undone(operation))
                for piece in _pieces(targets, WHOLE):
                    tally.add(await planner.plan(session, piece, lock=False))
        return UndoPreview(record, tally.restored, tally.left_count, tuple(tally.left))

    async def undo(self, operation_id: str, progress: Progress = lambda _done, _total: None) -> UndoReport:
        """Take an operation back; an undo that was interrupted goes on.

        Raises UserError: "operation_unknown", "operation_undone", "operation_not_undoable", "undo_running",
        "not_allowed", "conversion_worked_on" (deal), and those of an import's undo.
        """
        async with self._workplace.database.read(streams=True) as session:
            operation = await operations.find(session, self._workplace.rights, operation_id)
            targets = [] if operation.kind == operations.IMPORT else await self._targets(session, operation)
        if operation.kind == operations.IMPORT:
            return _report(await self._imports.undo(operation_id))
        tally = _Tally()
        if operation.kind in (CONVERSION, *MERGES) or len(targets) <= WHOLE:
            undo_id = await self._undo_whole(operation, targets, tally)
        else:
            undo_id = await self._undo_in_pieces(operation, targets, tally, progress)
        return UndoReport(undo_id, tally.restored, tally.left_count, tuple(tally.left))

    async def _targets(self, session: AsyncSession, operation: Operation) -> list[Target]:
        """The records to look at. Raises what a conversion's check raises."""
        targets = await read_targets(session, operation.id)
        if operation.kind == CONVERSION:
            await check_conversion(session, self._workplace, operation.id, targets)
            return await keep_contacts(session, targets, operation.id)
        return targets

    def _undone(self, operation: Operation) -> Undone:
        own = operation.actor_id == self._workplace.actor.employee_id
        return Undone(operation.id, own, whole=operation.kind == CONVERSION, merge=operation.kind in MERGES)

    async def _undo_whole(self, operation: Operation, targets: list[Target], tally: _Tally) -> str:
        """All in one transaction."""
        workplace = self._workplace
        order = workplace.order(operations.UNDO, undoes=operation.id, what=operation.kind)
        async with workplace.database.write(order) as unit:
            await operations.claim(unit, operation.id)
            if operation.kind == CONVERSION:  # once more, now that nobody can write in between
                targets = await self._targets(unit.session, operation)
            deals = await read_deals(unit.session, targets) if operation.kind == CONVERSION else {}
            plans = await self._restore(unit, operation, targets)
            await give_back(unit, deals)
            if operation.kind in MERGES:
                tally.leave(await give_back_merged(unit, operation))
        tally.add(plans)
        return order.operation_id

    async def _undo_in_pieces(
        self, operation: Operation, targets: list[Target], tally: _Tally, progress: Progress
    ) -> str:
        """Many short transactions under one operation."""
        workplace = self._workplace
        undo_id = await self._begin(operation)
        done, size = 0, WHOLE
        while done < len(targets):
            piece = targets[done : done + size]
            started = time.perf_counter()
            async with workplace.database.write(self._order(undo_id)) as unit:
                plans = await self._restore(unit, operation, piece)
                await tell_many(unit, workplace.database, _told(plans))
                await operations.renew(unit)
            tally.add(plans)
            done += len(piece)
            progress(done, len(targets))
            pace = _AIM_S / max(time.perf_counter() - started, 1e-3)
            size = min(_LARGEST, max(_FEWEST, int(len(piece) * min(2.0, pace))))
            await asyncio.sleep(PAUSE_S)
        async with workplace.database.write(self._order(undo_id)) as unit:
            await operations.claim(unit, operation.id)
            await operations.renew(unit, ended=True)
        return undo_id

    async def _begin(self, operation: Operation) -> str:
        """The undo's own operation, begun or taken over."""
        workplace = self._workplace
        order = workplace.order(operations.UNDO, undoes=operation.id, what=operation.kind)
        quiet = WriteOrder(order.kind, order.actor_id, order.at, order.operation_id, record=False)
        async with workplace.database.write(quiet) as unit:
            taken = await operations.interrupted(unit, operation.id)
        if taken is not None:
            return taken
        async with workplace.database.write(order) as unit:
            await operations.hold(unit)
        return order.operation_id

    def _order(self, undo_id: str) -> WriteOrder:
        """One more transaction of an undo that is written down already."""
        workplace = self._workplace
        return WriteOrder(
            operations.UNDO, workplace.actor.employee_id, workplace.now(), undo_id, record=False, quiet=True
        )

    async def _restore(self, unit: Unit, operation: Operation, targets: Sequence[Target]) -> list[Plan]:
        plans = await Planner(self._workplace, self._undone(operation)).plan(unit.session, targets, lock=True)
        await Restorer(self._workplace, operation.id).restore(unit, plans)
        return plans


def _told(plans: Iterable[Plan]) -> list[tuple[str, int | None]]:
    """Pairs of kind and responsible for the feed; handing over tells both."""
    found: list[tuple[str, int | None]] = []
    for plan in plans:
        if plan.does_something:
            found.append((plan.target.kind, plan.row.get("responsible_id")))
            found.append((plan.target.kind, plan.wanted.get("responsible_id", plan.row.get("responsible_id"))))
    return found


def _pieces(targets: Sequence[Target], size: int) -> Iterable[Sequence[Target]]:
    return (targets[start : start + size] for start in range(0, len(targets), size))


def _report(result: UndoResult) -> UndoReport:
    """An import's undo in the words of every other."""
    left = tuple(
        LeftItem(record.section, record.id, record.name, code, LeftReason.CHANGED)
        for record in result.left_records
        for code in (record.fields or ("",))
    )
    return UndoReport(result.operation_id, result.removed + result.restored, result.left, left)
