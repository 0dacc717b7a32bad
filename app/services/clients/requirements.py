"""What a stage requires, and what of it a record still lacks (SPEC, "Required on entering a stage")."""

from dataclasses import dataclass

from app.core.kinds import StageKind
from app.services.clients.sections import fields_of
from app.services.records.clients import FieldProgress
from app.services.records.office import FieldRecord, StageRecord
from app.services.records.values import FieldValue, Values
from app.services.registry import Registry

CONVERTED = "converted"
"""The lead stage that makes a deal."""
CONVERSION_FIELDS = frozenset({"deal_type", "full_price", "first_payment"})
"""Required by conversion beside the lead's own fields; asked by the conversion dialog."""


@dataclass(frozen=True, slots=True)
class Check:
    """The required fields of a stage, those missing first found."""

    missing: tuple[FieldRecord, ...]
    filled: tuple[tuple[FieldRecord, FieldValue], ...]


def required_codes(registry: Registry, stage: StageRecord) -> tuple[str, ...]:
    """Codes required on entering a stage.

    Requirements add up: a working or success stage needs those of earlier working stages too, except the ones
    that hold for their own stage only; a failure stage needs just its own.
    """
    codes: dict[str, None] = {}
    if stage.kind is not StageKind.FAILURE:
        for earlier in registry.open_stages(stage.section):
            if earlier.id != stage.id and (stage.kind is StageKind.SUCCESS or earlier.position < stage.position):
                codes.update((code, None) for code in earlier.required if code not in earlier.required_here_only)
    codes.update((code, None) for code in stage.required)
    return tuple(codes)


def check(registry: Registry, stage: StageRecord, values: Values) -> Check:
    """Which required fields of a stage are missing and which are filled."""
    known = {field.code: field for field in fields_of(registry, stage.section)}
    wanted = [known[code] for code in required_codes(registry, stage) if code in known]
    return Check(
        missing=tuple(field for field in wanted if not is_answered(values.get(field.code))),
        filled=tuple((field, values[field.code]) for field in wanted if is_answered(values.get(field.code))),
    )


def is_answered(value: FieldValue) -> bool:
    """Zero, "no" and "the client doesn't know" are answers; empty texts and lists are none."""
    return value not in (None, "", ())


def emptied_required(registry: Registry, stage: StageRecord, before: Values, after: Values) -> tuple[str, ...]:
    """Fields required so far that a change would empty."""
    return tuple(
        code
        for code in required_codes(registry, stage)
        if is_answered(before.get(code)) and not is_answered(after.get(code))
    )


def progress(registry: Registry, stage: StageRecord, values: Values) -> FieldProgress:
    """How far the fields of the way to success are filled, for the card's "13 of 14"."""
    goals = [one for one in registry.stages(stage.section) if one.kind is StageKind.SUCCESS]
    if not goals:
        return FieldProgress(0, 0, ())
    found = check(registry, goals[0], values)
    return FieldProgress(len(found.filled), len(found.filled) + len(found.missing), found.missing)
