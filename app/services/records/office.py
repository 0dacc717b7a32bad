"""Records of the office's dictionaries, as the registry keeps them."""

from dataclasses import dataclass, field
from datetime import date

from app.core.fieldkinds import FieldType
from app.core.kinds import ActivityKind, StageKind


@dataclass(frozen=True, slots=True)
class OptionRecord:
    """A choice of a one-of or several-of field."""

    id: int
    code: str | None
    name: str


@dataclass(frozen=True, slots=True)
class FieldRecord:
    """A field of a section ("lead", "deal", "contact")."""

    id: int
    section: str
    code: str
    name: str
    type: FieldType
    block_id: int | None
    builtin: bool
    slot: str | None
    scale: int
    unknown_allowed: bool
    position: int
    options: tuple[OptionRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockRecord:
    """A block of a card; a technical one is read-only."""

    id: int
    section: str
    code: str
    name: str
    position: int
    technical: bool


@dataclass(frozen=True, slots=True)
class StageRecord:
    """A stage with everything a card or list needs to draw and check it."""

    id: int
    section: str
    code: str
    name: str
    kind: StageKind
    tone: str
    hint: str
    position: int
    queue_rank: int
    required: tuple[str, ...] = ()
    """Codes of the fields this stage itself adds."""
    required_here_only: tuple[str, ...] = ()
    """Codes that later stages don't inherit (the meeting's time and place)."""


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """Where leads come from."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class DealTypeRecord:
    """A kind of service that is sold."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """An office where clients are met."""

    id: int
    name: str
    address: str
    room: str


@dataclass(frozen=True, slots=True)
class CallResultRecord:
    """How an activity can end."""

    code: str
    name: str
    activity_kind: ActivityKind
    reached: bool
    needs_comment: bool


@dataclass(frozen=True, slots=True)
class EmployeeRecord:
    """An employee as lists and cards show them."""

    id: int
    name: str
    """"Кравцова Ольга"."""
    short_name: str
    """"Кравцова О."."""
    initials: str
    department_id: int | None
    role_code: str
    active: bool
    invited: bool
    absent_from: date | None = None
    absent_until: date | None = None
    stand_in_id: int | None = None

    def is_away(self, day: date) -> bool:
        """Whether an absence covers this day; one without an end goes on."""
        return (
            self.absent_from is not None
            and self.absent_from <= day
            and (self.absent_until is None or day <= self.absent_until)
        )


@dataclass(frozen=True, slots=True)
class DepartmentRecord:
    """A department in the tree."""

    id: int
    name: str
    parent_id: int | None
    head_id: int | None
    executing: bool


@dataclass(frozen=True, slots=True)
class RuleRecord:
    """A rule with its mode and numbers, for a role, section and stage ("" for all)."""

    code: str
    role_code: str
    section: str
    stage_code: str
    mode: str
    numbers: dict[str, int] = field(default_factory=dict)
