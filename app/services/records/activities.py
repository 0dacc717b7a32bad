"""Records of activities, the timeline, files and history."""

from dataclasses import dataclass, field
from datetime import date, datetime

import numpy as np
from numpy.typing import NDArray

from app.core.kinds import ActivityKind, ActivityState, TimelineKind
from app.services.records.values import Values


@dataclass(frozen=True, slots=True)
class ClientRef:
    """Which lead, deal or contact something belongs to."""

    section: str
    id: int


@dataclass(frozen=True, slots=True)
class ActivityRecord:
    """A planned or finished next step."""

    id: int
    kind: ActivityKind
    subject: str
    description: str
    starts_at: datetime
    minutes: int
    place: str
    """As shown: what was typed, else the office's place."""
    place_id: int | None
    state: ActivityState
    confirmed_at: datetime | None
    result: str | None
    result_comment: str
    responsible_id: int
    client: ClientRef | None
    client_name: str
    client_phone: str | None
    stage_id: int | None
    reminders: tuple[int, ...]
    """Minutes before the start."""
    completed_at: datetime | None
    version: int
    place_text: str = ""
    no_recording_reason: str | None = None
    created_by: int | None = None
    can_change: bool = True


@dataclass(frozen=True, slots=True)
class ActivityDraft:
    """What the one activity form asks for."""

    kind: ActivityKind
    subject: str
    starts_at: datetime
    minutes: int
    client: ClientRef | None
    responsible_id: int | None = None
    """None: the one who plans."""
    description: str = ""
    place_id: int | None = None
    place_text: str = ""
    reminders: tuple[int, ...] = (10,)
    """Minutes before the start."""
    override_reason: str | None = None
    """A supervisor's reason for breaking a blocking rule; logged."""


@dataclass(frozen=True, slots=True)
class DayLoad:
    """A day of the form's strip."""

    day: date
    count: int
    working: bool
    allowed: bool


@dataclass(frozen=True, slots=True)
class PlanningHelp:
    """What the form shows beforehand: the latest day, the load, subjects, limits."""

    latest_day: date | None
    """None where the rule is off or the client has an earlier activity."""
    last_contact: date | None
    """The day the limit is counted from: the last contact, or the record's creation where there was none yet."""
    strip: tuple[DayLoad, ...]
    subjects: tuple[str, ...]
    max_minutes: int | None
    default_minutes: int
    default_reminders: tuple[int, ...] = (10,)
    working_days: int | None = None
    """The number behind `latest_day`."""


@dataclass(frozen=True, slots=True, eq=False)
class AgendaGroup:
    """A group of the agenda: the ids of its activities in order; their records come by pages."""

    code: str
    """"overdue", "today", "tomorrow", "later"."""
    ids: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Agenda:
    """An employee's planned activities at one moment."""

    overdue: AgendaGroup
    today: AgendaGroup
    tomorrow: AgendaGroup
    later: AgendaGroup
    next_boundary: datetime
    """When the groups change by themselves: the next start, or midnight in the office's zone."""

    @property
    def groups(self) -> tuple[AgendaGroup, ...]:
        return (self.overdue, self.today, self.tomorrow, self.later)


@dataclass(frozen=True, slots=True)
class Completion:
    """How an activity ended."""

    result: str
    """A code of the office's results for the kind."""
    comment: str = ""
    no_recording_reason: str | None = None
    next_activity: ActivityDraft | None = None
    """Without a client of its own it is planned for the same one."""
    stage_id: int | None = None
    """A stage to move the client to in the same step."""
    stage_values: Values = field(default_factory=dict)
    """What that stage still required."""
    override_reason: str | None = None
    """A supervisor's reason for breaking a blocking rule; logged."""


@dataclass(frozen=True, slots=True)
class TimelineRecord:
    """A line of the timeline; words are made from kind and params by the reader's side."""

    id: int
    at: datetime
    kind: TimelineKind
    author_id: int | None
    body: str
    params: dict[str, object]
    pinned: bool
    edited: bool
    lead_id: int | None
    deal_id: int | None
    contact_id: int | None
    can_edit: bool = False


@dataclass(frozen=True, slots=True)
class AttachmentRecord:
    """A file attached to a client."""

    id: int
    name: str
    size: int
    author_id: int | None
    created_at: datetime
    field_id: int | None
    section: str
    record_id: int


@dataclass(frozen=True, slots=True)
class HistoryRecord:
    """Who did what and when, field by field."""

    id: int
    at: datetime
    actor_id: int | None
    actor_name: str
    kind: str
    ref: int | None
    op: str
    changes: tuple[tuple[str, object, object], ...] = ()
    """(field code or column, old, new), values decoded and named where they are references."""
    params: dict[str, object] = field(default_factory=dict)
