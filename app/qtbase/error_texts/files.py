"""Words about files that are attached, opened and saved."""

from PySide6.QtCore import QCoreApplication

from app.core.errors import PrichalError
from app.qtbase import i18n


def file_text(error: PrichalError) -> str | None:
    """Words for the codes of attachments; None for any other."""
    if error.code == "file_too_large":
        return _too_large(error)
    found = _file(error.code)
    return found.replace("{path}", str(error.params.get("path", ""))) if found else None


def _too_large(error: PrichalError) -> str:
    size, limit = error.params.get("size"), error.params.get("limit")
    if not isinstance(size, int) or not isinstance(limit, int):
        return QCoreApplication.translate("Errors", "The file is too large.")
    words = QCoreApplication.translate("Errors", "The file has {size}; at most {limit} can be attached.")
    return words.format(size=i18n.file_size(size), limit=i18n.file_size(limit))


def _file(code: str) -> str | None:
    match code:
        case "file_missing":
            return QCoreApplication.translate("Errors", "There is no file at {path}.")
        case "file_denied":
            return QCoreApplication.translate("Errors", "You may not read {path}. Ask for access, or copy the file.")
        case "file_unreadable":
            return QCoreApplication.translate("Errors", "{path} can't be read from the disk. Copy it and try again.")
        case "file_damaged":
            return QCoreApplication.translate("Errors", "The file in the database is damaged. Attach it again.")
    return None
