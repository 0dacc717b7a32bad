"""The rows of a page: only the columns asked, joined with what their cells speak of."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import FromClause, Select, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import ActivityState, StageKind
from app.models import Activity, Deal, Lead, Payment
from app.models.base import UtcDateTime
from app.services.filtering.context import FilterContext
from app.services.filtering.presets import stage_ids
from app.services.listed import DEALS, LEADS, Listed
from app.services.lists.among import among, among_asked, asked
from app.services.lists.client_columns import BADGES, OVERDUE_PAYMENTS, TAGS
from app.services.lists.sources import Expression, Source
from app.services.records.cells import StageTag
from app.services.records.lists import Row

BEFORE = "before"
"""The parameter of `_pressing`."""

Extra = dict[int, Any]  # Any: what the column that asked for it takes


@dataclass(frozen=True, slots=True)
class PageQuery:
    """The statement for pages of some columns: it is the same for all ids, so it is made and compiled once."""

    section: Listed
    sources: tuple[Source, ...]
    places: tuple[tuple[int, ...], ...]
    """Of each source: where its parts stand in a row of the statement, which names each part once."""
    statement: Select[Any]  # Any: values of the columns

    @classmethod
    def of(cls, section: Listed, context: FilterContext, sources: Sequence[Source]) -> "PageQuery":
        """The statement for these columns within the employee's rights."""
        table = section.table
        parts, places = _parts(sources)
        named: list[Expression] = [part.label(f"c{number}") for number, part in enumerate(parts)]
        tables: FromClause = table
        joined = set()
        for join in (join for source in sources for join in source.joins):
            if join.target not in joined:
                joined.add(join.target)
                tables = tables.outerjoin(join.target, join.on)
        query = select(table.c.id, *named).select_from(tables).where(among_asked(table.c.id, sqlite=context.sqlite))
        if not section.reads_all(context.rights):
            query = query.where(section.readable(context.rights, sqlite=context.sqlite))
        return cls(section, tuple(sources), places, query)

    async def rows(self, session: AsyncSession, context: FilterContext, ids: Sequence[int]) -> list[Row]:
        """The rows in the order of `ids`; those gone meanwhile, or not readable, are left out."""
        asking = asked(ids, sqlite=context.sqlite)
        found = {row[0]: row[1:] for row in await session.execute(self.statement, asking)}
        extras: dict[str, Extra] = {}
        for source in self.sources:
            if source.extra is not None and source.extra not in extras:
                extras[source.extra] = await EXTRAS[source.extra](session, self.section, context, list(found))
        return [self._row(record_id, found[record_id], extras) for record_id in ids if record_id in found]

    def _row(self, record_id: int, values: Sequence[Any], extras: dict[str, Extra]) -> Row:  # Any: of the columns
        cells: list[object] = [record_id]
        for source, places in zip(self.sources, self.places, strict=True):
            given = [values[place] for place in places]
            if source.extra is not None:
                given.append(extras[source.extra].get(record_id))
            cells.append(source.make(*given))
        return tuple(cells)


def _parts(sources: Sequence[Source]) -> tuple[list[Expression], tuple[tuple[int, ...], ...]]:
    """The parts of all sources, each once, and where each source finds its own.

    All custom fields are read from one document: it is fetched and decoded once a row.
    """
    numbers: dict[int, int] = {}
    parts: list[Expression] = []
    for part in (part for source in sources for part in source.parts):
        if id(part) not in numbers:
            numbers[id(part)] = len(parts)
            parts.append(part)
    return parts, tuple(tuple(numbers[id(part)] for part in source.parts) for source in sources)


async def _pressing_activities(
    session: AsyncSession, section: Listed, context: FilterContext, ids: Sequence[int]
) -> Extra:
    """How many activities of each record are overdue or today's."""
    given = {**asked(ids, sqlite=context.sqlite), BEFORE: context.tomorrow_begins}
    return {row[0]: row[1] for row in await session.execute(_pressing(section.code, context.sqlite), given)}


@cache
def _pressing(section: str, sqlite: bool) -> Select[int, int]:
    owner = Activity.__table__.c[f"{section}_id"]
    return (
        select(owner, func.count())
        .where(
            among_asked(owner, sqlite=sqlite),
            Activity.state == ActivityState.PLANNED,
            Activity.starts_at < bindparam(BEFORE, type_=UtcDateTime),
            Activity.deleted_at.is_(None),
        )
        .group_by(owner)
    )


async def _overdue_payments(
    session: AsyncSession, _section: Listed, context: FilterContext, ids: Sequence[int]
) -> Extra:
    """Minor units of planned payments whose day has passed."""
    summed = (
        select(Payment.deal_id, func.sum(Payment.amount))
        .where(
            among(Payment.__table__.c.deal_id, ids, sqlite=context.sqlite),
            Payment.received_on.is_(None),
            Payment.planned_on < context.today,
        )
        .group_by(Payment.deal_id)
    )
    return {row[0]: int(row[1]) for row in await session.execute(summed)}


async def _tags(session: AsyncSession, _section: Listed, context: FilterContext, ids: Sequence[int]) -> Extra:
    """Deals and leads of contacts, open ones first, then the newest; a lead that became a deal is that deal."""
    won = stage_ids(LEADS, context, StageKind.SUCCESS)
    found: dict[int, list[StageTag]] = defaultdict(list)
    for code, entity, without in ((DEALS, Deal, []), (LEADS, Lead, won)):
        contact = entity.__table__.c.contact_id
        query = select(contact, entity.id, entity.stage_id).where(
            among(contact, ids, sqlite=context.sqlite), entity.deleted_at.is_(None), entity.stage_id.not_in(without)
        )
        for contact_id, record_id, stage_id in await session.execute(query.order_by(entity.id.desc())):
            found[contact_id].append(StageTag(code, record_id, stage_id))
    working = {*stage_ids(LEADS, context, StageKind.WORKING), *stage_ids(DEALS, context, StageKind.WORKING)}
    return {
        contact_id: tuple(sorted(tags, key=lambda tag: tag.stage_id not in working))
        for contact_id, tags in found.items()
    }


EXTRAS: dict[str, Callable[[AsyncSession, Listed, FilterContext, Sequence[int]], Awaitable[Extra]]] = {
    BADGES: _pressing_activities,
    OVERDUE_PAYMENTS: _overdue_payments,
    TAGS: _tags,
}
