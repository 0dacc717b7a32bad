"""The page of a section: tool row, list, and what to do with the rows."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from app.core.changes import Changes
from app.qtbase.metrics import NARROW_WINDOW
from app.qtbase.tasks import Tasks
from app.qtmodels.record_list import RecordListModel
from app.qtmodels.record_words import RecordWriter
from app.services.records.activities import ClientRef
from app.services.records.lists import Filter, Sort, Totals
from app.views.navigator import Page, PageStatus, ViewContext
from app.views.records.bulk import add_bulk_bar
from app.views.records.column_chooser import ColumnChooser
from app.views.records.columns import ColumnLayout, own_layout, read_layout, shown_columns, write_layout
from app.views.records.filter.control import FilterControl
from app.views.records.keys import Acts, bind_keys
from app.views.records.nothing import Nothing
from app.views.records.spec import ACTIVITY, NAME, PHONE, QUEUE, STAGE, SectionSpec
from app.views.records.table import CALL, PLAN, RecordTable
from app.views.records.tool_row import ToolRow
from app.views.records.view import ViewOffer, ViewStack
from app.views.records.words import selection_words, total_words

SETTLE_MS = 120
"""Changes come in bursts; the list is asked for again once they pause."""
MINUTE_MS = 60_000
NEIGHBOURS = 1_000
"""Ids around a row that a card is given to walk through."""
STEPS_HIDDEN = "first_steps.hidden"


class RecordsPage(Page):
    """Leads, deals or contacts, by their `SectionSpec`."""

    def __init__(self, context: ViewContext, spec: SectionSpec, views: Sequence[ViewOffer] = ()) -> None:
        super().__init__()
        self._context = context
        self._spec = spec
        self._services = context.services
        self._tasks = Tasks(self, context.navigator.report)
        self._first = self._chosen = Filter(preset=context.services.lists.default_preset(spec.section))
        self._layout: ColumnLayout = own_layout(spec)
        self._totals = Totals(0, ())
        self._selection = Totals(0, ())
        self._busy = False
        self._steps = True
        columns = context.services.lists.columns(spec.section)
        self._writer = RecordWriter(context.services.workplace, spec.section, columns)
        self.model = RecordListModel(context.services.lists, spec.section, self._writer, self)
        self._build(views)
        self._connect()
        self._tasks.run(self._start())

    # building

    def _build(self, views: Sequence[ViewOffer]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.table = RecordTable(self.model, self._writer, self._services.workplace, self._spec, self)
        self.stack = ViewStack(self.table, views, lambda offer: offer.make(self._context, self._spec), self)
        segments = tuple(self.stack.segments())
        self.tools = ToolRow(self._spec.section, chips=self._spec.chips, views=segments, parent=self)
        self.control = FilterControl(self._context, self._spec.section, self.tools.filter, self)
        self.nothing = Nothing(self._services.workplace, self._spec, self.table, self)
        column.addWidget(self.tools)
        column.addWidget(self.stack, 1)
        self.bulk = add_bulk_bar(self._context, self._spec, self.model, self.table, self)
        self.stack.currentChanged.connect(self.bulk.show_selection)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._minute = QTimer(self, interval=MINUTE_MS)

    def _connect(self) -> None:
        tools, table, model = self.tools, self.table, self.model
        tools.add_wanted.connect(self.add)
        self.control.wanted.connect(self._show)
        tools.filter.submitted.connect(self.stack.focus_front)
        tools.urgency_changed.connect(self._press_chips)
        tools.columns_wanted.connect(self.choose_columns)
        table.opened.connect(self._open)
        table.check_toggled.connect(model.toggle)
        table.check_header().all_toggled.connect(self._toggle_all)
        table.link_clicked.connect(self._plan)
        table.quick_action.connect(self._quick)
        table.stage_chosen.connect(lambda index, stage: self._context.navigator.move_stage(self._ref(index), stage))
        table.layout_changed.connect(self._keep_layout)
        table.sort_changed.connect(self._sort)
        model.loaded.connect(self._loaded)
        model.failed.connect(self._context.navigator.report)
        model.busy_changed.connect(self._show_busy)
        model.checked_changed.connect(self._count_selection)
        tools.view_changed.connect(self.show_view)
        self.stack.loaded.connect(self._count_found)
        self.stack.busy_changed.connect(self._show_busy)
        self.stack.selection_changed.connect(self._count_selection)
        self.stack.status_changed.connect(self.status_changed)
        self.stack.reset_wanted.connect(lambda: self._show(Filter()))
        self.nothing.add_wanted.connect(self.add)
        self.nothing.reset_wanted.connect(lambda: self._show(Filter()))
        self.nothing.import_wanted.connect(lambda: self._context.navigator.open_import(self._spec.section))
        self.nothing.steps_hidden.connect(self._hide_steps)
        self._context.changes.changed.connect(self._changed)
        self._settle.timeout.connect(self._read_again)
        self._minute.timeout.connect(self._words_changed)
        self._minute.start()
        bind_keys(self.table, self._row_acts())

    def _row_acts(self) -> Acts:
        table = self.table
        return {
            "row.next": lambda: table.step(1),
            "row.previous": lambda: table.step(-1),
            "row.call": lambda: self._quick(CALL, table.currentIndex()),
            "row.log": self._log_call,
            "row.plan": lambda: self._plan(table.currentIndex()),
            "row.complete": self._complete,
            "row.stage": lambda: table.open_stage_menu(table.currentIndex()),
            "row.comment": self._comment,
        }

    async def _start(self) -> None:
        """The employee's columns and start filter first, then the rows."""
        stored = await self._services.preferences.all()
        start, untouched = await self.control.start(), self._chosen == self._first
        known = [column.code for column in self._services.lists.columns(self._spec.section)]
        self._layout = read_layout(stored.get(self._layout_key), self._spec, known)
        self._steps = stored.get(STEPS_HIDDEN) is not True
        self.stack.restore(stored, stored.get(f"view.{self._spec.section}"))
        self.tools.show_view(self.stack.code())
        self._show(start if untouched else self._chosen)

    @property
    def _layout_key(self) -> str:
        return f"columns.{self._spec.section}"

    # what is shown

    def show_view(self, code: str) -> None:
        """Bring a view to the front with the same filter, and remember it."""
        self.stack.bring(code)
        self.tools.show_view(self.stack.code())
        self.nothing.hide()
        self._show(self._chosen)
        self._count_selection()
        self.stack.focus_front()
        kept = self._services.preferences.set(f"view.{self._spec.section}", code)
        self._tasks.run(kept, latest="view", quiet=True)

    def status(self) -> PageStatus:
        doing = self.stack.front.doing() if self.stack.front is not None else ""
        return PageStatus(
            totals=total_words(self._spec.section, self._totals.count, self._totals.sums),
            selection=doing or selection_words(self._sum_label(), self._selection.count, self._selection.sums),
            hints=self._hints(),
            busy=self._busy,
        )

    def _hints(self) -> tuple[str, ...]:
        if self.stack.front is not None:
            return self.stack.front.hints()
        refresh = QCoreApplication.translate("Records", "F5 — refresh")
        if not self.model.rowCount():
            return QCoreApplication.translate("Records", "Insert — add"), refresh
        if self._layout.sort.column == QUEUE:
            return QCoreApplication.translate("Records", "Order: the queue of work"), refresh
        return QCoreApplication.translate("Records", "Enter — open"), refresh

    def filter(self) -> Filter:
        """The filter in force."""
        return self._chosen

    def apply_filter(self, chosen: Filter) -> None:
        self._show(chosen)

    def refresh(self) -> None:
        self._read_again()

    def add(self) -> None:
        to = self._context.navigator
        acts: dict[str, Callable[[], None]] = {"lead": to.new_lead, "deal": to.new_deal, "contact": to.new_contact}
        acts[self._spec.section]()

    def focus_filter(self) -> None:
        self.tools.filter.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tools.filter.line.selectAll()

    def _show(self, chosen: Filter) -> None:
        """Go over to another filter."""
        self._chosen = chosen
        self.control.show_filter(chosen)
        self.tools.show_urgency(chosen.urgency)
        if self.stack.front is not None:
            self.stack.front.show_filter(chosen)
            return
        self._arrange()
        self.model.show_result(chosen, self._layout.sort)

    def _arrange(self) -> None:
        narrow = 0 < self.window().width() < NARROW_WINDOW
        self.table.arrange(self._layout, shown_columns(self._layout, self._spec, self._chosen, narrow=narrow))

    def _press_chips(self) -> None:
        self._show(replace(self._chosen, urgency=self.tools.urgency()))

    def _sort(self, sort: Sort) -> None:
        self._layout = self._layout.with_sort(sort)
        self.model.show_result(self._chosen, sort)

    def open_panel(self) -> None:
        """The conditions, under the filter field."""
        self.control.open_panel()

    # reading again

    def _changed(self, changes: Changes) -> None:
        if self.stack.front is not None:
            return  # it listens by itself, and the list is read when it comes to the front
        if changes.kind == self._spec.section:
            self.model.rows_changed(changes.ids)
            self._settle.start()
        elif changes.kind in ("activity", "payment", "employee", "settings", "timeline"):
            self._settle.start()

    def _read_again(self) -> None:
        (self.model.reload if self.stack.front is None else self.stack.front.refresh)()

    def _words_changed(self) -> None:
        (self.stack.front or self.model).words_changed()

    def _count_found(self) -> None:
        self._tasks.run(self._say_totals(), latest="count", quiet=True)

    async def _say_totals(self) -> None:
        lists, section = self._services.lists, self._spec.section
        self._totals = await lists.totals(section, self._chosen)
        if self._spec.chips:
            self.tools.show_counters(await lists.counters(section, self._chosen))
        self.status_changed.emit()

    def _loaded(self) -> None:
        """The rows first: counting never holds them up."""
        self._count_found()
        if self.stack.front is not None:
            return
        if self.model.rowCount():
            self.nothing.put_away()
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.model.index(0, 1))
            self.status_changed.emit()
        else:
            self._tasks.run(self._show_nothing(), latest="nothing", quiet=True)

    async def _show_nothing(self) -> None:
        """Whether there is nobody at all, or nobody by this filter."""
        default = self._services.lists.default_preset(self._spec.section)
        plain = self._chosen in (Filter(), Filter(preset=default))
        if plain and not await self._services.lists.count(self._spec.section, Filter()):
            self.nothing.show_none(steps=self._steps)
        else:
            self.nothing.show_filtered()
        if not self.model.rowCount():
            self.nothing.cover(self.tools.filter.line)
        self.status_changed.emit()

    def _show_busy(self, busy: bool) -> None:
        self._busy = busy
        self.status_changed.emit()

    def _hide_steps(self) -> None:
        self._steps = False
        self._tasks.run(self._services.preferences.set(STEPS_HIDDEN, True), quiet=True)

    # selection

    def _toggle_all(self) -> None:
        self.model.check_all(self.model.checked_count() < self.model.rowCount())

    def _count_selection(self) -> None:
        count, found = self.model.checked_count(), self.model.rowCount()
        self.table.check_header().set_checked(None if 0 < count < found else bool(count))
        if not (count if self.stack.front is None else len(self.stack.front.selected_ids())):
            self._tasks.cancel("selection")
            self._selection = Totals(0, ())
            self.status_changed.emit()
            return
        self._tasks.run(self._sum_selection(), latest="selection", quiet=True)

    async def _sum_selection(self) -> None:
        chosen = self.model.checked_ids() if self.stack.front is None else self.stack.front.selected_ids()
        self._selection = await self._services.lists.selection_totals(self._spec.section, chosen)
        self.status_changed.emit()

    def _sum_label(self) -> str:
        return "" if self._spec.section == "contact" else self._writer.heading("sum")

    # rows

    def _ref(self, index: QModelIndex) -> ClientRef:
        return self.table.ref_at(index)

    def _open(self, index: QModelIndex) -> None:
        start = max(0, index.row() - NEIGHBOURS // 2)
        neighbours = self.model.ids[start : start + NEIGHBOURS].tolist()
        self._context.navigator.open_card(self._spec.section, self.model.id_at(index), neighbours)

    def _plan(self, index: QModelIndex) -> None:
        if index.isValid():
            self._context.navigator.plan_activity(self._ref(index), self.table.cell_rect(index, ACTIVITY))

    def _complete(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self._context.navigator.complete_next_activity(self._ref(index))

    def _log_call(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self._context.navigator.log_call(self._ref(index))

    def _comment(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self._context.navigator.comment(self._ref(index))

    def _quick(self, action: str, index: QModelIndex) -> None:
        """A button of the hovered row, or the key that does the same."""
        if not index.isValid():
            return
        navigator, ref = self._context.navigator, self._ref(index)
        if action == PLAN:
            self._plan(index)
        elif action == CALL:
            phone = self.model.value(index, PHONE)
            if isinstance(phone, str) and phone:
                navigator.call(phone, ref)
            else:
                navigator.notify(QCoreApplication.translate("Records", "There is no phone to call"))
        else:
            channel = next((one for one in self._spec.messages if one == action), None)
            if channel is not None:
                navigator.message(ref, channel)

    # columns

    def choose_columns(self) -> None:
        """The gear's list of columns, or what the view in front offers."""
        if self.stack.front is not None:
            self.stack.front.open_options(self.tools.gear)
            return
        chooser = ColumnChooser(self._offered_columns(), self.model.columns()[1:], self)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.chosen.connect(self._choose_columns)
        chooser.widened.connect(lambda code, by: self._keep_layout(self._layout.widened(code, by)))
        chooser.duplicates.setVisible(self._spec.section != "deal" and self._services.duplicates.may_merge())
        chooser.duplicates_wanted.connect(self._context.navigator.find_duplicates)
        chooser.reset.connect(lambda: self._keep_layout(own_layout(self._spec)))
        chooser.show_under(self.tools.gear)
        chooser.boxes[STAGE if STAGE in chooser.boxes else PHONE].setFocus()

    def _offered_columns(self) -> list[tuple[str, str]]:
        """By name; the summed field stands there once, and what has no heading serves other columns."""
        summed = self._services.workplace.registry.sum_field(self._spec.section)
        codes = (column.code for column in self._services.lists.columns(self._spec.section))
        named = ((code, self._writer.heading(code)) for code in codes if code != summed)
        return sorted((pair for pair in named if pair[1]), key=lambda pair: (pair[0] != NAME, pair[1].casefold()))

    def _choose_columns(self, shown: tuple[str, ...]) -> None:
        hidden_now = set(self._layout.codes) - set(self.model.columns())
        rest = tuple(code for code in self._layout.codes if code in hidden_now and code not in shown)
        self._keep_layout(ColumnLayout((*shown, *rest), self._layout.widths, self._layout.sort, chosen=True))

    def _keep_layout(self, layout: ColumnLayout) -> None:
        self._layout = layout
        self._arrange()
        self._tasks.run(
            self._services.preferences.set(self._layout_key, write_layout(layout)), latest="layout", quiet=True
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        # no focus proxy: Tab would pass over the tool row
        inside = self.nothing.state.button if self.nothing.isVisible() else self.stack.widget_in_front()
        inside.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.tools.filter.line.hasFocus():
            self.stack.focus_front()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.model.is_loaded:
            self._arrange()
