"""Words about the office's server and about coming in and leaving."""

from PySide6.QtCore import QCoreApplication

from app.core.errors import PrichalError
from app.qtbase.error_texts.filling import filled


def server_text(error: PrichalError) -> str | None:
    """Words for the codes of the server's checks and of people's accounts; None for any other."""
    words = _server(error.code) or _trust(error.code) or _coming_in(error.code) or _people(error.code)
    return None if words is None else filled(words, error)


def _server(code: str) -> str | None:
    match code:
        case "server_too_old":
            return QCoreApplication.translate(
                "Errors", "The server is PostgreSQL {version}; 15 or newer is needed. Upgrade it, or choose another."
            )
        case "server_not_utf8":
            return QCoreApplication.translate(
                "Errors",
                "The database {database} is encoded in {encoding}. Make one in UTF-8: "
                "CREATE DATABASE office ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8' TEMPLATE template0",
            )
        case "server_locale":
            return QCoreApplication.translate(
                "Errors",
                "In the locale {locale} of the database {database} nothing would be found in Cyrillic. Make it anew: "
                "CREATE DATABASE office ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8' TEMPLATE template0",
            )
        case "server_account_weak":
            return QCoreApplication.translate(
                "Errors",
                "The account {account} may not make roles or does not own the database {database}. A superuser helps: "
                "ALTER ROLE {account} CREATEROLE; ALTER DATABASE {database} OWNER TO {account}",
            )
        case "server_lacks_trigrams":
            return QCoreApplication.translate(
                "Errors",
                "The server lacks the extension pg_trgm; it comes with the package postgresql-contrib. ({reason})",
            )
    return None


def _trust(code: str) -> str | None:
    match code:
        case "server_not_trusted":
            return QCoreApplication.translate(
                "Errors",
                "The server can't prove that it is the office's: its certificate is not of this name, or not of an "
                "authority that this workstation knows. Ask your administrator for the office's root certificate.",
            )
        case "server_without_tls":
            return QCoreApplication.translate(
                "Errors", "The server encrypts no connections. Ask your administrator to switch TLS on (ssl = on)."
            )
        case "tls_unreadable":
            return QCoreApplication.translate("Errors", "The connection can't be secured as the address says: {reason}")
    return None


def _coming_in(code: str) -> str | None:
    match code:
        case "code_refused":
            return QCoreApplication.translate(
                "Errors",
                "The login or the code is wrong, or the code has expired. Ask your administrator for a new one.",
            )
        case "password_to_set":
            return QCoreApplication.translate("Errors", "This is an invitation's code. Set your own password with it.")
        case "login_taken":
            return QCoreApplication.translate("Errors", "{name} signs in with this already.")
        case "login_missing":
            return QCoreApplication.translate("Errors", "This person has no phone or email to sign in with.")
        case "not_invited":
            return QCoreApplication.translate("Errors", "There is no invitation that waits.")
    return None


def _people(code: str) -> str | None:
    match code:
        case "role_unknown":
            return QCoreApplication.translate("Errors", "There is no role {role}.")
        case "department_unknown":
            return QCoreApplication.translate("Errors", "There is no department {department}.")
        case "department_not_empty":
            return QCoreApplication.translate("Errors", "People or departments still belong to it.")
        case "department_circle":
            return QCoreApplication.translate("Errors", "A department can't be part of itself.")
        case "person_unknown":
            return QCoreApplication.translate("Errors", "Nobody here signs in with {login}.")
        case "self_deactivated":
            return QCoreApplication.translate("Errors", "You can't deactivate yourself.")
        case "last_administrator":
            return QCoreApplication.translate("Errors", "Somebody must stay who can change the settings.")
    return None
