"""What must hold within a preset as a whole: nothing named twice, nothing pointing nowhere."""

import re
from collections.abc import Iterable
from zoneinfo import ZoneInfo, available_timezones

from app.core.fieldkinds import NUMBER_SLOT_TYPES, TEXT_SLOT_TYPES, FieldType
from app.core.kinds import ActivityKind, Kind, StageKind
from app.services.presets.records import Preset, PresetError, PresetField

TONES = frozenset({"blue", "olive", "violet", "teal", "orange", "green", "success", "failure"})
MODES = frozenset({"block", "warn", "mark", "off"})

_NUMBER_SLOT = re.compile(r"n(?:0[1-9]|1[0-6])")
_TEXT_SLOT = re.compile(r"t0[1-8]")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_PLACEHOLDERS = frozenset({"first_name", "meeting_date", "meeting_time", "place", "responsible"})


def check(preset: Preset) -> None:
    """Raises PresetError with the place of the first contradiction."""
    _check_office(preset)
    for section in (Kind.LEAD, Kind.DEAL, Kind.CONTACT):
        _check_fields(preset, section)
    _check_slots(preset)
    for section in (Kind.LEAD, Kind.DEAL):
        _check_stages(preset, section)
    _check_requirements(preset)
    _check_dictionaries(preset)


def _check_office(preset: Preset) -> None:
    _demand(preset.zone in available_timezones(), f"unknown time zone {preset.zone}")
    ZoneInfo(preset.zone)
    _demand(bool(preset.week) and set(preset.week) <= set(range(7)), "week must hold weekdays 0..6")
    _demand(preset.workday_start < preset.workday_end, "the working day ends before it begins")
    for section, code in preset.sums.items():
        kinds = {one.field_type for one in preset.fields_of(section) if one.code == code}
        _demand(kinds == {FieldType.MONEY}, f"sums.{section}: {code} is no money field")


def _check_fields(preset: Preset, section: Kind) -> None:
    fields = preset.fields_of(section)
    _distinct(f"blocks of {section}", (block.code for block in preset.blocks if block.section is section))
    _distinct(f"fields of {section}", (one.code for one in fields))
    _distinct(f"columns of {section}", (one.column for one in fields if one.column))
    _distinct(f"headings of {section}", (word for one in fields for word in one.headings))
    for one in fields:
        _check_field(one)


def _check_field(one: PresetField) -> None:
    place = f"{one.section}.{one.code}"
    chooses = one.field_type in (FieldType.ONE_OF, FieldType.SEVERAL_OF)
    free = one.field_type is FieldType.SEVERAL_OF and not one.builtin  # tags: people add them as they go
    _demand(
        free or chooses is bool(one.options or one.refers), f"{place}: options belong to choices, and choices need them"
    )
    _demand(not (one.options and one.refers), f"{place}: either options or what it refers to")
    _demand(one.builtin or not (one.refers or one.several), f"{place}: a custom field neither refers nor is several")
    _demand(not (one.builtin and one.slot), f"{place}: a column of its own needs no slot")
    _distinct(f"options of {place}", (option.code for option in one.options))
    _distinct(f"synonyms in {place}", (word for option in one.options for word in option.synonyms))
    if one.slot is not None:
        numeric = one.slot.startswith("n")
        pattern, kinds = (_NUMBER_SLOT, NUMBER_SLOT_TYPES) if numeric else (_TEXT_SLOT, TEXT_SLOT_TYPES)
        _demand(pattern.fullmatch(one.slot) is not None, f"{place}: no such slot {one.slot}")
        _demand(one.field_type in kinds, f"{place}: a {one.field_type} doesn't go into {one.slot}")


def _check_slots(preset: Preset) -> None:
    # A deal carries the lead's fields beside its own, so slots are distinct over all sections.
    _distinct("slots", (one.slot for block in preset.blocks for one in block.fields if one.slot))


def _check_stages(preset: Preset, section: Kind) -> None:
    stages = preset.stages_of(section)
    _distinct(f"stages of {section}", (stage.code for stage in stages))
    _distinct(f"synonyms of the stages of {section}", (word for stage in stages for word in stage.synonyms))
    kinds = [stage.stage_kind for stage in stages]
    _demand(set(kinds) == set(StageKind), f"{section} needs working, success and failure stages")
    ordered = sorted(kinds, key=list(StageKind).index)
    _demand(kinds == ordered, f"{section}: working stages first, then success, then failure")
    for stage in stages:
        _demand(stage.tone in TONES, f"{section}.{stage.code}: unknown tone {stage.tone}")
        _demand((stage.tone == "failure") is stage.reason_required, f"{section}.{stage.code}: tone {stage.tone}")


def _check_requirements(preset: Preset) -> None:
    for section in (Kind.LEAD, Kind.DEAL):
        needs = [(stage, need) for stage in preset.stages_of(section) for need in stage.requirements]
        # Requirements add up, so one that stands at two stages says the same twice.
        _distinct(f"requirements of {section}", (f"{need.section}.{need.field}" for _, need in needs))
        for stage, need in needs:
            known = any(one.code == need.field for one in preset.fields_of(need.section))
            _demand(known, f"{section}.{stage.code} requires the unknown field {need.section}.{need.field}")


def _check_dictionaries(preset: Preset) -> None:
    for name in ("sources", "deal_types", "payment_methods", "places", "departments", "rules", "roles", "templates"):
        _distinct(name, (one.code for one in getattr(preset, name)))
    _distinct("synonyms of sources", (word for source in preset.sources for word in source.synonyms))
    _demand(any(department.executing for department in preset.departments), "no executing department")
    kinds = [activity.kind for activity in preset.activities]
    _demand(sorted(kinds) == sorted(ActivityKind), "activities: each kind once")
    for activity in preset.activities:
        _distinct(f"results of {activity.kind}", (result.code for result in activity.results))
        _demand(bool(activity.subjects and activity.results), f"{activity.kind}: subjects and results are needed")
    for rule in preset.rules:
        _demand(rule.mode in MODES, f"rule {rule.code}: unknown mode {rule.mode}")
    for template in preset.templates:
        unknown = set(_PLACEHOLDER.findall(template.text)) - _PLACEHOLDERS
        _demand(not unknown, f"template {template.code}: unknown fields {', '.join(sorted(unknown))}")


def _distinct(what: str, values: Iterable[str]) -> None:
    seen: set[str] = set()
    for value in values:
        _demand(value not in seen, f"{what}: {value} stands twice")
        seen.add(value)


def _demand(holds: bool, complaint: str) -> None:
    if not holds:
        raise PresetError(complaint)
