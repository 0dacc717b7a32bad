"""A filter as a document that outlives versions: what can't be read any more is left out with a warning."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from app.services.records.lists import AnyOf, Condition, Filter, FilterWarning

Document = Mapping[str, object]


def dump_filter(chosen: Filter) -> dict[str, object]:
    """The filter as JSON holds it; empty parts are left out."""
    document: dict[str, object] = {}
    if chosen.preset is not None:
        document["preset"] = chosen.preset
    if chosen.text:
        document["text"] = chosen.text
    if chosen.urgency:
        document["urgency"] = list(chosen.urgency)
    if chosen.conditions:
        document["conditions"] = [_dump(part) for part in chosen.conditions]
    return document


def load_filter(document: object) -> tuple[Filter, tuple[FilterWarning, ...]]:
    """The filter that `dump_filter` wrote, this version or another, and what of it was left out."""
    if not isinstance(document, Mapping):
        return Filter(), (FilterWarning("malformed"),)
    warnings: list[FilterWarning] = []
    preset, text = document.get("preset"), document.get("text", "")
    if not isinstance(preset, str | None) or not isinstance(text, str):
        warnings.append(FilterWarning("malformed"))
    conditions = []
    for part in _sequence(document.get("conditions", []), warnings):
        loaded = _load(part, warnings)
        if loaded is not None:
            conditions.append(loaded)
    urgency = tuple(one for one in _sequence(document.get("urgency", []), warnings) if isinstance(one, str))
    found = Filter(
        preset=preset if isinstance(preset, str) else None,
        text=text if isinstance(text, str) else "",
        conditions=tuple(conditions),
        urgency=urgency,
    )
    return found, tuple(warnings)


def _dump(part: Condition | AnyOf) -> dict[str, object]:
    if isinstance(part, AnyOf):
        return {"any_of": [_dump(one) for one in part.conditions]}
    return {"field": part.field, "operator": part.operator, "values": [_dump_value(value) for value in part.values]}


def _dump_value(value: object) -> object:
    match value:
        case Decimal():
            return f"{value:f}"
        case datetime() | date():
            return value.isoformat()
        case _:
            return value


def _load(part: object, warnings: list[FilterWarning]) -> Condition | AnyOf | None:
    if isinstance(part, Mapping) and "any_of" in part:
        inner = (_load(one, warnings) for one in _sequence(part["any_of"], warnings))
        return AnyOf(tuple(one for one in inner if isinstance(one, Condition)))
    if isinstance(part, Mapping):
        field, operator, values = part.get("field"), part.get("operator"), part.get("values", [])
        if isinstance(field, str) and isinstance(operator, str) and isinstance(values, list):
            return Condition(field, operator, tuple(values))
    warnings.append(FilterWarning("malformed"))
    return None


def _sequence(value: object, warnings: list[FilterWarning]) -> Sequence[object]:
    if isinstance(value, list):
        return value
    warnings.append(FilterWarning("malformed"))
    return ()
