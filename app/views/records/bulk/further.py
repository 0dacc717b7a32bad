"""Tags, activities and files for the selected rows: each asks what it has to know, then runs as the other acts do."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QDir
from PySide6.QtWidgets import QWidget

from app.qtbase import dialogs, i18n
from app.qtmodels.record_list import RecordListModel
from app.qtmodels.record_words import RecordWriter
from app.services.records.bulk import BulkReport, BulkStop
from app.views.field_forms import FieldWorld
from app.views.navigator import ViewContext
from app.views.records.bulk.export_words import RowWords
from app.views.records.bulk.further_asking import ExportDialog, PlanDialog, TagDialog
from app.views.records.spec import SectionSpec

Progress = Callable[[int, int], None]
Work = Callable[[Progress, BulkStop], Awaitable[BulkReport]]


class Runner(Protocol):
    """What carries an act out: the bar's acts."""

    async def carry_out(self, title: str, work: Work) -> None: ...

    async def run_plain(self, title: str, work: Callable[[Progress, BulkStop], Awaitable[None]]) -> None: ...

    def ids(self) -> list[int]: ...


class FurtherActs:
    """The acts beside stage, responsible, field and bin."""

    def __init__(
        self, context: ViewContext, spec: SectionSpec, model: RecordListModel, runner: Runner, window: QWidget
    ) -> None:
        self._context, self._spec, self._model = context, spec, model
        self._runner = runner
        self._page = window
        self._services = context.services

    async def tag(self) -> None:
        section, ids, tags = self._spec.section, self._runner.ids(), self._services.tags
        dialog = TagDialog(tags.all(section), _count(ids), self._page.window())
        given = await dialogs.run(dialog)
        added = [one for one in dialog.added.value() or () if isinstance(one, int)]
        removed = [one for one in dialog.removed.value() or () if isinstance(one, int)]
        names = dialog.new_names()
        dialog.deleteLater()
        if not given:
            return
        if names:
            added += await tags.ensure(section, names)
        title = QCoreApplication.translate("Bulk", "Tags")
        bulk = self._services.bulk
        await self._runner.carry_out(title, lambda heard, stop: bulk.tag(section, ids, added, removed, heard, stop))

    async def plan(self) -> None:
        section, ids, workplace = self._spec.section, self._runner.ids(), self._services.workplace
        at = (workplace.now() + timedelta(days=1)).astimezone(workplace.zone).replace(hour=10, minute=0, second=0)
        bulk = self._services.bulk
        latest = await bulk.latest_day(section, ids)
        world = FieldWorld.of(workplace)
        dialog = PlanDialog(_count(ids), world, at, latest, bulk.usual_minutes, self._page.window())
        draft = dialog.draft() if await dialogs.run(dialog) else None
        dialog.deleteLater()
        if draft is None:
            return
        title = QCoreApplication.translate("Bulk", "Activity: {subject}").format(subject=draft.subject)
        await self._runner.carry_out(title, lambda heard, stop: bulk.plan(section, ids, draft, heard, stop))

    async def export(self) -> None:
        """Selected rows, or all found, into a file."""
        ids = self._runner.ids()
        dialog = ExportDialog(_count(ids), self._page.window())
        given, takes_all, form = await dialogs.run(dialog), dialog.takes_all(), dialog.file_form()
        dialog.deleteLater()
        path = await self._ask_path(form) if given else None
        if path is None:
            return
        title = QCoreApplication.translate("Bulk", "Export: {file}").format(file=path.name)

        async def work(heard: Progress, stop: BulkStop) -> None:
            await self._export(ids, path, form, takes_all, heard, stop)

        await self._runner.run_plain(title, work)

    async def _export(
        self, ids: Sequence[int], path: Path, form: str, takes_all: bool, heard: Progress, stop: BulkStop
    ) -> None:
        from app.services.exporting import FileForm  # openpyxl takes 0.2 s to import: with the first export
        from app.services.exporting.service import ExportOrder

        section, writer = self._spec.section, self._writer()
        shown = self._all_columns() if takes_all else list(self._model.columns()[1:])
        read = tuple(dict.fromkeys(need for code in shown for need in writer.needs(code)))
        words = RowWords(writer, shown, read, self._services.workplace.zone)
        headings = (*words.headings(), *(_point_headings() if takes_all else ()))
        order = ExportOrder(
            section, read, headings, path, FileForm(form), comma=i18n.current() == "ru", points=takes_all
        )
        report = await self._services.exports.export(order, ids, words.cells, heard, stop)
        if report.stopped:
            said = QCoreApplication.translate("Bulk", "The export was stopped: no file was written")
        else:
            said = QCoreApplication.translate("Bulk", "Exported %n record(s) into {file}", None, report.written)
            said = said.format(file=QDir.toNativeSeparators(str(path)))
        if report.refused:
            left = QCoreApplication.translate("Bulk", "beyond your right to export: {count}")
            said = f"{said} · {left.format(count=i18n.number(report.refused))}"
        self._context.navigator.notify(said)

    def _writer(self) -> RecordWriter:
        """The words of the list's rows, its columns as they are now."""
        section = self._spec.section
        return RecordWriter(self._services.workplace, section, self._services.lists.columns(section))

    def _all_columns(self) -> list[str]:
        """What has a heading; the summed field stands there once."""
        lists, writer = self._services.lists, self._writer()
        summed = self._services.workplace.registry.sum_field(self._spec.section)
        codes = [column.code for column in lists.columns(self._spec.section)]
        return ["number", *(one for one in codes if one not in (summed, "number", "queue") and writer.heading(one))]

    async def _ask_path(self, form: str) -> Path | None:
        names = {
            "lead": QCoreApplication.translate("Bulk", "Leads"),
            "deal": QCoreApplication.translate("Bulk", "Deals"),
            "contact": QCoreApplication.translate("Bulk", "Contacts"),
        }
        name = f"{names[self._spec.section]} {self._services.workplace.today().isoformat()}.{form}"
        title = QCoreApplication.translate("Bulk", "Where to write the file")
        folder = dialogs.usual_folder()
        return await dialogs.choose_new_file(self._page.window(), title, f"*.{form}", folder / name)


def _point_headings() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("Bulk", "All phones"),
        QCoreApplication.translate("Bulk", "All emails"),
        QCoreApplication.translate("Bulk", "Messengers"),
    )


def _count(ids: Sequence[int]) -> str:
    return QCoreApplication.translate("Bulk", "%n record(s)", None, len(ids))
