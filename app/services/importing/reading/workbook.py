"""Workbooks (XLSX, and whatever else the reading library opens): the first sheet that has something in it."""

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from app.core.errors import UserError
from app.services.importing.layout import Cell, FileKind, Layout, Reason, Row, cell_text
from app.services.importing.reading.files import file_errors
from app.services.importing.reading.heading_row import find_heading_row

LARGEST_UNPACKED: Final = 2 * 1024**3
"""Bytes; a workbook is held in memory whole, so one that unpacks to more is refused before it is opened."""

_LOOKED_AT: Final = 200


def workbook_layout(path: Path, size: int) -> Layout:
    """Where the table lies in a workbook. UserError where it can't be opened or all sheets are empty."""
    sheet = _first_filled(_opened(path), path)
    rows = [(line, cells) for line, cells in _filled_rows(sheet, limit=_LOOKED_AT)]
    heading = find_heading_row([_as_text(cells) for _, cells in rows])
    below = rows[heading.index + 1 :]
    width = max((_filled_width(cells) for cells in (heading.cells, *(cells for _, cells in below))), default=0)
    return Layout(
        path=path,
        size=size,
        kind=FileKind.WORKBOOK,
        headings=heading.cells[:width],
        heading_line=rows[heading.index][0] if heading.index >= 0 else 0,
        sheet=sheet.name,
        sample=tuple(_as_text(cells[:width]) for _, cells in below),
    )


def workbook_rows(layout: Layout) -> Iterator[Row]:
    """The rows below the headings; wholly empty ones, which sheets have by the hundred, are none."""
    sheet = _opened(layout.path).get_sheet_by_name(layout.sheet)
    width = len(layout.headings)
    for line, cells in _filled_rows(sheet):
        if line > layout.heading_line:
            filled = _filled_width(cells)
            fault = Reason("columns_mismatch", {"got": filled, "expected": width}) if filled > width else None
            yield Row(line, tuple(cells if fault else cells[:width]), fault)


def _opened(path: Path) -> CalamineWorkbook:
    with file_errors(path):
        try:
            if zipfile.is_zipfile(path):
                _check_unpacked_size(path)
            return CalamineWorkbook.from_path(path)
        except PasswordError as error:
            raise UserError("import_workbook_locked", path=str(path)) from error
        except (CalamineError, zipfile.BadZipFile) as error:
            raise UserError("import_workbook_broken", path=str(path)) from error


def _check_unpacked_size(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        unpacked = sum(item.file_size for item in archive.infolist())
    if unpacked > LARGEST_UNPACKED:
        raise UserError("import_workbook_too_large", path=str(path), size=unpacked, limit=LARGEST_UNPACKED)


def _first_filled(workbook: CalamineWorkbook, path: Path) -> CalamineSheet:
    for visible_only in (True, False):
        for sheet in workbook.sheets_metadata:
            if visible_only and sheet.visible != SheetVisibleEnum.Visible:
                continue
            found = workbook.get_sheet_by_name(sheet.name)
            if any(True for _ in _filled_rows(found, limit=1)):
                return found
    raise UserError("import_file_empty", path=str(path))


def _filled_rows(sheet: CalamineSheet, limit: int | None = None) -> Iterator[tuple[int, Sequence[Cell]]]:
    """Rows that aren't empty, with their numbers in the sheet."""
    found = 0
    for line, cells in enumerate(sheet.iter_rows(), start=1):
        if any(cell != "" for cell in cells):
            yield line, cells
            found += 1
            if found == limit:
                return


def _filled_width(cells: Sequence[Cell]) -> int:
    return max((place for place, cell in enumerate(cells, start=1) if cell != ""), default=0)


def _as_text(cells: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(cell_text(cell) for cell in cells)
