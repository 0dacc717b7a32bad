"""Words for what can't be merged."""

from PySide6.QtCore import QCoreApplication

from app.core.errors import PrichalError


def duplicate_text(error: PrichalError) -> str | None:
    """None for codes that are not of duplicates."""
    match error.code:
        case "nothing_to_compare":
            return QCoreApplication.translate("Errors", "There are no two records to compare any more.")
        case "merged_already":
            return QCoreApplication.translate("Errors", "Somebody has merged these already. Look again.")
        case "merge_keep_contact":
            return QCoreApplication.translate("Errors", "The contact has to stay: leads are attached to it.")
        case "merge_keep_deal":
            return QCoreApplication.translate(
                "Errors", "One of these leads has become a deal: it has to stay. Two of them can't be merged."
            )
        case "merge_apart_contacts":
            return QCoreApplication.translate(
                "Errors", "These leads belong to different contacts. Merge the contacts, and the leads stand together."
            )
    return None
