"""The periods of a report, in words and days."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.services.reports import Period
from app.views.widgets.fields import Choice

CHOSEN: Final = "chosen"
USUAL: Final = "this_month"


def period_choices() -> Sequence[Choice]:
    """What the tool row offers."""
    return (
        Choice("today", QCoreApplication.translate("Reports", "Today")),
        Choice("yesterday", QCoreApplication.translate("Reports", "Yesterday")),
        Choice("this_week", QCoreApplication.translate("Reports", "This week")),
        Choice("last_week", QCoreApplication.translate("Reports", "Last week")),
        Choice("this_month", QCoreApplication.translate("Reports", "This month")),
        Choice("last_month", QCoreApplication.translate("Reports", "Last month")),
        Choice(CHOSEN, QCoreApplication.translate("Reports", "Other days…")),
    )


def period_of(code: str, today: date) -> Period:
    """The days that a choice stands for; a week begins on Monday."""
    monday = today - timedelta(days=today.weekday())
    first = today.replace(day=1)
    match code:
        case "today":
            return Period(today, today)
        case "yesterday":
            return Period(today - timedelta(days=1), today - timedelta(days=1))
        case "this_week":
            return Period(monday, today)
        case "last_week":
            return Period(monday - timedelta(days=7), monday - timedelta(days=1))
        case "last_month":
            last = first - timedelta(days=1)
            return Period(last.replace(day=1), last)
    return Period(first, today)
