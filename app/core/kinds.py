"""The kinds of things the office works with, by the words of SPEC."""

from enum import StrEnum


class Kind(StrEnum):
    """What a record is; the word used in rights, history, change feed and links."""

    LEAD = "lead"
    DEAL = "deal"
    CONTACT = "contact"
    ACTIVITY = "activity"
    TASK = "task"
    PAYMENT = "payment"
    TIMELINE = "timeline"
    FILE = "file"
    EMPLOYEE = "employee"
    SETTINGS = "settings"
    REMINDER = "reminder"
    NOTIFICATION = "notification"


class StageKind(StrEnum):
    """Where a stage leads: on, to the goal, or out."""

    WORKING = "working"
    SUCCESS = "success"
    FAILURE = "failure"


class ActivityKind(StrEnum):
    """What the next step with a client is."""

    CALL = "call"
    MEETING = "meeting"
    MESSAGE = "message"
    LETTER = "letter"
    OTHER = "other"


class ActivityState(StrEnum):
    """What became of an activity; a meeting may be confirmed while it is planned."""

    PLANNED = "planned"
    DONE = "done"
    MISSED = "missed"
    CANCELLED = "cancelled"


class TimelineKind(StrEnum):
    """What a line of the timeline tells; the words are made by the reader's language."""

    CREATED = "created"
    COMMENT = "comment"
    CALL = "call"
    MEETING = "meeting"
    VISIT = "visit"
    MESSAGE_OUT = "message_out"
    MESSAGE_IN = "message_in"
    LETTER = "letter"
    ACTIVITY_DONE = "activity_done"
    STAGE = "stage"
    PAYMENT = "payment"
    FILE = "file"
    CONVERTED = "converted"
    RESPONSIBLE = "responsible"
    IMPORTED = "imported"
    RESTORED = "restored"
    MERGED = "merged"


CONTACT_TIMELINE_KINDS = frozenset(
    {TimelineKind.CALL, TimelineKind.MEETING, TimelineKind.VISIT, TimelineKind.MESSAGE_IN}
)
"""Lines that count as "last contact" for the five working days (SPEC, rules)."""


class ContactPointKind(StrEnum):
    """A way to reach a person."""

    PHONE = "phone"
    EMAIL = "email"
    MESSENGER = "messenger"


class Right(StrEnum):
    """What may be done with a kind of record (columns of the rights matrix)."""

    READ = "read"
    ADD = "add"
    CHANGE = "change"
    DELETE = "delete"
    IMPORT = "import"
    EXPORT = "export"
    MERGE = "merge"


class Scope(StrEnum):
    """How far a right reaches."""

    NONE = "none"
    OWN = "own"
    DEPARTMENT = "department"
    ALL = "all"


class OperationState(StrEnum):
    """Where an operation stands; RUNNING with a dead lease is offered to continue or undo."""

    RUNNING = "running"
    DONE = "done"
    UNDONE = "undone"


class HistoryOp(StrEnum):
    """What a line of the history says was done."""

    CREATE = "create"
    CHANGE = "change"
    DELETE = "delete"
    VIEW = "view"
    SIGN_IN = "sign_in"
    SIGN_IN_REFUSED = "sign_in_refused"
    EXPORT = "export"
    REFUSED = "refused"
    OVERRIDE = "override"
    LOOKUP = "lookup"
