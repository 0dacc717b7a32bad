"""Words about activities: what can't be planned, completed or changed so."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.core.errors import PrichalError
from app.qtbase import i18n


def activity_text(error: PrichalError) -> str | None:
    """Words for the codes of activities; None for any other."""
    return _states(error.code) or _draft(error) or _bookings(error) or _rules(error)


def _states(code: str) -> str | None:
    match code:
        case "activity_closed":
            return QCoreApplication.translate("Errors", "This activity is completed already.")
        case "activity_open":
            return QCoreApplication.translate("Errors", "This activity is still planned.")
        case "not_movable":
            return QCoreApplication.translate("Errors", "This can't be moved: what is done stays where it was.")
        case "not_a_meeting":
            return QCoreApplication.translate("Errors", "This is possible with a meeting only.")
        case "comment_missing":
            return QCoreApplication.translate("Errors", "Write a comment for the timeline.")
        case "subject_missing":
            return QCoreApplication.translate("Errors", "Enter the subject.")
        case "place_unknown":
            return QCoreApplication.translate("Errors", "This place is not used any more. Choose another one.")
        case "result_unknown":
            return QCoreApplication.translate("Errors", "This result is not used any more. Choose another one.")
    return None


def _draft(error: PrichalError) -> str | None:
    match error.code:
        case "minutes_unsuitable":
            return QCoreApplication.translate("Errors", "The duration has to be from one minute to a week.")
        case "reminder_unsuitable":
            words = QCoreApplication.translate("Errors", "At most {most} reminders, each before the activity starts.")
            return words.format(most=i18n.number(_whole(error, "most")))
        case "date_out_of_range":
            words = QCoreApplication.translate("Errors", "The date has to lie between {earliest} and {latest}.")
            return words.format(earliest=error.params.get("earliest"), latest=error.params.get("latest"))
    return None


def _rules(error: PrichalError) -> str | None:
    """Objections of the office's rules."""
    match error.code:
        case "subject_is_kind":
            return QCoreApplication.translate("Errors", "Say the next step: what exactly is to be done or learnt.")
        case "past_time":
            return QCoreApplication.translate("Errors", "This time is past already.")
        case "future_time":
            return QCoreApplication.translate("Errors", "What was held can't lie in the future.")
        case "too_long":
            return QCoreApplication.translate("Errors", "At most %n minute(s).", None, _whole(error, "limit"))
        case "too_late":
            latest = error.params.get("latest")
            if not isinstance(latest, date):
                return QCoreApplication.translate("Errors", "This is too late.")
            words = QCoreApplication.translate("Errors", "Too late: {day} is the last day.")
            day = f"{i18n.weekday_short(latest)}, {i18n.day_and_month(latest)}"
            return words.format(day=day)
        case "recording_reason_missing":
            return QCoreApplication.translate("Errors", "Say why there is no recording of the meeting.")
        case "next_activity_missing":
            return QCoreApplication.translate("Errors", "Plan the next activity with this client.")
    return None


def _bookings(error: PrichalError) -> str | None:
    """Objections to meetings that meet."""
    match error.code:
        case "double_booked":
            words = QCoreApplication.translate("Errors", "{employee} has a meeting at {at} already.")
            return words.format(employee=error.params.get("employee"), at=error.params.get("at"))
        case "room_taken":
            words = QCoreApplication.translate("Errors", "{place} is taken: {employee} has a meeting there at {at}.")
            return words.format(**{name: error.params.get(name) for name in ("place", "employee", "at")})
    return None


def _whole(error: PrichalError, name: str) -> int:
    value = error.params.get(name)
    return value if isinstance(value, int) else 0
