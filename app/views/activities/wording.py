"""Words of forms about activities: kinds, times, limits, and what a rule objects to."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.core.kinds import ActivityKind
from app.qtbase import i18n
from app.qtmodels.agenda_words import kind_name
from app.services.records.activities import ActivityRecord, PlanningHelp
from app.views.widgets.buttons import Segment

FIELD_OF: Final[Mapping[str, str]] = {
    "subject_missing": "subject",
    "subject_is_kind": "subject",
    "too_late": "when",
    "past_time": "when",
    "double_booked": "when",
    "room_taken": "place",
    "date_out_of_range": "when",
    "too_long": "minutes",
    "minutes_unsuitable": "minutes",
    "reminder_unsuitable": "reminders",
    "responsible_left": "responsible",
    "place_unknown": "place",
}
"""The field of the form that an error is about."""

_OFFERED_MINUTES: Final = (5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240)
OFFERED_REMINDERS: Final = (0, 5, 10, 15, 30, 60, 120, 24 * 60)


def kind_segments(*, icons: bool = True) -> tuple[Segment, ...]:
    """The kinds as a switch shows them."""
    return tuple(Segment(kind.value, kind_name(kind), kind.value if icons else None) for kind in ActivityKind)


def offered_minutes(longest: int | None, kept: int) -> Sequence[int]:
    """The durations to choose from, up to the rule's limit; `kept` is the one in force."""
    offered = {minutes for minutes in _OFFERED_MINUTES if longest is None or minutes <= longest}
    return sorted(offered | {kept} | ({longest} if longest is not None else set()))


def minutes_words(minutes: int) -> str:
    return i18n.duration_words(timedelta(minutes=minutes))


def reminder_words(minutes: int | None) -> str:
    """How long before the start; None: not at all."""
    if minutes is None:
        return QCoreApplication.translate("Activities", "don't remind")
    if minutes == 0:
        return QCoreApplication.translate("Activities", "at the start")
    return QCoreApplication.translate("Activities", "{duration} before").format(duration=minutes_words(minutes))


def limit_words(kind: ActivityKind, longest: int | None) -> str:
    """How long the kind may last; an empty text where it is free."""
    if longest is None:
        return ""
    words = QCoreApplication.translate("Activities", "{kind} — up to %n minute(s)", None, longest)
    return words.format(kind=kind_name(kind))


def day_words(day: date) -> str:
    """ "Ср, 19 ноября"."""
    return f"{i18n.weekday_short(day)}, {i18n.day_and_month(day)}"


def span_words(start: datetime, minutes: int, zone: ZoneInfo) -> str:
    """How a typed date was understood: "Ср, 19 ноября · 15:00 – 15:15"."""
    end = start + timedelta(minutes=minutes)
    return f"{day_words(start.astimezone(zone).date())} · {i18n.clock(start, zone)} – {i18n.clock(end, zone)}"


def moment_words(moment: datetime, now: datetime, zone: ZoneInfo) -> str:
    """A likely time on its chip: "Завтра 18:30", "Чт 18:30", with the day where the weekday says too little."""
    day, today = moment.astimezone(zone).date(), now.astimezone(zone).date()
    named = i18n.relative_day(day, today) or i18n.weekday_short(day)
    if (day - today).days >= 7:
        named = f"{named} {i18n.day_short(day, today)}"
    return f"{named} {i18n.clock(moment, zone)}"


def latest_words(help_: PlanningHelp, today: date) -> str:
    """The latest day and where it comes from; an empty text where there is none."""
    if help_.latest_day is None:
        return ""
    day = _inside(day_words(help_.latest_day))
    if help_.last_contact is None or help_.working_days is None:
        return QCoreApplication.translate("Activities", "Not later than {day}").format(day=day)
    words = QCoreApplication.translate(
        "Activities", "Not later than {day}: %n working day(s) after the contact of {contact}", None, help_.working_days
    )
    return words.format(day=day, contact=i18n.day_short(help_.last_contact, today))


def clash_words(clashes: Sequence[ActivityRecord], zone: ZoneInfo) -> str:
    """What else stands at that time."""
    if not clashes:
        return QCoreApplication.translate("Activities", "free at this time")
    first = clashes[0]
    words = QCoreApplication.translate("Activities", "at {time} already: {subject}")
    return words.format(time=i18n.clock(first.starts_at, zone), subject=first.subject)


def _inside(words: str) -> str:
    """The words for the middle of a sentence."""
    return words[:1].lower() + words[1:] if i18n.current() == "ru" else words
