"""Gives what somebody is responsible for to another: in batches, one operation a kind, each of which can be undone."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from sqlalchemy import Table, select, update

from app.core.errors import UserError
from app.core.kinds import ActivityState, Kind
from app.db.unit import WriteOrder
from app.models import Activity
from app.services.bulk import Bulk, BulkStop
from app.services.clients.sections import CONTACT, DEAL, LEAD
from app.services.records.people import HandedOver
from app.services.workplace import Workplace

BATCH: Final = 500
PAUSE_S: Final = 0.005

Progress = Callable[[int, int], None]
"""Hears how many records of how many are handed over."""


class Handing:
    """What `People.deactivate` does with the work of somebody who leaves."""

    def __init__(self, workplace: Workplace, bulk: Bulk) -> None:
        self._workplace = workplace
        self._bulk = bulk

    async def hand_over(self, employee_id: int, heir_id: int, progress: Progress) -> HandedOver:
        """Leads, deals and contacts outside the bin, and planned activities. Raises UserError("responsible_left")."""
        heir = self._workplace.registry.employee(heir_id)
        if not heir.active or heir_id == employee_id:
            raise UserError("responsible_left", name=heir.name)
        sections = (LEAD, DEAL, CONTACT)
        ids = {one.name: await self._ids(one.entity.__table__, employee_id) for one in sections}
        planned = await self._ids(Activity.__table__, employee_id)
        total = sum(map(len, ids.values())) + len(planned)
        done = 0
        counts: dict[str, int] = {}
        operations: list[str] = []
        refused = 0
        for section, chosen in ids.items():
            if not chosen:
                continue
            heard = partial(_later, progress, done, total)
            report = await self._bulk.assign(section, chosen, heir_id, heard, BulkStop())
            done += len(chosen)
            counts[section] = report.done
            refused += report.refused_count
            operations.append(report.operation_id)
        if planned:
            heard = partial(_later, progress, done, total)
            operations.append(await self._activities(planned, heir_id, heard))
        return HandedOver(
            tuple(operations), counts.get(LEAD.name, 0), counts.get(DEAL.name, 0), counts.get(CONTACT.name, 0),
            len(planned), refused,
        )  # fmt: skip

    async def _ids(self, table: object, employee_id: int) -> list[int]:
        assert isinstance(table, Table)
        wanted = [table.c.responsible_id == employee_id, table.c.deleted_at.is_(None)]
        if table.name == Kind.ACTIVITY:
            wanted.append(table.c.state == ActivityState.PLANNED)
        async with self._workplace.database.read() as session:
            return list(await session.scalars(select(table.c.id).where(*wanted).order_by(table.c.id)))

    async def _activities(self, ids: list[int], heir_id: int, progress: Progress) -> str:
        order = replace(self._workplace.order("activity.bulk.assign"), params={"to": heir_id})
        for start in range(0, len(ids), BATCH):
            piece = ids[start : start + BATCH]
            async with self._workplace.database.write(order if start == 0 else self._next(order)) as unit:
                await unit.session.execute(
                    update(Activity)
                    .where(Activity.id.in_(piece))
                    .values(responsible_id=heir_id, version=Activity.version + 1)
                )
                unit.touch(Kind.ACTIVITY, *piece)
            progress(start + len(piece), len(ids))
            await asyncio.sleep(PAUSE_S)
        return order.operation_id

    def _next(self, order: WriteOrder) -> WriteOrder:
        return replace(order, record=False, at=self._workplace.now())


def _later(progress: Progress, before: int, total: int, looked: int, _of: int) -> None:
    """A part's progress as the whole's."""
    progress(before + looked, total)
