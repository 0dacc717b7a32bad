"""My activities as a calendar, in place of the agenda; whose is chosen in its side list."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.qtbase.tasks import Tasks
from app.services.records.calendar import CalendarPage
from app.services.records.lists import Filter
from app.views.calendar import calendar_hints
from app.views.calendar.pane import CalendarPane
from app.views.navigator import PageStatus, ViewContext

KEY, CALENDAR = "view.activity", "calendar"


class ActivityCalendar(QWidget):
    """The pane, the text that filters it, and whether it is in front."""

    def __init__(self, context: ViewContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._tasks = Tasks(self, context.navigator.report)
        self._text = ""
        self.in_front = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.pane = CalendarPane(context, "activity", self)
        row.addWidget(self.pane)

    async def restore(self, show: Callable[[str], None]) -> None:
        """As the employee left it."""
        stored = await self._context.services.preferences.all()
        self.pane.restore(stored)
        if stored.get(KEY) == CALENDAR:
            show(CALENDAR)

    def bring(self, shown: bool, text: str, others: Sequence[QWidget]) -> None:
        """To the front in place of the others, or away; remembered."""
        self.in_front = shown
        for other in others:
            other.setVisible(not shown)
        self.setVisible(shown)
        if shown:
            self._text = text
            self.pane.show_filter(Filter(text=text))
        kept = self._context.services.preferences.set(KEY, CALENDAR if shown else None)
        self._tasks.run(kept, latest="view", quiet=True)

    def show_text(self, text: str) -> None:
        """What was typed into the filter field; while the calendar is away it is taken when it comes."""
        if self.in_front and text != self._text:
            self._text = text
            self.pane.show_filter(Filter(text=text))

    def refresh(self) -> None:
        if self.in_front:
            self.pane.refresh()

    def status(self) -> PageStatus:
        page: CalendarPage = self.pane.model.page
        count, meetings = sum(day.count for day in page.days), page.tallies.get("meeting", 0)
        words = QCoreApplication.translate("Calendar", "Shown: <b>{count}</b>, meetings <b>{meetings}</b>")
        totals = words.format(count=count, meetings=meetings) if page.days else ""
        return PageStatus(totals=totals, hints=calendar_hints())
