"""The guide's order of work (SPEC, "The rules people had to remember"): whom to contact next."""

from datetime import timedelta

from sqlalchemy import ColumnElement, and_, case, null, or_, select

from app.core.kinds import ActivityKind, StageKind
from app.models import Activity
from app.services.filtering.context import FilterContext
from app.services.filtering.presets import stage_ids
from app.services.listed import DEALS, Listed
from app.services.lists.orders import ByKeys

LAST = 9
"""The rank of what waits for nobody."""

DEADLINE_DAYS = 3
_WITH_DEADLINE = (ActivityKind.OTHER, ActivityKind.MEETING)
"""Kinds that hearings and deadlines are planned as."""


def queue_rank(section: Listed, context: FilterContext) -> ColumnElement[int]:
    """The place in the order of work, 1 first: of a lead its stage's, of a deal what presses."""
    return _deal_rank(section, context) if section.code == DEALS else _lead_rank(section, context)


def queue_order(section: Listed, context: FilterContext) -> ByKeys:
    """Leads: rank, then what is due by its time, what has no activity, what comes later; deals: as SPEC says."""
    c = section.table.c
    closed = c.stage_id.in_(stage_ids(section.code, context, StageKind.SUCCESS, StageKind.FAILURE))
    rank = queue_rank(section, context)
    if section.code == DEALS:
        timed = case((rank.in_((1, 2, 4)), c.next_activity_at), else_=null())
        payment = case((rank == 3, c.next_payment_on), else_=null())
        return ByKeys((rank, timed, payment, c.last_contact_at, c.created_at), closed)
    due = case((c.next_activity_at < context.tomorrow_begins, 0), (c.next_activity_at.is_(None), 1), else_=2)
    return ByKeys((rank, due, c.next_activity_at, c.created_at), closed)


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
    """Overdue; hearings and deadlines within 3 days; overdue payments; due today; without activities; the rest."""
    c = section.table.c
    next_at = c.next_activity_at
    kind = select(Activity.kind).where(Activity.id == c.next_activity_id).scalar_subquery()
    deadline = context.begins(context.today + timedelta(days=DEADLINE_DAYS + 1))
    return case(
        (c.stage_id.not_in(stage_ids(section.code, context, StageKind.WORKING)), LAST),
        (next_at <= context.now, 1),
        (and_(next_at < deadline, or_(*(kind == one for one in _WITH_DEADLINE))), 2),
        (c.next_payment_on < context.today, 3),
        (next_at < context.tomorrow_begins, 4),
        (next_at.is_(None), 5),
        else_=6,
    )
