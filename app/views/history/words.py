"""What the tool row of the history offers: periods, objects, acts, presets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.services.history import Act, Thing
from app.views.widgets.fields import Choice

ALL: Final = ""
"""Narrows nothing."""
USUAL: Final = "week"
CHOSEN: Final = "chosen"


@dataclass(frozen=True, slots=True)
class Preset:
    """A filter with a name."""

    id: str
    name: str
    period: str
    act: str = ALL
    mine: bool = False


def presets() -> Sequence[Preset]:
    """What is asked most."""
    return (
        Preset("today", QCoreApplication.translate("HistoryTab", "Created today"), "today", Act.CREATED),
        Preset("yesterday", QCoreApplication.translate("HistoryTab", "Created yesterday"), "yesterday", Act.CREATED),
        Preset("mine", QCoreApplication.translate("HistoryTab", "Done by me"), USUAL, mine=True),
    )


def period_choices() -> Sequence[Choice]:
    return (
        Choice("today", QCoreApplication.translate("HistoryTab", "Today")),
        Choice("yesterday", QCoreApplication.translate("HistoryTab", "Yesterday")),
        Choice(USUAL, QCoreApplication.translate("HistoryTab", "Last 7 days")),
        Choice("month", QCoreApplication.translate("HistoryTab", "Last 30 days")),
        Choice(ALL, QCoreApplication.translate("HistoryTab", "All the time")),
        Choice(CHOSEN, QCoreApplication.translate("HistoryTab", "Other days…")),
    )


def thing_choices() -> Sequence[Choice]:
    return (
        Choice(ALL, QCoreApplication.translate("HistoryTab", "All objects")),
        Choice(Thing.LEADS.value, QCoreApplication.translate("HistoryTab", "Leads")),
        Choice(Thing.DEALS.value, QCoreApplication.translate("HistoryTab", "Deals")),
        Choice(Thing.CONTACTS.value, QCoreApplication.translate("HistoryTab", "Contacts")),
        Choice(Thing.ACTIVITIES.value, QCoreApplication.translate("HistoryTab", "Activities")),
        Choice(Thing.PAYMENTS.value, QCoreApplication.translate("HistoryTab", "Payments")),
        Choice(Thing.COMMENTS.value, QCoreApplication.translate("HistoryTab", "Comments and files")),
        Choice(Thing.PEOPLE.value, QCoreApplication.translate("HistoryTab", "Employees")),
        Choice(Thing.SETTINGS.value, QCoreApplication.translate("HistoryTab", "Settings")),
    )


def act_choices() -> Sequence[Choice]:
    return (
        Choice(ALL, QCoreApplication.translate("HistoryTab", "All acts")),
        Choice(Act.CREATED.value, QCoreApplication.translate("HistoryTab", "Added")),
        Choice(Act.CHANGED.value, QCoreApplication.translate("HistoryTab", "Changes")),
        Choice(Act.DELETED.value, QCoreApplication.translate("HistoryTab", "Deletions")),
        Choice(Act.VIEWED.value, QCoreApplication.translate("HistoryTab", "Views")),
        Choice(Act.SIGN_INS.value, QCoreApplication.translate("HistoryTab", "Sign-ins")),
        Choice(Act.EXPORTS.value, QCoreApplication.translate("HistoryTab", "Exports")),
        Choice(Act.REFUSED.value, QCoreApplication.translate("HistoryTab", "Refusals")),
        Choice(Act.OVERRIDDEN.value, QCoreApplication.translate("HistoryTab", "Overridden rules")),
    )


def days_of(period: str, today: date) -> tuple[date, date] | None:
    """First and last day of a period; None for all the time."""
    match period:
        case "today":
            return today, today
        case "yesterday":
            return today - timedelta(days=1), today - timedelta(days=1)
        case "week":
            return today - timedelta(days=6), today
        case "month":
            return today - timedelta(days=29), today
    return None
