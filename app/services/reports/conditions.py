"""Which clients and activities each number counts."""

from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select, text

from app.core.clock import day_bounds
from app.core.kinds import ActivityKind, ActivityState, StageKind, TimelineKind
from app.models import Activity, Lead, TimelineItem
from app.services.filtering.context import FilterContext
from app.services.filtering.presets import stage_ids
from app.services.listed import Listed
from app.services.reports.records import Period

Condition = ColumnElement[bool]


def in_progress(section: Listed, context: FilterContext) -> Condition:
    """Alive and on a working stage."""
    working = stage_ids(section.code, context, StageKind.WORKING)
    return and_(section.alive(), section.table.c.stage_id.in_(working))


def ended(kind: ActivityKind, period: Period, context: FilterContext) -> Condition:
    """Activities of a kind that ended in the period."""
    first, last = day_bounds(period.first, context.zone)[0], day_bounds(period.last, context.zone)[1]
    return and_(
        Activity.kind == kind,
        Activity.state == ActivityState.DONE,
        Activity.deleted_at.is_(None),
        Activity.completed_at >= first,
        Activity.completed_at < last,
    )


def silent(context: FilterContext) -> Condition:
    """A result that takes a comment has none."""
    codes = [
        one.code for one in context.registry.all.call_results
        if one.activity_kind is ActivityKind.CALL and one.needs_comment
    ]  # fmt: skip
    return and_(Activity.result.in_(codes), Activity.result_comment == "")


def held(context: FilterContext) -> Condition:
    """A meeting to which the client came."""
    codes = [
        one.code for one in context.registry.all.call_results
        if one.activity_kind is ActivityKind.MEETING and one.reached
    ]  # fmt: skip
    return Activity.result.in_(codes)


def unrecorded(context: FilterContext) -> Condition:
    """No visit with the client was recorded within half a day of the meeting."""
    line = TimelineItem.__table__.c
    same = or_(
        line.deal_id == Activity.deal_id,
        line.lead_id == Activity.lead_id,
        and_(line.contact_id == Activity.contact_id, Activity.deal_id.is_(None), Activity.lead_id.is_(None)),
    )
    visit = exists(
        select(line.id).where(
            same,
            line.kind == TimelineKind.VISIT,
            line.deleted_at.is_(None),
            line.at >= _shifted(-12, sqlite=context.sqlite),
            line.at < _shifted(12, sqlite=context.sqlite),
        )
    )
    return and_(held(context), ~visit)


def new_leads(period: Period, context: FilterContext) -> Condition:
    """Leads that came in the period, imported ones apart: nobody could have spoken with them sooner."""
    first, last = day_bounds(period.first, context.zone)[0], day_bounds(period.last, context.zone)[1]
    return and_(Lead.deleted_at.is_(None), Lead.import_id.is_(None), Lead.created_at >= first, Lead.created_at < last)


def _shifted(hours: int, *, sqlite: bool) -> ColumnElement[Any]:  # Any: a moment, on SQLite its text
    """The activity's start so many hours later."""
    if sqlite:
        return func.strftime("%Y-%m-%d %H:%M:%f", Activity.starts_at, f"{hours:+d} hours")
    return Activity.starts_at + text(f"interval '{hours} hours'")
