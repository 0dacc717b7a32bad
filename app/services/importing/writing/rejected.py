"""Where the rejected rows of a run go: a file that is there only if there are some."""

from types import TracebackType
from typing import Self

from app.core.errors import UserError
from app.services.importing.layout import Layout
from app.services.importing.reading.files import file_errors
from app.services.importing.rejects import RejectsFile
from app.services.importing.request import ImportRequest
from app.services.importing.rows import RejectedRow


class Rejects:
    """Takes rejected rows; a context manager. Without a place in the request they go nowhere."""

    def __init__(self, request: ImportRequest, layout: Layout) -> None:
        self.path = request.rejects
        self._file = RejectsFile(self.path, layout, request.texts.heading, request.texts.words) if self.path else None
        self._any = False

    def __enter__(self) -> Self:
        if self._file is not None:
            self._file.__enter__()
        return self

    def add(self, row: RejectedRow) -> None:
        """One more row."""
        self._any = True
        if self._file is not None:
            self._file.add(row)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._file is not None and self.path is not None:
            self._file.__exit__(kind, error, traceback)
            if not self._any:
                self.path.unlink(missing_ok=True)


def check_place(request: ImportRequest) -> None:
    """See before anything is imported that rejected rows can be written.

    Raises UserError("import_rejects_is_source") where they would overwrite the file itself, and those of `file_errors`.
    """
    place = request.rejects
    if place is None:
        return
    if place.absolute() == request.path.absolute() or (place.exists() and place.samefile(request.path)):
        raise UserError("import_rejects_is_source", path=str(place))
    there = place.exists()
    with file_errors(place), place.open("ab"):
        pass
    if not there:
        place.unlink()
