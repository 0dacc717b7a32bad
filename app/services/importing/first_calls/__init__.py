"""First calls to the leads of an import: spread over working days and people, or parked for later; both undoable.

`spreading` deals calls out (pure, no database), `records` say what is asked and answered, `writing` commits batch by
batch, `undo` takes a whole plan back, and `service` is what windows call. May import core, models, db, and the
services of activities, rules and the import beside it.
"""

from app.services.importing.first_calls.service import FirstCalls

__all__ = ["FirstCalls"]
