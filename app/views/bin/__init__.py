"""The bin: what was deleted in the last 30 days, and its way back.

May import widgets, qtbase and the records of services; other features are reached by the Navigator.
"""

from app.views.bin.flow import open_bin

__all__ = ["open_bin"]
