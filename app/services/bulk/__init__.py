"""One act over many records: in short transactions under one operation, each record by its own rights and rules.

`acts` says what is done with a piece of the records, `service` cuts the pieces and counts, `records` is what it hands
out. Undone by `services.undo` like anything else. May import db, models, core and the services of clients.
"""

from app.services.bulk.records import BulkNeeds, BulkReport, BulkStop, Refused
from app.services.bulk.service import Bulk

__all__ = ["Bulk", "BulkNeeds", "BulkReport", "BulkStop", "Refused"]
