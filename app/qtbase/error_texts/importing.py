"""Words about files that are to be imported and can't be read."""

from PySide6.QtCore import QCoreApplication

from app.core.errors import PrichalError


def import_text(error: PrichalError) -> str | None:
    """Words for the codes of the import; None for any other."""
    found = (
        _file(error.code)
        or _content(error.code)
        or _workbook(error.code)
        or _course(error.code)
        or _first_calls(error.code)
    )
    if found is None:
        return None
    found = found.replace("{path}", str(error.params.get("path", "")))
    found = found.replace("{most}", str(error.params.get("most", "")))
    return found.replace("{line}", str(error.params.get("line", "")))


def _file(code: str) -> str | None:
    match code:
        case "import_file_missing":
            return QCoreApplication.translate("Errors", "There is no file at {path}.")
        case "import_file_is_folder":
            return QCoreApplication.translate("Errors", "{path} is a folder. Choose the file in it.")
        case "import_file_denied":
            return QCoreApplication.translate("Errors", "You may not read {path}. Ask for access, or copy the file.")
        case "import_file_unreadable":
            return QCoreApplication.translate("Errors", "{path} can't be read from the disk. Copy it and try again.")
        case "import_file_empty":
            return QCoreApplication.translate("Errors", "{path} is empty.")
    return None


def _content(code: str) -> str | None:
    match code:
        case "import_file_is_html":
            return QCoreApplication.translate(
                "Errors", "{path} is a web page with another ending. Export it as CSV or XLSX."
            )
        case "import_file_is_binary":
            return QCoreApplication.translate("Errors", "{path} is no table in text. Export it as CSV or XLSX.")
        case "import_not_a_table":
            return QCoreApplication.translate("Errors", "{path} has no columns that can be told apart.")
        case "import_no_rows":
            return QCoreApplication.translate("Errors", "{path} has headings, but no rows below them.")
        case "import_line_too_long":
            return QCoreApplication.translate(
                "Errors", "Line {line} of the file is far too long. Perhaps a quotation mark is missing before it."
            )
        case "import_nothing_recognised":
            return QCoreApplication.translate(
                "Errors", "No column of the file is recognised. Say in the wizard which column is what."
            )
    return None


def _workbook(code: str) -> str | None:
    match code:
        case "import_workbook_locked":
            return QCoreApplication.translate("Errors", "{path} has a password. Save it without one.")
        case "import_workbook_broken":
            return QCoreApplication.translate("Errors", "{path} is damaged or no workbook. Save it anew as XLSX.")
        case "import_workbook_too_large":
            return QCoreApplication.translate("Errors", "{path} is too large. Divide it, or export it as CSV.")
    return None


def _course(code: str) -> str | None:
    match code:
        case "import_unknown":
            return QCoreApplication.translate("Errors", "There is no such import.")
        case "import_running":
            return QCoreApplication.translate("Errors", "Another program is working on this import. Wait for its end.")
        case "import_taken_over":
            return QCoreApplication.translate("Errors", "Another program has gone on with this import.")
        case "import_ended":
            return QCoreApplication.translate("Errors", "This import has ended already.")
        case "import_undo_unfinished":
            return QCoreApplication.translate(
                "Errors", "The undo of an earlier import of this file was interrupted. Finish that undo first."
            )
        case "import_undone":
            return QCoreApplication.translate("Errors", "This import was undone already.")
        case "import_file_changed":
            return QCoreApplication.translate(
                "Errors", "The file has changed since the import began. Undo the import and begin anew."
            )
        case "import_interrupted":
            return QCoreApplication.translate("Errors", "The import was interrupted. Go on with it, or undo it.")
        case "import_rejects_is_source":
            return QCoreApplication.translate("Errors", "The rejected rows can't go into the imported file itself.")
    return None


def _first_calls(code: str) -> str | None:
    match code:
        case "first_calls_none":
            return QCoreApplication.translate("Errors", "No lead of this import waits for a call any more.")
        case "first_calls_nobody":
            return QCoreApplication.translate("Errors", "None of the chosen people is at work on these days.")
        case "first_calls_undone":
            return QCoreApplication.translate("Errors", "These first calls were taken back already.")
        case "days_unsuitable":
            return QCoreApplication.translate("Errors", "Choose 1 to {most} working days.")
    return None
