"""What an import can be asked to do, in this process or in one of its own: the same jobs, the same answers."""

from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass

from app.services.importing.outcomes import ImportPreview, ImportProgress, ImportResult, UndoResult
from app.services.importing.request import ImportRequest
from app.services.workplace import Workplace

Stopped = Callable[[], bool]


class StopFlag:
    """Set once by whoever wants a job to stop; asked by the job, and heard by whoever passes it on."""

    def __init__(self) -> None:
        self._set = False
        self._listeners: list[Callable[[], None]] = []

    def __call__(self) -> bool:
        return self._set

    def set(self) -> None:
        """Stop after the present piece."""
        self._set = True
        for listener in self._listeners:
            listener()

    def listen(self, listener: Callable[[], None]) -> None:
        """Call `listener` when it is set, or at once where it is."""
        self._listeners.append(listener)
        if self._set:
            listener()


@dataclass(frozen=True, slots=True)
class PreviewJob:
    """Tell what an import would do."""

    request: ImportRequest


@dataclass(frozen=True, slots=True)
class RejectsJob:
    """Write the rows that an import would reject."""

    request: ImportRequest


@dataclass(frozen=True, slots=True)
class BeginJob:
    """Write an import down and add the names that the office lacks."""

    request: ImportRequest


@dataclass(frozen=True, slots=True)
class ProceedJob:
    """Go on with an import; `begun`: the job before this one began it."""

    operation_id: str
    begun: bool = False


@dataclass(frozen=True, slots=True)
class UndoJob:
    """Undo an import."""

    operation_id: str


Job = PreviewJob | RejectsJob | BeginJob | ProceedJob | UndoJob


@dataclass(frozen=True, slots=True)
class Ended:
    """The last word of a job: a preview, the number of rejects, an import's operation, how it or its undo ended.

    None where the job was stopped before there was an answer.
    """

    answer: ImportPreview | ImportResult | UndoResult | str | int | None


Said = ImportProgress | Ended


async def perform(workplace: Workplace, job: Job, stopped: Stopped) -> AsyncGenerator[Said, None]:
    """Do a job in this process: its progress, then `Ended`; `stopped` is asked between its pieces."""
    # here: a window names jobs and has another process do them; its start needn't wait for what does them
    from app.services.importing.preview import Previewer, write_rejects
    from app.services.importing.undo import Undoer
    from app.services.importing.writing.run import Importer

    match job:
        case PreviewJob(request):
            previewer = Previewer(workplace, stopped)
            async for progress in previewer.read(request):
                yield progress
            yield Ended(previewer.result)
        case RejectsJob(request):
            yield Ended(await write_rejects(workplace, request))
        case BeginJob(request):
            yield Ended(await Importer(workplace).begin(request))
        case ProceedJob(operation_id, begun):
            importer = Importer(workplace, stopped)
            async for progress in importer.proceed(operation_id, begun=begun):
                yield progress
            yield Ended(importer.result)
        case UndoJob(operation_id):
            undoer = Undoer(workplace, stopped)
            async for progress in undoer.undo(operation_id):
                yield progress
            yield Ended(undoer.result)
