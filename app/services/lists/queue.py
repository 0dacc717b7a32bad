"""The order of work (SPEC, "The rules people had to remember"): whom to contact next.

The places are data that an administrator changes: of leads each stage's rank, of deals the order of what presses.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from sqlalchemy import ColumnElement, and_, case, null, select

from app.core.kinds import ActivityKind, StageKind
from app.models import Activity
from app.services.filtering.context import FilterContext
from app.services.filtering.presets import stage_ids
from app.services.listed import DEALS, Listed
from app.services.lists.orders import ByKeys
from app.services.recordings import are_kept, is_unprocessed
from app.services.registry import Registry
from app.services.rules.settings import Mode, Place, RuleCode, setting_for

LAST = 9
"""The rank of what waits for nobody."""

DEAL_ORDER: Final = "queue.deal"
"""The setting that holds the order of a deal's reasons."""
DEAL_REASONS: Final = ("overdue", "deadline", "payment", "due", "no_activity", "unprocessed")
REST: Final = "rest"
"""Whom nothing presses: by the oldest contact, always last."""
_WITH_DEADLINE = (ActivityKind.OTHER, ActivityKind.MEETING)
"""Kinds that hearings and deadlines are planned as."""


def deal_order(registry: Registry) -> tuple[str, ...]:
    """The reasons for which a deal comes, the most pressing first; those that can't come now are left out."""
    stored = registry.setting(DEAL_ORDER)
    wanted = stored if isinstance(stored, list) else DEAL_REASONS
    found = [one for one in dict.fromkeys(wanted) if one in DEAL_REASONS]
    if not are_kept(registry):
        found = [one for one in found if one != "unprocessed"]
    if _deadline_days(registry) is None:
        found = [one for one in found if one != "deadline"]
    return (*found, REST)


def queue_rank(section: Listed, context: FilterContext) -> ColumnElement[int]:
    """The place in the order of work, 1 first: of a lead its stage's, of a deal what presses."""
    return _deal_rank(section, context) if section.code == DEALS else _lead_rank(section, context)


def queue_order(section: Listed, context: FilterContext) -> ByKeys:
    """Leads: rank, then what is due by its time, what has no activity, what comes later; deals: as SPEC says."""
    c = section.table.c
    closed = c.stage_id.in_(stage_ids(section.code, context, StageKind.SUCCESS, StageKind.FAILURE))
    rank = queue_rank(section, context)
    if section.code == DEALS:
        ranks = ranks_of(context.registry, "overdue", "deadline", "due")
        timed = case((rank.in_(ranks), c.next_activity_at), else_=null())
        payment = case((rank.in_(ranks_of(context.registry, "payment")), c.next_payment_on), else_=null())
        return ByKeys((rank, timed, payment, c.last_contact_at, c.created_at), closed)
    due = case((c.next_activity_at < context.tomorrow_begins, 0), (c.next_activity_at.is_(None), 1), else_=2)
    return ByKeys((rank, due, c.next_activity_at, c.created_at), closed)


def ranks_of(registry: Registry, *reasons: str) -> tuple[int, ...]:
    """The places at which deals stand for these reasons."""
    return tuple(number for number, reason in enumerate(deal_order(registry), 1) if reason in reasons)


def _lead_rank(section: Listed, context: FilterContext) -> ColumnElement[int]:
    ranks = {
        stage.id: stage.queue_rank
        for stage in context.registry.all.stages.values()
        if stage.section == section.code and stage.kind is StageKind.WORKING
    }
    if not ranks:
        return case((section.table.c.id.is_not(None), LAST))
    return case(ranks, value=section.table.c.stage_id, else_=LAST)


def _deal_rank(section: Listed, context: FilterContext) -> ColumnElement[int]:
    """The first of the office's reasons that holds."""
    closed = section.table.c.stage_id.not_in(stage_ids(section.code, context, StageKind.WORKING))
    order = deal_order(context.registry)
    conditions = _conditions(section, context)
    places = [(conditions[reason], number) for number, reason in enumerate(order, 1) if reason != REST]
    return case((closed, LAST), *places, else_=len(order))


def _conditions(section: Listed, context: FilterContext) -> Mapping[str, ColumnElement[bool]]:
    c = section.table.c
    next_at = c.next_activity_at
    kind = select(Activity.kind).where(Activity.id == c.next_activity_id).scalar_subquery()
    days = _deadline_days(context.registry) or 0
    deadline = context.begins(context.today + timedelta(days=days + 1))
    return {
        "overdue": next_at <= context.now,
        "deadline": and_(next_at < deadline, kind.in_(_WITH_DEADLINE)),
        "payment": c.next_payment_on < context.today,
        "due": next_at < context.tomorrow_begins,
        "no_activity": next_at.is_(None),
        "unprocessed": is_unprocessed(sqlite=context.sqlite),
    }


def _deadline_days(registry: Registry) -> int | None:
    """Days within which hearings and deadlines go first; None where the rule is off."""
    rule = setting_for(registry.all.rules, RuleCode.NEAR_DEADLINE, "", Place(DEALS))
    return None if rule.mode is Mode.OFF else rule.numbers["days"]
