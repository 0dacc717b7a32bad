"""The history as a file: line by line as it is read, so that a long one needs no more memory than a short one."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from app.core.errors import UserError
from app.core.kinds import Kind
from app.services.exporting.sheets import CellValue, FileForm, open_sheet
from app.services.history import HistoryFilter, HistoryLines, OfficeHistory, OfficeLine

AT_ONCE: Final = 200
MOST: Final = 1_000_000
"""Lines that a spreadsheet holds."""
LineWords = Callable[[OfficeLine], Sequence[Sequence[CellValue]]]
"""Makes the rows of a line: one for each changed field."""


class HistoryExports:
    """What leaves is what may be read; that it left stands in the history."""

    def __init__(self, history: OfficeHistory, lines: HistoryLines) -> None:
        self._history = history
        self._lines = lines

    async def export(
        self, chosen: HistoryFilter, path: Path, headings: Sequence[str], words: LineWords, *, comma: bool
    ) -> int:
        """Write CSV or XLSX by the name's ending; how many lines were written.

        The file is there once it is whole. Raises UserError: "not_allowed", "file_not_written".
        """
        form = FileForm.XLSX if path.suffix.lower() == ".xlsx" else FileForm.CSV
        part = path.with_name(f".{path.name}.part")
        written = 0
        try:
            sheet = await asyncio.to_thread(open_sheet, part, form, comma=comma)
            await asyncio.to_thread(sheet.add, [tuple(headings)])
            async for lines in self._history.pages(chosen, AT_ONCE):
                rows = [row for line in lines for row in words(line)]
                await asyncio.to_thread(sheet.add, rows)
                written += len(lines)
                if written >= MOST:
                    break
            await asyncio.to_thread(sheet.close)
            await self._lines.note_export(Kind.EMPLOYEE, written, form=form.value, report="history")
            part.replace(path)
        except OSError as error:
            raise UserError("file_not_written", path=str(path)) from error
        finally:
            part.unlink(missing_ok=True)
        return written
