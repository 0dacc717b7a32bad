"""The services' own writer of columns, remembering what it would reckon for every record anew.

It gives just what `RecordWriter` gives, for records as the demo makes them: names of letters alone, one currency.
"""

from datetime import tzinfo
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from app.core.fieldkinds import FieldType, slot_value, to_json
from app.core.money import to_minor
from app.core.phones import digits
from app.core.text import normalise
from app.services.clients.points import first_shown
from app.services.clients.reading import rules_for
from app.services.clients.sections import PERSON_COLUMNS, POINT_FIELDS, Section, slot_of
from app.services.clients.writing import RecordWriter
from app.services.records.office import FieldRecord
from app.services.records.values import ContactPointValue, FieldValue, Values
from app.services.registry import Registry

_TEXTS: Final = frozenset({FieldType.TEXT, FieldType.LONG_TEXT})

search_form = lru_cache(maxsize=65_536)(normalise)


class QuickWriter(RecordWriter):
    """Makes the columns of a hundred thousand records."""

    def __init__(self, registry: Registry, zone: tzinfo, section: Section) -> None:
        super().__init__(registry, zone, section)
        self._known: dict[tuple[int, FieldValue], tuple[object, str | None, int | str | None]] = {}
        own = (field for field in self._fields if field.type in _TEXTS and field.code not in POINT_FIELDS)
        self._texts = tuple(field.code for field in own if field.code not in PERSON_COLUMNS)
        self._summed = registry.sum_field(section.name) if section.staged else None

    def copies(self, values: Values, record_id: int, currency: str, extra: str | None = None) -> dict[str, Any]:
        name = " ".join(str(values[part]) for part in PERSON_COLUMNS[:3] if values.get(part))
        points = [_points(values, code) for code in ("phones", "emails")]
        person = [search_form(part) for part in name.split()]
        person += [number for point in points[0] if (number := digits(point.normal or point.value))]
        person += [point.normal or point.value for point in points[1]]
        texts = (values.get(code) for code in self._texts)
        own = [str(record_id), *(search_form(text) for text in texts if isinstance(text, str) and text)]
        copies: dict[str, Any] = {
            "sort_key": " ".join(search_form(part) for part in name.split()),
            "phone": first_shown(points[0]),
            "email": first_shown(points[1]),
            "person_norm": " ".join(person),
            "own_norm": " ".join(own if extra is None else [*own, extra]),
        }
        if self._section.staged:
            amount = values.get(self._summed) if self._summed else None
            copies["sum_amount"] = to_minor(amount, currency) if isinstance(amount, Decimal) else None
        else:
            copies["title"] = name
        return copies

    def _lay_over(
        self, document: dict[str, object], columns: dict[str, Any], field: FieldRecord, value: FieldValue, currency: str
    ) -> None:
        known = self._known.get((field.id, value))
        if known is None:
            known = self._known[field.id, value] = self._reckon(field, value, currency)
        stored, slot, in_slot = known
        if stored is not None:
            document[field.code] = stored
        if slot is not None:
            columns[slot] = in_slot

    def _reckon(
        self, field: FieldRecord, value: FieldValue, currency: str
    ) -> tuple[object, str | None, int | str | None]:
        rules = rules_for(field, currency, self._zone)
        slot = slot_of(self._registry, self._section.name, field)
        stored = to_json(field.type, value, rules)  # type: ignore[arg-type]  # points and files don't come here
        return stored, slot, slot_value(field.type, value, rules) if slot else None  # type: ignore[arg-type]  # likewise


def _points(values: Values, code: str) -> tuple[ContactPointValue, ...]:
    found = values.get(code)
    return tuple(point for point in found if isinstance(point, ContactPointValue)) if isinstance(found, tuple) else ()
