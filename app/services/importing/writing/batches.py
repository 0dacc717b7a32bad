"""One batch: decided without a lock, then written in one short transaction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import Kind, Right, Scope
from app.db.log_file import commit_without_taking_in
from app.services.importing.outcomes import Counts
from app.services.importing.request import DuplicatePolicy
from app.services.importing.rows import ImportRow, RejectedRow
from app.services.importing.writing.decisions import Decider, Decisions, Known
from app.services.importing.writing.feed import tell_many
from app.services.importing.writing.fills import Filler
from app.services.importing.writing.leads import (
    LeadMaker,
    MadeLeads,
    insert_leads,
    insert_lines,
    next_lead_id,
    reserved_lead_ids,
)
from app.services.importing.writing.ledger import IMPORT, Entry, advance, batch_order
from app.services.importing.writing.matching import Target, find_targets
from app.services.importing.writing.origins import Origins
from app.services.importing.writing.pace import Pace
from app.services.workplace import Workplace

Rows = Sequence[ImportRow | RejectedRow]


@dataclass(slots=True)
class Batch:
    """A batch that is decided about."""

    decisions: Decisions
    filled: list[Target]
    """Known records that have something empty."""
    leads: MadeLeads | None = None
    """The new leads, where they could be made ahead of their turn."""

    @property
    def counts(self) -> Counts:
        return self.decisions.counts


class BatchWriter:
    """Prepares and writes the batches of one import."""

    def __init__(self, workplace: Workplace, entry: Entry) -> None:
        self._workplace = workplace
        self._sqlite = workplace.database.is_sqlite
        self._policy = entry.request.duplicates
        self._decider = decider_for(workplace, self._policy)
        self._maker = LeadMaker(workplace, entry.names, entry.operation_id, entry.request.path.name)
        self._filler = Filler(workplace, entry.names, self._decider, self._maker)

    async def prepare(self, rows: Rows, origins: Origins, pace: Pace) -> tuple[Batch, int]:
        """Decide about as many of the rows as one short transaction takes; nothing is locked."""
        async with self._workplace.database.read() as session:
            known = await self._known(session, rows, origins)
            decisions = self._decider.decide(rows, known)
            wanted = set(await self._filler.wanted(session, decisions.fills))
        taken = pace.fitting(decisions.owners, wanted)
        if taken < len(rows):
            decisions = self._decider.decide(rows[:taken], known)
        return Batch(decisions, [target for target in decisions.fills if target in wanted]), taken

    async def _known(self, session: AsyncSession, rows: Rows, origins: Origins) -> Known:
        """The records in the database that the rows belong to."""
        if self._policy is DuplicatePolicy.ADD:
            return Known()
        taken = [row for row in rows if isinstance(row, ImportRow)]
        by_key = await find_targets(session, {key for row in taken for key in row.match_keys})
        rest = (row for row in taken if not any(key in by_key for key in row.match_keys))
        return Known(by_key, await origins.targets(session, rest))

    async def next_ids(self, after: Batch | None, rows: Rows) -> Sequence[int]:
        """Numbers for the leads of rows that are all new, `after` another batch that isn't written yet."""
        count = sum(isinstance(row, ImportRow) for row in rows)
        if self._sqlite and after is not None and after.leads is not None and after.leads.ids:
            first = after.leads.ids[-1] + 1
            return range(first, first + count)
        async with self._workplace.database.read() as session:
            return await self._numbers(session, count)

    def make_ahead(self, rows: Rows, ids: Sequence[int]) -> Batch:
        """Rows that are all new, made into leads; asks the database nothing."""
        decisions = self._decider.decide(rows, Known())
        return Batch(decisions, [], self._maker.make(decisions.new, ids))

    async def write(self, entry: Entry, batch: Batch, clock: Callable[[], float]) -> tuple[Entry, float]:
        """Commit the batch and the import's new place; the place, and the transaction's seconds.

        All that can be made before the transaction is.
        """
        database = self._workplace.database
        if batch.leads is None:
            async with database.read() as session:
                batch.leads = await self._made(session, batch)
        async with database.write(batch_order(self._workplace, IMPORT, entry.operation_id)) as unit:
            started = clock()
            await commit_without_taking_in(unit)
            if self._sqlite and batch.leads.ids and batch.leads.ids[0] != await next_lead_id(unit.session):
                batch.leads = await self._made(unit.session, batch)  # somebody added a lead meanwhile
            await insert_leads(unit, batch.leads, sqlite=self._sqlite)
            await insert_lines(unit, await self._filler.fill(unit, batch.filled, batch.decisions.fills))
            told = [(Kind.LEAD.value, owner) for owner in self._maker.responsibles(batch.decisions.new)]
            told += [(target.section, target.responsible_id) for target in batch.filled]
            await tell_many(unit, database, told)
            following = await advance(unit, entry, batch.counts)
        return following, clock() - started

    async def _made(self, session: AsyncSession, batch: Batch) -> MadeLeads:
        new = batch.decisions.new
        return self._maker.make(new, await self._numbers(session, len(new)))

    async def _numbers(self, session: AsyncSession, count: int) -> Sequence[int]:
        if not self._sqlite:
            return await reserved_lead_ids(session, count)
        first = await next_lead_id(session)
        return range(first, first + count)


def decider_for(workplace: Workplace, policy: DuplicatePolicy) -> Decider:
    """Decides for the signed-in employee: records that they may not change are left out."""
    rights = workplace.rights
    scope = rights.scope(Kind.LEAD, Right.CHANGE)
    people = {Scope.NONE: frozenset[int](), Scope.OWN: frozenset({rights.employee_id}), Scope.DEPARTMENT: rights.people}
    kinds = {field.code: field.type for field in workplace.registry.fields(Kind.LEAD)}
    return Decider(policy, kinds, workplace.currency, people.get(scope))
