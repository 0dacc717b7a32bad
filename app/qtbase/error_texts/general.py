"""Words for a code that no area knows: still a sentence, with the code for the administrator."""

from PySide6.QtCore import QCoreApplication


def fallback_text(code: str, *, offline: bool) -> str:
    """What can be said of any refusal."""
    if offline:
        words = QCoreApplication.translate("Errors", "The database did not answer ({code}). Try again.")
    else:
        words = QCoreApplication.translate("Errors", "This was refused ({code}). Check what was entered.")
    return words.format(code=code)
