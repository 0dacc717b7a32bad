"""Duplicates: the search through leads and contacts, records side by side, merging them, pairs that are none.

`scan` walks indexes in short queries, `comparing` lays records side by side, `merging` makes one of them in one
transaction, `apart` keeps what is no duplicate. A merge is undone by `services.undo` (its module `merging`).
May import clients, leads, contacts, records, registry, db and models.
"""

from app.services.duplicates.service import Duplicates

__all__ = ["Duplicates"]
