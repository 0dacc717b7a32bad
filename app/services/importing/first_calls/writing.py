"""Writes activities for the waiting leads of an import, batch by batch under one operation."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Row, Table, insert, select, update

from app.core.kinds import ActivityKind, ActivityState, Kind, OperationState, Right, TimelineKind
from app.db.unit import Unit, WriteOrder
from app.models import Activity, Lead, TimelineItem
from app.services.importing.first_calls.reading import waiting_leads
from app.services.importing.first_calls.records import Planned, Progress
from app.services.importing.first_calls.spreading import Appointment
from app.services.importing.writing import ledger
from app.services.importing.writing.feed import tell_many
from app.services.importing.writing.pace import PAUSE_S
from app.services.workplace import Workplace

_FEWEST: Final = 50
_MOST: Final = 500
_AIM_S: Final = 0.15
"""How long a transaction should take; nobody else writes on SQLite meanwhile."""

_Lead = Row[int, int, int | None]
"""Number, responsible and contact."""


@dataclass(frozen=True, slots=True)
class Activities:
    """What is planned for the leads of one import, all alike but for time and person."""

    import_id: str
    kind: ActivityKind
    subject: str
    minutes: int
    appoint: Callable[[int], Appointment | None]
    """Of a lead's responsible: who does it and when; None where there is nothing left to give."""


@dataclass(slots=True)
class Writer:
    """One run over the waiting leads; `stopped` is asked between transactions."""

    workplace: Workplace
    what: Activities
    order: WriteOrder
    total: int
    progress: Callable[[Progress], None]
    stopped: Callable[[], bool]
    _planned: int = field(default=0, init=False)
    _handed_over: int = field(default=0, init=False)

    async def run(self) -> Planned:
        """Write all of them, or up to where it is stopped; what is committed stays."""
        database = self.workplace.database
        async with database.write(self.order) as unit:
            await ledger.hold(unit, self.order.operation_id)
        last, rows, ended = 0, _FEWEST, False
        while not self.stopped():
            started = time.perf_counter()
            async with database.write(self._batch_order()) as unit:
                found = await self._some(unit, last, rows)
                if not found:
                    ended = True
                    break
                await self._write(unit, found)
                await ledger.renew(unit, self.order.operation_id)
            last, seconds = int(found[-1].id), time.perf_counter() - started
            rows = max(_FEWEST, min(_MOST, 2 * rows, int(rows * _AIM_S / seconds)))
            self.progress(Progress(self._planned, self.total))
            await asyncio.sleep(PAUSE_S)
        async with database.write(self._batch_order()) as unit:
            await ledger.end(unit, self.order.operation_id, OperationState.DONE)
        return Planned(self.order.operation_id, self._planned, self._handed_over, finished=ended)

    def _batch_order(self) -> WriteOrder:
        return ledger.batch_order(self.workplace, self.order.kind, self.order.operation_id)

    async def _some(self, unit: Unit, after: int, rows: int) -> Sequence[_Lead]:
        """The next waiting leads, held until the unit ends; in the order of their numbers, as all bulk is."""
        return (
            await unit.session.execute(
                select(Lead.id, Lead.responsible_id, Lead.contact_id)
                .where(*waiting_leads(self.workplace, self.what.import_id), Lead.id > after)
                .order_by(Lead.id)
                .limit(rows)
                .with_for_update()
            )
        ).all()

    async def _write(self, unit: Unit, leads: Sequence[_Lead]) -> None:
        rights = self.workplace.rights
        appointed: list[tuple[_Lead, Appointment]] = []
        for lead in leads:
            if not rights.allows(Kind.LEAD, Right.CHANGE, lead.responsible_id):
                continue
            appointment = self.what.appoint(lead.responsible_id)
            if appointment is not None:
                appointed.append((lead, appointment))
        if not appointed:
            return
        await unit.session.execute(
            insert(_table(Activity)), [self._activity(unit, lead, one) for lead, one in appointed]
        )
        moved = [(lead, one.employee_id) for lead, one in appointed if lead.responsible_id != one.employee_id]
        await self._hand_over(unit, moved)
        touched = [(kind, one.employee_id) for _, one in appointed for kind in (Kind.ACTIVITY, Kind.LEAD)]
        touched += [(Kind.LEAD, lead.responsible_id) for lead, _ in moved]
        await tell_many(unit, self.workplace.database, touched)
        self._planned += len(appointed)
        self._handed_over += len(moved)

    def _activity(self, unit: Unit, lead: _Lead, one: Appointment) -> dict[str, object]:
        return {
            "kind": self.what.kind,
            "subject": self.what.subject,
            "starts_at": one.starts_at,
            "minutes": self.what.minutes,
            "state": ActivityState.PLANNED,
            "responsible_id": one.employee_id,
            "lead_id": lead.id,
            "contact_id": lead.contact_id,
            "created_at": unit.at,
            "created_by": unit.order.actor_id,
            "import_id": self.what.import_id,
        }

    async def _hand_over(self, unit: Unit, moved: Sequence[tuple[_Lead, int]]) -> None:
        """Who calls is in charge: without that the person could not even open the card."""
        for employee_id in sorted({after for _, after in moved}):
            ids = [lead.id for lead, after in moved if after == employee_id]
            await unit.session.execute(
                update(Lead)
                .where(Lead.id.in_(ids))
                .values(
                    responsible_id=employee_id, version=Lead.version + 1, updated_at=unit.at,
                    updated_by=unit.order.actor_id,
                )
            )  # fmt: skip
        lines = [
            {
                "at": unit.at,
                "kind": TimelineKind.RESPONSIBLE,
                "lead_id": lead.id,
                "author_id": unit.order.actor_id,
                "params": {"before": lead.responsible_id, "after": after},
                "import_id": self.what.import_id,
            }
            for lead, after in moved
        ]
        if lines:
            await unit.session.execute(insert(_table(TimelineItem)), lines)


def _table(entity: type[Activity] | type[TimelineItem]) -> Table:
    table = entity.__table__
    assert isinstance(table, Table)
    return table
