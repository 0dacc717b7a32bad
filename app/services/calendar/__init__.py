"""The calendar of activities, leads and deals: what stands on a span of days, moving it, and when a meeting is free.

`axes` knows by which indexed column a section stands on a day, `reading` finds ids and counts day by day, `items` reads
what is shown of them, `slots` looks for free times. May import activities, clients, filtering, lists, leads, deals,
records, registry, db and models.
"""

from app.services.calendar.service import Calendar

__all__ = ["Calendar"]
