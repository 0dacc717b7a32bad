"""The composed columns of leads, deals and contacts: whom, where it stands, what is next, what was last."""

from datetime import date, datetime
from decimal import Decimal

from app.core.kinds import ActivityKind, StageKind, TimelineKind
from app.core.money import from_minor
from app.services.filtering.context import FilterContext
from app.services.filtering.presets import stage_ids
from app.services.listed import CONTACTS, DEALS, Listed
from app.services.lists.orders import ByDictionary, ById, ByValue
from app.services.lists.queue import queue_order, queue_rank
from app.services.lists.sources import (
    LAST_LINE,
    NEXT_ACTIVITY,
    Join,
    Source,
    amount,
    as_it_is,
    builtin_fields,
    custom_fields,
    dictionary,
    nullable,
    person_name,
    plain,
)
from app.services.records.cells import LastLine, NextActivity, Paid, StageTag
from app.services.records.lists import Column

TAGS, BADGES, OVERDUE_PAYMENTS = "tags", "badges", "overdue_payments"
"""Names of the second queries of a page."""


def client_sources(section: Listed, context: FilterContext) -> dict[str, Source]:
    """The columns that the clock doesn't change; custom fields never hide a built-in one of the same code."""
    found = {**custom_fields(section, context), **builtin_fields(section, context), **_shared(section, context)}
    if section.staged:
        found.update(_staged(section, context))
    if section.code == DEALS:
        found.update(_of_deals(section))
    if section.code == CONTACTS:
        tags = Source(Column("clients", None, sortable=False), (), _tags, extra=TAGS)
        found["clients"] = tags
    return found


def _shared(section: Listed, context: FilterContext) -> dict[str, Source]:
    c = section.table.c
    activity, line = NEXT_ACTIVITY.c, LAST_LINE.c
    people = dictionary("responsible", context)
    return {
        "name": Source(
            Column("name", None, sortable=True),
            (c.last_name, c.first_name, c.middle_name, c.title),
            person_name,
            ByValue(c.sort_key, c.sort_key != "", indexed=True),
        ),
        "activity": Source(
            Column("activity", None, sortable=True),
            (
                activity.id, activity.kind, activity.subject, activity.starts_at, activity.place_id,
                activity.place_text, activity.confirmed_at,
            ),
            _next_activity,
            nullable(c.next_activity_at),
            (Join(NEXT_ACTIVITY, activity.id == c.next_activity_id),),
        ),
        "last_contact": Source(
            Column("last_contact", None, sortable=True),
            (line.at, line.kind, line.body, line.params),
            _last_line,
            nullable(c.last_contact_at),
            (Join(LAST_LINE, line.id == c.last_timeline_id),),
        ),
        "phone": plain("phone", c.phone, nullable(c.phone)),
        "email": plain("email", c.email, nullable(c.email)),
        "responsible": Source(
            Column("responsible", None, sortable=True), (c.responsible_id,), as_it_is,
            ByDictionary(c.responsible_id, people),
        ),
        "number": plain("number", c.id, ById()),
        "created": plain("created", c.created_at, ByValue(c.created_at, indexed=True)),
        "updated": plain("updated", c.updated_at, ByValue(c.updated_at)),
    }  # fmt: skip


def queue_source(section: Listed, context: FilterContext) -> Source:
    """The place in the order of work: apart from the others, as it follows the clock."""
    shown = Column("queue", None, sortable=True)
    return Source(shown, (queue_rank(section, context),), as_it_is, queue_order(section, context))


def _staged(section: Listed, context: FilterContext) -> dict[str, Source]:
    c = section.table.c
    stages = tuple(stage.id for stage in context.registry.stages(section.code))
    working = frozenset(stage_ids(section.code, context, StageKind.WORKING))
    code = context.registry.sum_field(section.code) or "amount"
    named = context.registry.has_field(section.code, code)
    label = context.registry.field(section.code, code).name if named else ""

    def badge(stage_id: int, next_at: datetime | None, pressing: int | None) -> int:
        """SPEC, "Counters": overdue and today's activities, 1 where none is planned."""
        if stage_id not in working:
            return 0
        return 1 if next_at is None else pressing or 0

    return {
        "stage": Source(
            Column("stage", None, sortable=True), (c.stage_id,), as_it_is, ByDictionary(c.stage_id, stages)
        ),
        "sum": Source(
            Column("sum", None, sortable=True, label=label),
            (c.sum_amount, c.currency),
            amount,
            nullable(c.sum_amount, indexed=True),
        ),
        "badge": Source(Column("badge", None, sortable=False), (c.stage_id, c.next_activity_at), badge, extra=BADGES),
        "stage_since": plain("stage_since", c.stage_since, ByValue(c.stage_since)),
        "closed": plain("closed", c.closed_at, nullable(c.closed_at)),
    }


def _of_deals(section: Listed) -> dict[str, Source]:
    c = section.table.c
    return {
        "paid": Source(
            Column("paid", None, sortable=True), (c.paid, c.amount, c.currency, c.next_payment_on), _paid,
            ByValue(c.paid), extra=OVERDUE_PAYMENTS,
        ),
        "next_payment": plain("next_payment", c.next_payment_on, nullable(c.next_payment_on)),
    }  # fmt: skip


def _next_activity(
    activity_id: int | None, kind: str, subject: str, starts_at: datetime, place_id: int | None, place: str,
    confirmed_at: datetime | None,
) -> NextActivity | None:  # fmt: skip
    if activity_id is None:
        return None
    return NextActivity(activity_id, ActivityKind(kind), subject, starts_at, place_id, place, confirmed_at is not None)


def _last_line(at: datetime | None, kind: str, body: str, params: dict[str, object]) -> LastLine | None:
    return None if at is None else LastLine(at, TimelineKind(kind), body, params)


def _paid(paid: int, price: int | None, currency: str, next_on: date | None, overdue: int | None) -> Paid:
    return Paid(
        from_minor(paid, currency),
        None if price is None else from_minor(price, currency),
        currency,
        from_minor(overdue or 0, currency) if overdue else Decimal(0),
        next_on,
    )


def _tags(found: tuple[StageTag, ...] | None) -> tuple[StageTag, ...]:
    return found or ()
