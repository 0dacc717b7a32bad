"""Words about single values that were typed."""

from PySide6.QtCore import QCoreApplication

from app.core.errors import PrichalError
from app.qtbase import i18n


def value_text(error: PrichalError) -> str | None:
    """Words for the codes of values; None for any other."""
    return _number(error) or _other(error)


def _number(error: PrichalError) -> str | None:
    match error.code:
        case "money_unreadable":
            return QCoreApplication.translate("Errors", "This amount can't be read.")
        case "money_negative":
            return QCoreApplication.translate("Errors", "The amount can't be below zero.")
        case "money_too_large" | "number_too_large":
            return QCoreApplication.translate("Errors", "This number is too large.")
        case "money_too_precise" | "number_too_precise":
            return QCoreApplication.translate("Errors", "Too many digits after the decimal point.")
        case "number_unreadable":
            return QCoreApplication.translate("Errors", "This number can't be read.")
        case "currency_unknown":
            return QCoreApplication.translate("Errors", "This currency is not known.")
    return None


def _other(error: PrichalError) -> str | None:
    match error.code:
        case "date_unreadable" | "when_unreadable":
            return QCoreApplication.translate("Errors", "This date can't be read.")
        case "date_in_future":
            return QCoreApplication.translate("Errors", "This day has not come yet.")
        case "fields_invalid":
            return QCoreApplication.translate("Errors", "Some fields can't be taken so.")
        case "yes_no_unreadable":
            return QCoreApplication.translate("Errors", "Yes or no is expected here.")
        case "text_too_long":
            limit = error.params.get("limit")
            if not isinstance(limit, int):
                return QCoreApplication.translate("Errors", "This text is too long.")
            words = QCoreApplication.translate("Errors", "This text is too long: at most {limit} characters.")
            return words.format(limit=i18n.number(limit))
        case "option_unknown" | "value_unsuitable":
            return QCoreApplication.translate("Errors", "This value does not suit the field.")
        case "unknown_not_allowed":
            return QCoreApplication.translate("Errors", "Here the answer has to be known.")
        case "field_unknown":
            return QCoreApplication.translate("Errors", "There is no such field any more. Refresh the card.")
    return None
