"""Takes a plan of first calls back: its untouched activities go, leads return to whom they belonged before."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import ColumnElement, Row, Select, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.kinds import HistoryOp, Kind, OperationState, TimelineKind
from app.db.unit import Unit, WriteOrder
from app.models import Activity, History, Lead, Operation, TimelineItem
from app.services.importing.first_calls.reading import untouched_activity
from app.services.importing.first_calls.records import Progress, Withdrawn
from app.services.importing.writing import ledger
from app.services.importing.writing.feed import tell_many
from app.services.importing.writing.pace import PAUSE_S
from app.services.workplace import Workplace

SPREAD: Final = "lead.first_calls"
PARK: Final = "lead.park"
UNDO: Final = "lead.first_calls.undo"
KINDS: Final = (SPREAD, PARK, UNDO)

_ROWS: Final = 200
"""Activities in one transaction."""

_Activity = Row[int, int | None, int, bool]
"""Number, lead, responsible, and whether nobody has touched it."""


@dataclass(slots=True)
class Withdrawal:
    """One undo. An undo that was interrupted is begun again: what it has taken back already stays so."""

    workplace: Workplace
    operation_id: str
    progress: Callable[[Progress], None]
    _removed: int = field(default=0, init=False)
    _left: int = field(default=0, init=False)

    async def run(self) -> Withdrawn:
        """Raises UserError: "import_unknown" where no plan has this number, "import_running", "first_calls_undone"."""
        database = self.workplace.database
        order = self.workplace.order(UNDO, undoes=self.operation_id)
        async with database.write(order) as unit:
            import_id = await self._taken(unit)
        total = await self._total()
        last, done = 0, 0
        while True:
            async with database.write(self._batch_order(order)) as unit:
                rows = (await unit.session.execute(_made(self.operation_id, import_id, last))).all()
                if not rows:
                    await ledger.end(unit, self.operation_id, OperationState.UNDONE)
                    break
                await self._withdraw(unit, import_id, rows)
            last, done = int(rows[-1].id), done + len(rows)
            self.progress(Progress(done, total))
            await asyncio.sleep(PAUSE_S)
        return Withdrawn(order.operation_id, self._removed, self._left)

    def _batch_order(self, order: WriteOrder) -> WriteOrder:
        return ledger.batch_order(self.workplace, order.kind, order.operation_id)

    async def _taken(self, unit: Unit) -> str:
        """The import whose leads were planned for; a plan that a killed program left is ended first."""
        found = await unit.session.get(Operation, self.operation_id)
        if found is None or found.kind not in (SPREAD, PARK):
            raise UserError("import_unknown", operation=self.operation_id)
        if found.state == OperationState.UNDONE:
            raise UserError("first_calls_undone")
        if found.state == OperationState.RUNNING:
            await ledger.take(unit, self.operation_id)
            await ledger.end(unit, self.operation_id, OperationState.DONE)
        return str(found.params["import_id"])

    async def _total(self) -> int:
        async with self.workplace.database.read() as session:
            made = select(func.count()).where(*_created(self.operation_id))
            return await session.scalar(made) or 0

    async def _withdraw(self, unit: Unit, import_id: str, rows: Sequence[_Activity]) -> None:
        free = [row for row in rows if row.untouched]
        await unit.session.execute(
            update(Activity)
            .where(Activity.id.in_([row.id for row in free]))
            .values(deleted_at=unit.at, version=Activity.version + 1)
        )
        told = [(kind, row.responsible_id) for row in free for kind in (Kind.ACTIVITY, Kind.LEAD)]
        told += await self._hand_back(unit, import_id, [row.lead_id for row in free if row.lead_id])
        await tell_many(unit, self.workplace.database, told)
        self._removed += len(free)
        self._left += len(rows) - len(free)

    async def _hand_back(self, unit: Unit, import_id: str, leads: list[int]) -> list[tuple[Kind, int]]:
        """Leads that the plan handed over return, unless somebody has handed them on since."""
        by_pair: dict[tuple[int, int], list[int]] = defaultdict(list)
        for lead_id, (before, after) in (await _handed_over(unit.session, self.operation_id, leads)).items():
            by_pair[before, after].append(lead_id)
        for (before, after), ids in sorted(by_pair.items()):
            returned = (
                await unit.session.scalars(
                    update(Lead)
                    .where(Lead.id.in_(ids), Lead.responsible_id == after)
                    .values(
                        responsible_id=before, version=Lead.version + 1, updated_at=unit.at,
                        updated_by=unit.order.actor_id,
                    )
                    .returning(Lead.id)
                )
            ).all()  # fmt: skip
            await unit.session.execute(
                update(TimelineItem)
                .where(
                    TimelineItem.lead_id.in_(returned),
                    TimelineItem.import_id == import_id,
                    TimelineItem.kind == TimelineKind.RESPONSIBLE,
                )
                .values(deleted_at=unit.at)
            )
        return [(Kind.LEAD, who) for pair in by_pair for who in pair]


def _created(operation_id: str) -> tuple[ColumnElement[bool], ...]:
    return (History.operation_id == operation_id, History.kind == "activity", History.op == HistoryOp.CREATE)


def _made(operation_id: str, import_id: str, after: int) -> Select[int, int | None, int, bool]:
    """The next activities that a plan made, without those that are gone already."""
    untouched = case(((Activity.import_id == import_id) & untouched_activity(), True), else_=False)
    return (
        select(Activity.id, Activity.lead_id, Activity.responsible_id, untouched.label("untouched"))
        .join(History, History.ref == Activity.id)
        .where(*_created(operation_id), Activity.deleted_at.is_(None), Activity.id > after)
        .order_by(Activity.id)
        .limit(_ROWS)
    )


async def _handed_over(session: AsyncSession, operation_id: str, leads: list[int]) -> dict[int, tuple[int, int]]:
    """Whom the leads belonged to before the plan and after it."""
    rows = await session.execute(
        select(History.ref, History.changes).where(
            History.operation_id == operation_id,
            History.kind == Kind.LEAD,
            History.op == HistoryOp.CHANGE,
            History.ref.in_(leads),
        )
    )
    found: dict[int, tuple[int, int]] = {}
    for ref, changes in rows:
        match (changes or {}).get("responsible_id"):
            case [int(before), int(after)]:
                found[ref or 0] = (before, after)
    return found


async def versions_of_plans(session: AsyncSession, leads: list[int]) -> dict[int, int]:
    """How many versions of each lead come from plans of first calls and their undo, not from people's work."""
    rows = await session.execute(
        select(History.ref, func.count())
        .join(Operation, Operation.id == History.operation_id)
        .where(
            History.kind == Kind.LEAD,
            History.ref.in_(leads),
            History.op == HistoryOp.CHANGE,
            Operation.kind.in_(KINDS),
        )
        .group_by(History.ref)
    )
    return {ref or 0: count for ref, count in rows}


def not_of_plans(import_id: str) -> ColumnElement[bool]:
    """Activities but those that a plan for this import made and nobody touched, or that went with its undo."""
    of_plan = (Activity.import_id == import_id) & (Activity.deleted_at.is_not(None) | untouched_activity())
    return Activity.import_id.is_(None) | ~of_plan
