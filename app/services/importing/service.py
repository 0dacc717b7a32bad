"""The operations of the import: preview, start, go on, undo."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final, TypeVar

from app.core.changes import Changes
from app.core.errors import UserError
from app.core.kinds import Kind
from app.services.importing.apart.process import ImportProcess
from app.services.importing.headings import Mapping
from app.services.importing.jobs import (
    BeginJob,
    Ended,
    Job,
    PreviewJob,
    ProceedJob,
    RejectsJob,
    Said,
    StopFlag,
    UndoJob,
    perform,
)
from app.services.importing.outcomes import (
    ImportPreview,
    ImportProgress,
    ImportResult,
    UndoResult,
    UnfinishedImport,
)
from app.services.importing.request import Choices, DuplicatePolicy, ImportRequest
from app.services.importing.writing import ledger
from app.services.workplace import Workplace

_LOOK_AGAIN_S: Final = 0.25

Progress = Callable[[ImportProgress], None]
_Answer = TypeVar("_Answer", ImportPreview, ImportResult, UndoResult, str, int)


class ImportRun:
    """One import under way: iterate over it for its progress, then look at `result`."""

    def __init__(self, imports: "Imports", request: ImportRequest | None, operation_id: str | None) -> None:
        self._imports = imports
        self._request = request
        self._stop = StopFlag()
        self.operation_id = operation_id
        """Known once the run has begun."""
        self.result: ImportResult | None = None
        """How it ended; None while it runs, or where it was cancelled before it began."""

    def cancel(self) -> None:
        """Stop after the batch that is being written; what is committed stays, to be continued or undone."""
        self._stop.set()

    def __aiter__(self) -> AsyncGenerator[ImportProgress, None]:
        return self._run()

    async def _run(self) -> AsyncGenerator[ImportProgress, None]:
        begun = self.operation_id is None
        if self.operation_id is None:
            if self._request is None or self._stop():
                return
            self.operation_id = await self._imports.answer(BeginJob(self._request), str, StopFlag())
            await self._imports.refresh()
        job = ProceedJob(self.operation_id, begun=begun)
        async with aclosing(self._imports.perform(job, self._stop)) as saying:
            async for said in saying:
                if isinstance(said, ImportProgress):
                    yield said
                elif isinstance(said.answer, ImportResult):
                    self.result = said.answer
        self._imports.tell()


class Imports:
    """Imports of leads; `apart` has them done in a process of its own, which a window needs to stay smooth."""

    def __init__(self, workplace: Workplace, *, apart: bool = True) -> None:
        self._workplace = workplace
        self._process = ImportProcess(workplace) if apart else None

    async def preview(
        self,
        path: Path,
        mapping: Mapping | None = None,
        choices: Choices | None = None,
        duplicates: DuplicatePolicy = DuplicatePolicy.UPDATE,
        *,
        strict: bool = False,
        progress: Progress | None = None,
    ) -> ImportPreview:
        """What an import of a file would do; `mapping` None: as remembered for its headings, else as recognised.

        Raises UserError: "not_allowed", and those of reading where the file is no table.
        """
        request = ImportRequest(path, mapping, choices or Choices(), duplicates, strict)
        return await self.answer(PreviewJob(request), ImportPreview, StopFlag(), progress)

    async def save_rejects(self, request: ImportRequest, path: Path) -> int:
        """Write the rows that the import would reject into a file, to be mended; how many there are."""
        return await self.answer(RejectsJob(replace(request, rejects=path)), int, StopFlag())

    def start(self, request: ImportRequest) -> ImportRun:
        """An import that runs as it is iterated over.

        Raises UserError: "not_allowed", "import_rejects_is_source", and those of reading.
        """
        return ImportRun(self, request, None)

    def resume(self, operation_id: str) -> ImportRun:
        """Go on with an unfinished import.

        Raises UserError: "import_unknown", "import_running" where another program works on it, "import_ended",
        "import_file_changed", and those of reading.
        """
        return ImportRun(self, None, operation_id)

    async def undo(self, operation_id: str, progress: Progress | None = None) -> UndoResult:
        """Undo a whole import, finished or not; what somebody worked on since is listed and left.

        Raises UserError: "not_allowed", "import_unknown", "import_running", "import_undone".
        """
        result = await self.answer(UndoJob(operation_id), UndoResult, StopFlag(), progress)
        await self.refresh()
        self.tell()
        return result

    async def unfinished(self) -> tuple[UnfinishedImport, ...]:
        """Imports that were cancelled or killed, the newest first."""
        now = self._workplace.now()
        return tuple(one for one in await self._running() if one.lease_until is None or one.lease_until <= now)

    async def unfinished_of(self, path: Path) -> UnfinishedImport | None:
        """The unfinished import of this very file, once no other program can be working on it any more.

        Raises UserError: "import_running" where one is, and those of reading.
        """
        from app.services.importing.reading.files import file_digest  # here: a start of the window reads no file

        digest = await asyncio.to_thread(file_digest, path)
        first: datetime | None = None
        while True:
            found = next((one for one in await self._running() if one.file_sha256 == digest), None)
            if found is None or found.lease_until is None or found.lease_until <= self._workplace.now():
                return found
            first = first or found.lease_until
            if found.lease_until > first:
                raise UserError("import_running", operation=found.operation_id)
            await asyncio.sleep(_LOOK_AGAIN_S)

    async def _running(self) -> tuple[UnfinishedImport, ...]:
        async with self._workplace.database.read() as session:
            return await ledger.running(session)

    @property
    def process_id(self) -> int | None:
        """The number of the process of its own, while there is one."""
        return self._process.pid if self._process else None

    async def close(self) -> None:
        """End the process of its own, if there is one; a run under way stops after its batch."""
        if self._process is not None:
            await self._process.close()

    def perform(self, job: Job, stop: StopFlag) -> AsyncGenerator[Said, None]:
        """Do a job here or in the process of its own."""
        return self._process.perform(job, stop) if self._process else perform(self._workplace, job, stop)

    async def answer(self, job: Job, kind: type[_Answer], stop: StopFlag, progress: Progress | None = None) -> _Answer:
        """Do a job to its end and hand its answer out."""
        async with aclosing(self.perform(job, stop)) as saying:
            async for said in saying:
                if isinstance(said, Ended):
                    assert isinstance(said.answer, kind), f"{type(job).__name__} answers with a {kind.__name__}"
                    return said.answer
                if progress is not None:
                    progress(said)
        raise AssertionError("a job ends with its answer")

    async def refresh(self) -> None:
        """Read the dictionaries again: the other process may have added employees and sources."""
        if self._process is not None:
            async with self._workplace.database.read() as session:
                await self._workplace.registry.reload(session)

    def tell(self) -> None:
        """Say to this program's windows what the other process changed."""
        if self._process is not None:
            database, actor = self._workplace.database, self._workplace.actor.employee_id
            for kind in (Kind.SETTINGS, Kind.EMPLOYEE, Kind.LEAD):
                database.publish(Changes(kind, frozenset(), ledger.IMPORT, actor, database.origin))
