"""What the window asks of lists (SPEC, "The window", "Search, filter, counters")."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Literal

import numpy as np

from app.core.errors import Offline, UserError
from app.db.slots import index_slots
from app.services.filtering.compiling import Compiled, compile_filter
from app.services.filtering.context import FilterContext
from app.services.filtering.fields import offered
from app.services.filtering.presets import MINE, default_preset, preset_codes, preset_conditions
from app.services.listed import ACTIVITIES, Listed, listed
from app.services.lists import counting
from app.services.lists.among import among
from app.services.lists.arranging import Arrangement, Parts, arrange
from app.services.lists.catalogue import Catalogues
from app.services.lists.sources import Sources
from app.services.lists.vectors import EMPTY, fetch_first, fetch_vector
from app.services.records.lists import (
    AgendaCounts,
    Column,
    Condition,
    Counters,
    Filter,
    FilterField,
    FilterWarning,
    IdVector,
    Rows,
    Sort,
    Totals,
)
from app.services.search.conditions import newest_found
from app.services.workplace import Workplace

SELECTION_STEP = 2_000
"""Ids that one statement sums: some 10 ms each, so that a selection of any size can be cancelled in between."""

Chosen = Filter | Literal["mine"]

FALLBACK = Sort("number", descending=True)
"""Where a list's column is gone or can't be sorted by: the newest first."""


class Lists:
    """Lists of leads, deals, contacts and activities, within the employee's rights and without the bin."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._catalogues = Catalogues()
        self._indexed: set[tuple[str, str]] = set()
        """Sections and slots whose indexes are sure to be there."""

    def columns(self, section: str) -> tuple[Column, ...]:
        """The columns that a list of the section can show. Raises UserError("not_found") for no such section."""
        return tuple(source.column for source in self._sources(listed(section), self._context()).values())

    def filter_fields(self, section: str) -> tuple[FilterField, ...]:
        """The fields that conditions can be put on."""
        return offered(listed(section), self._context())

    def presets(self, section: str) -> tuple[str, ...]:
        """The ready filters for this employee, the first is the first offered."""
        return preset_codes(listed(section), self._context())

    def preset_conditions(self, section: str, code: str) -> tuple[Condition, ...]:
        """A preset as conditions, for a form to start from."""
        return preset_conditions(listed(section), code, self._context())

    def default_preset(self, section: str) -> str:
        """The filter a list begins with."""
        return default_preset(listed(section), self._context())

    def warnings(self, section: str, chosen: Filter) -> tuple[FilterWarning, ...]:
        """Which parts of a filter are left out here, such as conditions on a deleted field."""
        return compile_filter(listed(section), chosen, self._context()).warnings

    async def ids(self, section: str, chosen: Filter, sort: Sort) -> IdVector:
        """The ids of everything found, in order. A sort column that is gone falls back to the newest first."""
        await self._index_slots(listed(section), self._compiled(section, chosen)[1])
        arrangement = self._arrangement(listed(section), chosen, sort)
        async with self._workplace.database.read() as session:
            return await fetch_vector(session, arrangement, sqlite=self._workplace.database.is_sqlite)

    async def first_ids(self, section: str, chosen: Filter, sort: Sort, limit: int = 100) -> IdVector | None:
        """The first ids before the whole vector, where that is sure to be quicker, else None.

        DATA.md: of a list that nothing narrows, and of the newest in which words are found; anywhere else the whole
        vector comes as fast.
        """
        found, compiled, context = self._compiled(section, chosen)
        arrangement = self._arrangement(found, chosen, sort)
        if not isinstance(arrangement, Parts):
            return None
        async with self._workplace.database.read() as session:
            if compiled.whole:
                return await fetch_first(session, arrangement, limit)
            newest = None
            if compiled.words_alone and arrangement.by_numbers and arrangement.descending:
                newest = newest_found(found, chosen.text, limit, sqlite=context.sqlite)
            return None if newest is None else np.array((await session.scalars(newest)).all(), dtype=np.int64)

    async def rows(self, section: str, ids: Sequence[int] | IdVector, columns: Sequence[str]) -> Rows:
        """The rows of these ids in their order: the id, then the asked columns.

        Those gone or handed over meanwhile are left out; a column that the section doesn't have is None.
        """
        found, context = listed(section), self._context()
        page = self._catalogues.page(found, context, tuple(columns))
        async with self._workplace.database.read() as session:
            rows = await page.rows(session, context, [int(one) for one in ids])
        if len(page.sources) == len(columns):
            return rows
        places = {source.column.code: number for number, source in enumerate(page.sources, 1)}
        return [(row[0], *(row[places[code]] if code in places else None for code in columns)) for row in rows]

    async def count(self, section: str, chosen: Filter) -> int:
        """How many records a filter finds."""
        found, compiled, _ = self._compiled(section, chosen)
        await self._index_slots(found, compiled)
        async with self._workplace.database.read() as session:
            return await counting.count(session, found, compiled.where)

    async def totals(self, section: str, chosen: Filter) -> Totals:
        """Count and sums by currency of everything found."""
        found, compiled, _ = self._compiled(section, chosen)
        async with self._workplace.database.read() as session:
            return await counting.totals(session, found, compiled.where)

    async def selection_totals(self, section: str, ids: Sequence[int] | IdVector) -> Totals:
        """Count and sums of chosen records; for "all found" ask `totals` and take off what was left out."""
        found, compiled, context = self._compiled(section, Filter())
        chosen = np.asarray(ids, dtype=np.int64) if len(ids) else EMPTY
        summed = Totals(0, ())
        for start in range(0, len(chosen), SELECTION_STEP):
            piece = chosen[start : start + SELECTION_STEP].tolist()
            where = (*compiled.where, among(found.table.c.id, piece, sqlite=context.sqlite))
            async with self._workplace.database.read() as session:
                summed = counting.add(summed, await counting.totals(session, found, where))
        return summed

    async def counters(self, section: str, chosen: Chosen = "mine") -> Counters:
        """Overdue, today's, without activities: of my open records, or of those a filter finds.

        The filter's own pressed chips don't count: each chip says what pressing it would show.
        """
        found, compiled, context = self._compiled(section, self._without_chips(chosen))
        async with self._workplace.database.read() as session:
            return await counting.counters(session, found, compiled, context)

    async def queue(self, section: str, chosen: Chosen = "mine") -> tuple[tuple[int, int], ...]:
        """Pairs (rank, count) of the order of work over my open leads or deals, or those a filter finds."""
        found, compiled, context = self._compiled(section, self._without_chips(chosen))
        if not found.staged:
            raise UserError("not_found", kind=section)
        async with self._workplace.database.read() as session:
            return await counting.queue(session, found, compiled, context)

    async def agenda(self, chosen: Filter) -> AgendaCounts:
        """How many activities of a list sorted by "starts" are overdue, today's and tomorrow's."""
        found, compiled, context = self._compiled(ACTIVITIES, chosen)
        async with self._workplace.database.read() as session:
            return await counting.agenda(session, found, compiled, context)

    async def _index_slots(self, section: Listed, compiled: Compiled) -> None:
        """See that the slots a filter speaks of have their indexes."""
        missing = {slot for slot in compiled.slots if (section.code, slot) not in self._indexed}
        if not missing:
            return
        with suppress(Offline):  # somebody is writing: reading goes on without, the next question makes them
            await index_slots(self._workplace.database, section.table.name, missing, self._workplace.now())
            self._indexed |= {(section.code, slot) for slot in missing}

    def _context(self) -> FilterContext:
        return FilterContext.of(self._workplace)

    def _compiled(self, section: str, chosen: Filter) -> tuple[Listed, Compiled, FilterContext]:
        found, context = listed(section), self._context()
        return found, compile_filter(found, chosen, context), context

    def _sources(self, section: Listed, context: FilterContext) -> Sources:
        return self._catalogues.sources(section, context)

    def _arrangement(self, section: Listed, chosen: Filter, sort: Sort) -> Arrangement:
        context = self._context()
        sources = self._sources(section, context)
        source = sources.get(sort.column)
        if source is None or source.order is None:
            sort = FALLBACK
            source = sources[sort.column]
        assert source.order is not None, "numbers are always sortable"
        compiled = compile_filter(section, chosen, context)
        return arrange(section.table, compiled, source.order, descending=sort.descending, sqlite=context.sqlite)

    @staticmethod
    def _without_chips(chosen: Chosen) -> Filter:
        if chosen == "mine":
            return Filter(preset=MINE)
        return Filter(preset=chosen.preset, text=chosen.text, conditions=chosen.conditions)
