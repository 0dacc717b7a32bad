"""Words about the programs themselves: what a command line lacks."""

from PySide6.QtCore import QCoreApplication

from app.core.errors import PrichalError


def program_text(error: PrichalError) -> str | None:
    """Words for the codes of the commands; None for any other."""
    match error.code:
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
        case "no_screen":
            return QCoreApplication.translate(
                "Errors", "There is no screen. “prichal screenshots DIR” draws the windows into files without one."
            )
        case "demo_not_empty":
            return QCoreApplication.translate(
                "Errors", "There are clients in this database. Demo data goes into an empty one only."
            )
        case "import_stopped":
            words = QCoreApplication.translate(
                "Errors", "Stopped after {rows} rows. What is in stays: go on with the import or undo it in the window."
            )
            return words.format(rows=error.params.get("rows", 0))
        case "autostart_refused":
            words = QCoreApplication.translate("Errors", "The system did not let Prichal start with it. {reason}")
            return words.format(reason=error.params.get("reason", "")).strip()
        case "link":
            words = QCoreApplication.translate("Errors", "This link can't be read: {text}. It looks like prichal:lead/12.")
            return words.format(text=error.params.get("text", ""))
        case "time_unreadable":
            return QCoreApplication.translate("Errors", "This time can't be read. It looks like 2025-11-18T11:45.")
    return None
