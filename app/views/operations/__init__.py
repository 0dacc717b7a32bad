"""The last operations and their undo: Ctrl+Z for one's own newest, a list for any of them.

May import widgets, qtbase and the records of services; other features are reached by the Navigator.
"""

from app.views.operations.flow import last_operations, undo_last

__all__ = ["last_operations", "undo_last"]
