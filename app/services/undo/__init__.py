"""Undo of operations: their history walked backwards, a field restored only where it still holds what was written.

`reading` finds what an operation did, `walking` what each row would get back, `planning` puts both beside the rows as
they are, `writing` carries it out, `conversion` knows what a conversion needs beside that. What was changed since is
listed and left (DATA.md, "History and undo"). May import db, models, core and the services beside it.
"""

from app.services.undo.records import LeftItem, OperationRecord, UndoPreview, UndoReport
from app.services.undo.service import Undo

__all__ = ["LeftItem", "OperationRecord", "Undo", "UndoPreview", "UndoReport"]
