"""What was typed and not saved yet, as a draft keeps it: plain JSON by field code."""

from app.core.fieldkinds import FieldRules, from_json, to_json
from app.services.records.office import FieldRecord
from app.services.records.values import ContactPointValue, FieldValue, Values
from app.views.field_forms.form import FieldForm
from app.views.field_forms.making import FieldWorld

POINTS = frozenset({"phones", "emails", "messengers"})


def to_draft(form: FieldForm, before: Values) -> dict[str, object]:
    """The changed values of a form; an emptied field is kept as None."""
    return {code: _encode(form.field(code), value, form.world) for code, value in form.changed_values(before).items()}


def from_draft(content: dict[str, object], form: FieldForm) -> dict[str, FieldValue]:
    """The values of a draft that this form still has fields for; what can't be read any more is left out."""
    found: dict[str, FieldValue] = {}
    for code in form.codes():
        if code in content:
            try:
                found[code] = _decode(form.field(code), content[code], form.world)
            except ValueError:  # the field changed its kind since
                continue
    return found


def _encode(field: FieldRecord, value: FieldValue, world: FieldWorld) -> object:
    if field.code in POINTS:
        points = value if isinstance(value, tuple) else ()
        return [[point.value, point.label] for point in points if isinstance(point, ContactPointValue)]
    return to_json(field.type, value, _rules(field, world))  # type: ignore[arg-type]  # points went above, files stay out


def _decode(field: FieldRecord, stored: object, world: FieldWorld) -> FieldValue:
    if field.code in POINTS:
        lines = stored if isinstance(stored, list) else []
        return tuple(_point(line) for line in lines)
    return from_json(field.type, stored, _rules(field, world))


def _point(stored: object) -> ContactPointValue:
    """A line with its label; drafts of before had lines alone."""
    match stored:
        case [value, label]:
            return ContactPointValue(str(value), None, str(label))
        case _:
            return ContactPointValue(str(stored))


def _rules(field: FieldRecord, world: FieldWorld) -> FieldRules:
    return FieldRules(scale=field.scale, currency=world.currency, zone=world.zone)
