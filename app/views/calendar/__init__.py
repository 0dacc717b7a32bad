"""The calendar: day, week and month of activities, leads and deals, moved by hand or by keys.

`surface` is what both surfaces have in common (cursor, keys, the hand), `time_surface` and `month_surface` lay items
out and paint, `pane` puts them beside header and side lists, `record_view` makes a view of a section's page of it and
`offer` names that to the pages without importing it.
May import records, widgets, the navigator, qtmodels, qtbase, services and core.
"""

from app.views.calendar.commands import calendar_hints, calendar_keys
from app.views.calendar.offer import CALENDAR

__all__ = ["CALENDAR", "calendar_hints", "calendar_keys"]
