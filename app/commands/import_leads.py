"""`prichal import leads FILE`: a file of another system, with no mapping by hand."""

import argparse
import asyncio
import signal
import sys
from contextlib import aclosing
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.bootstrap.outside import make_outside
from app.commands.session import answer, work
from app.core.errors import UserError
from app.qtbase import i18n
from app.qtbase.reject_texts import reject_heading, reject_reasons
from app.services.importing.outcomes import ImportPreview, ImportResult
from app.services.importing.request import DuplicatePolicy, ImportRequest, RejectTexts
from app.services.importing.service import ImportRun, Imports


async def run(arguments: argparse.Namespace) -> None:
    """Import, showing how far it is, and say what became of the rows."""
    path = Path(arguments.file)
    workplace = await work(arguments, make_outside())
    imports = Imports(workplace, apart=False)
    try:
        preview = await imports.preview(path)
        rejects = Path(arguments.rejects) if arguments.rejects else path.with_name(f"{path.stem}-rejected.csv")
        request = ImportRequest(
            path,
            duplicates=DuplicatePolicy(arguments.duplicates),
            strict=arguments.strict,
            rejects=rejects,
            texts=RejectTexts(reject_heading(), reject_reasons()),
            total=preview.rows,
        )
        result = await _run(imports.start(request), preview.rows)
    finally:
        await workplace.database.close()
    _tell(arguments, preview, result)


async def _run(under_way: ImportRun, rows: int) -> ImportResult:
    """Iterate to the end; Ctrl+C stops after the batch. Raises UserError("import_stopped")."""
    loop = asyncio.get_running_loop()
    if sys.platform != "win32":  # there Ctrl+C raises KeyboardInterrupt between two batches
        loop.add_signal_handler(signal.SIGINT, under_way.cancel)
    async with aclosing(under_way.__aiter__()) as progress:
        async for step in progress:
            _show(step.counts.rows, rows)
    result = under_way.result
    if result is None or not result.finished:
        raise UserError("import_stopped", rows=result.counts.rows if result else 0)
    return result


def _show(done: int, rows: int) -> None:
    if sys.stderr.isatty():
        words = QCoreApplication.translate("Commands", "{done} of {rows} rows")
        ending = "\n" if done >= rows else "\r"
        sys.stderr.write(words.format(done=i18n.number(done), rows=i18n.number(rows)) + ending)


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
    ]
    if result.rejects:
        words = QCoreApplication.translate("Commands", "The rejected rows with their reasons: {file}")
        lines.append(words.format(file=result.rejects))
    if not_taken:
        words = QCoreApplication.translate("Commands", "Columns that were not taken: {columns}")
        lines.append(words.format(columns=", ".join(not_taken)))
    answer(arguments, content, *lines)
