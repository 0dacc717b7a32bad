"""Duplicates: the list of likely ones, records side by side, what becomes of them.

`window` is the window, `groups` its list, `picker` the fields side by side, `apart` what is no duplicate.
May import field_forms, widgets, qtbase and the records of services; other features are reached by the Navigator.
"""

from app.views.duplicates.window import DuplicatesWindow

__all__ = ["DuplicatesWindow"]
