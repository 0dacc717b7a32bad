"""The rules of the report in a few words."""

from PySide6.QtCore import QCoreApplication


def rule_names(code: str) -> str:
    """What was overridden."""
    match code:
        case "contact_interval":
            return QCoreApplication.translate("Reports", "An activity too late")
        case "call_length":
            return QCoreApplication.translate("Reports", "A call too long")
        case "meeting_length":
            return QCoreApplication.translate("Reports", "A meeting too long")
        case "subject":
            return QCoreApplication.translate("Reports", "No next step in the subject")
        case "future_start":
            return QCoreApplication.translate("Reports", "A start in the past")
    return _ending_names(code)


def _ending_names(code: str) -> str:
    match code:
        case "completion_comment":
            return QCoreApplication.translate("Reports", "No comment")
        case "visit_recording":
            return QCoreApplication.translate("Reports", "No visit recorded")
        case "next_activity":
            return QCoreApplication.translate("Reports", "No next activity")
        case "meeting_overlap":
            return QCoreApplication.translate("Reports", "Two meetings at once")
        case "room_taken":
            return QCoreApplication.translate("Reports", "A room taken twice")
    return code
