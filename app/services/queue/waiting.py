"""Who waits now: the time of a client has come, or nothing says when it comes."""

from datetime import timedelta
from typing import Final

from sqlalchemy import ColumnElement, and_, or_

from app.services.filtering.context import FilterContext
from app.services.listed import DEALS, Listed
from app.services.lists.queue import REST, deal_order, queue_rank, ranks_of
from app.services.records.queue import QueueReason
from app.services.registry import Registry

SOON: Final = timedelta(minutes=15)
"""A client is called at the planned time; so long before it the call may be prepared."""

_ONCE_A_DAY: Final = ("deadline", "payment", "unprocessed", REST)
"""What the calendar presses, not the clock: a contact today is enough until tomorrow."""


_REASONS: Final[tuple[QueueReason, ...]] = (
    "overdue", "deadline", "payment", "due", "no_activity", "unprocessed", "rest",
)  # fmt: skip


def waits(section: Listed, context: FilterContext) -> ColumnElement[bool]:
    """Its activity is due, it has none, or (deals) the calendar presses and nobody spoke with the client today."""
    c = section.table.c
    now = or_(c.next_activity_at <= context.now + SOON, c.next_activity_at.is_(None))
    if section.code != DEALS:
        return now
    untouched = or_(c.last_contact_at.is_(None), c.last_contact_at < context.begins(context.today))
    return or_(now, and_(queue_rank(section, context).in_(ranks_of(context.registry, *_ONCE_A_DAY)), untouched))


def comes_later(section: Listed, context: FilterContext) -> ColumnElement[bool]:
    """Its activity is planned for later today."""
    due = section.table.c.next_activity_at
    return and_(due > context.now + SOON, due < context.tomorrow_begins)


def reason_of(section: Listed, rank: int, registry: Registry, *, planned: bool, overdue: bool) -> QueueReason:
    """Why a client waits, in a word."""
    if section.code == DEALS:
        return place_reason(rank, registry)
    if not planned:
        return "no_activity"
    return "overdue" if overdue else "due"


def place_reason(rank: int, registry: Registry) -> QueueReason:
    """What brings deals to a place of their order."""
    order = deal_order(registry)
    wanted = order[rank - 1] if 0 < rank <= len(order) else REST
    return next((reason for reason in _REASONS if reason == wanted), "rest")
