"""Makes values of the history's JSON again: the two databases write moments, yes and no, and documents differently."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Final

from app.core.fieldkinds import UNKNOWN, FieldRules, FieldType, from_json
from app.core.money import from_minor
from app.services.records.office import FieldRecord
from app.services.records.values import FieldValue
from app.services.registry import Registry

Changes = tuple[tuple[str, object, object], ...]
"""(field code or column, old, new)."""

CUSTOM: Final = "custom."
_DOCUMENTS: Final = frozenset({FieldType.SEVERAL_OF, FieldType.FILE})
_MONEY: Final = frozenset({"amount", "first_payment"})
_DATES: Final = frozenset({"birth_date", "contract_date", "planned_on", "received_on", "absent_from", "absent_until"})
_MOMENTS: Final = frozenset({"meeting_at", "deleted_at", "starts_at", "confirmed_at", "pinned_at"})
_PEOPLE: Final = frozenset({"responsible_id", "received_by", "stand_in_id"})
_UNTOLD: Final = frozenset({"position"})
"""Kept for undo: the place of a phone among the others."""
_CODES: Final = {
    "stage_id": "stage",
    "responsible_id": "responsible",
    "source_id": "source",
    "place_id": "place",
    "deal_type_id": "deal_type",
    "contact_id": "contact",
    "merged_into_id": "merged_into",
    "lead_id": "lead",
    "deal_id": "deal",
    "field_id": "field",
    "department_id": "department",
}
"""Columns whose field has another code."""
_EDITED: Final = frozenset(
    {
        "title", "last_name", "first_name", "middle_name", "birth_date", "source_id", "source_details", "referrer",
        "amount", "comment", "first_payment", "responsible_id", "deal_type_id", "contract_number", "contract_date",
    }
)  # fmt: skip
"""Columns that a form writes; stages, meetings and links have acts of their own."""


def code_of(key: str) -> str:
    """The field's code of a key of the history."""
    code = key.removeprefix(CUSTOM)
    return _CODES.get(code, code)


class Decoder:
    """Reads the changes of one record; money is in that record's currency."""

    def __init__(self, registry: Registry, section: str, currency: str) -> None:
        self._registry = registry
        self._section = section
        self._rules = FieldRules(currency=currency)

    def changes(self, stored: Mapping[str, list[object]] | None) -> Changes:
        """All changed values of a line, in the order of their codes."""
        found: list[tuple[str, object, object]] = []
        for key, (old, new) in (stored or {}).items():
            if key in _UNTOLD:
                continue
            read = self._reader(key)
            before, after = (None if one is None else read(one) for one in (old, new))
            found.append((code_of(key), before, after))
        return tuple(sorted(found, key=lambda change: change[0]))

    def value(self, key: str, stored: object) -> FieldValue:
        """A value as a form holds it: choices and references by their numbers. Raises ValueError for no such value."""
        if stored is None:
            return None
        if key.startswith(CUSTOM) and (field := self._field(key.removeprefix(CUSTOM))) is not None:
            return from_json(field.type, document(field.type, stored), self._rules)
        if key in _MONEY and isinstance(stored, int):
            return from_minor(stored, self._rules.currency)
        if key in _DATES:
            return date.fromisoformat(str(stored))
        if isinstance(stored, str | int):
            return stored
        raise ValueError(f"{key} can't be {stored!r}")

    def restorable(self, key: str) -> bool:
        """Whether a form of the record could write the value."""
        if not key.startswith(CUSTOM):
            return key in _EDITED
        field = self._field(key.removeprefix(CUSTOM))
        return field is not None and field.type is not FieldType.FILE

    def _reader(self, key: str) -> Callable[[object], object]:
        if key.startswith(CUSTOM):
            return self._custom_reader(key.removeprefix(CUSTOM))
        if key in _MONEY:
            return self._money
        if key in _DATES:
            return lambda stored: date.fromisoformat(str(stored))
        if key in _MOMENTS:
            return lambda stored: moment(str(stored))
        if key == "active":
            return bool
        names = self._names(key)
        return lambda stored: names.get(stored, stored)

    def _names(self, key: str) -> Mapping[object, str]:
        """What the ids of a column are called; empty for a column that holds no ids."""
        office = self._registry.all
        if key in _PEOPLE:
            return {one.id: one.name for one in office.employees.values()}
        tables: dict[str, Mapping[int, object]] = {
            "stage_id": office.stages,
            "source_id": office.sources,
            "place_id": office.places,
            "deal_type_id": office.deal_types,
            "field_id": office.fields,
            "department_id": office.departments,
        }
        return {number: str(getattr(one, "name", number)) for number, one in tables.get(key, {}).items()}

    def _money(self, stored: object) -> object:
        return from_minor(stored, self._rules.currency) if isinstance(stored, int) else stored

    def _custom_reader(self, code: str) -> Callable[[object], object]:
        field = self._field(code)
        if field is None:
            return lambda stored: stored
        return lambda stored: self._custom(field, stored)

    def _custom(self, field: FieldRecord, stored: object) -> object:
        value = from_json(field.type, document(field.type, stored), self._rules)
        options = {option.id: option.name for option in field.options}
        if field.type is FieldType.ONE_OF and value is not UNKNOWN:
            return options.get(value, value) if isinstance(value, int) else value
        if field.type is FieldType.SEVERAL_OF and isinstance(value, tuple):
            return tuple(options.get(one, str(one)) for one in value)
        return value

    def _field(self, code: str) -> FieldRecord | None:
        """A deal also holds the lead's fields."""
        for section in dict.fromkeys((self._section, "lead")):
            if self._registry.has_field(section, code):
                return self._registry.field(section, code)
        return None


def moment(stored: str) -> datetime:
    """A moment as SQLite writes it (without a zone, UTC) or PostgreSQL (ISO 8601 with its offset)."""
    found = datetime.fromisoformat(stored)
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def document(kind: FieldType, stored: object) -> object:
    """What SQLite's triggers wrote as text or number, as the JSON column holds it."""
    if kind is FieldType.YES_NO and isinstance(stored, int):
        return bool(stored)
    if isinstance(stored, str) and (kind in _DOCUMENTS or stored == '{"unknown":true}'):
        return json.loads(stored)
    return stored
