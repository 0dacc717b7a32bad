"""Carries out what the bar asks for: one act at a time, told on while it goes and reported at its end."""

from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from app.core.kinds import Kind, Right
from app.qtbase import dialogs, i18n
from app.qtbase.tasks import Tasks
from app.qtmodels.record_list import RecordListModel
from app.services.records.bulk import BulkReport, BulkStop
from app.views.field_forms import FieldWorld
from app.views.navigator import ViewContext
from app.views.records.bulk.asking import CommonDialog, FieldDialog
from app.views.records.bulk.bar import BulkBar
from app.views.records.bulk.further import FurtherActs
from app.views.records.bulk.report import ReportDialog
from app.views.records.spec import SectionSpec

if TYPE_CHECKING:
    from app.services.bulk import Bulk

Work = Callable[[Callable[[int, int], None], BulkStop], Awaitable[BulkReport]]


class BulkActs(QObject):
    """The bar's acts on the selected rows of one list."""

    def __init__(
        self, context: ViewContext, spec: SectionSpec, model: RecordListModel, table: QWidget, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context, self._spec, self._model = context, spec, model
        self._table, self._page = table, parent
        self._registry = context.services.workplace.registry
        self._tasks = Tasks(self, context.navigator.report)
        self._stop = BulkStop()
        self.bar = BulkBar(parent)
        self.bar.stage_chosen.connect(lambda stage: self._start(self._move(stage)))
        self.bar.responsible_chosen.connect(lambda one: self._start(self._assign(one)))
        self.bar.field_wanted.connect(lambda: self._start(self._set_field()))
        self.bar.delete_wanted.connect(lambda: self._start(self._delete()))
        self.bar.stop_wanted.connect(self._ask_stop)
        further = FurtherActs(context, spec, model, self, table)
        self.bar.plan_wanted.connect(lambda: self._start(further.plan()))
        self.bar.tag_wanted.connect(lambda: self._start(further.tag()))
        self.bar.export_wanted.connect(lambda: self._start(further.export()))
        model.checked_changed.connect(self.show_selection)
        clear = QShortcut(QKeySequence(Qt.Key.Key_Escape), table)
        clear.setContext(Qt.ShortcutContext.WidgetShortcut)
        clear.activated.connect(lambda: model.check_all(False))
        self._clear = clear
        self._offered = False
        self.show_selection()

    @property
    def _bulk(self) -> "Bulk":
        """Made when something is done: most lists are only looked at."""
        return self._context.services.bulk

    def show_selection(self) -> None:
        """The bar is there while rows of the list are selected, or something is being done with them."""
        count = self._model.checked_count()
        wanted = count > 0 or self.bar.is_busy()
        self._clear.setEnabled(count > 0)
        if wanted and not self._offered:
            self._offer()
        self.bar.show_count(count, is_all=self._model.checked.is_all and not self._model.checked.left_out)
        focused = QApplication.focusWidget()
        if not wanted and focused is not None and self.bar.isAncestorOf(focused):
            self._table.setFocus()
        self.bar.setVisible(wanted and self._table.isVisibleTo(self._page))

    def _offer(self) -> None:
        """What the rights allow at all; each record is looked at by itself."""
        self._offered = True
        registry, rights = self._registry, self._context.services.workplace.rights
        stages = registry.stages(self._spec.section) if self._spec.staged else ()
        # a conversion is of one lead at a time
        self.bar.offer([one for one in stages if one.code != "converted"], registry.employees())
        kind = Kind(self._spec.section)
        changes = rights.scope(kind, Right.CHANGE).value != "none"
        for button in (self.bar.stage, self.bar.responsible, self.bar.field, self.bar.tag):
            button.setEnabled(changes)
        services = self._context.services
        self.bar.tag.setVisible(services.tags.field(self._spec.section) is not None)
        self.bar.plan.setEnabled(rights.scope(Kind.ACTIVITY, Right.ADD).value != "none")
        self.bar.export.setVisible(services.exports.may_export(self._spec.section))
        self.bar.delete.setEnabled(rights.scope(kind, Right.DELETE).value != "none")

    def _start(self, flow: Coroutine[object, object, None]) -> None:
        self._tasks.run(flow, quiet=True)  # the bar itself says what is being done

    def ids(self) -> list[int]:
        found: list[int] = self._model.checked_ids().tolist()
        return found

    def _count(self, count: int) -> str:
        return QCoreApplication.translate("Bulk", "%n record(s)", None, count)

    async def _assign(self, employee_id: int) -> None:
        section, ids = self._spec.section, self.ids()
        name = self._registry.employee(employee_id).short_name
        title = QCoreApplication.translate("Bulk", "Responsible → {name}").format(name=name)
        await self.carry_out(title, lambda heard, stop: self._bulk.assign(section, ids, employee_id, heard, stop))

    async def _move(self, stage_id: int) -> None:
        section, ids = self._spec.section, self.ids()
        stage = self._registry.stage(stage_id)
        needs = await self._bulk.needs(section, ids, stage_id)
        values, reason = {}, ""
        if needs.missing or needs.asks_reason:
            world = FieldWorld.of(self._context.services.workplace)
            dialog = CommonDialog(stage.name, self._count(len(ids)), needs, world, self._window())
            given = await dialogs.run(dialog)
            values, reason = dict(dialog.values()) if given else {}, dialog.reason()
            dialog.deleteLater()
            if not given:
                return
        title = QCoreApplication.translate("Bulk", "Stage → {stage}").format(stage=stage.name)
        await self.carry_out(
            title, lambda heard, stop: self._bulk.move(section, ids, stage_id, values, reason, heard, stop)
        )

    async def _set_field(self) -> None:
        section, ids = self._spec.section, self.ids()
        world = FieldWorld.of(self._context.services.workplace)
        dialog = FieldDialog(self._bulk.fields(section), self._count(len(ids)), world, self._window())
        given = await dialogs.run(dialog)
        values, name = dialog.values() if given else {}, dialog.field_name()
        dialog.deleteLater()
        if given:
            await self.carry_out(name, lambda heard, stop: self._bulk.set_values(section, ids, values, heard, stop))

    async def _delete(self) -> None:
        section, ids = self._spec.section, self.ids()
        title = QCoreApplication.translate("Bulk", "Delete %n record(s)?", None, len(ids))
        words = QCoreApplication.translate("Bulk", "They stay in the bin for 30 days and can be restored.")
        act = QCoreApplication.translate("Bulk", "Delete")
        if await dialogs.confirm(self._window(), title, words, act, danger=True):
            done = QCoreApplication.translate("Bulk", "Deleted")
            await self.carry_out(done, lambda heard, stop: self._bulk.delete(section, ids, heard, stop))

    async def carry_out(self, title: str, work: Work) -> None:
        if self.bar.is_busy():
            return
        self._stop = BulkStop()
        self.bar.begin(title)
        self.show_selection()
        try:
            report = await work(self.bar.show_progress, self._stop)
        finally:
            self.bar.end()
            self.show_selection()
        self._model.check_all(False)
        if report.refused_count or report.left:
            await self._report(title, report)
        else:
            self._tell(title, report)

    async def run_plain(
        self, title: str, work: Callable[[Callable[[int, int], None], BulkStop], Awaitable[None]]
    ) -> None:
        """What changes nothing: the selection stays, and it tells by itself what came of it."""
        if self.bar.is_busy():
            return
        self._stop = BulkStop()
        self.bar.begin(title)
        try:
            await work(self.bar.show_progress, self._stop)
        finally:
            self.bar.end()
            self.show_selection()

    def _tell(self, title: str, report: BulkReport) -> None:
        words = f"{title} · {self._count(report.done)}"
        undo = (lambda: self._tasks.run(self._undo(report))) if report.done else None
        self._context.navigator.notify(words, undo)

    async def _report(self, title: str, report: BulkReport) -> None:
        section = self._spec.section
        dialog = ReportDialog(title, section, report, self._registry, self._window())
        dialog.opened.connect(lambda record: self._context.navigator.open_card(section, record))
        undone: list[bool] = []

        def undo() -> None:
            undone.append(True)
            dialog.accept()

        dialog.undo_wanted.connect(undo)
        await dialogs.run(dialog)
        dialog.deleteLater()
        if undone:
            await self._undo(report)

    async def _undo(self, report: BulkReport) -> None:
        self.bar.begin(QCoreApplication.translate("Bulk", "Undoing"))
        self.bar.stopping()  # an undo goes to its end
        self.show_selection()
        try:
            undone = await self._context.services.undo.undo(report.operation_id, self.bar.show_progress)
        finally:
            self.bar.end()
            self.show_selection()
        words = QCoreApplication.translate("Bulk", "Undone · {count}").format(count=self._count(report.done))
        if undone.left_count:
            left = QCoreApplication.translate("Bulk", "changed since and left: {count}")
            words = f"{words} · {left.format(count=i18n.number(undone.left_count))}"
        self._context.navigator.notify(words)

    def _ask_stop(self) -> None:
        self._stop.wanted = True
        self.bar.stopping()

    def _window(self) -> QWidget:
        return self._table.window()


def add_bulk_bar(
    context: ViewContext, spec: SectionSpec, model: RecordListModel, table: QWidget, page: QWidget
) -> BulkActs:
    """Put the bar under what stands on a page."""
    acts = BulkActs(context, spec, model, table, page)
    layout = page.layout()
    assert layout is not None, "a page is laid out before its bar"
    layout.addWidget(acts.bar)
    return acts
