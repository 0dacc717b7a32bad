"""Words for what the kanban refuses."""

from PySide6.QtCore import QCoreApplication

from app.core.errors import PrichalError


def board_text(error: PrichalError) -> str | None:
    """None for codes that are not of the kanban. `reason` holds the words of the refusal itself."""
    if error.code != "cards_refused":
        return None
    known = {key: error.params.get(key, "") for key in ("name", "reason", "moved", "count")}
    if known["count"] == 1:
        words = QCoreApplication.translate("Errors", "{name} stays where it was. {reason}")
    else:
        words = QCoreApplication.translate("Errors", "{moved} of {count} cards were moved. {name} stays: {reason}")
    return words.format(**known)
