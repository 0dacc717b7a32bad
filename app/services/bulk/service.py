"""Acting on many records: what windows call."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from sqlalchemy import select, update

from app.core.errors import UserError
from app.core.fieldkinds import FieldType
from app.core.kinds import ActivityKind, OperationState, Right
from app.db.unit import WriteOrder
from app.models import Operation
from app.services.activities import Planner, soonest_limit
from app.services.bulk.acts import Act, Assign, Delete, Move, SetValues
from app.services.bulk.planning import Plan
from app.services.bulk.tagging import Tag
from app.services.clients.reading import read_records
from app.services.clients.sections import is_personal, is_read_only, section_named
from app.services.clients.service import ClientService
from app.services.clients.staged import StagedService
from app.services.records.activities import ActivityDraft
from app.services.records.bulk import SHOWN, BulkNeeds, BulkReport, BulkStop, Piece
from app.services.records.office import FieldRecord
from app.services.records.values import Values
from app.services.workplace import Workplace

PAUSE_S: Final = 0.005
"""Between two transactions, so that others come to write."""
LOOKED_AT: Final = 300
"""Records whose missing fields are looked for beforehand; what others lack stands in the report."""

_AIM_S: Final = 0.15
_LARGEST: Final = 300
_FEWEST: Final = 5
_PROCESS: Final = frozenset({"meeting_at", "place", "first_payment", "currency", "responsible"})
"""Filled by the process, or by an act of their own."""

Progress = Callable[[int, int], None]
"""Hears how many records of how many are looked at."""


class Bulk:
    """Each act looks at every record by its rights and rules, leaves what is refused and says why."""

    def __init__(self, workplace: Workplace, planner: Planner, *services: ClientService) -> None:
        self._workplace = workplace
        self._planner = planner
        self._services = {service.section.name: service for service in services}

    def fields(self, section: str) -> tuple[FieldRecord, ...]:
        """The fields that many records can be given one value of."""
        found = self._workplace.registry.fields(section_named(section).name)
        return tuple(one for one in found if is_common(one) and one.code not in _PROCESS | {"title"})

    async def needs(self, section: str, ids: Sequence[int], stage_id: int) -> BulkNeeds:
        """What the move would ask for. Raises UserError("stage_gone")."""
        service, workplace = self._staged(section), self._workplace
        missing: dict[str, FieldRecord] = {}
        asks_reason = False
        async with workplace.database.read() as session:
            looked_at = [int(one) for one in ids[:LOOKED_AT]]
            found = await read_records(session, workplace.registry, workplace.zone, service.section, looked_at)
            for record in found.values():  # those gone meanwhile the move itself refuses, and says so
                if not workplace.rights.allows(service.kind, Right.CHANGE, record.row["responsible_id"]):
                    continue
                needs = service.needs_of(record, stage_id)
                asks_reason = asks_reason or needs.asks_reason
                if needs.source.id != stage_id:
                    missing.update((one.code, one) for one in needs.missing)
        common = [one for one in missing.values() if is_common(one) and one.code != "meeting_at"]
        return BulkNeeds(tuple(common), asks_reason)

    async def assign(
        self, section: str, ids: Sequence[int], employee_id: int, progress: Progress, stop: BulkStop
    ) -> BulkReport:
        """Hand over. Raises FieldErrors for an employee who doesn't work here."""
        act = Assign(self._workplace, section_named(section), employee_id)
        return await self._run(section, act, ids, progress, stop, to=employee_id)

    async def delete(self, section: str, ids: Sequence[int], progress: Progress, stop: BulkStop) -> BulkReport:
        """Put into the bin."""
        return await self._run(section, Delete(self._workplace, section_named(section)), ids, progress, stop)

    async def set_values(
        self, section: str, ids: Sequence[int], values: Values, progress: Progress, stop: BulkStop
    ) -> BulkReport:
        """Give fields a value."""
        act = SetValues(self._services[section], values)
        return await self._run(section, act, ids, progress, stop, fields=sorted(values))

    async def move(
        self, section: str, ids: Sequence[int], stage_id: int, values: Values, reason: str,
        progress: Progress, stop: BulkStop,
    ) -> BulkReport:  # fmt: skip
        """Move to a stage; `values` fill what a record lacks, never what it has."""
        act = Move(self._staged(section), stage_id, values, reason)
        return await self._run(section, act, ids, progress, stop, stage=stage_id)

    async def tag(
        self, section: str, ids: Sequence[int], added: Sequence[int], removed: Sequence[int],
        progress: Progress, stop: BulkStop,
    ) -> BulkReport:  # fmt: skip
        """Give tags and take others away; see `services.tags` for their numbers."""
        act = Tag(self._services[section], added, removed)
        return await self._run(section, act, ids, progress, stop, tags=list(added))

    async def latest_day(self, section: str, ids: Sequence[int]) -> date | None:
        """The last day on which an activity suits all of the first records by the rules; None: any day."""
        async with self._workplace.database.read() as session:
            return await soonest_limit(session, self._planner, section, [int(one) for one in ids[:LOOKED_AT]])

    def usual_minutes(self, kind: ActivityKind) -> int:
        """How long an activity of a kind takes unless told otherwise."""
        return self._planner.default_minutes(kind)

    async def plan(
        self, section: str, ids: Sequence[int], draft: ActivityDraft, progress: Progress, stop: BulkStop
    ) -> BulkReport:
        """Plan an activity with each; the draft's client is put in. Raises what checking the draft raises."""
        act = Plan(self._workplace, section_named(section), self._planner, draft)
        return await self._run(section, act, ids, progress, stop)

    def _staged(self, section: str) -> StagedService:
        """Raises UserError("stage_gone") for contacts: they stand on no stage."""
        service = self._services[section]
        if not isinstance(service, StagedService):
            raise UserError("stage_gone", section=section)
        return service

    async def _run(
        self, section: str, act: Act, ids: Sequence[int], progress: Progress, stop: BulkStop, **told: object
    ) -> BulkReport:
        """One operation, one transaction a piece, its size by how long the last one took."""
        workplace = self._workplace
        order = replace(workplace.order(f"{section}.bulk.{act.name}"), params=told)
        total, begun, size, looked = Piece(), False, act.first, 0
        refused_count = 0
        while looked < len(ids) and not stop.wanted:
            # in their own order, as they were given: the list's
            taken = [int(one) for one in ids[looked : looked + size]]
            started = time.perf_counter()
            piece = await self._write(order if not begun else self._next(order), act, taken, begun=begun)
            if piece is None:
                break
            begun = True
            total.done += piece.done
            total.already += piece.already
            refused_count += len(piece.refused)
            total.refused += piece.refused[: SHOWN - len(total.refused)]
            looked += len(taken)
            progress(looked, len(ids))
            pace = _AIM_S / max(time.perf_counter() - started, 1e-3)
            size = min(_LARGEST, max(_FEWEST, int(len(taken) * min(2.0, pace))))
            await asyncio.sleep(PAUSE_S)
        await self._note_count(order, len(total.done), begun=begun)
        return BulkReport(
            order.operation_id, len(total.done), total.already, refused_count, tuple(total.refused),
            left=len(ids) - looked,
        )  # fmt: skip

    async def _write(self, order: WriteOrder, act: Act, ids: list[int], *, begun: bool) -> Piece | None:
        """One transaction; None where somebody undid the operation meanwhile.

        The operation is written down as done from its first piece: what a broken program leaves can be undone.
        """
        async with self._workplace.database.write(order) as unit:
            held = select(Operation.state).where(Operation.id == order.operation_id)
            if begun and await unit.session.scalar(held) != OperationState.DONE:
                return None
            return await act.perform(unit, ids)

    def _next(self, order: WriteOrder) -> WriteOrder:
        return WriteOrder(order.kind, order.actor_id, self._workplace.now(), order.operation_id, record=False)

    async def _note_count(self, order: WriteOrder, done: int, *, begun: bool) -> None:
        """How many it was about, for the list of the last operations."""
        if begun:
            async with self._workplace.database.write(self._next(order)) as unit:
                await unit.session.execute(
                    update(Operation)
                    .where(Operation.id == order.operation_id)
                    .values(params={**order.params, "count": done})
                )


def is_common(field: FieldRecord) -> bool:
    """Whether one value can be meant for many people."""
    return not (is_personal(field.code) or is_read_only(field) or field.type is FieldType.FILE)
