"""Words for acts on many records, and for files that are written."""

from PySide6.QtCore import QCoreApplication

from app.core.errors import PrichalError


def bulk_text(error: PrichalError) -> str | None:
    """None for codes that are not of these."""
    match error.code:
        case "nothing_to_do":
            return QCoreApplication.translate("Errors", "Choose what to do with them.")
        case "tags_gone":
            return QCoreApplication.translate(
                "Errors", "This office has no tags: an administrator took the field away."
            )
        case "file_not_written":
            words = QCoreApplication.translate("Errors", "The file can't be written here: {path}")
            return words.format(path=error.params.get("path", ""))
    return None
