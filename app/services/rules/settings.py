"""Which mode and numbers of a rule hold here: the office's rows over the defaults of SPEC, the narrowest one counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.services.records.office import RuleRecord


class RuleCode(StrEnum):
    """The rules this program keeps by itself; presets may know further ones."""

    NEXT_ACTIVITY = "next_activity"
    CONTACT_INTERVAL = "contact_interval"
    CALL_LENGTH = "call_length"
    MEETING_LENGTH = "meeting_length"
    SUBJECT = "subject"
    FUTURE_START = "future_start"
    COMPLETION_COMMENT = "completion_comment"
    VISIT_RECORDING = "visit_recording"
    PAYMENT_REMINDER = "payment_reminder"
    MEETING_OVERLAP = "meeting_overlap"
    ROOM_TAKEN = "room_taken"
    CONVERSATION_RECORDING = "conversation_recording"
    NEAR_DEADLINE = "near_deadline"
    NO_ANSWER = "no_answer"


class Mode(StrEnum):
    """What comes of a broken rule: refused, said, only marked in lists, nothing."""

    BLOCK = "block"
    WARN = "warn"
    MARK = "mark"
    OFF = "off"


def _default(code: RuleCode, mode: Mode, **numbers: int) -> RuleRecord:
    return RuleRecord(code, "", "", "", mode, numbers)


INHERITED: Final = ""
"""The mode of a row that only changes numbers: what comes of the rule is decided elsewhere."""


DEFAULTS: Final = (
    _default(RuleCode.NEXT_ACTIVITY, Mode.WARN),
    _default(RuleCode.CONTACT_INTERVAL, Mode.BLOCK, working_days=5),
    _default(RuleCode.CALL_LENGTH, Mode.BLOCK, minutes=15),
    _default(RuleCode.MEETING_LENGTH, Mode.BLOCK, minutes=60),
    _default(RuleCode.SUBJECT, Mode.BLOCK),
    _default(RuleCode.FUTURE_START, Mode.BLOCK),
    _default(RuleCode.COMPLETION_COMMENT, Mode.BLOCK),
    _default(RuleCode.VISIT_RECORDING, Mode.WARN),
    _default(RuleCode.PAYMENT_REMINDER, Mode.WARN, days_before=2),
    _default(RuleCode.MEETING_OVERLAP, Mode.BLOCK),
    _default(RuleCode.ROOM_TAKEN, Mode.WARN, at_once=1),
    _default(RuleCode.CONVERSATION_RECORDING, Mode.MARK),
    _default(RuleCode.NEAR_DEADLINE, Mode.WARN, days=3),
    _default(RuleCode.NO_ANSWER, Mode.WARN, attempts=5, first_hours=3, then_hours=24),
)
"""The defaults of SPEC, for whatever the office says nothing about."""


LIMITS: Final[Mapping[tuple[RuleCode, str], tuple[int, int]]] = {
    (RuleCode.CONTACT_INTERVAL, "working_days"): (1, 60),
    (RuleCode.CALL_LENGTH, "minutes"): (5, 480),
    (RuleCode.MEETING_LENGTH, "minutes"): (5, 480),
    (RuleCode.PAYMENT_REMINDER, "days_before"): (0, 30),
    (RuleCode.ROOM_TAKEN, "at_once"): (1, 50),
    (RuleCode.NEAR_DEADLINE, "days"): (0, 60),
    (RuleCode.NO_ANSWER, "attempts"): (1, 20),
    (RuleCode.NO_ANSWER, "first_hours"): (1, 72),
    (RuleCode.NO_ANSWER, "then_hours"): (1, 240),
}
"""The least and the greatest that each number can be set to; others from one to ten."""
_USUAL_LIMITS: Final = (1, 10)

_MARKING: Final = frozenset({RuleCode.CONVERSATION_RECORDING})
_HELPING: Final = frozenset({RuleCode.PAYMENT_REMINDER, RuleCode.NEAR_DEADLINE, RuleCode.NO_ANSWER})


def limits_of(code: RuleCode, number: str) -> tuple[int, int]:
    """The least and the greatest that a rule's number can be set to."""
    return LIMITS.get((code, number), _USUAL_LIMITS)


def modes_of(code: RuleCode) -> tuple[Mode, ...]:
    """What can come of a rule: of some it is only whether the program helps with them."""
    if code in _MARKING:
        return (Mode.MARK, Mode.OFF)
    if code in _HELPING:
        return (Mode.WARN, Mode.OFF)
    return (Mode.BLOCK, Mode.WARN, Mode.OFF)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a rule is asked for: a section and stage; both empty for what belongs to no client."""

    section: str = ""
    stage_code: str = ""


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """A rule as it holds for one role at one place."""

    code: RuleCode
    mode: Mode
    numbers: Mapping[str, int]


def setting_for(records: Sequence[RuleRecord], code: RuleCode, role_code: str, place: Place) -> RuleSetting:
    """The mode by role first, the numbers by stage and section first (SPEC); the narrowest row that fits counts."""
    fitting = [
        record
        for record in (*DEFAULTS, *records)
        if record.code == code
        and record.role_code in ("", role_code)
        and record.section in ("", place.section)
        and record.stage_code in ("", place.stage_code)
    ]
    # Sorting is stable: where the office and a default are equally narrow, the office's row stays the later one.
    deciding = [record for record in fitting if record.mode != INHERITED]
    by_role = sorted(deciding, key=lambda one: (one.role_code != "", one.stage_code != "", one.section != ""))
    numbers: dict[str, int] = {}
    for record in sorted(fitting, key=lambda one: (one.stage_code != "", one.section != "", one.role_code != "")):
        numbers.update(record.numbers)
    return RuleSetting(code, Mode(by_role[-1].mode), numbers)
