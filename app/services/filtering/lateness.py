"""Clients whose next step lies later than the rules allow: the five working days, for a whole list at once."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, case, exists, false, func, or_, select

from app.core.kinds import StageKind
from app.core.workdays import WorkCalendar
from app.models import Lead
from app.services.filtering.context import FilterContext
from app.services.listed import DEALS, Listed
from app.services.people.workplaces import work_calendar
from app.services.rules.settings import Mode, Place, RuleCode, setting_for

Condition = ColumnElement[bool]
LONGEST: Final = 120
"""Days back; of older contacts the limit is past whatever the calendar says."""


def too_late(section: Listed, context: FilterContext) -> Condition:
    """In progress, with a next activity beyond the last allowed day; numbers by stage as the rules say."""
    stages: dict[int, list[int]] = defaultdict(list)
    for stage in context.registry.all.stages.values():
        if stage.section != section.code or stage.kind is not StageKind.WORKING:
            continue
        rule = setting_for(context.registry.all.rules, RuleCode.CONTACT_INTERVAL, "", Place(section.code, stage.code))
        if rule.mode is not Mode.OFF:
            stages[rule.numbers["working_days"]].append(stage.id)
    c = section.table.c
    found = [and_(c.stage_id.in_(ids), _late(section, days, context)) for days, ids in sorted(stages.items())]
    return or_(false(), *found)


def _late(section: Listed, working_days: int, context: FilterContext) -> Condition:
    c = section.table.c
    since = func.coalesce(c.last_contact_at, c.created_at)
    own = c.next_activity_at >= _first_late_day(since, working_days, context)
    if section.code != DEALS:
        return own
    lead = Lead.__table__.alias("spoken_lead")
    # a talk with the client as a lead counts for the deal
    spoken = exists(
        select(lead.c.id).where(
            lead.c.id == c.lead_id,
            lead.c.last_contact_at.is_not(None),
            c.next_activity_at < _first_late_day(lead.c.last_contact_at, working_days, context),
        )
    )
    return and_(own, ~spoken)


def _first_late_day(
    since: ColumnElement[Any], working_days: int, context: FilterContext
) -> ColumnElement[Any]:  # Any: moments, on SQLite texts that sort as they do
    """The moment from which a start is too late, by the day of the last contact."""
    steps = list(_steps(work_calendar(context.registry), context.today, working_days))
    oldest = steps[-1][1]
    return case(
        *((since >= context.begins(day), context.begins(latest + timedelta(days=1))) for day, latest in steps[:-1]),
        else_=context.begins(oldest + timedelta(days=1)),
    )


def _steps(calendar: WorkCalendar, today: date, working_days: int) -> Iterator[tuple[date, date]]:
    """Days of contact from today back, each with the last allowed day; the last pair stands for all older ones."""
    for back in range(LONGEST):
        day = today - timedelta(days=back)
        yield day, calendar.latest_start(day, today, working_days)
        if calendar.add_working_days(day, working_days) < today:
            return
