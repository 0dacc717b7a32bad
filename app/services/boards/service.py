"""What the window asks of the kanban (SPEC, "The window")."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.kinds import StageKind
from app.core.money import from_minor
from app.services.boards.ordering import marked_ids, placed_first
from app.services.filtering.compiling import Compiled, compile_filter
from app.services.filtering.context import FilterContext
from app.services.listed import Listed, listed
from app.services.lists.vectors import fetch_each
from app.services.preferences import Preferences
from app.services.records.boards import CardOrder, StageColumn
from app.services.records.lists import Filter, IdVector
from app.services.records.office import StageRecord
from app.services.workplace import Workplace

MOST_PLACED = 500
"""Cards of a column whose place by hand is kept; nobody lays out more."""

Sums = tuple[tuple[str, Decimal], ...]


class Boards:
    """Columns of leads and deals, within the employee's rights and without the bin."""

    def __init__(self, workplace: Workplace, preferences: Preferences) -> None:
        self._workplace = workplace
        self._preferences = preferences

    async def columns(self, section: str, chosen: Filter, order: CardOrder) -> tuple[StageColumn, ...]:
        """The working stages in their order, then any other stage on which the filter finds something.

        Where it finds nothing in progress but something closed, the working stages are left out.
        Raises UserError("not_found") for a section without stages.
        """
        found = _staged(section)
        context = FilterContext.of(self._workplace)
        compiled = compile_filter(found, chosen, context)
        placed = await self._placed(section) if order == "hand" else {}
        async with self._workplace.database.read() as session:
            headers = await _headers(session, found, compiled)
            stages = self._stages(section, headers)
            queries = [marked_ids(found, compiled, stage, order, context) for stage in stages]
            vectors = await fetch_each(session, queries, sqlite=context.sqlite)
        return tuple(
            _column(stage, placed_first(marked, placed.get(stage.id, ())), headers.get(stage.id, (0, ()))[1])
            for stage, marked in zip(stages, vectors, strict=True)
        )

    async def headers(self, section: str, chosen: Filter) -> Mapping[int, tuple[int, Sums]]:
        """Count and sums of each stage that has anything on it, without the cards. Raises UserError("not_found")."""
        found = _staged(section)
        compiled = compile_filter(found, chosen, FilterContext.of(self._workplace))
        async with self._workplace.database.read() as session:
            return await _headers(session, found, compiled)

    async def place(self, section: str, stage_id: int, first: Sequence[int]) -> None:
        """Keep these cards at the top of a column in this order, for the employee alone; earlier ones follow them."""
        placed = dict(await self._placed(section))
        placed[stage_id] = tuple(dict.fromkeys((*first, *placed.get(stage_id, ()))))[:MOST_PLACED]
        stored = {str(stage): list(cards) for stage, cards in placed.items() if cards}
        await self._preferences.set(_key(section), stored or None)

    async def _placed(self, section: str) -> Mapping[int, Sequence[int]]:
        """Cards laid by hand, by stage; what can't be read counts for nothing."""
        stored = await self._preferences.get(_key(section))
        if not isinstance(stored, Mapping):
            return {}
        return {
            int(stage): tuple(card for card in cards if isinstance(card, int))
            for stage, cards in stored.items()
            if isinstance(stage, str) and stage.isdecimal() and isinstance(cards, list)
        }

    def _stages(self, section: str, headers: Mapping[int, tuple[int, Sums]]) -> tuple[StageRecord, ...]:
        """Stages that were deleted stay as long as something stands on them."""
        registry = self._workplace.registry
        working = registry.open_stages(section)
        known = [one for one in registry.all.stages.values() if one.section == section and one.id in headers]
        others = sorted((one for one in known if one not in working), key=lambda one: (one.position, one.id))
        going_on = [one for one in others if one.kind is StageKind.WORKING]
        closed = [one for one in others if one.kind is not StageKind.WORKING]
        if closed and not going_on and not any(one.id in headers for one in working):
            working = ()
        return (*working, *going_on, *closed)


def _staged(section: str) -> Listed:
    found = listed(section)
    if not found.staged:
        raise UserError("not_found", kind=section)
    return found


async def _headers(session: AsyncSession, section: Listed, compiled: Compiled) -> Mapping[int, tuple[int, Sums]]:
    """Count and sums by currency of each stage that has anything on it.

    Grouping by the stage alone follows its index, by the currency too it sorts: only stages that have several
    currencies are asked a second time.
    """
    c = section.table.c
    total = func.sum(c.sum_amount)
    query = select(c.stage_id, func.count(), func.min(c.currency), func.max(c.currency), total).where(*compiled.where)
    found: dict[int, tuple[int, Sums]] = {}
    mixed: dict[int, int] = {}
    for stage_id, count, first, last, minor in await session.execute(query.group_by(c.stage_id)):
        if first == last:
            found[stage_id] = count, (() if minor is None else ((first, from_minor(int(minor), first)),))
        else:
            found[stage_id] = count, ()
            mixed[stage_id] = count
    if mixed:
        apart = select(c.stage_id, c.currency, total).where(*compiled.where, c.stage_id.in_(list(mixed)))
        grouped = apart.group_by(c.stage_id, c.currency).order_by(c.stage_id, c.currency)
        for stage_id, currency, minor in await session.execute(grouped):
            if minor is not None:
                found[stage_id] = mixed[stage_id], (*found[stage_id][1], (currency, from_minor(int(minor), currency)))
    return found


def _column(stage: StageRecord, marked: IdVector, sums: Sums) -> StageColumn:
    return StageColumn(stage.id, marked >> 1, (marked & 1).astype(bool), sums)


def _key(section: str) -> str:
    return f"board.{section}.hand"
