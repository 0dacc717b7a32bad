"""The numbers of the discipline report in words."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from app.qtbase import i18n
from app.services.reports import EmployeeDiscipline, Metric
from app.services.reports.records import Pair

METRICS: Sequence[Metric] = (
    "overdue", "without", "too_late", "calls_silent", "meetings_unrecorded", "unprocessed", "first_contact",
)  # fmt: skip


def metric_words(metric: Metric) -> str:
    """The heading of a column."""
    match metric:
        case "overdue":
            return QCoreApplication.translate("Reports", "Overdue")
        case "without":
            return QCoreApplication.translate("Reports", "Without activities")
        case "too_late":
            return QCoreApplication.translate("Reports", "Activity too late")
        case "calls_silent":
            return QCoreApplication.translate("Reports", "Calls without a comment")
        case "meetings_unrecorded":
            return QCoreApplication.translate("Reports", "Meetings without a visit")
        case "unprocessed":
            return QCoreApplication.translate("Reports", "Deals not processed")
        case "first_contact":
            return QCoreApplication.translate("Reports", "First contact after")


def count_of(one: EmployeeDiscipline, metric: Metric) -> int | None:
    """The number that a threshold is held against; None where there is nothing to count."""
    match metric:
        case "overdue" | "without" | "too_late":
            return pair_of(one, metric).total
        case "calls_silent":
            return one.calls_silent
        case "meetings_unrecorded":
            return one.meetings_unrecorded
        case "unprocessed":
            return one.unprocessed
        case "first_contact":
            waited = one.first_contact
            return None if waited is None else int(waited.total_seconds() // 60)


def pair_of(one: EmployeeDiscipline, metric: Metric) -> Pair:
    """Leads and deals behind a number of clients."""
    match metric:
        case "overdue":
            return one.overdue
        case "without":
            return one.without
        case "too_late":
            return one.too_late
        case "unprocessed":
            return Pair(deals=one.unprocessed or 0)
    return Pair()


def count_words(one: EmployeeDiscipline, metric: Metric) -> str:
    """The number as a cell shows it."""
    count = count_of(one, metric)
    if not count:
        return "—"
    return i18n.duration_words(timedelta(minutes=count)) if metric == "first_contact" else i18n.number(count)


def share_words(share: float | None) -> str:
    """ "98 %"."""
    return "—" if share is None else f"{i18n.number(round(share * 100))} %"
