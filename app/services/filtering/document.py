"""Custom fields in the JSON document: for those that no slot mirrors, and for what only the document tells."""

from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Float, Numeric, case, cast, func

from app.core.fieldkinds import FieldType
from app.services.listed import Listed
from app.services.records.office import FieldRecord

Expression = ColumnElement[Any]  # Any: whatever the field holds

_TEXTS = (FieldType.TEXT, FieldType.LONG_TEXT, FieldType.PHONE, FieldType.EMAIL)
_MOMENTS = (FieldType.DATE, FieldType.DATETIME)


def has_key(section: Listed, code: str, *, sqlite: bool) -> ColumnElement[bool]:
    """Whether the document answers the field at all: "the client doesn't know" has no value but is an answer."""
    return _kind(section, code, sqlite=sqlite).is_not(None)


def document_text(section: Listed, code: str, *, sqlite: bool) -> ColumnElement[str]:
    """The text as it was written; of another kind of value its JSON."""
    custom = section.table.c.custom
    return func.json_extract(custom, _path(code)) if sqlite else func.jsonb_extract_path_text(custom, code)


def document_value(section: Listed, field: FieldRecord, *, sqlite: bool) -> Expression | None:
    """The value in the unit that a slot of its kind has, days and moments in ISO writing; NULL for "doesn't know".

    None for several-of and files, which are no one value. Each cast stands behind the JSON's own type: PostgreSQL
    checks conditions in any order.
    """
    kind, raw = _kind(section, field.code, sqlite=sqlite), document_text(section, field.code, sqlite=sqlite)
    words, number = ("text", "integer") if sqlite else ("string", "number")
    match field.type:
        case FieldType.NUMBER:
            return case((kind == words, _scaled(raw, field.scale, sqlite=sqlite)))
        case FieldType.MONEY | FieldType.ONE_OF:
            return case((kind == number, raw if sqlite else cast(raw, BigInteger)))
        case FieldType.YES_NO if sqlite:
            return case((kind == "true", 1), (kind == "false", 0))
        case FieldType.YES_NO:
            return case((kind == "boolean", case((raw == "true", 1), else_=0)))
        case kind_of_field if kind_of_field in _TEXTS:
            return case((kind == words, raw))
        case kind_of_field if kind_of_field in _MOMENTS:
            return case((kind == words, raw if sqlite else raw.collate("C")))
    return None


def first_option(section: Listed, code: str, *, sqlite: bool) -> Expression:
    """The first of the chosen options of a several-of field: what a list sorts by."""
    custom = section.table.c.custom
    if sqlite:
        return func.json_extract(custom, f"{_path(code)}[0]")
    return cast(func.jsonb_extract_path_text(custom, code, "0"), BigInteger)


def _kind(section: Listed, code: str, *, sqlite: bool) -> ColumnElement[str]:
    custom = section.table.c.custom
    return func.json_type(custom, _path(code)) if sqlite else func.jsonb_typeof(func.jsonb_extract_path(custom, code))


def _path(code: str) -> str:
    return f'$."{code}"'


def _scaled(raw: ColumnElement[str], scale: int, *, sqlite: bool) -> Expression:
    """A number's writing as whole units of its last decimal place."""
    if not sqlite:
        return cast(cast(raw, Numeric) * 10**scale, BigInteger)
    if scale == 0:
        return cast(raw, BigInteger)
    # SQLite knows no decimals: exact up to 2**53 units, as far as a number of a form goes
    return cast(func.round(cast(raw, Float) * 10**scale), BigInteger)
