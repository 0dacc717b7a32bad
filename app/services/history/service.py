"""Who did what with a client and when: read for the card, with views and exports noted."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.kinds import HistoryOp, Kind, Right, Scope
from app.db.unit import WriteOrder
from app.models import History
from app.services.history.belonging import CLIENTS, of_clients
from app.services.history.decoding import Decoder
from app.services.history.lines import write_history_line
from app.services.records.activities import HistoryRecord
from app.services.workplace import Workplace

VIEW_EVERY: Final = timedelta(minutes=1)
"""A card that stays open is read again and again; its person looks at it once."""


REFUSALS_AN_HOUR: Final = 60
"""Of one employee; the server keeps to it by itself."""


class HistoryLines:
    """The history of single records, for who may read both."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    async def of_record(
        self, kind: Kind, ref: int, before: int | None = None, limit: int = 100
    ) -> tuple[HistoryRecord, ...]:
        """Lines of a lead, deal or contact and of what hangs on it, newest first; `before` is the last one shown.

        Raises UserError("not_found"), UserError("not_allowed").
        """
        async with self._workplace.database.read() as session:
            currency = await self._require_readable(session, kind, ref)
            query = select(History).where(of_clients(kind, (ref,)))
            if before is not None:
                at = await session.scalar(select(History.at).where(History.id == before))
                query = query.where(or_(History.at < at, and_(History.at == at, History.id < before)))
            lines = (await session.scalars(query.order_by(History.at.desc(), History.id.desc()).limit(limit))).all()
        return self._records(lines, kind, currency)

    async def note_view(self, kind: Kind, ref: int) -> None:
        """Say that the signed-in employee looked at a record; once a minute."""
        workplace, now = self._workplace, self._workplace.now()
        seen = select(History.id).where(
            History.kind == kind,
            History.ref == ref,
            History.op == HistoryOp.VIEW,
            History.actor_id == workplace.actor.employee_id,
            History.at > now - VIEW_EVERY,
        )
        async with workplace.database.read() as session:
            if await session.scalar(seen.limit(1)) is not None:
                return
        await self.note(HistoryOp.VIEW, kind, ref)

    async def note_export(self, kind: Kind, count: int, **params: object) -> None:
        """Say that so many records left the program as a file; `params` tell which."""
        await self.note(HistoryOp.EXPORT, kind, None, count=count, **params)

    async def note_refused(self, order: WriteOrder) -> None:
        """Say that somebody tried what they may not; so many in an hour tell enough."""
        section, ref = order.kind.partition(".")[0], order.params.get("ref")
        kind = Kind(section) if section in set(Kind) else Kind.SETTINGS
        lately = select(func.count()).where(
            History.actor_id == self._workplace.actor.employee_id,
            History.op == HistoryOp.REFUSED,
            History.at > self._workplace.now() - timedelta(hours=1),
        )
        async with self._workplace.database.read() as session:
            if (await session.scalar(lately) or 0) >= REFUSALS_AN_HOUR:
                return
        await self.note(HistoryOp.REFUSED, kind, ref if isinstance(ref, int) else None, act=order.kind)

    async def note(self, op: HistoryOp, kind: Kind, ref: int | None, **params: object) -> None:
        """Write a line about what was read and not changed."""
        actor_id, now = self._workplace.actor.employee_id, self._workplace.now()
        order = WriteOrder(f"history.{op}", actor_id, now, record=False)
        async with self._workplace.database.write(order) as unit:
            responsible_id = None
            if ref is not None and kind in CLIENTS:
                entity = CLIENTS[kind]
                responsible_id = await unit.session.scalar(select(entity.responsible_id).where(entity.id == ref))
            await write_history_line(
                unit.session, now, actor_id, op, kind, ref, responsible_id=responsible_id, **params
            )

    async def _require_readable(self, session: AsyncSession, kind: Kind, ref: int) -> str:
        """Check the rights on the record and on the history; the record's currency."""
        entity = CLIENTS[kind]
        row = (await session.execute(select(entity.__table__).where(entity.id == ref))).mappings().one_or_none()
        if row is None:
            raise UserError("not_found", kind=kind.value, id=ref)
        owners = (row["responsible_id"], row.get("lead_responsible_id"))
        rights = self._workplace.rights
        rights.require(kind, Right.READ, *owners)
        scope = rights.cells.get(("history", Right.READ.value), Scope.NONE)
        people = {Scope.NONE: set(), Scope.OWN: {rights.employee_id}, Scope.DEPARTMENT: rights.people}
        if scope is not Scope.ALL and not people[scope] & set(owners):
            raise UserError("not_allowed", kind="history", right=Right.READ.value)
        return str(row.get("currency", self._workplace.currency))

    def _records(self, lines: Sequence[History], kind: Kind, currency: str) -> tuple[HistoryRecord, ...]:
        decoder = Decoder(self._workplace.registry, kind.value, currency)
        employees = self._workplace.registry.all.employees
        return tuple(
            HistoryRecord(
                id=line.id,
                at=line.at,
                actor_id=line.actor_id,
                actor_name=employees[line.actor_id].name if line.actor_id in employees else "",
                kind=line.kind,
                ref=line.ref,
                op=line.op,
                changes=decoder.changes(line.changes),
                params=dict(line.params or {}),
            )
            for line in lines
        )
