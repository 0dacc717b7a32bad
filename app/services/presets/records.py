"""The contents of a preset in one language, as plain records. Order in the tuples is order on the screen."""

from dataclasses import dataclass, field
from datetime import time

from app.core.fieldkinds import FieldType
from app.core.kinds import ActivityKind, Kind, Right, Scope, StageKind


class PresetError(Exception):
    """A preset file that contradicts itself: a mistake of whoever wrote it, with the place it stands."""


@dataclass(frozen=True, slots=True)
class PresetSummary:
    """What the first-run wizard shows of a preset."""

    code: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class PresetItem:
    """An entry of a simple dictionary: a deal type, a way of paying."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class PresetOption:
    """A choice of a one-of or several-of field."""

    code: str
    name: str
    synonyms: tuple[str, ...]
    """Search forms (`core.text.normalise`) by which imported files may name it, its own names included."""


@dataclass(frozen=True, slots=True)
class PresetSource:
    """Where leads come from."""

    code: str
    name: str
    synonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PresetRequirement:
    """A field that must be filled on entering a stage; `inherited` holds for later working and success stages."""

    section: Kind
    """Of the field: a lead's stage may ask for a deal's field, at conversion."""
    field: str
    inherited: bool


@dataclass(frozen=True, slots=True)
class PresetStage:
    """A stage of leads or deals; of requirements only what it adds, for that they add up is the program's rule."""

    section: Kind
    code: str
    name: str
    stage_kind: StageKind
    tone: str
    hint: str
    queue_rank: int
    requirements: tuple[PresetRequirement, ...]
    synonyms: tuple[str, ...]

    @property
    def reason_required(self) -> bool:
        """Failure stages take a comment with the reason (SPEC, required on entering a stage)."""
        return self.stage_kind is StageKind.FAILURE


@dataclass(frozen=True, slots=True)
class PresetField:
    """A field of a card."""

    section: Kind
    code: str
    name: str
    field_type: FieldType
    column: str | None
    """Attribute of the record (or "phones", "emails", "messengers", "deal", "payments"); None for a custom field."""
    slot: str | None
    """Typed copy of a filterable custom field, n01…n16 or t01…t08, distinct over all sections."""
    unknown_allowed: bool
    scale: int
    several: bool
    """Takes several values at once: phones, emails, messengers."""
    refers: str | None
    """What a one-of of the program's own chooses from: source, employee, currency, place, deal_type, deal, …"""
    options: tuple[PresetOption, ...]
    headings: tuple[str, ...]
    """Search forms of the column headings that imported files may use for it, its own names included; none for what
    every office has: the import itself knows the words for that."""

    @property
    def builtin(self) -> bool:
        return self.column is not None


@dataclass(frozen=True, slots=True)
class PresetBlock:
    """A block of a card; a technical one is filled by the process and read-only."""

    section: Kind
    code: str
    name: str
    technical: bool
    fields: tuple[PresetField, ...]


@dataclass(frozen=True, slots=True)
class PresetPlace:
    """An office where clients are met."""

    code: str
    name: str
    address: str
    room: str


@dataclass(frozen=True, slots=True)
class PresetDepartment:
    """A department; deals go by turn to the people of an executing one."""

    code: str
    name: str
    executing: bool


@dataclass(frozen=True, slots=True)
class PresetResult:
    """How an activity can end; without `needs_comment` the result itself is the comment."""

    code: str
    name: str
    reached: bool
    """The client was spoken to or heard from."""
    needs_comment: bool


@dataclass(frozen=True, slots=True)
class PresetActivity:
    """What a kind of activity starts with: minutes, reminders before, subjects offered, results."""

    kind: ActivityKind
    minutes: int
    remind_minutes: tuple[int, ...]
    subjects: tuple[str, ...]
    results: tuple[PresetResult, ...]


@dataclass(frozen=True, slots=True)
class PresetRule:
    """A rule of the office: block, warn, mark or off, and its numbers."""

    code: str
    name: str
    mode: str
    numbers: dict[str, int] = field(hash=False)


@dataclass(frozen=True, slots=True)
class PresetRight:
    """One cell of the rights matrix; `kind` is a Kind or history, reports, recordings."""

    kind: str
    right: Right
    scope: Scope


@dataclass(frozen=True, slots=True)
class PresetRole:
    """A role with every right it has or lacks."""

    code: str
    name: str
    rights: tuple[PresetRight, ...]


@dataclass(frozen=True, slots=True)
class PresetTemplate:
    """A text to a client with fields in braces: first_name, meeting_date, meeting_time, place, responsible."""

    code: str
    name: str
    channels: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Preset:
    """Everything a new database starts with, in one language."""

    code: str
    language: str
    name: str
    description: str
    country: str
    """ISO 3166 code, for the working calendar."""
    currency: str
    zone: str
    """IANA name of the office's time zone."""
    week: tuple[int, ...]
    """Weekdays worked, Monday being 0."""
    workday_start: time
    workday_end: time
    sums: dict[Kind, str] = field(hash=False)
    """The money field that lists and columns sum, by section."""
    stages: tuple[PresetStage, ...]
    blocks: tuple[PresetBlock, ...]
    sources: tuple[PresetSource, ...]
    deal_types: tuple[PresetItem, ...]
    payment_methods: tuple[PresetItem, ...]
    places: tuple[PresetPlace, ...]
    departments: tuple[PresetDepartment, ...]
    activities: tuple[PresetActivity, ...]
    rules: tuple[PresetRule, ...]
    roles: tuple[PresetRole, ...]
    templates: tuple[PresetTemplate, ...]

    def stages_of(self, section: Kind) -> tuple[PresetStage, ...]:
        return tuple(stage for stage in self.stages if stage.section is section)

    def fields_of(self, section: Kind) -> tuple[PresetField, ...]:
        return tuple(one for block in self.blocks if block.section is section for one in block.fields)
