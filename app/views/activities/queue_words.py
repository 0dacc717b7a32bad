"""The work queue in words: its places, and why a client is next."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.qtbase import i18n
from app.services.records.queue import QueueItem, QueuePlace, QueueReason
from app.services.workplace import Workplace

_DEAL_TONES: Final[Mapping[QueueReason | None, str]] = {
    "overdue": "failure", "deadline": "violet", "payment": "orange", "due": "olive", "no_activity": "teal",
    "unprocessed": "blue",
}  # fmt: skip
_NEAR_SIGNING: Final = frozenset({"thinking", "partial_payment", "converted"})


def place_words(workplace: Workplace, section: str, place: QueuePlace) -> str:
    """What is to be done with who stands at a place; an office's own stages say their names."""
    if section == "deal":
        return deal_words(place.reason)
    stages = [workplace.registry.stage(one) for one in place.stages]
    codes = {one.code for one in stages}
    if codes == {"new"}:
        return QCoreApplication.translate("WorkQueue", "New leads")
    if codes == {"meeting_set"}:
        return QCoreApplication.translate("WorkQueue", "Confirm the meeting")
    if codes == {"scheduling"}:
        return QCoreApplication.translate("WorkQueue", "Arrange a meeting")
    if len(codes) > 1 and codes <= _NEAR_SIGNING:
        return QCoreApplication.translate("WorkQueue", "Near to signing")
    return ", ".join(one.name for one in stages) or QCoreApplication.translate("WorkQueue", "Others")


def place_tone(workplace: Workplace, section: str, place: QueuePlace) -> str:
    """The colour of its number: its first stage's."""
    if section == "deal":
        return _DEAL_TONES.get(place.reason, "grey")
    return workplace.registry.stage(place.stages[0]).tone if place.stages else "grey"


def place_details(words: str, place: QueuePlace) -> str:
    """For the tool tip and screen readers: "New leads: 3 wait, 2 later today"."""
    waiting = QCoreApplication.translate("WorkQueue", "%n wait(s)", None, place.waiting)
    parts = [f"{words}: {waiting}"]
    if place.later:
        parts.append(QCoreApplication.translate("WorkQueue", "%n later today", None, place.later))
    return ", ".join(parts)


def why_words(workplace: Workplace, item: QueueItem) -> str:
    """Why a client is next, in one line: "From the queue: New lead · overdue, yesterday 16:00 · Call back"."""
    stage = workplace.registry.stage(item.stage_id).name
    head = QCoreApplication.translate("WorkQueue", "From the queue: {stage}").format(stage=stage)
    parts = [head, _reason_words(workplace, item)]
    if item.activity is not None:
        parts.append(item.activity.subject)
    if item.instead_of is not None:
        name = workplace.registry.employee(item.instead_of).short_name
        parts.append(QCoreApplication.translate("WorkQueue", "instead of {name}, who is away").format(name=name))
    return " · ".join(parts)


def nobody_words(waiting: int, later: int) -> str:
    """An empty queue, calmly; `waiting` are those who are being treated already."""
    if waiting:
        return QCoreApplication.translate("WorkQueue", "Nobody else waits: the rest are being treated just now")
    if later:
        return QCoreApplication.translate("WorkQueue", "Nobody waits now; %n more later today", None, later)
    return QCoreApplication.translate("WorkQueue", "Nobody waits: everyone has been treated in time")


def _reason_words(workplace: Workplace, item: QueueItem) -> str:
    words = _bare_reason(item)
    if item.activity is None:
        return words
    when = i18n.date_words(item.activity.starts_at, workplace.now(), workplace.zone, inside=True)
    return f"{words}, {when}"


def _bare_reason(item: QueueItem) -> str:
    match item.reason:
        case "no_activity":
            return QCoreApplication.translate("WorkQueue", "nothing is planned")
        case "payment":
            return QCoreApplication.translate("WorkQueue", "a payment is overdue")
        case "rest":
            return QCoreApplication.translate("WorkQueue", "nobody spoke with them for long")
        case "overdue":
            return QCoreApplication.translate("WorkQueue", "overdue")
        case "due":
            return QCoreApplication.translate("WorkQueue", "it is time")
        case "deadline":
            return QCoreApplication.translate("WorkQueue", "the day is near")
        case "unprocessed":
            return QCoreApplication.translate("WorkQueue", "no conversation was recorded")


def deal_words(reason: QueueReason | None) -> str:
    """The name of a place of the deals' queue."""
    match reason:
        case "overdue":
            return QCoreApplication.translate("WorkQueue", "Overdue")
        case "deadline":
            return QCoreApplication.translate("WorkQueue", "Hearings, deadlines")
        case "payment":
            return QCoreApplication.translate("WorkQueue", "Overdue payments")
        case "due":
            return QCoreApplication.translate("WorkQueue", "Due today")
        case "no_activity":
            return QCoreApplication.translate("WorkQueue", "Without activities")
        case "unprocessed":
            return QCoreApplication.translate("WorkQueue", "Not processed")
    return QCoreApplication.translate("WorkQueue", "Oldest contact")
