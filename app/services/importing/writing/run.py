"""A whole import from its beginning to its end, or on from where it was stopped."""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from app.core.errors import PrichalError, UserError
from app.core.kinds import Kind, OperationState, Right
from app.db.log_file import take_in
from app.db.statistics import refresh_statistics
from app.services.importing.layout import Layout
from app.services.importing.office import cells_office, known_names, lead_fields, mapping_for, remember_mapping
from app.services.importing.outcomes import ImportProgress, ImportResult
from app.services.importing.plan import planned_rows
from app.services.importing.reading import inspect
from app.services.importing.reading.files import file_digest
from app.services.importing.request import DuplicatePolicy, ImportRequest
from app.services.importing.rows import ImportRow, RejectedRow
from app.services.importing.strictness import StrictCheck
from app.services.importing.writing import ledger
from app.services.importing.writing.batches import Batch, BatchWriter
from app.services.importing.writing.feed import tell_many
from app.services.importing.writing.ledger import IMPORT, Entry
from app.services.importing.writing.names import make_known, names_in, names_told
from app.services.importing.writing.origins import Origins
from app.services.importing.writing.pace import PAUSE_S, Pace
from app.services.importing.writing.rejected import Rejects, check_place
from app.services.workplace import Workplace

_Row = ImportRow | RejectedRow


class Importer:
    """Runs imports in this process; `stopped` is asked between batches, whose transactions `clock` measures."""

    def __init__(
        self,
        workplace: Workplace,
        stopped: Callable[[], bool] = lambda: False,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._workplace = workplace
        self._clock = clock
        self._stopped = stopped
        self.result: ImportResult | None = None
        """How the run ended."""

    async def begin(self, request: ImportRequest) -> str:
        """Write the import down and add the names that the office lacks; returns its operation.

        Raises UserError: "not_allowed", "import_rejects_is_source", and those of reading where the file is no table.
        """
        workplace = self._workplace
        workplace.rights.require(Kind.LEAD, Right.IMPORT)
        layout = inspect(request.path)
        check_place(request)
        mapping = (request.mapping or await mapping_for(workplace, layout)).check()
        names = names_in(layout, mapping, cells_office(workplace, workplace.now()))
        digest = await asyncio.to_thread(file_digest, request.path)
        order = workplace.order(IMPORT, file=request.path.name)
        async with workplace.database.write(order) as unit:
            known = await known_names(unit.session, workplace)
            first = workplace.registry.open_stages(Kind.LEAD)[0].id
            ids = await make_known(unit, names, known, request.choices, first)
            await tell_many(unit, workplace.database, names_told(ids))
            await ledger.begin(unit, replace(request, mapping=mapping), ids, digest)
        if request.mapping is not None:
            await remember_mapping(workplace, layout, mapping)
        async with workplace.database.read() as session:
            await workplace.registry.reload(session)
        return order.operation_id

    async def proceed(self, operation_id: str, *, begun: bool = False) -> AsyncIterator[ImportProgress]:
        """Import what is left of the file; `begun`: by this program, just now.

        Raises UserError: "not_allowed", "import_running", "import_ended", "import_file_changed"; Conflict where
        another program took the import over; and those of reading.
        """
        workplace = self._workplace
        workplace.rights.require(Kind.LEAD, Right.IMPORT)
        entry = await self._taken(operation_id, begun=begun)
        layout = inspect(entry.request.path)
        origins = await self._origins(entry)
        started, first = time.perf_counter(), entry.next_row
        with Rejects(entry.request, layout) as rejects:
            rows = _planned(workplace, entry, layout)
            run = _Run(workplace, entry, rows, rejects, origins, Pace(self._clock))
            run.pass_over(first)
            while not self._stopped() and (batch := await run.prepared()) is not None:
                await run.commit(batch)
                await take_in(workplace.database)
                rate = (run.entry.next_row - first) / max(time.perf_counter() - started, 1e-6)
                yield ImportProgress(run.entry.counts, entry.request.total, rate)
                await asyncio.sleep(PAUSE_S)
        await self._end(run)
        counts = run.entry.counts
        self.result = ImportResult(
            operation_id,
            counts,
            finished=run.ended,
            rejects=rejects.path if counts.rejected else None,
            seconds=time.perf_counter() - started,
            slowest_batch=run.pace.slowest_s,
        )

    async def _origins(self, entry: Entry) -> Origins:
        mapping = entry.request.mapping
        assert mapping is not None, "an import that has begun has its mapping"
        if entry.request.duplicates is DuplicatePolicy.ADD:
            return Origins()
        async with self._workplace.database.read() as session:
            return await Origins.known(session, mapping, entry.file_sha256, besides=entry.operation_id)

    async def _taken(self, operation_id: str, *, begun: bool) -> Entry:
        database = self._workplace.database
        async with database.read() as session:
            entry = await ledger.read_entry(session, operation_id)
        if begun:
            return entry
        if await asyncio.to_thread(file_digest, entry.request.path) != entry.file_sha256:
            raise UserError("import_file_changed", path=str(entry.request.path))
        async with database.write(ledger.batch_order(self._workplace, IMPORT, operation_id)) as unit:
            await ledger.take(unit, operation_id)
            return await ledger.read_entry(unit.session, operation_id)

    async def _end(self, run: "_Run") -> None:
        operation_id = run.entry.operation_id
        async with self._workplace.database.write(ledger.batch_order(self._workplace, IMPORT, operation_id)) as unit:
            if run.ended:
                await ledger.end(unit, operation_id, OperationState.DONE)
            else:
                await ledger.release(unit, operation_id)
        if run.entry.counts.added:
            await refresh_statistics(self._workplace.database)


class _Run:
    """The rows of one file on their way into the database."""

    def __init__(
        self, workplace: Workplace, entry: Entry, rows: Iterator[_Row], rejects: Rejects, origins: Origins, pace: Pace
    ) -> None:
        self.entry = entry
        self.pace = pace
        self.ended = False
        """Whether the file is read to its end, and everything of it is committed."""
        self._rows = rows
        self._waiting: deque[_Row] = deque()
        self._unreadable: PrichalError | None = None
        self._rejects = rejects
        self._origins = origins
        self._writer = BatchWriter(workplace, entry)
        self._all_new = entry.request.duplicates is DuplicatePolicy.ADD
        """Whether what becomes of a row depends on nothing in the database."""
        self._made: Batch | None = None
        """The next batch, where it is made already."""

    def pass_over(self, count: int) -> None:
        """Leave out rows that are committed; the rejected ones among them go to the file again, which begins anew."""
        for row in islice(self._rows, count):
            if isinstance(row, RejectedRow):
                self._rejects.add(row)

    async def prepared(self) -> Batch | None:
        """The next batch, small enough for a short transaction; None at the end of the file."""
        if self._made is not None:
            batch, self._made = self._made, None
            return batch
        rows = self._take(self.pace.rows)
        if not rows:
            self.ended = True
            return None
        if self._all_new:
            return self._writer.make_ahead(rows, await self._writer.next_ids(None, rows))
        batch, taken = await self._writer.prepare(rows, self._origins, self.pace)
        self._waiting.extendleft(reversed(rows[taken:]))
        return batch

    async def commit(self, batch: Batch) -> None:
        """Write a batch; its rejected rows go to the file once it is committed.

        Meanwhile the next one is made ready: the database works in another thread, which holds no lock of Python's.
        """
        rows = self._read(self.pace.rows) if self._all_new else []
        ids = await self._writer.next_ids(batch, rows) if rows else ()
        writing = self._writer.write(self.entry, batch, self.pace.clock)
        written, ahead = await asyncio.gather(
            writing, asyncio.to_thread(self._get_ahead, rows, ids), return_exceptions=True
        )
        if isinstance(written, BaseException):
            raise written
        if ahead is not None:
            raise ahead
        self.entry, seconds = written
        self.pace.learn(seconds, batch.counts.added, len(batch.filled))
        for row in batch.decisions.rejected:
            self._rejects.add(row)

    def _get_ahead(self, rows: list[_Row], ids: Sequence[int]) -> None:
        """Make a batch of rows that are all new, and have the rows of the one after it at hand.

        What can't be read is said when it is that batch's turn.
        """
        if rows:
            self._made = self._writer.make_ahead(rows, ids)
        try:
            self._waiting.extend(islice(self._rows, max(0, self.pace.rows - len(self._waiting))))
        except PrichalError as error:
            self._unreadable = error

    def _read(self, count: int) -> list[_Row]:
        """Of the rows at hand."""
        return [self._waiting.popleft() for _ in range(min(count, len(self._waiting)))]

    def _take(self, count: int) -> list[_Row]:
        if self._unreadable is not None and not self._waiting:
            raise self._unreadable
        rows = self._read(count)
        if self._unreadable is None:
            rows += islice(self._rows, count - len(rows))
        return rows


def _planned(workplace: Workplace, entry: Entry, layout: Layout) -> Iterator[_Row]:
    """All rows of the file, as the import's beginning decided to read them."""
    mapping = entry.request.mapping
    assert mapping is not None, "an import that has begun has its mapping"
    rows = planned_rows(layout, mapping, lead_fields(workplace), cells_office(workplace, entry.started_at))
    if not entry.request.strict:
        return rows
    check = StrictCheck(workplace.registry, entry.names.stages, entry.names.first_stage)
    return (check(row) if isinstance(row, ImportRow) else row for row in rows)
