"""Acting on the selected rows of a list: the bar at its foot, what it asks, and what it tells afterwards.

`bar` is what is seen, `acts` carries out, `asking` and `report` are its dialogs. May import widgets, field_forms,
qtbase and the records of services; other features are reached by the Navigator.
"""

from app.views.records.bulk.acts import add_bulk_bar

__all__ = ["add_bulk_bar"]
