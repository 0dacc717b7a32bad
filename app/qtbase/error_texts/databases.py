"""Words about databases: those that can't be opened, made, read or written."""

from PySide6.QtCore import QCoreApplication

from app.core.errors import PrichalError
from app.qtbase.error_texts.filling import filled


def database_text(error: PrichalError) -> str | None:
    """Words for the codes of opening and of losing a database; None for any other."""
    path = str(error.params.get("path", ""))
    found = _away(error.code) or _lost(error.code) or _not_ours(error.code) or _not_made(error.code)
    if found:
        return found.replace("{path}", path)
    moving = _moving(error.code)
    return filled(moving, error) if moving else None


def _away(code: str) -> str | None:
    match code:
        case "no_connection" | "database_unreachable":
            return QCoreApplication.translate("Errors", "No connection to the database. Check the network.")
        case "no_answer":
            return QCoreApplication.translate("Errors", "The database doesn't answer. Check the network.")
        case "commit_unknown":
            return QCoreApplication.translate(
                "Errors",
                "The connection was lost while this was being saved, and nobody knows whether it was. "
                "Look before you save it again.",
            )
    return None


def _lost(code: str) -> str | None:
    match code:
        case "database_locked":
            return QCoreApplication.translate("Errors", "The database is busy with other work. Try again in a moment.")
        case "server_refused":
            return QCoreApplication.translate("Errors", "The server doesn't let this program in: check the address.")
        case "server_has_no_such_database":
            return QCoreApplication.translate("Errors", "The server has no database of this name.")
        case "server_full":
            return QCoreApplication.translate("Errors", "The server takes no more connections. Try again in a minute.")
        case "disk_full":
            return QCoreApplication.translate("Errors", "The disk with the database is full. Free some space on it.")
        case "database_read_only":
            return QCoreApplication.translate("Errors", "The database can be read, but not written to.")
        case "database_renewed":
            return QCoreApplication.translate("Errors", "The database is being brought up to date. Try again soon.")
        case "database_damaged":
            return QCoreApplication.translate("Errors", "The database file is damaged. Take the latest backup copy.")
    return None


def _not_ours(code: str) -> str | None:
    match code:
        case "database_missing":
            return QCoreApplication.translate("Errors", "There is no database file at {path}.")
        case "not_a_database":
            return QCoreApplication.translate("Errors", "This file is not a database: {path}")
        case "not_prichal":
            return QCoreApplication.translate("Errors", "This database was not made by Prichal.")
        case "database_newer":
            return QCoreApplication.translate("Errors", "This database is from a newer Prichal: update the program.")
        case "database_older":
            return QCoreApplication.translate(
                "Errors", "This database is from an older Prichal. An administrator has to bring it up to date."
            )
        case "office_exists":
            return QCoreApplication.translate("Errors", "An office was set up in this database already.")
        case "office_not_set_up":
            return QCoreApplication.translate("Errors", "This database is empty: no office was set up in it.")
    return None


def _not_made(code: str) -> str | None:
    match code:
        case "database_exists":
            return QCoreApplication.translate(
                "Errors", "There is a database of Prichal here already. Connect to it, or choose another place."
            )
        case "file_exists":
            return QCoreApplication.translate("Errors", "Another file is here already. Choose another name.")
        case "is_a_folder":
            return QCoreApplication.translate("Errors", "This is a folder. Add the name of a file.")
        case "place_not_writable":
            return QCoreApplication.translate("Errors", "A file can't be written here. Choose another folder.")
        case "database_url":
            return QCoreApplication.translate("Errors", "This address can't be read. It looks like server/database.")
    return None


def _moving(code: str) -> str | None:
    match code:
        case "move_same_place":
            return QCoreApplication.translate("Errors", "Both addresses are the same database.")
        case "move_needs_owner":
            return QCoreApplication.translate(
                "Errors", "The account {account} doesn't see everything: name the account that owns the database."
            )
        case "server_not_empty":
            return QCoreApplication.translate(
                "Errors", "The database {database} holds tables of something else. Make an empty one for the office."
            )
        case "move_refused":
            return QCoreApplication.translate(
                "Errors", "The new database can't hold a value of the table {table}; nothing was moved. ({reason})"
            )
        case "move_unequal":
            return QCoreApplication.translate(
                "Errors", "The table {table} did not arrive as it was, so nothing was moved. Run the command again."
            )
    return None
