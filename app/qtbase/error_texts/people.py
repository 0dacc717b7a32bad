"""Words about signing in, passwords and rights."""

from PySide6.QtCore import QCoreApplication

from app.core.errors import PrichalError


def people_text(error: PrichalError) -> str | None:
    """Words for the codes of people and access; None for any other."""
    return _coming_in(error) or _told(error)


def _told(error: PrichalError) -> str | None:
    """Of roles, profiles, and of what ended."""
    match error.code:
        case "role_name_taken":
            name = str(error.params.get("name", ""))
            return QCoreApplication.translate("Errors", "There is a role “{name}” already.").format(name=name)
        case "session_ended":
            return QCoreApplication.translate("Errors", "Your access has ended. Your administrator knows more.")
        case "photo_too_large":
            return QCoreApplication.translate("Errors", "This picture can't be read, or is too large. Choose another.")
        case "too_many_interests":
            return QCoreApplication.translate("Errors", "There is no room for more interests: take one away first.")
    return None


def _coming_in(error: PrichalError) -> str | None:
    match error.code:
        case "sign_in_refused":
            return QCoreApplication.translate("Errors", "The login or the password is wrong.")
        case "sign_in_slowed":
            seconds = error.params.get("seconds", 0)
            return QCoreApplication.translate(
                "Errors",
                "Too many wrong passwords. Try again in %n second(s).",
                None,
                seconds if isinstance(seconds, int) else 0,
            )
        case "login_unsuitable":
            return QCoreApplication.translate("Errors", "This is neither a phone number nor an email.")
        case "password_short":
            shortest = error.params.get("shortest", 8)
            return QCoreApplication.translate(
                "Errors", "At least %n character(s).", None, shortest if isinstance(shortest, int) else 8
            )
        case "zone_unknown":
            return QCoreApplication.translate("Errors", "This time zone is not known. It looks like Europe/Moscow.")
        case "name_missing":
            return QCoreApplication.translate("Errors", "Enter a name.")
        case "not_allowed":
            return QCoreApplication.translate("Errors", "Your role does not allow this. Ask your administrator.")
    return None
