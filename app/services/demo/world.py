"""What every story of the invented office draws on: its people, dictionaries, time, material and the book of rows."""

from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Final
from zoneinfo import ZoneInfo

from app.core.fieldkinds import FieldType
from app.core.kinds import ActivityKind, StageKind
from app.services.clients.requirements import required_codes
from app.services.clients.sections import CONTACT, DEAL, LEAD, Section, fields_of
from app.services.demo.book import Book
from app.services.demo.material import Material
from app.services.demo.moments import Moments
from app.services.demo.staff import Staff
from app.services.demo.values import ValueMaker
from app.services.demo.writer import QuickWriter
from app.services.records.office import CallResultRecord, FieldRecord, StageRecord
from app.services.registry import Registry

RULE_BREAKERS: Final = 0.08
"""Share of records that break the office's rules on purpose."""


@dataclass(slots=True)
class World:
    """One invented office while it is being made."""

    registry: Registry
    zone: ZoneInfo
    currency: str
    operation_id: str
    rng: Random
    material: Material
    moments: Moments
    staff: Staff
    book: Book
    file_id: int
    values: ValueMaker
    writers: dict[str, QuickWriter] = field(default_factory=dict)
    required: dict[int, tuple[str, ...]] = field(default_factory=dict)
    custom: dict[str, FieldRecord] = field(default_factory=dict)
    sources: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    deal_types: tuple[int, ...] = ()
    methods: tuple[str, ...] = ()
    _stages: dict[tuple[str, StageKind], tuple[StageRecord, ...]] = field(default_factory=dict)
    _results: dict[tuple[ActivityKind, bool], CallResultRecord] = field(default_factory=dict)

    def __post_init__(self) -> None:
        registry = self.registry
        for section in (LEAD, DEAL, CONTACT):
            self.writers[section.name] = QuickWriter(registry, self.zone, section)
        for name in (LEAD.name, DEAL.name):
            stages = registry.stages(name)
            self.required.update({stage.id: required_codes(registry, stage) for stage in stages})
            for kind in StageKind:
                self._stages[name, kind] = tuple(one for one in stages if one.kind is kind)
        for result in reversed(registry.all.call_results):
            self._results.setdefault((result.activity_kind, not result.reached), result)
            self._results[result.activity_kind, result.reached] = result
        self.custom = {
            one.code: one
            for one in fields_of(registry, LEAD.name)
            if (not one.builtin and one.type is not FieldType.FILE) or one.code == "birth_date"
        }
        self.sources = tuple(sorted(registry.all.sources))
        self.places = tuple(sorted(registry.all.places))
        self.deal_types = tuple(sorted(registry.all.deal_types))
        methods = registry.setting("payment_methods")
        self.methods = tuple(str(one["code"]) for one in methods) if isinstance(methods, list) else ()

    @property
    def now(self) -> datetime:
        return self.moments.now

    def stages(self, section: Section, kind: StageKind) -> tuple[StageRecord, ...]:
        return self._stages[section.name, kind]

    def result(self, kind: ActivityKind, *, reached: bool) -> CallResultRecord:
        """How an activity ended; the office's first result of that sort."""
        return self._results[kind, reached]

    def subject(self, kind: ActivityKind) -> str:
        """One of the subjects that the office offers."""
        return self.rng.choice(self.registry.all.subjects[kind])
