"""The import wizard: a file is read, its columns and names are checked, and it is imported in a process of its own.

May import widgets, the navigator, qtbase, services and core; other features are reached by the Navigator.
"""

from app.views.imports.flow import open_import

__all__ = ["open_import"]
