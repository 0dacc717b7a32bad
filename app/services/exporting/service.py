"""Writes chosen records into a file: in pieces, the writing off the loop's thread, stopped between two pieces."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import ColumnElement, false, select, true

from app.core.errors import UserError
from app.core.kinds import Kind, Right, Scope
from app.services.exporting.points import POINT_KINDS, read_points
from app.services.exporting.sheets import CellValue, FileForm, Sheet, open_sheet
from app.services.history import HistoryLines
from app.services.listed import listed
from app.services.lists.service import Lists
from app.services.records.bulk import BulkStop
from app.services.records.lists import Row, Rows
from app.services.workplace import Workplace

AT_ONCE: Final = 200
"""Records that are read and put into words at a time: less than a frame or two."""

Progress = Callable[[int, int], None]
Words = Callable[[Row], Sequence[CellValue]]
"""Makes the cells of a row, as the list service read it, in the reader's language."""


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What is written and how."""

    section: str
    columns: tuple[str, ...]
    """Codes of the list's columns that the words are made of."""
    headings: tuple[str, ...]
    path: Path
    form: FileForm
    comma: bool
    """See `open_sheet`."""
    points: bool = False
    """Behind the other columns all phones, all emails and all messengers; lists show the first ones alone."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What became of the export."""

    written: int
    refused: int
    """Gone meanwhile, or beyond the right to export."""
    stopped: bool
    """There is no file."""


class Exports:
    """Every export is checked, and noted in the history with its count."""

    def __init__(self, workplace: Workplace, lists: Lists, history: HistoryLines) -> None:
        self._workplace = workplace
        self._lists = lists
        self._history = history

    def may_export(self, section: str) -> bool:
        """Whether it is offered at all."""
        return self._workplace.rights.scope(Kind(section), Right.EXPORT) is not Scope.NONE

    async def export(
        self, order: ExportOrder, ids: Sequence[int], words: Words, progress: Progress, stop: BulkStop
    ) -> ExportReport:
        """Write records; the file is there once it is whole, one of its name before that stays.

        Raises UserError: "not_allowed", "file_not_written".
        """
        workplace = self._workplace
        workplace.rights.require(Kind(order.section), Right.EXPORT)
        part = order.path.with_name(f".{order.path.name}.part")
        try:
            sheet = await asyncio.to_thread(open_sheet, part, order.form, comma=order.comma)
            written = await self._write(sheet, order, ids, words, progress, stop)
            await asyncio.to_thread(sheet.close)
            if not stop.wanted:
                await self._history.note_export(
                    Kind(order.section), written, form=order.form.value, columns=list(order.columns)
                )
                part.replace(order.path)
        except OSError as error:
            raise UserError("file_not_written", path=str(order.path)) from error
        finally:
            part.unlink(missing_ok=True)
        return ExportReport(written, len(ids) - written if not stop.wanted else 0, stop.wanted)

    async def _write(
        self, sheet: Sheet, order: ExportOrder, ids: Sequence[int], words: Words, progress: Progress, stop: BulkStop
    ) -> int:
        await asyncio.to_thread(sheet.add, [order.headings])
        written = 0
        for start in range(0, len(ids), AT_ONCE):
            if stop.wanted:
                break
            piece = await self._allowed(order.section, [int(one) for one in ids[start : start + AT_ONCE]])
            rows = await self._lists.rows(order.section, piece, order.columns)
            cells = [list(words(row)) for row in rows]
            if order.points:
                await self._add_points(order.section, rows, cells)
            await asyncio.to_thread(sheet.add, cells)
            written += len(cells)
            progress(min(start + AT_ONCE, len(ids)), len(ids))
        return written

    async def _add_points(self, section: str, rows: Rows, cells: Sequence[list[CellValue]]) -> None:
        async with self._workplace.database.read() as session:
            points = await read_points(session, section, [row[0] for row in rows if isinstance(row[0], int)])
        for row, line in zip(rows, cells, strict=True):
            line += [", ".join(points.get((row[0], kind.value), ())) for kind in POINT_KINDS]

    async def _allowed(self, section: str, ids: list[int]) -> list[int]:
        """Those that the right to export reaches, in their order."""
        table = listed(section).table
        async with self._workplace.database.read() as session:
            found = set(await session.scalars(select(table.c.id).where(table.c.id.in_(ids), self._reach(section))))
        return [one for one in ids if one in found]

    def _reach(self, section: str) -> ColumnElement[bool]:
        rights, table = self._workplace.rights, listed(section).table
        match rights.scope(Kind(section), Right.EXPORT):
            case Scope.ALL:
                return true()
            case Scope.DEPARTMENT:
                return table.c.responsible_id.in_(sorted(rights.people))
            case Scope.OWN:
                return table.c.responsible_id == rights.employee_id
        return false()
