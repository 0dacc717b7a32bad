"""The calendar as pages offer it; what it is made of is imported when somebody first looks at it."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.views.navigator import ViewContext
from app.views.records.spec import SectionSpec
from app.views.records.view import RecordView, ViewOffer
from app.views.widgets.buttons import Segment


def _segment() -> Segment:
    return Segment("calendar", QCoreApplication.translate("Calendar", "Calendar"), "calendar")


def _make(context: ViewContext, spec: SectionSpec) -> RecordView:
    from app.views.calendar.record_view import CalendarView  # see above

    return CalendarView(context, spec)


CALENDAR: Final = ViewOffer(_segment, _make)
"""For the pages of leads and deals."""
