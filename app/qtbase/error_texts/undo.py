"""Words for what can't be taken back."""

from PySide6.QtCore import QCoreApplication

from app.core.errors import PrichalError


def undo_text(error: PrichalError) -> str | None:
    """None for codes that are not of the undo."""
    match error.code:
        case "operation_unknown":
            return QCoreApplication.translate("Errors", "This act is not known here any more.")
        case "operation_undone":
            return QCoreApplication.translate("Errors", "This has been undone already.")
        case "operation_not_undoable":
            return QCoreApplication.translate("Errors", "This can't be undone.")
        case "undo_running":
            return QCoreApplication.translate("Errors", "Another program is undoing this just now. Try again later.")
        case "conversion_worked_on":
            return QCoreApplication.translate(
                "Errors", "The deal has been worked on: its stage, payments or documents were changed. It stays."
            )
    return None
