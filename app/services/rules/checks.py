"""What each rule objects to: plain functions over what is known, without a database and without a mode."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from app.core.kinds import ActivityKind
from app.core.text import sort_key
from app.core.workdays import WorkCalendar
from app.services.rules.bookings import BusyTime, overlap_params, room_params
from app.services.rules.settings import RuleCode

Numbers = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a rule objects, and in `params` what would satisfy it."""

    code: str
    params: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Planning:
    """An activity about to be planned or changed, and what stands around it. Days are the office's."""

    kind: ActivityKind
    subject: str
    minutes: int
    starts_on: date
    is_past: bool
    today: date
    calendar: WorkCalendar
    last_contact: date | None = None
    """None where the five working days don't apply: no client, or none in progress."""
    earliest_other: date | None = None
    """The client's earliest open activity beside this one."""
    own_meetings: tuple[BusyTime, ...] = ()
    """What the responsible of a meeting has at its time already."""
    room_meetings: tuple[BusyTime, ...] = ()
    """What is held in its room at its time already."""


@dataclass(frozen=True, slots=True)
class Completing:
    """An activity about to be closed with a result."""

    kind: ActivityKind
    comment: str
    result_needs_comment: bool
    held: bool
    """Whether it came to talk: an unanswered call and a meeting nobody came to were not held."""
    recorded: bool
    """Whether there is a visit recording of the meeting."""
    no_recording_reason: str
    in_progress: bool
    """Whether the client is an open lead or deal."""
    has_next: bool
    """Whether the client has an open activity afterwards."""


KIND_NAMES: Final = frozenset(
    map(
        sort_key,
        (
            *("Звонок", "Встреча", "Сообщение", "Письмо", "Другое", "Дело", "Визит", "СМС", "SMS", "WhatsApp"),
            *("Call", "Meeting", "Message", "Letter", "Other", "Activity", "Visit"),
            *ActivityKind,
        ),
    )
)
"""Names of kinds as the window says them in both languages, in the form that ignores case and punctuation."""


def latest_day(facts: Planning, working_days: int) -> date | None:
    """The last day for the client's earliest open activity (guide 2.1.6); None where there is no such limit."""
    if facts.last_contact is None:
        return None
    return facts.calendar.latest_start(facts.last_contact, facts.today, working_days)


def _subject(facts: Planning, _numbers: Numbers) -> Objection | None:
    return Objection("subject_is_kind", {"subject": facts.subject}) if sort_key(facts.subject) in KIND_NAMES else None


def _length_of(kind: ActivityKind) -> Callable[[Planning, Numbers], Objection | None]:
    def check(facts: Planning, numbers: Numbers) -> Objection | None:
        limit = numbers["minutes"]
        if facts.kind is not kind or facts.minutes <= limit:
            return None
        return Objection("too_long", {"kind": kind.value, "limit": limit})

    return check


def _future_start(facts: Planning, _numbers: Numbers) -> Objection | None:
    return Objection("past_time") if facts.is_past else None


def _contact_interval(facts: Planning, numbers: Numbers) -> Objection | None:
    """Further activities may lie later, so the earliest of all decides."""
    latest = latest_day(facts, numbers["working_days"])
    earliest = min(facts.starts_on, facts.earliest_other or facts.starts_on)
    if latest is None or earliest <= latest:
        return None
    return Objection(
        "too_late", {"latest": latest, "working_days": numbers["working_days"], "last_contact": facts.last_contact}
    )


def _meeting_overlap(facts: Planning, _numbers: Numbers) -> Objection | None:
    params = overlap_params(facts.own_meetings)
    return None if params is None else Objection("double_booked", params)


def _room_taken(facts: Planning, numbers: Numbers) -> Objection | None:
    params = room_params(facts.room_meetings, numbers)
    return None if params is None else Objection("room_taken", params)


def _completion_comment(facts: Completing, _numbers: Numbers) -> Objection | None:
    asked = facts.kind in (ActivityKind.CALL, ActivityKind.MEETING) and facts.result_needs_comment
    return Objection("comment_missing") if asked and not facts.comment else None


def _visit_recording(facts: Completing, _numbers: Numbers) -> Objection | None:
    asked = facts.kind is ActivityKind.MEETING and facts.held and not facts.recorded
    return Objection("recording_reason_missing") if asked and not facts.no_recording_reason else None


def _next_activity(facts: Completing, _numbers: Numbers) -> Objection | None:
    return Objection("next_activity_missing") if facts.in_progress and not facts.has_next else None


PLANNING: Final[Mapping[RuleCode, Callable[[Planning, Numbers], Objection | None]]] = {
    RuleCode.SUBJECT: _subject,
    RuleCode.CALL_LENGTH: _length_of(ActivityKind.CALL),
    RuleCode.MEETING_LENGTH: _length_of(ActivityKind.MEETING),
    RuleCode.FUTURE_START: _future_start,
    RuleCode.CONTACT_INTERVAL: _contact_interval,
    RuleCode.MEETING_OVERLAP: _meeting_overlap,
    RuleCode.ROOM_TAKEN: _room_taken,
}
COMPLETING: Final[Mapping[RuleCode, Callable[[Completing, Numbers], Objection | None]]] = {
    RuleCode.COMPLETION_COMMENT: _completion_comment,
    RuleCode.VISIT_RECORDING: _visit_recording,
    RuleCode.NEXT_ACTIVITY: _next_activity,
}
