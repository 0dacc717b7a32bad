"""The calendar as a view of a section's page, beside list and kanban."""

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.records.lists import Filter
from app.views.calendar.commands import calendar_hints
from app.views.calendar.pane import CalendarPane
from app.views.navigator import ViewContext
from app.views.records.spec import SectionSpec
from app.views.records.view import RecordView


class CalendarView(RecordView):
    """Leads or deals by one of their dates."""

    def __init__(self, context: ViewContext, spec: SectionSpec) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.pane = CalendarPane(context, spec.section, self)
        row.addWidget(self.pane)
        self.pane.loaded.connect(self.loaded)
        self.pane.busy_changed.connect(self.busy_changed)
        self.pane.status_changed.connect(self.status_changed)

    def restore(self, stored: dict[str, object]) -> None:
        self.pane.restore(stored)

    def show_filter(self, chosen: Filter) -> None:
        self.pane.show_filter(chosen)

    def refresh(self) -> None:
        self.pane.refresh()

    def words_changed(self) -> None:
        self.pane.words_changed()

    def hints(self) -> tuple[str, ...]:
        return calendar_hints()

    def open_options(self, anchor: QWidget) -> None:
        self.pane.header.choose_field()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.pane.surface.setFocus(event.reason())
