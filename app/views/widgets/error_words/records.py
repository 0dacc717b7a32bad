"""Words about leads, deals and contacts as wholes: gone, changed by others, in the bin."""

from PySide6.QtCore import QCoreApplication

from app.core.errors import PrichalError


def record_words(error: PrichalError) -> str | None:
    """Words for the codes of records; None for any other."""
    return _whole(error.code) or _parts(error.code)


def _whole(code: str) -> str | None:
    match code:
        case "not_found":
            return QCoreApplication.translate("Errors", "This record is not there any more, or is not yours to see.")
        case "in_bin":
            return QCoreApplication.translate("Errors", "This record is in the bin. Restore it first.")
        case "record_changed":
            return QCoreApplication.translate(
                "Errors", "Somebody has changed this meanwhile. Look at the new values and try again."
            )
    return None


def _parts(code: str) -> str | None:
    match code:
        case "responsible_missing":
            return QCoreApplication.translate("Errors", "Choose who is responsible.")
        case "responsible_left":
            return QCoreApplication.translate("Errors", "This employee does not work here any more.")
        case "fields_missing":
            return QCoreApplication.translate("Errors", "The stage needs fields that are not filled yet.")
        case "required_emptied":
            return QCoreApplication.translate("Errors", "The stage needs this field: it can't be emptied.")
        case "reason_missing":
            return QCoreApplication.translate("Errors", "Say the reason.")
    return None
