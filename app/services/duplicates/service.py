"""What windows call: search, compare, merge, say that two are two people."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.kinds import Kind, Right, Scope
from app.core.text import display_name
from app.models import NotDuplicate
from app.services.clients import apart
from app.services.clients.sections import SECTIONS
from app.services.duplicates.comparing import compare
from app.services.duplicates.merging import Merger
from app.services.duplicates.scan import Progress, Scan
from app.services.records.activities import ClientRef
from app.services.records.duplicates import ApartPair, Comparison, DuplicateScan, Merge
from app.services.workplace import Workplace

SHOWN = 500
"""Pairs that the list of what is no duplicate shows, the newest first."""


class Duplicates:
    """Leads and contacts that look like one person."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def may_merge(self) -> bool:
        """Whether the employee may merge anything at all."""
        rights = self._workplace.rights
        return any(rights.scope(kind, Right.MERGE) is not Scope.NONE for kind in (Kind.LEAD, Kind.CONTACT))

    async def scan(self, progress: Progress = lambda _done, _total: None) -> DuplicateScan:
        """Search through all leads and contacts that the employee reads; cancel the task to stop it."""
        return await Scan(self._workplace, progress).run()

    async def names(self, refs: Sequence[ClientRef]) -> dict[ClientRef, str]:
        """The names of some records, for a list of groups; those that went meanwhile are left out."""
        found: dict[ClientRef, str] = {}
        async with self._workplace.database.read() as session:
            for section in SECTIONS:
                ids = [ref.id for ref in refs if ref.section == section]
                found.update(await self._names(session, section, ids) if ids else {})
        return found

    async def compare(self, refs: Sequence[ClientRef]) -> Comparison:
        """Lay records side by side; of a lead with a contact it is the contact.

        Raises UserError: "not_found", "not_allowed", "nothing_to_compare" where fewer than two are still there.
        """
        async with self._workplace.database.read() as session:
            return await compare(session, self._workplace, refs)

    async def merge(self, order: Merge) -> str:
        """Make one record of several, leads beside a contact are attached to it; returns the operation's id.

        One transaction. Raises what `Merger.merge` raises.
        """
        if order.survivor not in order.versions or len(order.versions) < 2:
            raise UserError("nothing_to_compare")
        others = [[ref.section, ref.id] for ref in order.versions if ref != order.survivor]
        write = self._workplace.order(f"{order.survivor.section}.merge", ref=order.survivor.id, others=others)
        async with self._workplace.database.write(write) as unit:
            await Merger(self._workplace, order).merge(unit)
        return write.operation_id

    async def set_apart(self, refs: Iterable[ClientRef]) -> None:
        """Say for everyone that each two of these are two people."""
        self._require_reading()
        async with self._workplace.database.write(self._workplace.order("duplicates.apart")) as unit:
            await apart.write_pairs(unit, self._workplace.database, apart.pairs_of(refs))

    async def take_back(self, refs: Iterable[ClientRef]) -> None:
        """They may be one person after all."""
        self._require_reading()
        async with self._workplace.database.write(self._workplace.order("duplicates.together")) as unit:
            await apart.drop_pairs(unit, apart.pairs_of(refs))

    async def apart(self) -> tuple[ApartPair, ...]:
        """The pairs that are no duplicates, the newest first; those that are there and may be read."""
        query = select(NotDuplicate).order_by(NotDuplicate.at.desc()).limit(SHOWN)
        async with self._workplace.database.read() as session:
            pairs = [
                (ClientRef(one.one_kind, one.one_id), ClientRef(one.other_kind, one.other_id), one.at, one.employee_id)
                for one in await session.scalars(query)
            ]
        names = await self.names(list({ref for pair in pairs for ref in pair[:2]}))
        return tuple(
            ApartPair(one, other, names[one], names[other], at, employee)
            for one, other, at, employee in pairs
            if one in names and other in names
        )

    def _require_reading(self) -> None:
        if not self.may_merge():
            raise UserError("not_allowed", kind=Kind.CONTACT.value, right=Right.MERGE.value)

    async def _names(self, session: AsyncSession, section: str, ids: Sequence[int]) -> dict[ClientRef, str]:
        entity = SECTIONS[section].entity
        table = entity.__table__.c
        rows = await session.execute(
            select(table.id, table.title, table.last_name, table.first_name, table.middle_name).where(
                table.id.in_(ids),
                table.deleted_at.is_(None),
                self._workplace.rights.readable(SECTIONS[section].kind, entity.responsible_id),
            )
        )
        return {ClientRef(section, row[0]): display_name(*row[2:5]) or str(row[1]) for row in rows}
