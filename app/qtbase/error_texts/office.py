"""Words about the settings of the office and absences."""

from PySide6.QtCore import QCoreApplication

from app.core.errors import PrichalError
from app.qtbase import i18n


def office_text(error: PrichalError) -> str | None:
    """Words for the codes of the settings; None for any other."""
    return _pages(error.code) or _numbers(error) or _lists(error) or _absence(error.code)


def _pages(code: str) -> str | None:
    match code:
        case "settings_changed":
            return QCoreApplication.translate(
                "Errors", "Somebody else has changed this meanwhile. Look at it again, then change it."
            )
        case "right_unsuitable":
            return QCoreApplication.translate("Errors", "This right can't reach so far, or doesn't apply.")
        case "rule_mode_unsuitable":
            return QCoreApplication.translate("Errors", "This rule can't be set so.")
        case "period_unsuitable":
            return QCoreApplication.translate("Errors", "The last day has to lie after the first, within a year.")
        case "week_empty":
            return QCoreApplication.translate("Errors", "At least one day of the week has to be worked.")
        case "workday_wrong":
            return QCoreApplication.translate("Errors", "Work has to end after it begins.")
    return None


def _numbers(error: PrichalError) -> str | None:
    match error.code:
        case "rule_number_unsuitable":
            words = QCoreApplication.translate("Errors", "A number from {least} to {most} is possible.")
            return words.format(least=_number(error, "least"), most=_number(error, "most"))
        case "queue_place_unsuitable":
            words = QCoreApplication.translate("Errors", "The queue has places from 1 to {most}.")
            return words.format(most=_number(error, "most"))
        case "threshold_unsuitable":
            words = QCoreApplication.translate("Errors", "A threshold is a number from 1 to {most}.")
            return words.format(most=_number(error, "most"))
        case "own_days_wrong":
            words = QCoreApplication.translate("Errors", "Each day can stand here once, {most} days at most.")
            return words.format(most=_number(error, "most"))
    return None


def _lists(error: PrichalError) -> str | None:
    name = error.params.get("name", error.params.get("stage", ""))
    match error.code:
        case "result_name_missing" | "stage_name_missing":
            return QCoreApplication.translate("Errors", "Enter a name in every line.")
        case "result_named_twice" | "stage_named_twice":
            return QCoreApplication.translate("Errors", "“{name}” stands here twice.").format(name=name)
        case "results_missing":
            words = QCoreApplication.translate("Errors", "From 1 to {most} results are possible.")
            return words.format(most=_number(error, "most"))
        case "result_needed" | "stage_needed":
            words = QCoreApplication.translate("Errors", "The program needs “{name}”: it can be renamed, not deleted.")
            return words.format(name=name)
        case "result_in_use":
            words = QCoreApplication.translate("Errors", "Activities ended with “{name}”: rename it instead.")
            return words.format(name=name)
        case "stages_too_many":
            words = QCoreApplication.translate("Errors", "At most {most} stages.")
            return words.format(most=_number(error, "most"))
        case "stage_target_missing":
            return QCoreApplication.translate("Errors", "Choose a stage for the records that stand here.")
    return None


def _absence(code: str) -> str | None:
    match code:
        case "absence_days_wrong":
            return QCoreApplication.translate("Errors", "The last day has to lie after the first, within three years.")
        case "stand_in_self":
            return QCoreApplication.translate("Errors", "Somebody else has to stand in.")
    return None


def _number(error: PrichalError, name: str) -> str:
    value = error.params.get(name)
    return i18n.number(value) if isinstance(value, int) else ""
