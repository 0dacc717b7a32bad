"""Words about leads, deals and contacts: gone, changed by others, not complete enough."""

from PySide6.QtCore import QCoreApplication

from app.core.errors import PrichalError


def record_text(error: PrichalError) -> str | None:
    """Words for the codes of records; None for any other."""
    return _whole(error.code) or _stages(error.code) or _parts(error.code) or _money(error.code) or _filters(error.code)


def _whole(code: str) -> str | None:
    match code:
        case "not_found":
            return QCoreApplication.translate("Errors", "This record is not there any more, or is not yours to see.")
        case "not_in_bin":
            return QCoreApplication.translate("Errors", "This record is not in the bin.")
        case "in_bin":
            return QCoreApplication.translate("Errors", "This record is in the bin. Restore it first.")
        case "record_changed":
            return QCoreApplication.translate(
                "Errors", "Somebody has changed this meanwhile. Look at the new values and try again."
            )
        case "new_lead_incomplete":
            return QCoreApplication.translate("Errors", "A new lead needs a name, a phone or email, and the source.")
        case "new_deal_incomplete":
            return QCoreApplication.translate("Errors", "A new deal needs its type and its full price.")
        case "new_contact_incomplete":
            return QCoreApplication.translate("Errors", "A new contact needs a name.")
    return None


def _stages(code: str) -> str | None:
    match code:
        case "fields_missing":
            return QCoreApplication.translate("Errors", "The stage needs fields that are not filled yet.")
        case "required_emptied":
            return QCoreApplication.translate("Errors", "The stage needs this field: it can't be emptied.")
        case "reason_missing":
            return QCoreApplication.translate("Errors", "Say the reason.")
        case "stage_gone":
            return QCoreApplication.translate("Errors", "This stage is not used any more. Choose another one.")
        case "use_conversion":
            return QCoreApplication.translate("Errors", "To complete a lead, convert it into a deal.")
        case "already_converted":
            return QCoreApplication.translate("Errors", "This lead has become a deal already.")
        case "meeting_in_past":
            return QCoreApplication.translate("Errors", "The meeting has to lie in the future.")
    return None


def _parts(code: str) -> str | None:
    match code:
        case "responsible_missing":
            return QCoreApplication.translate("Errors", "Choose who is responsible.")
        case "responsible_left":
            return QCoreApplication.translate("Errors", "This employee does not work here any more.")
        case "comment_not_own":
            return QCoreApplication.translate("Errors", "Only its author can change a comment.")
        case "comment_too_old":
            return QCoreApplication.translate("Errors", "A comment can be changed for an hour only.")
        case "not_a_comment":
            return QCoreApplication.translate("Errors", "Only comments can be changed.")
        case "channel_unknown":
            return QCoreApplication.translate("Errors", "There is no such way of writing to a client.")
    return None


def _money(code: str) -> str | None:
    match code:
        case "first_payment_missing":
            return QCoreApplication.translate("Errors", "Enter the first payment: it has to be above zero.")
        case "price_below_payments":
            return QCoreApplication.translate("Errors", "The payments add up to more than the full price.")
        case "payment_received":
            return QCoreApplication.translate("Errors", "This payment has been received already.")
        case "receipt_unknown":
            return QCoreApplication.translate("Errors", "The receipt has to be a file of this deal.")
        case "payment_count":
            return QCoreApplication.translate("Errors", "There are too many payments, or none.")
        case "payment_not_positive":
            return QCoreApplication.translate("Errors", "Every payment has to be above zero.")
    return None


def _filters(code: str) -> str | None:
    match code:
        case "filter_unnamed":
            return QCoreApplication.translate("Errors", "Give the filter a name.")
        case "filter_name_taken":
            return QCoreApplication.translate("Errors", "There is a filter of this name already.")
        case "department_missing":
            return QCoreApplication.translate("Errors", "You belong to no department: there is nobody to share with.")
    return None
