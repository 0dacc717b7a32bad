"""The office's dictionaries in memory: stages, fields, people, sources; loaded whole, they are small."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, TypeVar

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.fieldkinds import FieldType
from app.core.initials import initials, short_name
from app.core.kinds import ActivityKind, StageKind
from app.models import (
    Block,
    CallResult,
    DayOff,
    DealType,
    Department,
    Employee,
    Field,
    FieldOption,
    Login,
    Place,
    Role,
    Rule,
    Setting,
    Source,
    Stage,
    StageRequirement,
    SubjectPreset,
)
from app.services.records.office import (
    BlockRecord,
    CallResultRecord,
    DealTypeRecord,
    DepartmentRecord,
    EmployeeRecord,
    FieldRecord,
    OptionRecord,
    PlaceRecord,
    RuleRecord,
    SourceRecord,
    StageRecord,
)

Record = TypeVar("Record")

UNNUMBERED: Final = 99
"""Where a stage that isn't known yet stands among the others."""


class Entries(dict[int, Record]):
    """A dictionary's records by id; one that another program added a moment ago has no name yet, and is no error.

    Only `[]` makes such a nameless record: `in`, `get` and iteration know what was read.
    """

    def __init__(self, known: Mapping[int, Record], nameless: Callable[[int], Record]) -> None:
        super().__init__(known)
        self._nameless = nameless

    def __missing__(self, number: int) -> Record:
        return self._nameless(number)


@dataclass(frozen=True, slots=True)
class Dictionaries:
    """One consistent reading of all dictionaries, deleted entries included where records still name them."""

    stages: dict[int, StageRecord]
    deleted_stages: frozenset[int]
    blocks: dict[int, BlockRecord]
    fields: dict[int, FieldRecord]
    sources: dict[int, SourceRecord]
    deal_types: dict[int, DealTypeRecord]
    places: dict[int, PlaceRecord]
    employees: dict[int, EmployeeRecord]
    departments: dict[int, DepartmentRecord]
    call_results: tuple[CallResultRecord, ...]
    subjects: dict[ActivityKind, tuple[str, ...]]
    rules: tuple[RuleRecord, ...]
    settings: dict[str, object]
    days_off: frozenset[date] = field(default=frozenset())
    working_days: frozenset[date] = field(default=frozenset())


class Registry:
    """Answers from the last reading; `reload` after settings, people or dictionaries changed."""

    def __init__(self, dictionaries: Dictionaries) -> None:
        self._all = dictionaries

    @property
    def all(self) -> Dictionaries:
        return self._all

    async def reload(self, session: AsyncSession) -> None:
        """Read everything anew."""
        self._all = await load_dictionaries(session)

    def stages(self, section: str) -> tuple[StageRecord, ...]:
        """The section's stages in order, deleted ones left out."""
        found = (
            stage
            for stage in self._all.stages.values()
            if stage.section == section and stage.id not in self._all.deleted_stages
        )
        return tuple(sorted(found, key=lambda stage: stage.position))

    def stage(self, stage_id: int) -> StageRecord:
        return self._all.stages[stage_id]

    def stage_by_code(self, section: str, code: str) -> StageRecord:
        """Raises KeyError where the office has no such stage."""
        for stage in self.stages(section):
            if stage.code == code:
                return stage
        raise KeyError(f"{section} has no stage {code}")

    def open_stages(self, section: str) -> tuple[StageRecord, ...]:
        """Working stages: those a record is in progress on."""
        return tuple(stage for stage in self.stages(section) if stage.kind is StageKind.WORKING)

    def blocks(self, section: str) -> tuple[BlockRecord, ...]:
        found = (block for block in self._all.blocks.values() if block.section == section)
        return tuple(sorted(found, key=lambda block: block.position))

    def fields(self, section: str) -> tuple[FieldRecord, ...]:
        """The section's fields in the order of blocks and positions."""
        found = [item for item in self._all.fields.values() if item.section == section]
        order = {block.id: block.position for block in self.blocks(section)}
        return tuple(sorted(found, key=lambda item: (order.get(item.block_id or 0, 99), item.position)))

    def field(self, section: str, code: str) -> FieldRecord:
        """Raises KeyError where the section has no such field."""
        for item in self._all.fields.values():
            if item.section == section and item.code == code:
                return item
        raise KeyError(f"{section} has no field {code}")

    def has_field(self, section: str, code: str) -> bool:
        return any(item.section == section and item.code == code for item in self._all.fields.values())

    def employee(self, employee_id: int) -> EmployeeRecord:
        return self._all.employees[employee_id]

    def employees(self) -> tuple[EmployeeRecord, ...]:
        """Active employees by name."""
        return tuple(sorted((one for one in self._all.employees.values() if one.active), key=lambda one: one.name))

    def setting(self, key: str, default: object = None) -> object:
        return self._all.settings.get(key, default)

    def sum_field(self, section: str) -> str | None:
        """The code of the field that lists and columns of a section sum."""
        value = self._all.settings.get(f"sum_field.{section}")
        return value if isinstance(value, str) else None


async def load_dictionaries(session: AsyncSession) -> Dictionaries:
    """Read all dictionaries in one transaction."""
    stages, deleted = await _stages(session)
    days = (await session.execute(select(DayOff.day, DayOff.working))).all()
    results = (await session.scalars(select(CallResult).order_by(CallResult.position))).all()
    sources = (await session.scalars(select(Source).order_by(Source.position, Source.sort_key))).all()
    types = (await session.scalars(select(DealType).order_by(DealType.position))).all()
    places = (await session.scalars(select(Place).order_by(Place.position))).all()
    blocks = (await session.scalars(select(Block))).all()
    departments = (await session.scalars(select(Department).order_by(Department.position))).all()
    rules = (await session.scalars(select(Rule))).all()
    return Dictionaries(
        stages=Entries(stages, _nameless_stage),
        deleted_stages=deleted,
        blocks={b.id: BlockRecord(b.id, b.section, b.code, b.name, b.position, b.technical) for b in blocks},
        fields=await _fields(session),
        sources=Entries({one.id: SourceRecord(one.id, one.name) for one in sources}, _nameless_source),
        deal_types=Entries({one.id: DealTypeRecord(one.id, one.name) for one in types}, _nameless_type),
        places=Entries({p.id: PlaceRecord(p.id, p.name, p.address, p.room) for p in places}, _nameless_place),
        employees=Entries(await _employees(session), _nameless_employee),
        departments={d.id: DepartmentRecord(d.id, d.name, d.parent_id, d.head_id, d.executing) for d in departments},
        call_results=tuple(
            CallResultRecord(one.code, one.name, ActivityKind(one.activity_kind), one.reached, one.needs_comment)
            for one in results
        ),
        subjects=await _subjects(session),
        rules=tuple(
            RuleRecord(one.code, one.role_code, one.section, one.stage_code, one.mode, dict(one.numbers))
            for one in rules
        ),
        settings={row.key: row.value for row in (await session.execute(select(Setting.key, Setting.value))).all()},
        days_off=frozenset(day for day, working in days if not working),
        working_days=frozenset(day for day, working in days if working),
    )


def _nameless_stage(number: int) -> StageRecord:
    return StageRecord(number, "", "", "", StageKind.WORKING, "blue", "", UNNUMBERED, UNNUMBERED)


def _nameless_source(number: int) -> SourceRecord:
    return SourceRecord(number, "")


def _nameless_type(number: int) -> DealTypeRecord:
    return DealTypeRecord(number, "")


def _nameless_place(number: int) -> PlaceRecord:
    return PlaceRecord(number, "", "", "")


def _nameless_employee(number: int) -> EmployeeRecord:
    return EmployeeRecord(number, "", "", "", None, "", active=False, invited=False)


async def _stages(session: AsyncSession) -> tuple[dict[int, StageRecord], frozenset[int]]:
    required: dict[int, list[str]] = defaultdict(list)
    here_only: dict[int, list[str]] = defaultdict(list)
    requirements = await session.execute(
        select(StageRequirement.stage_id, Stage.section, Field.section, Field.code, StageRequirement.inherited)
        .join(Field, Field.id == StageRequirement.field_id)
        .join(Stage, Stage.id == StageRequirement.stage_id)
        .where(Field.deleted_at.is_(None))
        .order_by(Field.position, Field.id)
    )
    for stage_id, section, field_section, field_code, inherited in requirements:
        # Conversion also needs fields of the deal that it makes: "deal.amount".
        code = field_code if field_section == section else f"{field_section}.{field_code}"
        required[stage_id].append(code)
        if not inherited:
            here_only[stage_id].append(code)
    rows = (await session.scalars(select(Stage))).all()
    records = {
        row.id: StageRecord(
            row.id, row.section, row.code, row.name, StageKind(row.stage_kind), row.tone, row.hint, row.position,
            row.queue_rank, tuple(required[row.id]), tuple(here_only[row.id]),
        )
        for row in rows
    }
    return records, frozenset(row.id for row in rows if row.deleted_at is not None)


async def _fields(session: AsyncSession) -> dict[int, FieldRecord]:
    options: dict[int, list[OptionRecord]] = defaultdict(list)
    found = select(FieldOption).where(FieldOption.deleted_at.is_(None)).order_by(FieldOption.position)
    for option in await session.scalars(found):
        options[option.field_id].append(OptionRecord(option.id, option.code, option.name))
    rows = (await session.scalars(select(Field).where(Field.deleted_at.is_(None)))).all()
    return {
        row.id: FieldRecord(
            row.id, row.section, row.code, row.name, FieldType(row.field_type), row.block_id, row.builtin, row.slot,
            row.scale, row.unknown_allowed, row.position, tuple(options[row.id]),
        )
        for row in rows
    }


async def _employees(session: AsyncSession) -> dict[int, EmployeeRecord]:
    with_login = set((await session.scalars(select(Login.employee_id))).all())
    rows = await session.execute(select(Employee, Role.code).join(Role, Role.id == Employee.role_id))
    return {
        one.id: EmployeeRecord(
            one.id, one.name, short_name(one.name), initials(one.name), one.department_id, role_code, one.active,
            one.id in with_login, one.absent_from, one.absent_until, one.stand_in_id,
        )
        for one, role_code in rows.all()
    }


async def _subjects(session: AsyncSession) -> dict[ActivityKind, tuple[str, ...]]:
    found: dict[ActivityKind, list[str]] = defaultdict(list)
    for row in await session.scalars(select(SubjectPreset).order_by(SubjectPreset.position)):
        found[ActivityKind(row.activity_kind)].append(row.text)
    return {kind: tuple(texts) for kind, texts in found.items()}
