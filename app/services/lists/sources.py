"""What a column is made of: declared once, for reading, sorting and showing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Table

from app.core.fieldkinds import TEXT_SLOT_TYPES, FieldType, Value, from_json
from app.core.money import from_minor
from app.core.text import display_name
from app.models import Activity, TimelineItem
from app.services.clients.reading import MONEY_COLUMNS, rules_for
from app.services.clients.sections import SECTIONS, fields_of, slot_of
from app.services.filtering.context import FilterContext
from app.services.filtering.document import document_value, first_option
from app.services.listed import LEADS, Listed
from app.services.lists.orders import ByDictionary, ByValue, Order
from app.services.records.cells import Amount, PersonName
from app.services.records.lists import Column
from app.services.records.office import FieldRecord
from app.services.search.conditions import folded

Expression = ColumnElement[Any]  # Any: whatever the column holds

NEXT_ACTIVITY: Table = Activity.__table__.alias("next_activity")  # type: ignore[assignment]  # used by its columns alone
LAST_LINE: Table = TimelineItem.__table__.alias("last_line")  # type: ignore[assignment]  # likewise


@dataclass(frozen=True, slots=True)
class Join:
    """A table joined to every row of a page."""

    target: FromClause
    on: ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Source:
    """A column of a list."""

    column: Column
    parts: tuple[Expression, ...]
    make: Callable[..., object]
    """The cell, of the values of `parts`, and after them what the page's `extra` query found for the row."""
    order: Order | None = None
    joins: tuple[Join, ...] = ()
    extra: str | None = None
    """Name of a second query for the whole page (`reading.EXTRAS`)."""


Sources = Mapping[str, Source]


def as_it_is(value: object) -> object:
    """The cell is the column's value."""
    return value


def plain(code: str, expression: Expression, order: Order | None) -> Source:
    """A column that shows one value of the row."""
    return Source(Column(code, None, order is not None), (expression,), as_it_is, order)


def nullable(expression: Expression, *, indexed: bool = False) -> ByValue:
    """Sorted by a column that may be empty."""
    return ByValue(expression, expression.is_not(None), indexed)


def person_name(last: str, first: str, middle: str, title: str) -> PersonName:
    """The person, else the title; the title beside the name only where it says more."""
    name = display_name(last, first, middle)
    return PersonName(name or title, title if name and title != name else "")


def amount(minor: int | None, currency: str) -> Amount | None:
    """A sum of minor units in its currency."""
    return None if minor is None else Amount(from_minor(minor, currency), currency)


def builtin_fields(section: Listed, context: FilterContext) -> dict[str, Source]:
    """The office's built-in fields that are columns of the table."""
    columns = SECTIONS[section.code].columns
    found = {}
    for record in fields_of(context.registry, section.code):
        if record.builtin and record.code in columns:
            found[record.code] = _builtin(section, record, section.table.c[columns[record.code]], context)
    return found


def custom_fields(section: Listed, context: FilterContext) -> dict[str, Source]:
    """Custom fields from the document; sorted through their slots."""
    found = {}
    for record in fields_of(context.registry, section.code):
        if not record.builtin and record.type is not FieldType.FILE:
            order = _custom_order(section, record, context)
            column = Column(record.code, record.type, order is not None, record.name)
            document, currency = section.table.c.custom, _currency(section)
            parts = (document,) if currency is None else (document, currency)
            found[record.code] = Source(column, parts, _reader(record, context), order)
    return found


def dictionary(record_code: str, context: FilterContext) -> tuple[int, ...]:
    """The ids of a built-in dictionary in its order."""
    everything = context.registry.all
    match record_code:
        case "source":
            return tuple(everything.sources)
        case "place":
            return tuple(everything.places)
        case "deal_type":
            return tuple(everything.deal_types)
        case _:
            people = sorted(everything.employees.values(), key=lambda one: (one.name, one.id))
            return tuple(one.id for one in people)


def _builtin(section: Listed, record: FieldRecord, column: Expression, context: FilterContext) -> Source:
    shown = Column(record.code, record.type, sortable=True, label=record.name)
    if record.code in MONEY_COLUMNS:
        indexed = section.code == LEADS and record.code == "amount"
        return Source(shown, (column, section.table.c.currency), amount, nullable(column, indexed=indexed))
    if record.type is FieldType.ONE_OF:
        return Source(shown, (column,), as_it_is, ByDictionary(column, dictionary(record.code, context)))
    if record.type in (FieldType.TEXT, FieldType.LONG_TEXT):
        return Source(shown, (column,), as_it_is, ByValue(column, column != ""))
    return Source(shown, (column,), as_it_is, nullable(column))


def _custom_order(section: Listed, record: FieldRecord, context: FilterContext) -> Order | None:
    """By the slot, whose index gives the order; a field without one is sorted by what the document says."""
    options = tuple(option.id for option in record.options)
    if record.type is FieldType.SEVERAL_OF:
        return ByDictionary(first_option(section, record.code, sqlite=context.sqlite), options)
    slot = slot_of(context.registry, section.code, record)
    value = section.table.c[slot] if slot else document_value(section, record, sqlite=context.sqlite)
    if value is None:
        return None
    if record.type is FieldType.ONE_OF:
        return ByDictionary(value, options)
    if slot is None and record.type in TEXT_SLOT_TYPES:
        value = folded(value, sqlite=context.sqlite)
    return nullable(value)


def _currency(section: Listed) -> Expression | None:
    columns = section.table.c
    return columns.currency if "currency" in columns else None


def _reader(record: FieldRecord, context: FilterContext) -> Callable[..., object]:
    office: str = context.currency
    zone: tzinfo = context.zone

    def read(document: Mapping[str, object] | None, currency: str = office) -> Value | Amount:
        value = from_json(record.type, (document or {}).get(record.code), rules_for(record, currency, zone))
        if isinstance(value, Decimal) and record.type is FieldType.MONEY:
            return Amount(value, currency)
        return value

    return read
