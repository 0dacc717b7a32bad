"""The tab "My activities": what is overdue, what today brings, and the completion at its side."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.core.changes import Changes
from app.core.errors import UserError
from app.core.kinds import Kind, Right
from app.qtbase.tasks import Tasks
from app.qtmodels.agenda_model import AgendaColumn, AgendaModel, View
from app.qtmodels.agenda_words import DONE
from app.services.records.activities import ActivityRecord
from app.services.records.lists import Condition, Filter, IdVector, Sort
from app.views.activities.calendar import ActivityCalendar
from app.views.activities.page_keys import bind_keys
from app.views.activities.panel import EndPanel
from app.views.activities.planning import change_activity
from app.views.activities.queue_row import QueueRow
from app.views.activities.row_acts import RowActs, may_change
from app.views.activities.row_menu import row_menu
from app.views.activities.table import AgendaTable
from app.views.activities.tool_row import CALENDAR, ToolRow
from app.views.navigator import Page, PageStatus, ViewContext
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.table_view import QuickAction

APART = "\u00a0" * 5
"""Rich text takes any other space for one."""
SETTLE_MS = 150
"""Changes and keys come in bursts; the agenda is asked for once they pause."""


def activities_page(context: ViewContext) -> Page:
    """For the shell."""
    return ActivitiesPage(context)


class ActivitiesPage(Page):
    """Agenda at the left, completion at the right."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._workplace = context.services.workplace
        self._tasks = Tasks(self, context.navigator.report)
        self.acts = RowActs(context, self)
        self.model = AgendaModel(context.services.activities, self._matching, self._workplace, self)
        self._panel_wanted = True
        self._follow = 0
        self._text = ""
        self._lay_out()
        self._make_timers()
        self._connect()
        bind_keys(self)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.tools = ToolRow(self._workplace, self)
        column.addWidget(self.tools)
        self.queue = QueueRow(self._context, self)
        column.addWidget(self.queue)
        row = QHBoxLayout()
        row.setSpacing(0)
        column.addLayout(row, 1)
        self.table = AgendaTable(self.model, self)
        self.table.setAccessibleName(QCoreApplication.translate("MyActivities", "My activities"))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.set_quick_actions(self._quick_actions())
        self.empty = EmptyState("done", "", "…", "primary", parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        row.addWidget(self._stack, 1)
        self.calendar = ActivityCalendar(self._context, self)
        self.calendar.hide()
        row.addWidget(self.calendar, 1)
        self.panel = EndPanel(self._context, self)
        row.addWidget(self.panel)

    def _quick_actions(self) -> tuple[QuickAction, ...]:
        return (
            QuickAction("call", "call", QCoreApplication.translate("MyActivities", "Call")),
            QuickAction("postpone", "clock", QCoreApplication.translate("MyActivities", "Postpone")),
            QuickAction("change", "pencil", QCoreApplication.translate("MyActivities", "Change")),
        )

    def _make_timers(self) -> None:
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.model.reload)
        self._typing = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._typing.timeout.connect(lambda: self._show(text=self._text))
        self._choosing = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._choosing.timeout.connect(self._ask_about_current)

    def _connect(self) -> None:
        self._context.changes.changed.connect(self._changed)
        self.model.failed.connect(self._context.navigator.report)
        self.model.loaded.connect(self._loaded)
        self.tools.add_wanted.connect(self.add)
        self.tools.text_changed.connect(self._typed)
        self.tools.groups_changed.connect(lambda groups: self._show(groups=groups))
        self.tools.employee_chosen.connect(self._show_employee)
        self.tools.view_chosen.connect(self.show_calendar)
        self.calendar.pane.status_changed.connect(self.status_changed)
        self.empty.pressed.connect(self._empty_pressed)
        self.table.fold_wanted.connect(lambda index: self.model.toggle_fold(self.model.group_at(index)))
        self.table.check_toggled.connect(self.toggle_done)
        self.table.opened.connect(lambda _index: self.open_current())
        self.table.clicked.connect(self._clicked)
        self.table.quick_action.connect(self._quick)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.selectionModel().currentChanged.connect(self._current_changed)
        self.panel.completed.connect(self._completed)
        self.panel.refused.connect(self._context.navigator.report)
        self.panel.closed.connect(self._panel_closed)

    # the page of the shell

    def status(self) -> PageStatus:
        if self.calendar.in_front:
            return self.calendar.status()
        planned = sum(self.model.count(group) for group in ("overdue", "today", "tomorrow", "later"))
        left = self.model.count("overdue") + self.model.count("today")
        total = QCoreApplication.translate("MyActivities", "Activities: <b>{count}</b>").format(count=planned)
        today = QCoreApplication.translate("MyActivities", "Left today: <b>{count}</b>").format(count=left)
        return PageStatus(
            totals=f"{total}{APART}{today}" if self.model.is_loaded() else "",
            hints=(
                QCoreApplication.translate("MyActivities", "Space — complete"),
                QCoreApplication.translate("MyActivities", "N — new activity"),
            ),
        )

    def refresh(self) -> None:
        self.model.reload()
        self.queue.reload()
        self.calendar.refresh()

    def add(self) -> None:
        at_cursor = self.calendar.pane.create_here
        at_cursor() if self.calendar.in_front else self._context.navigator.plan_activity(None)

    def show_calendar(self, view: str) -> None:
        """The agenda, or the calendar in its place; remembered."""
        self.tools.views.set_value(view)
        self.panel.close_panel()
        self.calendar.bring(view == CALENDAR, self.tools.filter.text(), (self.queue, self._stack))
        self.setFocus()
        self.status_changed.emit()

    def focus_filter(self) -> None:
        self.tools.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def apply_filter(self, chosen: Filter) -> None:
        """The chips of a counter pressed elsewhere, the text of a search."""
        preset = {"overdue": {"overdue"}, "done_today": {DONE}}.get(chosen.preset or "", set())
        groups = frozenset({*preset, *(one for one in chosen.urgency if one in self.tools.chips)})
        self.tools.press(groups)
        self.tools.filter.set_text(chosen.text)
        self.tools.show_employee(None)
        self.model.show_view(View(None, chosen.text.strip(), groups))

    def focusInEvent(self, event: QFocusEvent) -> None:
        # no focus proxy: Tab would pass over the tool row
        inside = self.calendar.pane.surface if self.calendar.in_front else self.table
        (self.empty.button if self.empty.isVisible() else inside).setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.model.is_loaded():
            self.model.reload()
            self._tasks.run(self.calendar.restore(self.show_calendar), quiet=True)

    # what is shown

    async def _matching(self, text: str, employee_id: int | None) -> IdVector:
        whose = Condition("responsible", "any_of", (employee_id or self._workplace.actor.employee_id,))
        chosen = Filter(text=text, conditions=(whose,))
        return await self._context.services.lists.ids("activity", chosen, Sort("starts"))

    def _typed(self, text: str) -> None:
        self._text = text.strip()
        self.calendar.show_text(self._text)
        self._typing.start()

    def _show(self, *, text: str | None = None, groups: frozenset[str] | None = None) -> None:
        before = self.model.view
        self.model.show_view(
            View(
                before.employee_id,
                before.text if text is None else text,
                before.groups if groups is None else groups,
            )
        )
        self._show_emptiness()

    def _show_employee(self, employee_id: int | None) -> None:
        self.tools.show_employee(employee_id)
        self.panel.close_panel()
        view = self.model.view
        self.model.show_view(View(employee_id, view.text, view.groups))

    def _changed(self, changes: Changes) -> None:
        if self.model.is_loaded() and self.model.concerns(changes):
            self._settle.start()
        shown = self.panel.activity_id
        if changes.kind == "activity" and shown and (not changes.ids or shown in changes.ids):
            self.panel.refresh()

    def _loaded(self) -> None:
        for code, chip in self.tools.chips.items():
            chip.set_count(self.model.count(code))
        chosen = self._has_chosen()  # asked first: a table that gets the focus takes its first heading
        self._show_emptiness()
        row = self.model.row_of(self._follow) if self._follow else -1
        if row >= 0:
            self._follow = 0
            self._choose(row)
        elif not chosen and self.model.first_row() >= 0:
            wanted, self._panel_wanted = self._panel_wanted, False  # nobody chose it yet
            self._choose(self.model.first_row())
            self._panel_wanted = wanted
        self.status_changed.emit()

    def _has_chosen(self) -> bool:
        """A heading is chosen only by who moves in the table; else it is where Qt put the cursor of a row gone."""
        index = self.table.currentIndex()
        return index.isValid() and (self.table.hasFocus() or not self.table.is_heading(index))

    def _show_emptiness(self) -> None:
        view = self.model.view
        if not self.model.is_loaded() or self.model.rowCount():
            self._stack.setCurrentWidget(self.table)
            return
        if view.text or view.groups:
            words = QCoreApplication.translate("MyActivities", "Nothing by this filter")
            self.empty.set_state("funnel", words, QCoreApplication.translate("MyActivities", "Reset the filter"))
            self.empty.button.set_icon("undo")
        else:
            words = QCoreApplication.translate("MyActivities", "Nothing is planned")
            self.empty.set_state("done", words, QCoreApplication.translate("MyActivities", "Add an activity"))
            self.empty.button.set_icon("plus")
        self._stack.setCurrentWidget(self.empty)

    def _empty_pressed(self) -> None:
        if self.model.view.text or self.model.view.groups:
            self.apply_filter(Filter())
        else:
            self.add()

    # the current row

    def record(self) -> ActivityRecord | None:
        """The current activity; None on a heading and while it is read."""
        index = self.table.currentIndex()
        return self.model.record(index) if index.isValid() else None

    def complete_current(self) -> None:
        """E: the cursor goes into the question."""
        self.toggle_done(self.table.currentIndex())

    def toggle_done(self, index: QModelIndex) -> None:
        """The check box: complete what is planned, plan again what is done."""
        record = self.model.record(index) if index.isValid() else None
        if record is None:
            return
        if not record.can_change:
            self._refuse_change()
        elif self.model.is_done(record.id):
            self._tasks.run(self.acts.reopen(record.id))
        else:
            self._panel_wanted = True
            self._choosing.stop()
            self.panel.show_activity(record.id, take_focus=True)

    def open_current(self) -> None:
        """Enter: the client's card; what has no client opens itself."""
        record = self.record()
        if record is None:
            return
        if record.client is not None:
            self._context.navigator.open_card(record.client.section, record.client.id)
        else:
            self.change_current()

    def call_current(self) -> None:
        record = self.record()
        if record is not None:
            self.acts.call(record)

    def log_current(self) -> None:
        """L: a call that was held, whatever is planned."""
        record = self.record()
        if record is not None and record.client is not None:
            self._context.navigator.log_call(record.client)

    def plan_current(self) -> None:
        """D: one more activity with the row's client."""
        record = self.record()
        if record is not None and record.client is not None:
            place = self.table.subject_place(self.table.currentIndex().row())
            self._context.navigator.plan_activity(record.client, place)

    def change_current(self) -> None:
        record = self._changeable()
        if record is not None:
            place = self.table.subject_place(self.model.row_of(record.id))
            self._tasks.run(change_activity(self._context, self, record.id, place))

    def postpone_current(self) -> None:
        record = self._changeable()
        if record is not None:
            self._tasks.run(self._postpone(record), latest="postpone")

    def confirm_current(self) -> None:
        record = self._changeable()
        if record is not None:
            self._tasks.run(self.acts.confirm(record))

    def cancel_current(self) -> None:
        record = self._changeable()
        if record is not None:
            self._tasks.run(self.acts.cancel(record))

    def _changeable(self) -> ActivityRecord | None:
        record = self.record()
        if record is not None and not may_change(record):
            self._refuse_change()
            return None
        return record

    def _refuse_change(self) -> None:
        right, kind = Right.CHANGE.value, Kind.ACTIVITY.value
        self._context.navigator.report(UserError("not_allowed", kind=kind, right=right))

    async def _postpone(self, record: ActivityRecord) -> None:
        def move(moment: datetime) -> None:
            self._tasks.run(self.acts.move(record, moment))

        menu = await self.acts.postpone_menu(record, self, self.change_current, move)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.subject_place(self.model.row_of(record.id)).bottomLeft() + QPoint(0, 2))
        menu.setActiveAction(menu.actions()[0])

    def _choose(self, row: int) -> None:
        self.table.setCurrentIndex(self.model.index(row, AgendaColumn.SUBJECT))

    def _clicked(self, index: QModelIndex) -> None:
        """A click asks about the row, the check box apart, which takes the cursor along."""
        if self.model.activity_id(index) and index.column() != AgendaColumn.CHECK:
            self._panel_wanted = True
            self._choosing.start()

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if self._panel_wanted and self.model.activity_id(current):
            self._choosing.start()

    def _ask_about_current(self) -> None:
        record = self.record()
        if record is not None and may_change(record):
            self.panel.show_activity(record.id, take_focus=False)

    def _completed(self, activity_id: int) -> None:
        """One client after another: the next row is asked about."""
        row = self.model.row_of(activity_id)
        after = self.model.index(row, 0) if row >= 0 else QModelIndex()
        self._follow = self.model.following(after)
        self.table.setFocus()
        if self._follow:
            self.panel.show_activity(self._follow, take_focus=False)
        else:
            self.panel.close_panel()
            self._panel_wanted = True

    def _panel_closed(self) -> None:
        self._panel_wanted = False
        self.table.setFocus()

    def _quick(self, action: str, index: QModelIndex) -> None:
        self._choose(index.row())
        {"call": self.call_current, "postpone": self.postpone_current, "change": self.change_current}[action]()

    def _show_menu(self, place: QPoint) -> None:
        index = self.table.indexAt(place)
        if self.model.activity_id(index):
            self._choose(index.row())
        record = self.record()
        if record is not None:
            menu = row_menu(self, record)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.table.viewport().mapToGlobal(place))
