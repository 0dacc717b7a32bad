"""The columns of each section that can be filtered, and what is reckoned of them."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement, and_, exists, or_, select

from app.core.kinds import ActivityKind, ActivityState, ContactPointKind
from app.core.money import exponent
from app.models import Deal
from app.services.clients.sections import fields_of
from app.services.filtering.context import FilterContext
from app.services.filtering.document import has_key
from app.services.filtering.kinds import (
    ActivityStates,
    Days,
    Everywhere,
    Filterable,
    Money,
    Numbers,
    References,
    Texts,
    Whether,
    Words,
)
from app.services.filtering.lateness import too_late
from app.services.filtering.presets import open_condition
from app.services.filtering.relations import PassedStages, Points, Presence
from app.services.filtering.values import DEPARTMENT, people
from app.services.listed import ACTIVITIES, CONTACTS, DEALS, LEADS, Listed
from app.services.recordings import are_kept, is_unprocessed

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
_PEOPLE_COLUMNS = {
    LEADS: {"responsible": "responsible_id", "created_by": "created_by"},
    DEALS: {"responsible": "responsible_id", "created_by": "created_by"},
    CONTACTS: {"responsible": "responsible_id", "created_by": "created_by"},
    ACTIVITIES: {"responsible": "responsible_id"},
}
_MONEY_COLUMNS = {
    LEADS: {"sum": "sum_amount", "amount": "amount", "first_payment": "first_payment"},
    DEALS: {"sum": "sum_amount", "amount": "amount", "paid": "paid"},
    CONTACTS: {},
    ACTIVITIES: {},
}
_MOMENTS = {
    "created": "created_at",
    "updated": "updated_at",
    "last_contact": "last_contact_at",
    "next_activity": "next_activity_at",
}
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


def builtin_fields(section: Listed, context: FilterContext) -> Iterator[tuple[str, Filterable]]:
    """Code and field of everything that is not the office's own."""
    yield from _references(section, context)
    if "next_activity_at" in section.table.c:
        yield "activity_state", ActivityStates(section.table.c.next_activity_at)
    if section.staged:
        yield "too_late", Whether(too_late(section, context))
    yield from _moments(section, context)
    yield from _amounts(section, context)
    yield from _texts(section)
    if section.code == ACTIVITIES:
        yield "kind", Words(section.table.c.kind, frozenset(map(str, ActivityKind)))
        yield "state", Words(section.table.c.state, frozenset(map(str, ActivityState)))
    else:
        yield from _person(section)
        yield from _links(section)
        yield "in_progress", Whether(open_condition(section, context))


def entries(code: str, section: Listed, context: FilterContext) -> frozenset[int | str]:
    """What a dictionary of the program holds, deleted entries too: records may still name them."""
    registry = context.registry.all
    match code:
        case "stage" | "ever_stage":
            return frozenset(one.id for one in registry.stages.values() if one.section == section.code)
        case "source":
            return frozenset(registry.sources)
        case "place":
            return frozenset(registry.places)
        case "deal_type":
            return frozenset(registry.deal_types)
    departments = {f"{DEPARTMENT}{one}" for one in registry.departments}
    return frozenset({"me", "my_department", *registry.employees, *departments})


def _references(section: Listed, context: FilterContext) -> Iterator[tuple[str, Filterable]]:
    columns = section.table.c
    for name, column in _PEOPLE_COLUMNS[section.code].items():
        known = entries(name, section, context)
        yield name, References(columns[column], columns[column].is_not(None), known, people)
    for name, column in _REFERENCE_COLUMNS[section.code].items():
        yield name, References(columns[column], columns[column].is_not(None), entries(name, section, context))
    if section.staged:
        yield "ever_stage", PassedStages(section, entries("ever_stage", section, context))


def _moments(section: Listed, context: FilterContext) -> Iterator[tuple[str, Filterable]]:
    columns = section.table.c
    for name, column in _MOMENT_COLUMNS[section.code].items():
        yield name, Days(columns[column], columns[column].is_not(None), _beginning)
    unknown = {} if section.code == ACTIVITIES else {
        one.code for one in fields_of(context.registry, section.code) if one.unknown_allowed
    }  # fmt: skip
    for name, column in _DAY_COLUMNS[section.code].items():
        filled: ColumnElement[bool] = columns[column].is_not(None)
        if name in unknown:
            filled = or_(filled, has_key(section, name, sqlite=context.sqlite))
        yield name, Days(columns[column], filled)


def _beginning(day: date, context: FilterContext) -> object:
    return context.begins(day)


def _amounts(section: Listed, context: FilterContext) -> Iterator[tuple[str, Filterable]]:
    columns, scale = section.table.c, exponent(context.currency)
    for name, column in _MONEY_COLUMNS[section.code].items():
        yield name, Money(columns[column], columns[column].is_not(None), scale)
    if section.code == DEALS:
        yield "left", Money(columns.amount - columns.paid, columns.amount.is_not(None), scale)
        late = and_(columns.next_payment_on.is_not(None), columns.next_payment_on < context.today)
        yield "payment_overdue", Whether(late)
        if are_kept(context.registry):
            yield "unprocessed", Whether(is_unprocessed(sqlite=context.sqlite))
    if section.code == LEADS:
        yield "repeat", Whether(columns.repeat.is_(True))


def _texts(section: Listed) -> Iterator[tuple[str, Filterable]]:
    columns = section.table.c
    for name in _TEXT_COLUMNS[section.code]:
        written = columns[name] != ""
        yield name, Texts(section, columns[name], written, written)
    yield "number", Numbers(columns.id, columns.id.is_not(None))
    yield "text", Everywhere(section, columns.id.is_not(None))


def _person(section: Listed) -> Iterator[tuple[str, Filterable]]:
    columns = section.table.c
    yield "phones", Everywhere(section, columns.phone.is_not(None))
    yield "emails", Everywhere(section, columns.email.is_not(None))
    yield "messengers", Points(section, ContactPointKind.MESSENGER)


def _links(section: Listed) -> Iterator[tuple[str, Filterable]]:
    columns = section.table.c
    if section.code == LEADS:
        yield "contact", Presence(columns.contact_id.is_not(None))
        made = select(Deal.id).where(Deal.lead_id == columns.id, Deal.deleted_at.is_(None))
        yield "deal", Presence(exists(made))
    if section.code == DEALS:
        yield "lead", Presence(columns.lead_id.is_not(None))
