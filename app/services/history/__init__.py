"""The history as people read it, and the one function that writes what triggers can't see: views, sign-ins, exports.

May import db, models, core and the services beside this package that know the office: workplace, registry, rights.
"""

from app.services.history.lines import write_history_line
from app.services.history.service import HistoryLines

__all__ = ["HistoryLines", "write_history_line"]
