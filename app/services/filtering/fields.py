"""Which fields of a section can be filtered, and how the filter panel offers them."""

from collections.abc import Iterator, Mapping

from app.core.kinds import StageKind
from app.services.clients.sections import fields_of, slot_of
from app.services.filtering.builtin import builtin_fields
from app.services.filtering.context import FilterContext
from app.services.filtering.custom import custom_field
from app.services.filtering.kinds import Filterable
from app.services.filtering.missing import FieldsMissing
from app.services.filtering.values import DEPARTMENT
from app.services.listed import ACTIVITIES, Listed
from app.services.records.lists import FilterChoice, FilterField
from app.services.records.office import FieldRecord

FIELDS_MISSING = "fields_missing"


class Fields(Mapping[str, Filterable]):
    """All fields of a section that conditions can be put on, by code; each is made when it is asked for."""

    def __init__(self, section: Listed, context: FilterContext) -> None:
        self._section = section
        self._context = context
        self._builtin = dict(builtin_fields(section, context))
        records = () if section.code == ACTIVITIES else fields_of(context.registry, section.code)
        self._own = {one.code: one for one in records if not one.builtin and one.code not in self._builtin}
        self._reckoned = (FIELDS_MISSING,) if section.staged else ()

    def __getitem__(self, code: str) -> Filterable:
        if code in self._builtin:
            return self._builtin[code]
        if code in self._own:
            return custom_field(self._section, self._own[code], self._context)
        if code in self._reckoned:
            return FieldsMissing(self._section, self)
        raise KeyError(code)

    def slot(self, code: str) -> str | None:
        """The slot that mirrors a field of the office; None for all others."""
        own = self._own.get(code)
        return None if own is None else slot_of(self._context.registry, self._section.code, own)

    def __iter__(self) -> Iterator[str]:
        yield from (*self._builtin, *self._own, *self._reckoned)

    def __len__(self) -> int:
        return len(self._builtin) + len(self._own) + len(self._reckoned)


def offered(section: Listed, context: FilterContext) -> tuple[FilterField, ...]:
    """The fields as the filter panel offers them."""
    records: dict[str, FieldRecord] = {}
    if section.code != ACTIVITIES:
        records = {one.code: one for one in fields_of(context.registry, section.code)}
    return tuple(
        FilterField(
            code=code,
            kind=one.kind,
            operators=one.operators,
            label=records[code].name if code in records else "",
            choices=_choices(code, records.get(code), section, context),
        )
        for code, one in Fields(section, context).items()
    )


def _choices(
    code: str, record: FieldRecord | None, section: Listed, context: FilterContext
) -> tuple[FilterChoice, ...]:
    registry = context.registry.all
    match code:
        case "stage" | "ever_stage":
            return _stages(section, context)
        case "responsible" | "created_by":
            return _people(context)
        case "source":
            return tuple(FilterChoice(one.id, one.name) for one in registry.sources.values())
        case "place":
            return tuple(FilterChoice(one.id, one.name) for one in registry.places.values())
        case "deal_type":
            return tuple(FilterChoice(one.id, one.name) for one in registry.deal_types.values())
    return () if record is None else tuple(FilterChoice(one.id, one.name) for one in record.options)


def _stages(section: Listed, context: FilterContext) -> tuple[FilterChoice, ...]:
    """In their order; deleted ones behind, for filters that still name them."""
    registry = context.registry
    present = registry.stages(section.code)
    gone = (registry.stage(one) for one in sorted(registry.all.deleted_stages))
    return (
        *(FilterChoice(one.id, one.name, _tone(one.kind, one.tone)) for one in present),
        *(FilterChoice(one.id, one.name, "grey", gone=True) for one in gone if one.section == section.code),
    )


def _tone(kind: StageKind, tone: str) -> str:
    return "danger" if kind is StageKind.FAILURE else tone


def _people(context: FilterContext) -> tuple[FilterChoice, ...]:
    """Those at work by name, departments, and those who left: their records may still be there."""
    registry = context.registry
    left = sorted((one for one in registry.all.employees.values() if not one.active), key=lambda one: one.name)
    return (
        FilterChoice("me", registry.employee(context.employee_id).name),
        FilterChoice("my_department", ""),
        *(FilterChoice(one.id, one.name) for one in registry.employees() if one.id != context.employee_id),
        *(FilterChoice(f"{DEPARTMENT}{one.id}", one.name) for one in registry.all.departments.values()),
        *(FilterChoice(one.id, one.name, gone=True) for one in left),
    )
