"""The copies that search and sorting use, made by the program on both databases (DATA.md, "Columns")."""

from typing import Final

from app.core.phones import digits
from app.core.text import display_name, normalise, sort_key
from app.services.clients.points import first_shown
from app.services.records.office import FieldRecord
from app.services.records.values import ContactPointValue, FieldValue, Values

_NOT_OWN: Final = frozenset({"last_name", "first_name", "middle_name", "currency"})


def shown_name(values: Values) -> str:
    """The person's name, else the record's title."""
    return _name(values) or _text(values, "title")


def person_copies(values: Values) -> dict[str, str | None]:
    """`sort_key`, `phone`, `email` and `person_norm` of a person."""
    phones = _points(values, "phones")
    emails = _points(values, "emails")
    name = _name(values)
    written = [name]
    written += [digits(point.normal or point.value) for point in phones]
    written += [point.normal or point.value for point in emails]
    written += [point.value for point in _points(values, "messengers")]
    return {
        "sort_key": sort_key(name or _text(values, "title")),
        "phone": first_shown(phones),
        "email": first_shown(emails),
        "person_norm": normalise(" ".join(part for part in written if part)),
    }


def own_norm(values: Values, fields: tuple[FieldRecord, ...], *numbers: str | None) -> str:
    """The record's own search text: title, comment, texts of its fields, numbers such as the contract's."""
    texts = {code: value for code, value in values.items() if isinstance(value, str) and code not in _NOT_OWN}
    written = [number for number in numbers if number]
    written += [texts[field.code] for field in fields if field.code in texts]
    return normalise(" ".join(written))


def _name(values: Values) -> str:
    return display_name(_text(values, "last_name"), _text(values, "first_name"), _text(values, "middle_name"))


def _text(values: Values, code: str) -> str:
    value = values.get(code)
    return value if isinstance(value, str) else ""


def _points(values: Values, code: str) -> tuple[ContactPointValue, ...]:
    value: FieldValue = values.get(code)
    if not isinstance(value, tuple):
        return ()
    return tuple([point for point in value if isinstance(point, ContactPointValue)])
