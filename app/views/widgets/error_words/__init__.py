"""Words for the errors that a user can meet, made from their code and parameters in the reader's language.

Each module says the codes of one area; it imports core and qtbase only.
"""

from app.core.errors import Offline, PrichalError
from app.views.widgets.error_words.databases import database_words
from app.views.widgets.error_words.general import fallback_words
from app.views.widgets.error_words.people import people_words
from app.views.widgets.error_words.records import record_words
from app.views.widgets.error_words.values import value_words

__all__ = ["error_words"]

_AREAS = (database_words, people_words, record_words, value_words)


def error_words(error: PrichalError) -> str:
    """One or two sentences: what happened and what to do about it."""
    for words in _AREAS:
        found = words(error)
        if found is not None:
            return found
    return fallback_words(error.code, offline=isinstance(error, Offline))
