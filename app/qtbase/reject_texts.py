"""The words of the file of rejected rows, in the reader's language: data that a process without Qt writes out."""

from PySide6.QtCore import QCoreApplication


def reject_heading() -> str:
    """The heading of the column of reasons."""
    return QCoreApplication.translate("Rejects", "Why not imported")


def reject_reasons() -> dict[str, str]:
    """Why a row is rejected, by the reason's code; braces stand for the reason's parameters."""
    return {
        "quotes_broken": QCoreApplication.translate("Rejects", "A quotation mark is opened and never closed."),
        "columns_mismatch": QCoreApplication.translate(
            "Rejects", "The row has {got} columns, the headings are {expected}."
        ),
        "nobody_named": QCoreApplication.translate("Rejects", "Name, phone, email and title are all missing."),
        "stage_fields_missing": QCoreApplication.translate("Rejects", "The stage “{stage}” needs: {fields}."),
        "stage_reason_missing": QCoreApplication.translate("Rejects", "The stage “{stage}” needs a reason."),
    }
