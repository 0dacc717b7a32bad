"""Which fields of a section can be filtered, and where each one stands in the tables."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from sqlalchemy import ColumnElement, func, or_
from sqlalchemy.sql.schema import Column

from app.core.fieldkinds import FieldType, day_number, microseconds
from app.core.kinds import ActivityKind, ActivityState
from app.core.money import exponent
from app.services.clients.sections import fields_of, slot_of
from app.services.filtering.context import FilterContext
from app.services.filtering.kinds import (
    ActivityStates,
    Days,
    Everywhere,
    Filterable,
    Money,
    Numbers,
    References,
    Several,
    Texts,
    Words,
    YesNo,
)
from app.services.filtering.values import people
from app.services.listed import ACTIVITIES, CONTACTS, DEALS, LEADS, Listed
from app.services.records.lists import FilterField
from app.services.records.office import FieldRecord

Fields = Mapping[str, Filterable]

_TEXT_COLUMNS = {
    LEADS: ("title", "last_name", "first_name", "middle_name", "comment", "referrer", "source_details"),
    DEALS: ("title", "last_name", "first_name", "middle_name", "comment", "contract_number"),
    CONTACTS: ("last_name", "first_name", "middle_name", "comment"),
    ACTIVITIES: (),
}
_REFERENCE_COLUMNS = {
    LEADS: {"stage": "stage_id", "source": "source_id", "place": "place_id"},
    DEALS: {"stage": "stage_id", "deal_type": "deal_type_id"},
    CONTACTS: {},
    ACTIVITIES: {"place": "place_id"},
}
_MONEY_COLUMNS = {
    LEADS: {"sum": "sum_amount", "amount": "amount", "first_payment": "first_payment"},
    DEALS: {"sum": "sum_amount", "amount": "amount", "paid": "paid"},
    CONTACTS: {},
    ACTIVITIES: {},
}
_MOMENTS = {"created": "created_at", "updated": "updated_at", "last_contact": "last_contact_at",
            "next_activity": "next_activity_at"}
_MOMENT_COLUMNS = {
    LEADS: {**_MOMENTS, "stage_since": "stage_since", "closed": "closed_at", "meeting_at": "meeting_at"},
    DEALS: {**_MOMENTS, "stage_since": "stage_since", "closed": "closed_at"},
    CONTACTS: _MOMENTS,
    ACTIVITIES: {"starts": "starts_at", "created": "created_at", "completed": "completed_at"},
}
_DAY_COLUMNS = {
    LEADS: {"birth_date": "birth_date"},
    DEALS: {"birth_date": "birth_date", "contract_date": "contract_date", "next_payment": "next_payment_on"},
    CONTACTS: {"birth_date": "birth_date"},
    ACTIVITIES: {},
}


def fields(section: Listed, context: FilterContext) -> Fields:
    """All fields of a section that conditions can be put on, by code."""
    found = dict(_builtin(section, context))
    if section.code != ACTIVITIES:
        for record in fields_of(context.registry, section.code):
            if not record.builtin and record.code not in found:
                custom = _custom(section, record, context)
                if custom is not None:
                    found[record.code] = custom
    return found


def offered(section: Listed, context: FilterContext) -> tuple[FilterField, ...]:
    """The fields as the filter panel offers them."""
    names = {}
    if section.code != ACTIVITIES:
        names = {one.code: one.name for one in fields_of(context.registry, section.code)}
    known = fields(section, context)
    return tuple(FilterField(code, one.kind, one.operators, names.get(code, "")) for code, one in known.items())


def _builtin(section: Listed, context: FilterContext) -> Iterator[tuple[str, Filterable]]:
    columns, code = section.table.c, section.code
    yield "responsible", References(columns.responsible_id, columns.responsible_id.is_not(None), people)
    for name, column in _REFERENCE_COLUMNS[code].items():
        yield name, References(columns[column], columns[column].is_not(None))
    if "next_activity_at" in columns:
        yield "activity_state", ActivityStates(columns.next_activity_at)
    for name, column in _MOMENT_COLUMNS[code].items():
        yield name, Days(columns[column], columns[column].is_not(None), _beginning)
    for name, column in _DAY_COLUMNS[code].items():
        yield name, Days(columns[column], columns[column].is_not(None))
    for name, column in _MONEY_COLUMNS[code].items():
        yield name, Money(columns[column], columns[column].is_not(None), exponent(context.currency))
    for name in _TEXT_COLUMNS[code]:
        written = columns[name] != ""
        yield name, Texts(section, columns[name], written, written)
    yield "number", Numbers(columns.id, columns.id.is_not(None))
    yield "text", Everywhere(section, columns.id.is_not(None))
    if code == ACTIVITIES:
        yield "kind", Words(columns.kind, frozenset(ActivityKind))
        yield "state", Words(columns.state, frozenset(ActivityState))
    else:
        yield "phones", Everywhere(section, columns.phone.is_not(None))
        yield "emails", Everywhere(section, columns.email.is_not(None))


def _beginning(day: date, context: FilterContext) -> object:
    return context.begins(day)


def _custom(section: Listed, record: FieldRecord, context: FilterContext) -> Filterable | None:
    """A custom field by its slot; several-of needs none. Without a slot it isn't marked filterable."""
    if record.type is FieldType.SEVERAL_OF:
        return Several(record.id, section.table.c.id)
    slot = slot_of(context.registry, section.code, record)
    if slot is None or record.type not in _BY_SLOT:
        return None
    column = section.table.c[slot]
    filled: ColumnElement[bool] = column.is_not(None)
    if record.unknown_allowed:
        filled = or_(filled, _has_key(section, record.code, sqlite=context.sqlite))
    return _BY_SLOT[record.type](section, record, column, filled, context)


def _has_key(section: Listed, code: str, *, sqlite: bool) -> ColumnElement[bool]:
    """Whether the document answers the field at all: "the client doesn't know" has no slot but is an answer."""
    custom = section.table.c.custom
    if sqlite:
        return func.json_type(custom, f'$."{code}"').is_not(None)
    return func.jsonb_exists(custom, code)


def _document_text(section: Listed, code: str, *, sqlite: bool) -> ColumnElement[str]:
    custom = section.table.c.custom
    return func.json_extract(custom, f'$."{code}"') if sqlite else func.jsonb_extract_path_text(custom, code)


_Maker = Callable[[Listed, FieldRecord, Column[object], ColumnElement[bool], FilterContext], Filterable]


def _text(
    section: Listed, record: FieldRecord, slot: Column[object], filled: ColumnElement[bool], context: FilterContext
) -> Filterable:
    text = _document_text(section, record.code, sqlite=context.sqlite)
    # The slot holds only the text's beginning as its sort key; the document has the whole of it.
    return Texts(section, text, filled, slot.is_not(None))


_BY_SLOT: Mapping[FieldType, _Maker] = {
    FieldType.TEXT: _text,
    FieldType.LONG_TEXT: _text,
    FieldType.PHONE: _text,
    FieldType.EMAIL: _text,
    FieldType.NUMBER: lambda _s, record, column, filled, _c: Numbers(column, filled, record.scale),
    FieldType.MONEY: lambda _s, _r, column, filled, context: Money(column, filled, exponent(context.currency)),
    FieldType.DATE: lambda _s, _r, column, filled, _c: Days(column, filled, lambda day, _context: day_number(day)),
    FieldType.DATETIME: lambda _s, _r, column, filled, _c: Days(
        column, filled, lambda day, context: microseconds(context.begins(day))
    ),
    FieldType.YES_NO: lambda _s, _r, column, filled, _c: YesNo(column, filled),
    FieldType.ONE_OF: lambda _s, _r, column, filled, _c: References(column, filled),
}
