"""`prichal import leads FILE`: a file of another system, with no mapping by hand; `--undo` takes an import back."""

import argparse
import asyncio
import itertools
import os
import signal
import sys
import tempfile
from collections.abc import Callable
from contextlib import aclosing
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.bootstrap.outside import make_outside
from app.commands.session import answer, work
from app.core.errors import UserError
from app.qtbase import i18n
from app.qtbase.reject_texts import reject_heading, reject_reasons
from app.services.importing.outcomes import ImportPreview, ImportProgress, ImportResult, UndoResult
from app.services.importing.request import DuplicatePolicy, ImportRequest, RejectTexts
from app.services.importing.service import ImportRun, Imports


async def run(arguments: argparse.Namespace) -> None:
    """Import a file or undo an import, showing how far it is, and say what became of the rows."""
    workplace = await work(arguments, make_outside())
    imports = Imports(workplace, apart=False)
    try:
        if arguments.undo is not None:
            _tell_undo(arguments, await imports.undo(arguments.undo, _show))
            return
        path = Path(arguments.file)
        preview = await imports.preview(path, progress=_show_reading)
        result = await _run(await _under_way(arguments, imports, path, preview.rows))
    finally:
        await workplace.database.close()
    _tell(arguments, preview, result)


async def _under_way(arguments: argparse.Namespace, imports: Imports, path: Path, rows: int) -> ImportRun:
    """The import of a file: where one was interrupted, it goes on as it began."""
    interrupted = await imports.unfinished_of(path)
    if interrupted is not None:
        if interrupted.undoing:
            raise UserError("import_undo_unfinished", operation=interrupted.operation_id)
        words = QCoreApplication.translate(
            "Commands", "An import of this file was interrupted after {rows} rows; it goes on as it began."
        )
        sys.stderr.write(words.format(rows=i18n.number(interrupted.counts.rows)) + "\n")
        return imports.resume(interrupted.operation_id)
    request = ImportRequest(
        path,
        duplicates=DuplicatePolicy(arguments.duplicates),
        strict=arguments.strict,
        rejects=Path(arguments.rejects) if arguments.rejects else _place_of_rejects(path),
        texts=RejectTexts(reject_heading(), reject_reasons()),
        total=rows,
    )
    return imports.start(request)


def _place_of_rejects(path: Path) -> Path:
    """Beside the imported file, else in the present folder, else among temporary files; never one that is there."""
    folders = (path.absolute().parent, Path.cwd(), Path(tempfile.gettempdir()))
    folder = next((one for one in folders if os.access(one, os.W_OK)), folders[-1])
    endings = itertools.chain(("",), (f"-{number}" for number in itertools.count(2)))
    places = (folder / f"{path.stem}-rejected{ending}.csv" for ending in endings)
    return next(place for place in places if not place.exists())


async def _run(under_way: ImportRun) -> ImportResult:
    """Iterate to the end; Ctrl+C stops after the batch. Raises UserError("import_stopped")."""
    loop = asyncio.get_running_loop()
    if sys.platform != "win32":  # there Ctrl+C raises KeyboardInterrupt between two batches
        loop.add_signal_handler(signal.SIGINT, under_way.cancel)
    async with aclosing(under_way.__aiter__()) as progress:
        async for step in progress:
            _show(step)
    result = under_way.result
    if result is None or not result.finished:
        raise UserError("import_stopped", rows=result.counts.rows if result else 0)
    return result


def _show(step: ImportProgress) -> None:
    words = QCoreApplication.translate("Commands", "{done} of {rows} rows, {rate} a second")
    done, total = step.counts.rows, step.total or step.counts.rows
    _write_over(
        lambda: words.format(done=i18n.number(done), rows=i18n.number(total), rate=i18n.number(round(step.rate))),
        last=done >= total,
    )


def _show_reading(step: ImportProgress) -> None:
    words = QCoreApplication.translate("Commands", "{rows} rows read")
    _write_over(lambda: words.format(rows=i18n.number(step.counts.rows)), last=False)


def _write_over(words: Callable[[], str], *, last: bool) -> None:
    """One line of progress in place of the one before; nothing where nobody watches."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{words()}" + ("\n" if last else ""))
        sys.stderr.flush()


def _tell(arguments: argparse.Namespace, preview: ImportPreview, result: ImportResult) -> None:
    counts = result.counts
    not_taken = [column.heading for column in preview.summary.not_taken]
    content = {
        "operation": result.operation_id, "rows": counts.rows, "added": counts.added, "updated": counts.updated,
        "skipped": counts.skipped, "rejected": counts.rejected, "not_taken": not_taken,
        "rejects": str(result.rejects) if result.rejects else None, "seconds": round(result.seconds, 2),
    }  # fmt: skip
    words = QCoreApplication.translate(
        "Commands", "Rows {rows}: added {added}, updated {updated}, skipped {skipped}, rejected {rejected}."
    )
    lines = [
        words.format(
            rows=i18n.number(counts.rows), added=i18n.number(counts.added), updated=i18n.number(counts.updated),
            skipped=i18n.number(counts.skipped), rejected=i18n.number(counts.rejected),
        )
    ]  # fmt: skip
    if result.rejects:
        words = QCoreApplication.translate("Commands", "The rejected rows with their reasons: {file}")
        lines.append(words.format(file=result.rejects))
    if not_taken:
        words = QCoreApplication.translate("Commands", "Columns that were not taken: {columns}")
        lines.append(words.format(columns=", ".join(not_taken)))
    words = QCoreApplication.translate("Commands", "To undo it: prichal import leads --undo {operation}")
    lines.append(words.format(operation=result.operation_id))
    answer(arguments, content, *lines)


def _tell_undo(arguments: argparse.Namespace, result: UndoResult) -> None:
    left = [{"kind": one.section, "id": one.id, "title": one.name, "fields": one.fields} for one in result.left_records]
    content = {
        "operation": result.operation_id, "removed": result.removed, "restored": result.restored,
        "left": result.left, "left_records": left,
    }  # fmt: skip
    words = QCoreApplication.translate(
        "Commands", "Undone: {removed} in the bin, {restored} as before, {left} left as somebody changed them since."
    )
    numbers = (i18n.number(number) for number in (result.removed, result.restored, result.left))
    lines = [words.format(**dict(zip(("removed", "restored", "left"), numbers, strict=True)))]
    lines += [f"{one.section} {one.id}  {one.name}" for one in result.left_records]
    answer(arguments, content, *lines)
