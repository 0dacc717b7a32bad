"""One act over many records: in short transactions under one operation, each record by its own rights and rules.

`acts` says what is done with a piece of the records, `service` cuts the pieces and counts,
`services.records.bulk` is what it hands out. Undone by `services.undo` like anything else. May import db, models, core
and the services of clients.
"""

from app.services.bulk.service import Bulk
from app.services.records.bulk import BulkNeeds, BulkReport, BulkStop, Refused

__all__ = ["Bulk", "BulkNeeds", "BulkReport", "BulkStop", "Refused"]
