"""The ready filters of SPEC, "Search, filter": what is in progress, overdue, without activities, closed, failed."""

from collections.abc import Callable, Mapping

from sqlalchemy import ColumnElement, and_, or_, select

from app.core.clock import day_bounds
from app.core.kinds import ActivityState, Right, Scope, StageKind
from app.models import Deal, Lead
from app.services.filtering.context import FilterContext
from app.services.filtering.kinds import ActivityStates
from app.services.listed import ACTIVITIES, CONTACTS, Listed
from app.services.records.lists import Condition as Asked

Condition = ColumnElement[bool]
MINE = "my_open"
_STAGED = (MINE, "department_open", "all_open", "without_activities", "overdue", "closed", "failed")
_CODES = {
    CONTACTS: (MINE, "department_open", "all_open"),
    ACTIVITIES: (MINE, "department_open", "all_open", "overdue", "done_today", "closed"),
}


def preset_codes(section: Listed, context: FilterContext) -> tuple[str, ...]:
    """The presets offered to this employee; the department's needs a right that reaches so far."""
    codes = _CODES.get(section.code, _STAGED)
    alone = context.rights.scope(section.kind, Right.READ) in (Scope.NONE, Scope.OWN)
    return tuple(code for code in codes if not (alone and code == "department_open"))


def default_preset(section: Listed, context: FilterContext) -> str:
    """Where a list begins: my items in progress; a supervisor's begin with the department's."""
    if context.rights.scope(section.kind, Right.READ) is Scope.DEPARTMENT:
        return "department_open"
    return MINE


def preset_condition(section: Listed, code: str, context: FilterContext) -> Condition | None:
    """The SQL of a preset, or None for one that the section doesn't have."""
    if code not in _CODES.get(section.code, _STAGED):
        return None
    return _CONDITIONS[code](section, context)


def preset_conditions(section: Listed, code: str, context: FilterContext) -> tuple[Asked, ...]:
    """A preset as conditions that a form can show and change; empty for one that the section doesn't have.

    They find the same as the preset, which also knows stages that come later.
    """
    if section.code == ACTIVITIES or code not in _CODES.get(section.code, _STAGED):
        return ()
    kinds = {"closed": (StageKind.SUCCESS, StageKind.FAILURE), "failed": (StageKind.FAILURE,)}.get(
        code, (StageKind.WORKING,)
    )
    found = []
    if section.staged:
        stages = stage_ids(section.code, context, *kinds)
        order = [stage.id for stage in context.registry.stages(section.code) if stage.id in stages]
        found.append(Asked("stage", "any_of", (*order, *(one for one in stages if one not in order))))
    else:
        found.append(Asked("in_progress", "equals", (True,)))
    people = {MINE: "me", "department_open": "my_department"}.get(code)
    if people is not None:
        found.append(Asked("responsible", "any_of", (people,)))
    state = {"without_activities": "none", "overdue": "overdue"}.get(code)
    if state is not None:
        found.append(Asked("activity_state", "any_of", (state,)))
    return tuple(found)


def open_condition(section: Listed, context: FilterContext) -> Condition:
    """In progress: on a working stage; a contact with such a lead or deal; a planned activity."""
    if section.code == ACTIVITIES:
        return section.table.c.state == ActivityState.PLANNED
    if section.code != CONTACTS:
        return section.table.c.stage_id.in_(stage_ids(section.code, context, StageKind.WORKING))
    working = {code: stage_ids(code, context, StageKind.WORKING) for code in ("lead", "deal")}
    leads = select(Lead.contact_id).where(
        Lead.contact_id.is_not(None), Lead.stage_id.in_(working["lead"]), Lead.deleted_at.is_(None)
    )
    deals = select(Deal.contact_id).where(Deal.stage_id.in_(working["deal"]), Deal.deleted_at.is_(None))
    return section.table.c.id.in_(leads.union_all(deals))


def urgency_condition(section: Listed, states: tuple[str, ...], context: FilterContext) -> Condition | None:
    """Open records in any of the counters' states; None where a state is unknown."""
    if not set(states) <= {"overdue", "today", "none"}:
        return None
    if section.code == ACTIVITIES:
        return and_(open_condition(section, context), or_(*(_of_activity(section, one, context) for one in states)))
    if section.code == CONTACTS:
        return None
    state = ActivityStates(section.table.c.next_activity_at)
    return and_(open_condition(section, context), state.condition("any_of", states, context))


def stage_ids(section: str, context: FilterContext, *kinds: StageKind) -> list[int]:
    """Stages of these kinds, deleted ones too: records may still stand on them."""
    return sorted(
        stage.id for stage in context.registry.all.stages.values() if stage.section == section and stage.kind in kinds
    )


def _of_activity(section: Listed, state: str, context: FilterContext) -> Condition:
    starts = section.table.c.starts_at
    if state == "overdue":
        return starts <= context.now
    if state == "today":
        return and_(starts > context.now, starts < context.tomorrow_begins)
    return starts.is_(None)


def _mine(section: Listed, context: FilterContext) -> Condition:
    return and_(section.table.c.responsible_id == context.employee_id, open_condition(section, context))


def _departments(section: Listed, context: FilterContext) -> Condition:
    people = section.table.c.responsible_id.in_(sorted(context.rights.people))
    return and_(people, open_condition(section, context))


def _without_activities(section: Listed, context: FilterContext) -> Condition:
    return and_(open_condition(section, context), section.table.c.next_activity_at.is_(None))


def _overdue(section: Listed, context: FilterContext) -> Condition:
    due = section.table.c.starts_at if section.code == ACTIVITIES else section.table.c.next_activity_at
    return and_(open_condition(section, context), due <= context.now)


def _closed(section: Listed, context: FilterContext) -> Condition:
    if section.code == ACTIVITIES:
        return section.table.c.state != ActivityState.PLANNED
    closed = stage_ids(section.code, context, StageKind.SUCCESS, StageKind.FAILURE)
    return section.table.c.stage_id.in_(closed)


def _failed(section: Listed, context: FilterContext) -> Condition:
    return section.table.c.stage_id.in_(stage_ids(section.code, context, StageKind.FAILURE))


def _done_today(section: Listed, context: FilterContext) -> Condition:
    begins, ends = day_bounds(context.today, context.zone)
    columns = section.table.c
    return and_(
        columns.responsible_id == context.employee_id, columns.completed_at >= begins, columns.completed_at < ends
    )


_CONDITIONS: Mapping[str, Callable[[Listed, FilterContext], Condition]] = {
    MINE: _mine,
    "department_open": _departments,
    "all_open": open_condition,
    "without_activities": _without_activities,
    "overdue": _overdue,
    "closed": _closed,
    "failed": _failed,
    "done_today": _done_today,
}
