"""The calendar whole: header, side lists and the surface of hours or of the month, over one model."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.core.changes import Changes
from app.core.kinds import ActivityKind
from app.qtbase.shortcuts import Shortcuts
from app.qtbase.tasks import Tasks
from app.qtmodels.agenda_words import kind_name
from app.qtmodels.calendar_model import CalendarModel
from app.qtmodels.calendar_words import KIND_TONES
from app.services.records.calendar import CalendarItem, CalendarQuestion
from app.services.records.lists import Filter
from app.views.calendar import side
from app.views.calendar.acts import CalendarActs
from app.views.calendar.commands import calendar_commands
from app.views.calendar.guests import Guests
from app.views.calendar.hand import Target
from app.views.calendar.header import SPANS, CalendarHeader
from app.views.calendar.month_surface import MonthSurface
from app.views.calendar.surface import EventSurface
from app.views.calendar.time_surface import TimeSurface
from app.views.calendar.words import absence_words, title_words
from app.views.navigator import ViewContext

SETTLE_MS: Final = 120
"""Changes come in bursts; the span is asked for again once they pause."""
IN_MONTH, IN_DAY = 14, 300
"""Items that are read of one day: no cell of a month shows more."""
NARROWEST = 900
"""Below this the side lists make room."""


class CalendarPane(QWidget):
    """Activities of people, or leads or deals that a filter finds."""

    loaded = Signal()
    busy_changed = Signal(bool)
    status_changed = Signal()

    def __init__(self, context: ViewContext, section: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._section = section
        self._workplace = context.services.workplace
        self._tasks = Tasks(self, context.navigator.report)
        self._fields = context.services.calendar.fields(section)
        self.span = "week" if section == "activity" else "month"
        self.day = self._workplace.today()
        """A day of the span on show."""
        self._by = self._fields[0].code
        self._chosen = Filter()
        self._stale = True
        self.model = CalendarModel(context.services.calendar, self._workplace, self)
        self.acts = CalendarActs(context, self.model, self)
        self.guests: Guests | None = None
        """Leads and deals: those that wait for a plan, and their way onto a day."""
        self._lay_out()
        self._fill_side()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.side = side.SidePanel(self)
        row.addWidget(self.side)
        column = QVBoxLayout()
        column.setSpacing(0)
        row.addLayout(column, 1)
        self.header = CalendarHeader(self._fields, self)
        column.addWidget(self.header)
        self.hours = TimeSurface(self.model, self._workplace, self._context.services.calendar.hours(), self)
        self.month = MonthSurface(self.model, self._workplace, self)
        self.hours.setAccessibleName(QCoreApplication.translate("Calendar", "Calendar by hours"))
        self.month.setAccessibleName(QCoreApplication.translate("Calendar", "Calendar of the month"))
        self._stack = QStackedWidget(self)
        for surface in (self.hours, self.month):
            self._stack.addWidget(surface)
        column.addWidget(self._stack, 1)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)

    def _fill_side(self) -> None:
        if self._section == "activity":
            kinds = (side.Entry(kind.value, kind_name(kind), side.icon_mark(kind.value, KIND_TONES[kind]))
                     for kind in ActivityKind)  # fmt: skip
            self.side.sorts = self.side.add(side.show_words())
            self.side.sorts.set_entries(tuple(kinds), lambda _code: True)
        else:
            stages = self._workplace.registry.stages(self._section)
            tray = self.side.add_tray(self._stage_look)
            self.guests = Guests(self._context, tray, self)
            self.side.sorts = self.side.add(side.stages_words())
            self.side.sorts.set_entries(
                tuple(side.Entry(one.id, one.name, side.tone_mark(one.tone)) for one in stages), lambda _code: True
            )
        people = self._context.services.calendar.people()
        if self._section == "activity" and len(people) > 1:
            today, me = self._workplace.today(), self._workplace.actor.employee_id
            self.side.people = self.side.add(side.people_words())
            self.side.people.set_entries(
                tuple(side.Entry(one.id, one.short_name, side.person_mark(one.name, one.id),
                                 absence_words(one, today, today)) for one in people),
                lambda code: code == me,
            )  # fmt: skip

    def _connect(self) -> None:
        model, header = self.model, self.header
        model.loaded.connect(self._loaded)
        model.failed.connect(self._context.navigator.report)
        model.busy_changed.connect(self.busy_changed)
        header.today_wanted.connect(self.go_today)
        header.today_wanted.connect(self._focus_surface)
        header.page_wanted.connect(self.turn)
        header.span_chosen.connect(self.show_span)
        header.span_chosen.connect(self._focus_surface)
        header.field_chosen.connect(self.show_field)
        header.slots_wanted.connect(self._offer_slots)
        self.side.month.picked.connect(self.go_to)
        for checks in (self.side.sorts, self.side.people):
            if checks is not None:
                checks.changed.connect(self._choices_changed)
        for surface in (self.hours, self.month):
            self._connect_surface(surface)
        self._context.changes.changed.connect(self._changed)
        self._settle.timeout.connect(self.refresh)

    def _connect_surface(self, surface: EventSurface) -> None:
        acts = self.acts
        surface.opened.connect(self._open)
        surface.create_wanted.connect(lambda target, rect: acts.create(target, rect, surface))
        surface.move_wanted.connect(lambda item, target: acts.move(item, target, surface))
        surface.taken_up.connect(lambda item: acts.hold(item, surface))
        surface.menu_wanted.connect(self._show_menu)
        surface.day_wanted.connect(self.show_day)
        surface.page_wanted.connect(self.turn)
        surface.today_wanted.connect(self.go_today)
        keys = Shortcuts(surface)
        for command in calendar_commands():
            keys.add(command, partial(self._do, command.id, surface))

    # what is shown

    @property
    def surface(self) -> EventSurface:
        """The one in front."""
        return self.month if self._stack.currentWidget() is self.month else self.hours

    def people(self) -> tuple[int, ...]:
        """Whose activities are shown."""
        if self.side.people is None:
            return ()
        chosen = tuple(code for code in self.side.people.checked() if isinstance(code, int))
        return chosen or (self._workplace.actor.employee_id,)

    def days(self) -> tuple[date, date]:
        """The first and the last day of the span."""
        if self.span == "day":
            return self.day, self.day
        if self.span == "week":
            monday = self.day - timedelta(days=self.day.weekday())
            return monday, monday + timedelta(days=6)
        first = self.day.replace(day=1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday())

    def show_filter(self, chosen: Filter) -> None:
        """Go over to another filter."""
        self._chosen = chosen
        self._ask()

    def show_span(self, span: str) -> None:
        """Day, week or month around the day on show; around the cursor where it is on one."""
        slot = self.surface.cursor_slot
        item = self.surface.current_item()
        on_cursor = slot.day if slot is not None else item.day if item is not None else None
        first, last = self.days()
        if on_cursor is not None and first <= on_cursor <= last:
            self.day = on_cursor
        self.span = span
        self._keep()
        self._ask()

    def show_day(self, day: date) -> None:
        self.day, self.span = day, "day"
        self._keep()
        self._ask()

    def show_field(self, code: str) -> None:
        """By another date."""
        self._by = code
        self._keep()
        self._ask()

    def go_to(self, day: date) -> None:
        """The span that holds a day."""
        self.day = day
        self._ask()

    def go_today(self) -> None:
        self.go_to(self._workplace.today())

    def turn(self, by: int) -> None:
        """The next span, or the one before."""
        if self.span == "month":
            number = self.day.year * 12 + self.day.month - 1 + by
            self.day = date(number // 12, number % 12 + 1, 1)
        else:
            self.day += timedelta(days=by * (7 if self.span == "week" else 1))
        self._ask()

    def refresh(self) -> None:
        """Read again what is on show."""
        self._stale = False
        self._settle.stop()
        if self.model.question is None:
            self._ask()
        else:
            self.model.reload()

    def words_changed(self) -> None:
        """A minute has passed: the model counts them itself."""

    def _ask(self) -> None:
        first, last = self.days()
        hidden = self.side.sorts.unchecked() if self.side.sorts is not None else ()
        self.header.spans.set_value(self.span)
        self.header.show_title(title_words(self.day if self.span == "month" else first, last, self.span))
        self.header.show_field(self._by)
        self.side.month.show_span(first, last, self.day, self._workplace.today(), self._workplace.calendar)
        self._stale = False
        self.model.ask(
            CalendarQuestion(
                self._section, first, last, by=self._by, chosen=self._chosen, people=self.people(),
                hidden=frozenset(hidden), limit=IN_MONTH if self.span == "month" else IN_DAY,
            )
        )  # fmt: skip

    def _loaded(self) -> None:
        surface = self.month if len(self.model.days) > 7 else self.hours
        before = self.surface
        self.month.month = self.day
        surface.show_people(self.people())
        if surface is not before:
            self._stack.setCurrentWidget(surface)
            if before.hasFocus():
                surface.setFocus()
        surface.lay_out()
        if self.side.sorts is not None:
            self._show_tallies(self.side.sorts)
        if self.guests is not None and self.model.question is not None:
            self.guests.set_surface(surface)
            self.guests.ask(self.model.question)
        self.loaded.emit()
        self.status_changed.emit()

    def _show_tallies(self, sorts: side.CheckList) -> None:
        """Closed stages are offered where something stands on them."""
        tallies = self.model.page.tallies
        sorts.show_counts(tallies)
        if self._section != "activity":
            going_on = {one.id for one in self._workplace.registry.open_stages(self._section)}
            hidden = set(sorts.unchecked())
            sorts.show_only(lambda code: code in going_on or code in tallies or code in hidden)

    def _stage_look(self, stage_id: int) -> tuple[str, str]:
        """A stage's name and tone."""
        stage = self._workplace.registry.stage(stage_id)
        return stage.name, stage.tone

    def _choices_changed(self) -> None:
        self._keep()
        self._ask()

    # what the employee arranged

    @property
    def key(self) -> str:
        return f"calendar.{self._section}"

    def restore(self, stored: Mapping[str, object]) -> None:
        """As it was left; what this version doesn't know counts for nothing."""
        kept = stored.get(self.key)
        if not isinstance(kept, Mapping):
            return
        if kept.get("span") in SPANS:
            self.span = str(kept["span"])
        self._by = next((one.code for one in self._fields if one.code == kept.get("by")), self._by)
        hidden, people = kept.get("hidden"), kept.get("people")
        if self.side.sorts is not None and isinstance(hidden, list):
            self.side.sorts.check(lambda code: code not in hidden)
        if self.side.people is not None and isinstance(people, list):
            self.side.people.check(lambda code: code in people)

    def _keep(self) -> None:
        hidden = self.side.sorts.unchecked() if self.side.sorts is not None else ()
        value = {"span": self.span, "by": self._by, "hidden": list(hidden), "people": list(self.people())}
        self._tasks.run(self._context.services.preferences.set(self.key, value), latest="keep", quiet=True)

    # what changes

    def _changed(self, changes: Changes) -> None:
        if self.model.concerns(changes):
            self._stale = True
            if self.isVisible():
                self._settle.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._settle.start()

    # what is done

    def _open(self, index: QModelIndex) -> None:
        item = self.model.item(index)
        if item is not None:
            self.acts.open(item)

    def _show_menu(self, index: QModelIndex, place: QPoint) -> None:
        item = self.model.item(index)
        if item is not None:
            self.acts.menu(item, place)

    def _offer_slots(self) -> None:
        button = self.header.slots
        rect = QRect(button.mapToGlobal(QPoint(0, 0)), button.size())
        self.acts.offer_slots(self.days()[0], self.people(), rect)

    def _do(self, command: str, surface: EventSurface) -> None:
        """A key of the surface."""
        moves = {"calendar.next": 1, "calendar.previous": -1}
        if command in moves:
            surface.step_items(moves[command])
        elif command == "calendar.add":
            surface.create_here()
        elif command == "calendar.today":
            self.go_today()
        else:
            item = surface.current_item()
            if item is not None:
                self._do_with(command, item, surface)

    def _do_with(self, command: str, item: CalendarItem, surface: EventSurface) -> None:
        rect = surface.visualRect(surface.currentIndex())
        place = QRect(surface.viewport().mapToGlobal(rect.topLeft()), rect.size())
        match command:
            case "calendar.complete":
                self.acts.complete(item)
            case "calendar.change":
                self.acts.change(item, place)
            case "calendar.plan":
                self.acts.plan_more(item.client, place)
            case "calendar.cancel":
                self.acts.cancel(item)

    def _focus_surface(self) -> None:
        """Keys go on in the calendar."""
        self.surface.setFocus()

    def create_here(self) -> None:
        """Insert and the button: something new at the cursor."""
        self.surface.create_here()

    def show_carrying(self, item: CalendarItem, target: Target) -> None:
        """Hold an item elsewhere, as the mouse would: for pictures of the window."""
        self.surface.hold_over(item, target)
        self.acts.hold(item, self.surface)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.surface.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.setVisible(self.width() >= NARROWEST)
