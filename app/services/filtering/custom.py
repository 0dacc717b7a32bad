"""The office's own fields in filters: by their typed slot where they have one, else from the document.

A field without a slot isn't marked filterable: asking for it reads the document of every row that the other
conditions leave, and no index helps.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, date

from sqlalchemy import ColumnElement, or_

from app.core.fieldkinds import FieldType, day_number, microseconds
from app.core.money import exponent
from app.services.clients.sections import slot_of
from app.services.filtering.context import FilterContext
from app.services.filtering.document import Expression, document_text, document_value, has_key
from app.services.filtering.kinds import Days, Filterable, Money, Numbers, References, Several, Texts, YesNo
from app.services.filtering.relations import Presence, attached
from app.services.listed import Listed
from app.services.records.office import FieldRecord


def custom_field(section: Listed, record: FieldRecord, context: FilterContext) -> Filterable:
    """How a field of the office is filtered."""
    if record.type is FieldType.SEVERAL_OF:
        return Several(section, record, _options(record))
    if record.type is FieldType.FILE:
        return Presence(attached(section, record.id))
    slot = slot_of(context.registry, section.code, record)
    answered = has_key(section, record.code, sqlite=context.sqlite)
    if slot is None:
        value = document_value(section, record, sqlite=context.sqlite)
        assert value is not None, "all other types have one value"
        return _FROM_DOCUMENT[record.type](section, record, value, answered, context)
    column = section.table.c[slot]
    known: ColumnElement[bool] = column.is_not(None)
    filled = or_(known, answered) if record.unknown_allowed else known
    return _BY_SLOT[record.type](section, record, column, filled, context)


_Maker = Callable[[Listed, FieldRecord, Expression, ColumnElement[bool], FilterContext], Filterable]


def _options(record: FieldRecord) -> frozenset[int | str]:
    return frozenset(option.id for option in record.options)


def _text(
    section: Listed, record: FieldRecord, value: Expression, filled: ColumnElement[bool], context: FilterContext
) -> Filterable:
    text = document_text(section, record.code, sqlite=context.sqlite)
    # The slot holds only the text's beginning as its sort key; the document has the whole of it.
    return Texts(section, text, filled, value.is_not(None))


_ALIKE: Mapping[FieldType, _Maker] = {
    FieldType.TEXT: _text,
    FieldType.LONG_TEXT: _text,
    FieldType.PHONE: _text,
    FieldType.EMAIL: _text,
    FieldType.NUMBER: lambda _s, record, value, filled, _c: Numbers(value, filled, record.scale),
    FieldType.MONEY: lambda _s, _r, value, filled, context: Money(value, filled, exponent(context.currency)),
    FieldType.YES_NO: lambda _s, _r, value, filled, _c: YesNo(value, filled),
    FieldType.ONE_OF: lambda _s, record, value, filled, _c: References(value, filled, _options(record)),
}
_BY_SLOT: Mapping[FieldType, _Maker] = {
    **_ALIKE,
    FieldType.DATE: lambda _s, _r, value, filled, _c: Days(value, filled, lambda day, _context: day_number(day)),
    FieldType.DATETIME: lambda _s, _r, value, filled, _c: Days(
        value, filled, lambda day, context: microseconds(context.begins(day))
    ),
}
_FROM_DOCUMENT: Mapping[FieldType, _Maker] = {
    **_ALIKE,
    FieldType.DATE: lambda _s, _r, value, filled, _c: Days(value, filled, lambda day, _context: day.isoformat()),
    FieldType.DATETIME: lambda _s, _r, value, filled, _c: Days(value, filled, _written_beginning),
}


def _written_beginning(day: date, context: FilterContext) -> str:
    """As `core.fieldkinds.to_json` writes moments: they compare as texts."""
    return context.begins(day).astimezone(UTC).isoformat()
