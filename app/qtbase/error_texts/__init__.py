"""Words for every error that a user can meet, in the reader's language; the window and the command line say the same.

Each module says the codes of one area. May import core, QtCore and `qtbase.i18n`; no widgets, so that programs
without a window load it too.
"""

from app.core.errors import Offline, PrichalError
from app.qtbase.error_texts.activities import activity_text
from app.qtbase.error_texts.boards import board_text
from app.qtbase.error_texts.bulk import bulk_text
from app.qtbase.error_texts.databases import database_text
from app.qtbase.error_texts.duplicates import duplicate_text
from app.qtbase.error_texts.files import file_text
from app.qtbase.error_texts.general import fallback_text
from app.qtbase.error_texts.importing import import_text
from app.qtbase.error_texts.office import office_text
from app.qtbase.error_texts.people import people_text
from app.qtbase.error_texts.programs import program_text
from app.qtbase.error_texts.records import record_text
from app.qtbase.error_texts.servers import server_text
from app.qtbase.error_texts.undo import undo_text
from app.qtbase.error_texts.values import value_text

__all__ = ["error_text", "known_text"]

_AREAS = (
    database_text, people_text, record_text, value_text, activity_text, file_text, import_text, program_text,
    board_text, undo_text, duplicate_text, bulk_text, office_text, server_text,
)  # fmt: skip


def error_text(error: PrichalError) -> str:
    """One or two sentences: what happened and what to do about it."""
    return known_text(error) or fallback_text(error.code, offline=isinstance(error, Offline))


def known_text(error: PrichalError) -> str | None:
    """As `error_text`, None for a code that no area knows."""
    for text in _AREAS:
        found = text(error)
        if found is not None:
            return found
    return None
