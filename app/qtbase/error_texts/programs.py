"""Words about the programs themselves: what a command line lacks."""

from PySide6.QtCore import QCoreApplication

from app.core.errors import PrichalError
from app.qtbase.error_texts.filling import filled


def program_text(error: PrichalError) -> str | None:
    """Words for the codes of the commands; None for any other."""
    words = _command(error.code) or _workstation(error.code)
    return None if words is None else filled(words, error)


def _command(code: str) -> str | None:
    match code:
        case "no_database":
            return QCoreApplication.translate(
                "Errors", "No database was opened here yet. Name one with --database, or make one with “prichal init”."
            )
        case "no_login":
            return QCoreApplication.translate("Errors", "Nobody has signed in here yet. Say who works with --login.")
        case "no_password":
            return QCoreApplication.translate("Errors", "The password is missing. Put it into PRICHAL_PASSWORD.")
        case "passwords_differ":
            return QCoreApplication.translate("Errors", "The two passwords are not the same.")
        case "demo_not_empty":
            return QCoreApplication.translate(
                "Errors", "There are clients in this database. Demo data goes into an empty one only."
            )
        case "import_stopped":
            return QCoreApplication.translate(
                "Errors", "Stopped after {rows} rows. What is in stays: go on with the import or undo it in the window."
            )
        case "time_unreadable":
            return QCoreApplication.translate("Errors", "This time can't be read. It looks like 2025-11-18T11:45.")
    return None


def _workstation(code: str) -> str | None:
    match code:
        case "no_screen":
            return QCoreApplication.translate(
                "Errors", "There is no screen. “prichal screenshots DIR” draws the windows into files without one."
            )
        case "autostart_refused":
            return QCoreApplication.translate("Errors", "The system did not let Prichal start with it. {reason}")
        case "link_unreadable":
            return QCoreApplication.translate(
                "Errors", "This link can't be read: {text}. It looks like prichal:lead/12."
            )
    return None
