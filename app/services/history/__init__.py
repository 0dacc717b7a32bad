"""The history as people read it, and the one function that writes what triggers can't see: views, sign-ins, exports.

May import db, models, core and the services beside this package that know the office: workplace, registry, rights,
listed. What edits and searches is given to it.
"""

from app.services.history.lines import write_history_line
from app.services.history.office import OfficeHistory
from app.services.history.records import Act, HistoryFilter, OfficeLine, Thing
from app.services.history.service import HistoryLines

__all__ = ["Act", "HistoryFilter", "HistoryLines", "OfficeHistory", "OfficeLine", "Thing", "write_history_line"]
