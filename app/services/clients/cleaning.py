"""Checks what was typed: every value of its field's kind, every choice one that exists."""

from datetime import tzinfo
from decimal import Decimal

from app.core.errors import FieldErrors, UserError
from app.core.fieldkinds import UNKNOWN, coerce
from app.core.money import exponent
from app.services.clients.points import clean_points
from app.services.clients.reading import rules_for
from app.services.clients.sections import POINT_FIELDS, Section, fields_of, is_read_only
from app.services.records.office import FieldRecord
from app.services.records.values import FieldValue, Values
from app.services.registry import Registry

_NOT_NULL = frozenset(
    {"title", "last_name", "first_name", "middle_name", "comment", "source_details", "referrer", "contract_number"}
)
"""Text columns that hold "" where nothing was typed."""


def clean_values(
    registry: Registry, zone: tzinfo, section: Section, values: Values, currency: str
) -> dict[str, FieldValue]:
    """The values as they may be stored. Raises FieldErrors; UserError("field_unknown") for a foreign code."""
    if not values:
        return {}
    fields = {field.code: field for field in fields_of(registry, section.name)}
    cleaned: dict[str, FieldValue] = {}
    errors: dict[str, UserError] = {}
    for code, raw in values.items():
        if code not in fields and code != "responsible":
            raise UserError("field_unknown", field=code, section=section.name)
        if code in fields and is_read_only(fields[code]):
            continue
        try:
            cleaned[code] = _clean(registry, zone, fields.get(code), code, raw, currency)
        except UserError as error:
            errors[code] = error
    if errors:
        raise FieldErrors(errors)
    return cleaned


def _clean(
    registry: Registry, zone: tzinfo, field: FieldRecord | None, code: str, raw: FieldValue, currency: str
) -> FieldValue:
    if code in POINT_FIELDS:
        return clean_points(code, raw)
    if code in _REFERENCES:
        return _reference(registry, code, raw)
    if field is None:
        raise UserError("field_unknown", field=code)
    if code == "currency":
        return _currency(raw)
    if raw is UNKNOWN and not field.unknown_allowed:
        raise UserError("unknown_not_allowed")
    value = coerce(field.type, raw, rules_for(field, currency, zone))
    if value is None and code in _NOT_NULL:
        return ""
    if code == "first_payment" and isinstance(value, Decimal) and value < 0:
        raise UserError("money_negative")
    return value


_REFERENCES = {"source": "sources", "responsible": "employees", "place": "places", "deal_type": "deal_types"}


def _reference(registry: Registry, code: str, raw: FieldValue) -> FieldValue:
    """The id of a source, employee, place or deal type that exists."""
    if raw is None or raw == "":
        if code == "responsible":
            raise UserError("responsible_missing")
        return None
    known: dict[int, object] = getattr(registry.all, _REFERENCES[code])
    if not isinstance(raw, int) or raw not in known:
        raise UserError("option_unknown", option=raw)
    if code == "responsible" and not registry.employee(raw).active:
        raise UserError("responsible_left", name=registry.employee(raw).name)
    return raw


def _currency(raw: FieldValue) -> str:
    text = str(raw or "").strip().upper()
    if len(text) != 3 or not text.isascii() or not text.isalpha():
        raise UserError("currency_unknown", text=text)
    exponent(text)
    return text
