"""What an import would do, told before anything is written: each row is read as the import will read it."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from app.core.kinds import Kind, Right
from app.services.importing.layout import Layout
from app.services.importing.office import cells_office, known_names, lead_fields, mapping_for
from app.services.importing.outcomes import Counts, ImportPreview, ImportProgress
from app.services.importing.plan import planned_rows
from app.services.importing.reading import inspect
from app.services.importing.reading.files import file_digest
from app.services.importing.request import DuplicatePolicy, ImportRequest
from app.services.importing.rows import ImportRow, RejectedRow
from app.services.importing.strictness import StrictCheck
from app.services.importing.survey import Survey
from app.services.importing.writing.matching import find_targets
from app.services.importing.writing.names import names_in, stage_ids
from app.services.importing.writing.origins import Origins
from app.services.importing.writing.rejected import Rejects, check_place
from app.services.workplace import Workplace

_PIECE: Final = 1_000
"""Rows looked up at once."""

_Row = ImportRow | RejectedRow


class Previewer:
    """Reads a file to its end; `stopped` is asked between pieces."""

    def __init__(self, workplace: Workplace, stopped: Callable[[], bool] = lambda: False) -> None:
        self._workplace = workplace
        self._stopped = stopped
        self.result: ImportPreview | None = None
        """None until the file is read to its end."""

    async def read(self, request: ImportRequest) -> AsyncIterator[ImportProgress]:
        """Sum the file up, saying how many rows are read.

        Raises UserError: "not_allowed", and those of reading where the file is no table.
        """
        workplace = self._workplace
        workplace.rights.require(Kind.LEAD, Right.IMPORT)
        async with workplace.database.read() as session:
            await workplace.registry.reload(session)
            known = await known_names(session, workplace)
        layout = inspect(request.path)
        mapping = request.mapping or await mapping_for(workplace, layout)
        request = replace(request, mapping=mapping)
        survey, doubles, counts, started = Survey(mapping, known), _Doubles(), Counts(), time.perf_counter()
        rows = await _planned(workplace, request, layout)
        digest = await asyncio.to_thread(file_digest, request.path)
        async with workplace.database.read() as session:
            origins = await Origins.known(session, mapping, digest)
        while not self._stopped() and (piece := list(islice(rows, _PIECE))):
            taken = [row for row in piece if isinstance(row, ImportRow)]
            async with workplace.database.read() as session:
                in_database = await find_targets(session, {key for row in taken for key in row.match_keys})
                by_number = await origins.targets(session, taken)
            for row in piece:
                survey.add(row)
            for row in taken:
                doubles.add(row, known=row.line in by_number or any(key in in_database for key in row.match_keys))
            counts += Counts(added=len(taken), rejected=len(piece) - len(taken))
            yield ImportProgress(counts, None, counts.rows / max(time.perf_counter() - started, 1e-6))
        if not self._stopped():
            layout = replace(layout, sample=())
            self.result = ImportPreview(layout, mapping, survey.result(), doubles.counts(), request.strict)


async def write_rejects(workplace: Workplace, request: ImportRequest) -> int:
    """Write the rows that the import would reject into the request's file; how many there are.

    Raises UserError: "import_rejects_is_source", and those of reading.
    """
    check_place(request)
    layout = inspect(request.path)
    request = replace(request, mapping=request.mapping or await mapping_for(workplace, layout))
    count = 0
    with Rejects(request, layout) as rejects:
        for row in await _planned(workplace, request, layout):
            if isinstance(row, RejectedRow):
                rejects.add(row)
                count += 1
    return count


async def _planned(workplace: Workplace, request: ImportRequest, layout: Layout) -> Iterator[_Row]:
    """The rows of the file by the request's mapping, checked where the import is a strict one."""
    mapping, office = request.mapping, cells_office(workplace, workplace.now())
    assert mapping is not None, "the caller has chosen one"
    rows = planned_rows(layout, mapping, lead_fields(workplace), office)
    if not request.strict:
        return rows
    async with workplace.database.read() as session:
        known = await known_names(session, workplace)
    first = workplace.registry.open_stages(Kind.LEAD)[0].id
    stages = stage_ids(names_in(layout, mapping, office), known, request.choices, first)
    check = StrictCheck(workplace.registry, stages, first)
    return (check(row) if isinstance(row, ImportRow) else row for row in rows)


class _Doubles:
    """Counts rows that find their person in the database or earlier in the file.

    Skipped rows leave no phones behind for later ones to be found by, updating ones do: the counts differ a little.
    Hashes take a tenth of the memory of a million phones; two alike by chance only shift a count by one.
    """

    def __init__(self) -> None:
        self.skip = self.update = 0
        self._kept_by_skip: set[int] = set()
        self._kept_by_update: set[int] = set()

    def add(self, row: ImportRow, *, known: bool) -> None:
        """One more accepted row; `known`: the database has its person."""
        keys = {hash(key) for key in row.match_keys}
        if known or not self._kept_by_skip.isdisjoint(keys):
            self.skip += 1
        else:
            self._kept_by_skip |= keys
        if known or not self._kept_by_update.isdisjoint(keys):
            self.update += 1
        self._kept_by_update |= keys

    def counts(self) -> dict[DuplicatePolicy, int]:
        """Duplicates by policy; where they are added, they are those that would be updated."""
        return {
            DuplicatePolicy.SKIP: self.skip,
            DuplicatePolicy.UPDATE: self.update,
            DuplicatePolicy.ADD: self.update,
        }
