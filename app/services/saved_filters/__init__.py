"""Filters that employees save under a name, and the order in which each of them is offered (SPEC, "Search, filter").

`documents` reads and writes the stored form, `arranging` keeps each employee's order and start filter, `service` is
what the window asks. May import filtering, preferences, records, rights, db and models.
"""

from app.services.saved_filters.service import SavedFilters

__all__ = ["SavedFilters"]
