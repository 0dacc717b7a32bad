"""Words of conditions: fields, operators, relative dates, and a whole condition in one line."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from app.qtbase import i18n
from app.services.records.lists import FilterChoice, FilterField

RANGE, NAMED = "range", "named"
"""Two ways to ask for days that the form tells apart: from–to, and a period such as this week."""
COUNTED = ("last_days", "next_days", "older_than", "later_than")


def field_words(field: FilterField) -> str:
    """The field's name: the program's in the reader's language where every office has it, else the office's own.

    The sum is called as the field that the office sums.
    """
    if field.code in _BUILTIN and not (field.code == "sum" and field.label):
        return builtin_words(field.code)
    return field.label or field.code


def builtin_words(code: str) -> str:
    """The name of what every office has; the code itself where nobody named it."""
    return _BUILTIN[code]() if code in _BUILTIN else code


_BUILTIN: dict[str, Callable[[], str]] = {
    "stage": lambda: QCoreApplication.translate("Filter", "Stage"),
    "ever_stage": lambda: QCoreApplication.translate("Filter", "Was ever in stage"),
    "responsible": lambda: QCoreApplication.translate("Filter", "Responsible"),
    "created_by": lambda: QCoreApplication.translate("Filter", "Created by"),
    "source": lambda: QCoreApplication.translate("Filter", "Source"),
    "place": lambda: QCoreApplication.translate("Filter", "Place"),
    "deal_type": lambda: QCoreApplication.translate("Filter", "Type"),
    "activity_state": lambda: QCoreApplication.translate("Filter", "Activity"),
    "created": lambda: QCoreApplication.translate("Filter", "Created"),
    "updated": lambda: QCoreApplication.translate("Filter", "Changed"),
    "last_contact": lambda: QCoreApplication.translate("Filter", "Last contact"),
    "next_activity": lambda: QCoreApplication.translate("Filter", "Next activity"),
    "stage_since": lambda: QCoreApplication.translate("Filter", "In the stage since"),
    "closed": lambda: QCoreApplication.translate("Filter", "Closed"),
    "meeting_at": lambda: QCoreApplication.translate("Filter", "Meeting"),
    "birth_date": lambda: QCoreApplication.translate("Filter", "Birth date"),
    "contract_date": lambda: QCoreApplication.translate("Filter", "Contract date"),
    "contract_number": lambda: QCoreApplication.translate("Filter", "Contract number"),
    "next_payment": lambda: QCoreApplication.translate("Filter", "Next payment"),
    "sum": lambda: QCoreApplication.translate("Filter", "Sum"),
    "amount": lambda: QCoreApplication.translate("Filter", "Amount"),
    "first_payment": lambda: QCoreApplication.translate("Filter", "First payment"),
    "paid": lambda: QCoreApplication.translate("Filter", "Paid"),
    "left": lambda: QCoreApplication.translate("Filter", "Left to pay"),
    "payment_overdue": lambda: QCoreApplication.translate("Filter", "Payment overdue"),
    "too_late": lambda: QCoreApplication.translate("Filter", "Next activity too late"),
    "unprocessed": lambda: QCoreApplication.translate("Filter", "Not processed: no recorded conversation"),
    "repeat": lambda: QCoreApplication.translate("Filter", "Repeat lead"),
    "in_progress": lambda: QCoreApplication.translate("Filter", "In progress"),
    "fields_missing": lambda: QCoreApplication.translate("Filter", "Fields of the stage missing"),
    "number": lambda: QCoreApplication.translate("Filter", "Number"),
    "text": lambda: QCoreApplication.translate("Filter", "Anywhere in the record"),
    "phones": lambda: QCoreApplication.translate("Filter", "Phones"),
    "emails": lambda: QCoreApplication.translate("Filter", "Emails"),
    "messengers": lambda: QCoreApplication.translate("Filter", "Messengers"),
    "contact": lambda: QCoreApplication.translate("Filter", "Linked contact"),
    "deal": lambda: QCoreApplication.translate("Filter", "Deal made of it"),
    "lead": lambda: QCoreApplication.translate("Filter", "Made of a lead"),
    "title": lambda: QCoreApplication.translate("Filter", "Title"),
    "last_name": lambda: QCoreApplication.translate("Filter", "Last name"),
    "first_name": lambda: QCoreApplication.translate("Filter", "First name"),
    "middle_name": lambda: QCoreApplication.translate("Filter", "Middle name"),
    "comment": lambda: QCoreApplication.translate("Filter", "Comment"),
}


def operator_words(kind: str, operator: str) -> str:
    """An operator as its menu says it."""
    if kind in ("day", "number", "money") and operator in _OF_SCALES:
        return _OF_SCALES[operator](kind == "day")
    return _OPERATORS[operator]()


_OPERATORS: dict[str, Callable[[], str]] = {
    "any_of": lambda: QCoreApplication.translate("Filter", "any of"),
    "none_of": lambda: QCoreApplication.translate("Filter", "none of"),
    "all_of": lambda: QCoreApplication.translate("Filter", "all of"),
    "equals": lambda: QCoreApplication.translate("Filter", "equals"),
    "contains": lambda: QCoreApplication.translate("Filter", "contains"),
    "not_contains": lambda: QCoreApplication.translate("Filter", "does not contain"),
    "filled": lambda: QCoreApplication.translate("Filter", "is filled"),
    "empty": lambda: QCoreApplication.translate("Filter", "is empty"),
    NAMED: lambda: QCoreApplication.translate("Filter", "week, month, year"),
    "last_days": lambda: QCoreApplication.translate("Filter", "in the last days"),
    "next_days": lambda: QCoreApplication.translate("Filter", "in the next days"),
    "older_than": lambda: QCoreApplication.translate("Filter", "earlier than"),
    "later_than": lambda: QCoreApplication.translate("Filter", "later than"),
}
_OF_SCALES: dict[str, Callable[[bool], str]] = {
    RANGE: lambda days: (
        QCoreApplication.translate("Filter", "period") if days else QCoreApplication.translate("Filter", "from – to")
    ),
    "before": lambda days: (
        QCoreApplication.translate("Filter", "before the day")
        if days
        else QCoreApplication.translate("Filter", "less than")
    ),
    "after": lambda days: (
        QCoreApplication.translate("Filter", "after the day")
        if days
        else QCoreApplication.translate("Filter", "more than")
    ),
}


def period_words(code: str, count: int = 0) -> str:
    """A relative date in words; the code itself for one of another version."""
    if code in _COUNTED:
        return _COUNTED[code](count)
    return PERIODS[code]() if code in PERIODS else code


PERIODS: dict[str, Callable[[], str]] = {
    "today": lambda: QCoreApplication.translate("Filter", "Today"),
    "yesterday": lambda: QCoreApplication.translate("Filter", "Yesterday"),
    "tomorrow": lambda: QCoreApplication.translate("Filter", "Tomorrow"),
    "this_week": lambda: QCoreApplication.translate("Filter", "This week"),
    "last_week": lambda: QCoreApplication.translate("Filter", "Last week"),
    "next_week": lambda: QCoreApplication.translate("Filter", "Next week"),
    "this_month": lambda: QCoreApplication.translate("Filter", "This month"),
    "last_month": lambda: QCoreApplication.translate("Filter", "Last month"),
    "next_month": lambda: QCoreApplication.translate("Filter", "Next month"),
    "this_quarter": lambda: QCoreApplication.translate("Filter", "This quarter"),
    "last_quarter": lambda: QCoreApplication.translate("Filter", "Last quarter"),
    "this_year": lambda: QCoreApplication.translate("Filter", "This year"),
    "last_year": lambda: QCoreApplication.translate("Filter", "Last year"),
}
"""Periods without a number, in the order in which they are offered."""
_COUNTED: dict[str, Callable[[int], str]] = {
    "last_days": lambda n: QCoreApplication.translate("Filter", "the last %n day(s)", None, n),
    "next_days": lambda n: QCoreApplication.translate("Filter", "the next %n day(s)", None, n),
    "older_than": lambda n: QCoreApplication.translate("Filter", "over %n day(s) ago", None, n),
    "later_than": lambda n: QCoreApplication.translate("Filter", "in over %n day(s)", None, n),
}

STATES: dict[str, Callable[[], str]] = {
    "overdue": lambda: QCoreApplication.translate("Filter", "Overdue"),
    "today": lambda: QCoreApplication.translate("Filter", "For today"),
    "planned": lambda: QCoreApplication.translate("Filter", "Planned"),
    "none": lambda: QCoreApplication.translate("Filter", "Without activities"),
}


def choice_words(choice: FilterChoice) -> str:
    """An entry's name; the reader's own, and a whole department, are said."""
    if choice.id == "me":
        return QCoreApplication.translate("Filter", "{name} (me)").format(name=choice.name)
    if choice.id == "my_department":
        return QCoreApplication.translate("Filter", "My department")
    if isinstance(choice.id, str) and choice.id.startswith("department:"):
        return QCoreApplication.translate("Filter", "Department: {name}").format(name=choice.name)
    return choice.name


def gone_words() -> str:
    """In place of an entry that is not there any more."""
    return QCoreApplication.translate("Filter", "deleted")


def value_words(field: FilterField, value: object) -> str:
    """One value of a condition, as a chip says it."""
    if field.kind in ("references", "several"):
        return next((choice_words(one) for one in field.choices if one.id == value), gone_words())
    match value:
        case bool():
            return yes_no_words(value)
        case Decimal() | int():
            return i18n.number(value)
        case date():
            return i18n.day_with_weekday(value)
        case None:
            return "…"
    return STATES[str(value)]() if field.kind == "state" and value in STATES else str(value)


def yes_no_words(answer: bool) -> str:
    """Yes or no."""
    return QCoreApplication.translate("Filter", "yes") if answer else QCoreApplication.translate("Filter", "no")


def warning_words(code: str) -> str:
    """Why a part of a filter is left out."""
    match code:
        case "field_unknown":
            return QCoreApplication.translate("Filter", "This field is deleted; the rest of the filter works")
        case "operator_unknown":
            return QCoreApplication.translate(
                "Filter", "This version doesn't know the condition; the rest of the filter works"
            )
        case "value_gone":
            return QCoreApplication.translate("Filter", "What was chosen here is deleted; the rest of the filter works")
    return QCoreApplication.translate("Filter", "The value can't be read; the rest of the filter works")
