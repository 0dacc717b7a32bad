"""Words for the errors that only cards meet; all others are the program's own."""

from PySide6.QtCore import QCoreApplication

from app.core.errors import PrichalError
from app.qtbase import i18n
from app.qtbase.error_texts import error_text


def card_error_words(error: PrichalError) -> str:
    """What happened and what to do."""
    match error.code:
        case "file_too_large":
            return _too_large(error)
        case "file_empty":
            return QCoreApplication.translate("CardErrors", "This file is empty.")
        case "comment_missing":
            return QCoreApplication.translate("CardErrors", "Write something first.")
        case "comment_too_old":
            return QCoreApplication.translate("CardErrors", "A comment can be corrected within an hour only.")
        case "payment_count":
            most = error.params.get("most")
            return QCoreApplication.translate("CardErrors", "From 1 to {most} payments.").format(most=most)
    return error_text(error)


def _too_large(error: PrichalError) -> str:
    size, limit = error.params.get("size"), error.params.get("limit")
    if not isinstance(size, int) or not isinstance(limit, int):
        return QCoreApplication.translate("CardErrors", "The file is too large.")
    words = QCoreApplication.translate("CardErrors", "The file takes {size}; at most {limit} can be attached.")
    return words.format(size=i18n.file_size(size), limit=i18n.file_size(limit))
