"""From the choice of a file to imported leads."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.core.errors import PrichalError
from app.qtbase import dialogs
from app.qtbase.error_texts import error_text
from app.qtbase.reject_texts import reject_heading, reject_reasons
from app.qtbase.tasks import Tasks
from app.services.importing.first_calls.records import Unplanned
from app.services.importing.headings import Mapping
from app.services.importing.outcomes import ImportPreview, ImportProgress
from app.services.importing.request import Choices, DuplicatePolicy, ImportRequest, RejectTexts
from app.services.importing.service import ImportRun
from app.views.field_forms.making import FieldWorld
from app.views.imports.dialog import CHECK, COLUMNS, FILE, RUN, ImportDialog
from app.views.imports.names_panel import Offices
from app.views.imports.planning import FirstCallsFlow
from app.views.navigator import ViewContext


async def open_import(context: ViewContext, parent: QWidget, section: str) -> None:
    """The import wizard; closing it stops a running import after its batch, to be continued or undone later."""
    assert section == "lead", "leads are what is imported"
    wizard = _Wizard(context, parent)
    await wizard.run()


class _Wizard:
    """One run of the wizard."""

    def __init__(self, context: ViewContext, parent: QWidget) -> None:
        self._context = context
        self._imports = context.services.imports
        registry = context.services.workplace.registry
        offices = Offices(
            tuple((one.id, one.name) for one in registry.employees()),
            tuple((one.id, one.name) for one in registry.all.sources.values()),
            tuple((one.id, one.name) for one in registry.stages("lead")),
        )
        read_day = FieldWorld.of(context.services.workplace).parse_day
        self._dialog = ImportDialog(offices, registry.fields("lead"), read_day, parent)
        self._calls = FirstCallsFlow(context.services.first_calls, self._dialog)
        self._tasks = Tasks(self._dialog, self._show_error)
        self._request: ImportRequest | None = None
        self._preview: ImportPreview | None = None
        self._import: ImportRun | None = None
        self._connect()

    async def run(self) -> None:
        self._dialog.file.show_unfinished(await self._imports.unfinished())
        self._dialog.file.show_unplanned(await self._context.services.first_calls.unplanned())
        await dialogs.run(self._dialog)
        if self._import is not None and self._import.result is None:
            self._import.cancel()
        self._calls.stop()
        self._dialog.deleteLater()
        await self._imports.close()

    def _connect(self) -> None:
        dialog, tasks = self._dialog, self._tasks
        dialog.file.asked.connect(lambda: tasks.run(self._choose(), latest="read"))
        dialog.file.chosen.connect(lambda path: tasks.run(self._read(ImportRequest(path), COLUMNS), latest="read"))
        dialog.file.resume_wanted.connect(lambda one: tasks.run(self._go(self._imports.resume(one)), latest="go"))
        dialog.file.undo_wanted.connect(lambda one: tasks.run(self._undo(one), latest="go"))
        dialog.next_wanted.connect(self._next)
        dialog.back_wanted.connect(lambda: dialog.show_step(dialog.step() - 1))
        dialog.strict_changed.connect(lambda: tasks.run(self._again(CHECK), latest="read"))
        check = dialog.check
        check.columns.changed.connect(lambda: tasks.run(self._again(CHECK, check.columns.mapping()), latest="read"))
        check.columns.all_wanted.connect(lambda: dialog.show_step(COLUMNS))
        check.names.changed.connect(self._name_chosen)
        check.other_file_wanted.connect(lambda: dialog.show_step(FILE))
        check.rejected.save_wanted.connect(lambda: tasks.run(self._save_rejects()))
        dialog.running.save_wanted.connect(lambda: tasks.run(self._save_rejects()))
        dialog.running.stop_wanted.connect(self._stop)
        dialog.running.resume_wanted.connect(lambda: tasks.run(self._resume(), latest="go"))
        dialog.running.undo_wanted.connect(lambda: tasks.run(self._undo_this(), latest="go"))
        calls = self._calls
        dialog.running.undo_plan_wanted.connect(lambda: tasks.run(calls.undo(), latest="go"))
        dialog.file.plan_wanted.connect(lambda one: tasks.run(calls.open(one), latest="go"))
        dialog.file.unpark_wanted.connect(lambda one: tasks.run(self._unpark(one), latest="go"))

    async def _choose(self) -> None:
        title = QCoreApplication.translate("Imports", "Choose a file with leads")
        filters = QCoreApplication.translate("Imports", "Tables (*.csv *.txt *.tsv *.xlsx *.xls *.ods);;All files (*)")
        path = await dialogs.choose_file(self._dialog, title, filters)
        if path is not None:
            await self._read(ImportRequest(path), COLUMNS)

    async def _read(self, request: ImportRequest, step: int) -> None:
        """Read the whole file and show what it comes to."""
        dialog = self._dialog
        dialog.file.show_error("")
        dialog.file.say_reading(0)
        dialog.set_busy(True)
        try:
            self._preview = await self._imports.preview(
                request.path,
                request.mapping,
                request.choices,
                request.duplicates,
                strict=request.strict,
                progress=lambda progress: dialog.file.say_reading(progress.counts.rows),
            )
        finally:
            dialog.file.say_reading(None)
            dialog.set_busy(False)
        self._request = replace(request, mapping=self._preview.mapping)
        dialog.show_preview(self._preview)
        dialog.show_step(step)

    def _next(self) -> None:
        if self._dialog.step() == COLUMNS:
            self._tasks.run(self._again(CHECK), latest="read")
        elif self._dialog.step() == CHECK:
            self._tasks.run(self._start(), latest="go")
        elif self._dialog.step() == RUN:
            self._tasks.run(self._calls.plan(), latest="go")

    def _name_chosen(self) -> None:
        """A stage stands for another now: a strict import asks for other fields."""
        if self._dialog.strict.isChecked():
            self._tasks.run(self._again(CHECK), latest="read")

    async def _again(self, step: int, mapping: Mapping | None = None) -> None:
        """Read anew where the columns or the strictness changed."""
        if self._request is None or self._preview is None:
            return
        strict = self._dialog.strict.isChecked()
        wanted = replace(
            self._request,
            mapping=mapping or self._dialog.columns.mapping(),
            choices=self._dialog.check.names.choices() if strict else Choices(),
            strict=strict,
        )
        if wanted != self._request or wanted.strict != self._preview.strict:
            await self._read(wanted, step)
        else:
            self._dialog.show_step(step)

    async def _start(self) -> None:
        request = self._decided()
        if request is not None:
            await self._go(self._imports.start(request))

    def _decided(self) -> ImportRequest | None:
        if self._request is None or self._preview is None:
            return None
        return replace(
            self._request,
            choices=self._dialog.check.names.choices(),
            duplicates=self._dialog.check.policy(),
            texts=RejectTexts(reject_heading(), reject_reasons()),
            total=self._preview.rows,
        )

    async def _go(self, run: ImportRun) -> None:
        """Follow a run to its end or stop."""
        dialog = self._dialog
        self._import = run
        dialog.show_step(RUN)
        dialog.running.begin()
        async for progress in run:
            dialog.running.show_progress(progress)
        if run.result is not None:
            dialog.running.show_result(run.result)
            if run.result.finished:
                await self._calls.offer(run.result.operation_id)
        else:
            dialog.show_step(FILE)

    async def _unpark(self, one: Unplanned) -> None:
        """Take a parking back; its leads then wait for their calls."""
        if one.parking_id is not None:
            await self._calls.take_back(one.parking_id)
            await self._calls.offer(one.import_id)

    def _stop(self) -> None:
        self._calls.stop()
        if self._import is not None:
            self._import.cancel()

    async def _resume(self) -> None:
        if self._import is not None and self._import.operation_id is not None:
            await self._go(self._imports.resume(self._import.operation_id))

    async def _undo_this(self) -> None:
        if self._import is not None and self._import.operation_id is not None:
            await self._undo(self._import.operation_id)

    async def _undo(self, operation_id: str) -> None:
        self._dialog.show_step(RUN)
        self._dialog.running.begin(undoing=True)

        def show(progress: ImportProgress) -> None:
            self._dialog.running.show_progress(progress)

        result = await self._imports.undo(operation_id, show)
        self._dialog.running.show_undone(result)

    async def _save_rejects(self) -> None:
        request = self._decided()
        if request is None:
            return
        name = QCoreApplication.translate("Imports", "{file} - to be mended").format(file=request.path.stem)
        suggested = request.path.with_name(f"{name}{'.csv' if request.path.suffix != '.csv' else request.path.suffix}")
        title = QCoreApplication.translate("Imports", "Where the rows to be mended go")
        path: Path | None = await dialogs.choose_new_file(self._dialog, title, "CSV (*.csv)", suggested)
        if path is not None:
            await self._imports.save_rejects(replace(request, duplicates=DuplicatePolicy.SKIP), path)

    def _show_error(self, error: PrichalError) -> None:
        words = error_text(error)
        if self._dialog.step() == RUN:
            self._dialog.running.show_error(words)
        else:
            self._dialog.show_step(FILE)
            self._dialog.file.show_error(words)
