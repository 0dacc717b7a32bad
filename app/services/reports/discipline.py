"""The discipline report: grouped queries over what everybody's clients, calls and meetings look like."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.kinds import ActivityKind, ActivityState, HistoryOp, Kind, Right, Scope
from app.core.text import display_name
from app.models import Activity, History, Lead, TimelineItem
from app.services.activities.rows import read_activities
from app.services.filtering.context import FilterContext
from app.services.filtering.lateness import too_late
from app.services.listed import DEALS, LEADS, Listed, listed
from app.services.recordings import are_kept, is_unprocessed
from app.services.records.activities import ClientRef
from app.services.records.office import EmployeeRecord
from app.services.reports import conditions as count_as
from app.services.reports.records import (
    Behind,
    DisciplineReport,
    EmployeeDiscipline,
    Metric,
    OverrideLine,
    Pair,
    Period,
)
from app.services.reports.week_before import WeekBefore
from app.services.workplace import Workplace

WEEK: Final = timedelta(days=7)
MOST_BEHIND: Final = 500
MOST_OVERRIDES: Final = 100
LONGEST: Final = timedelta(days=366)
MOST_DAYS: Final = 31
"""Columns of the chart."""

Condition = ColumnElement[bool]
Numbers = dict[int, EmployeeDiscipline]


class Discipline:
    """Within the right "reports": oneself, the department or everybody."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def people(self) -> tuple[EmployeeRecord, ...]:
        """Whose numbers may be seen, by name."""
        rights = self._workplace.rights
        scope = rights.cells.get(("reports", Right.READ.value), Scope.NONE)
        everybody = self._workplace.registry.employees()
        if scope is Scope.ALL:
            return everybody
        seen = {Scope.NONE: frozenset[int](), Scope.OWN: frozenset({rights.employee_id})}.get(scope, rights.people)
        return tuple(one for one in everybody if one.id in seen)

    async def report(self, period: Period, employee_ids: Sequence[int] = ()) -> DisciplineReport:
        """The numbers of some or all people; clients as they stand now, calls and meetings of the period.

        Raises UserError: "not_allowed", "period_unsuitable".
        """
        chosen = self._chosen(employee_ids)
        if not timedelta() <= period.last - period.first <= LONGEST:
            raise UserError("period_unsuitable")
        context = FilterContext.of(self._workplace)
        numbers: Numbers = {one: EmployeeDiscipline(one) for one in chosen}
        async with self._workplace.database.read() as session:
            for section in (LEADS, DEALS):
                await self._count_clients(session, listed(section), context, numbers)
            await self._count_ended(session, period, context, numbers)
            await self._count_first_contacts(session, period, context, numbers)
            late_days = await self._late_days(session, period, context, chosen)
            overrides = await self._overrides(session, period, context, chosen)
        total = EmployeeDiscipline(0)
        for one in numbers.values():
            total.add(one)
        return DisciplineReport(period, context.now, tuple(numbers.values()), total, late_days, overrides)

    async def week_before(self, period: Period, employee_ids: Sequence[int] = ()) -> WeekBefore:
        """What is compared with a report of the same period and people. Raises what `report` raises."""
        chosen, context = self._chosen(employee_ids), FilterContext.of(self._workplace)
        earlier = Period(period.first - WEEK, min(period.last, context.today) - WEEK)
        numbers: Numbers = {one: EmployeeDiscipline(one) for one in chosen}
        async with self._workplace.database.read() as session:
            await self._count_ended(session, earlier, context, numbers)
            late, late_now = await self._late_at(session, [context.now - WEEK, context.now], chosen)
        total = EmployeeDiscipline(0)
        for one in numbers.values():
            total.add(one)
        return WeekBefore(
            total.calls, total.calls_silent, total.meetings, total.meetings_unrecorded, late, late_now
        )

    async def behind(self, metric: Metric, period: Period, employee_ids: Sequence[int] = ()) -> tuple[Behind, ...]:
        """The calls, meetings or leads behind a number, the newest first. Raises what `report` raises.

        Clients that are overdue, without activities and the like open as lists by their filters.
        """
        chosen, context = self._chosen(employee_ids), FilterContext.of(self._workplace)
        async with self._workplace.database.read() as session:
            if metric == "first_contact":
                return await self._leads_behind(session, period, context, chosen)
            where = {
                "calls_silent": and_(count_as.ended(ActivityKind.CALL, period, context), count_as.silent(context)),
                "meetings_unrecorded": and_(
                    count_as.ended(ActivityKind.MEETING, period, context), count_as.unrecorded(context)
                ),
            }[metric]
            newest = (
                select(Activity.id)
                .where(where, Activity.responsible_id.in_(chosen))
                .order_by(Activity.completed_at.desc())
                .limit(MOST_BEHIND)
            )
            found = await read_activities(session, self._workplace.rights, Activity.id.in_(newest))
        records = sorted((one.record for one in found), key=lambda one: one.completed_at or one.starts_at, reverse=True)
        return tuple(Behind(one.client, one.client_name, one.subject, one.completed_at) for one in records)

    def _chosen(self, employee_ids: Sequence[int]) -> tuple[int, ...]:
        allowed = [one.id for one in self.people()]
        if not allowed or not set(employee_ids) <= set(allowed):
            raise UserError("not_allowed", kind="reports", right=Right.READ.value)
        return tuple(one for one in allowed if not employee_ids or one in employee_ids)

    async def _count_clients(
        self, session: AsyncSession, section: Listed, context: FilterContext, numbers: Numbers
    ) -> None:
        c = section.table.c
        overdue, without = c.next_activity_at <= context.now, c.next_activity_at.is_(None)
        late = too_late(section, context)
        unprocessed = section.code == DEALS and are_kept(context.registry)
        columns = [func.count(), *map(_sum, (overdue, without, late, or_(overdue, without, late)))]
        if unprocessed:
            columns.append(_sum(is_unprocessed(sqlite=context.sqlite)))
        query = (
            select(c.responsible_id, *columns)
            .where(count_as.in_progress(section, context), c.responsible_id.in_(sorted(numbers)))
            .group_by(c.responsible_id)
        )
        for row in await session.execute(query):
            one = numbers[row[0]]
            one.open += _pair(section, row[1])
            one.overdue += _pair(section, row[2])
            one.without += _pair(section, row[3])
            one.too_late += _pair(section, row[4])
            one.broken += _pair(section, row[5])
            if unprocessed:
                one.unprocessed = int(row[6])
        if unprocessed:
            for one in numbers.values():
                one.unprocessed = one.unprocessed or 0

    async def _count_ended(
        self, session: AsyncSession, period: Period, context: FilterContext, numbers: Numbers
    ) -> None:
        for kind, bad in (
            (ActivityKind.CALL, count_as.silent(context)),
            (ActivityKind.MEETING, count_as.unrecorded(context)),
        ):
            counted = count_as.held(context) if kind is ActivityKind.MEETING else Activity.id.is_not(None)
            query = (
                select(Activity.responsible_id, _sum(counted), _sum(bad))
                .where(count_as.ended(kind, period, context), Activity.responsible_id.in_(sorted(numbers)))
                .group_by(Activity.responsible_id)
            )
            for row in await session.execute(query):
                one = numbers[row[0]]
                if kind is ActivityKind.CALL:
                    one.calls, one.calls_silent = int(row[1]), int(row[2])
                else:
                    one.meetings, one.meetings_unrecorded = int(row[1]), int(row[2])

    async def _count_first_contacts(
        self, session: AsyncSession, period: Period, context: FilterContext, numbers: Numbers
    ) -> None:
        first = _first_contact()
        query = select(Lead.responsible_id, Lead.created_at, first).where(
            count_as.new_leads(period, context), Lead.responsible_id.in_(sorted(numbers))
        )
        for row in await session.execute(query):
            one = numbers[row[0]]
            one.new_leads += 1
            if row[2] is not None:
                one.contacted += 1
                one.waited += max(row[2] - row[1], timedelta())

    async def _late_days(
        self, session: AsyncSession, period: Period, context: FilterContext, chosen: Sequence[int]
    ) -> tuple[tuple[date, int], ...]:
        """By what the activities tell today; one that was put off since counts by its new time."""
        days = self._working_days(period, context.today)[-MOST_DAYS:]
        if not days:
            return ()
        moments = [min(_closing(day, context), context.now) for day in days]
        return tuple(zip(days, await self._late_at(session, moments, chosen), strict=True))

    async def _late_at(
        self, session: AsyncSession, moments: Sequence[datetime], chosen: Sequence[int]
    ) -> tuple[int, ...]:
        """How many activities were overdue at each moment, the earliest first."""
        columns = [
            _sum(
                and_(
                    Activity.starts_at <= at,
                    Activity.created_at <= at,
                    or_(Activity.completed_at.is_(None), Activity.completed_at > at),
                )
            )
            for at in moments
        ]
        states = (ActivityState.PLANNED, ActivityState.DONE, ActivityState.MISSED)
        query = select(*columns).where(
            Activity.responsible_id.in_(chosen),
            Activity.deleted_at.is_(None),
            Activity.state.in_(states),
            Activity.starts_at <= moments[-1],
            or_(Activity.completed_at.is_(None), Activity.completed_at > moments[0]),
        )
        row = (await session.execute(query)).one()
        return tuple(int(one or 0) for one in row)

    def _working_days(self, period: Period, today: date) -> Sequence[date]:
        last = min(period.last, today)
        days = (period.first + timedelta(days=number) for number in range((last - period.first).days + 1))
        return [day for day in days if self._workplace.calendar.is_working(day)]

    async def _overrides(
        self, session: AsyncSession, period: Period, context: FilterContext, chosen: Sequence[int]
    ) -> tuple[OverrideLine, ...]:
        begins, ends = context.begins(period.first), context.begins(period.last + timedelta(days=1))
        query = (
            select(History.at, History.actor_id, History.params, History.ref)
            .where(
                History.at >= begins, History.at < ends, History.kind == Kind.ACTIVITY,
                History.op == HistoryOp.OVERRIDE, History.params.is_not(None), History.actor_id.in_(chosen),
            )
            .order_by(History.at.desc(), History.id.desc())
            .limit(MOST_OVERRIDES)
        )  # fmt: skip
        rows = [row for row in await session.execute(query) if (row.params or {}).get("overridden")]
        found = await read_activities(session, self._workplace.rights, Activity.id.in_([row.ref for row in rows]))
        activities: Mapping[int, Any] = {one.record.id: one.record for one in found}  # Any: records
        return tuple(_override(row, activities.get(row.ref)) for row in rows)

    async def _leads_behind(
        self, session: AsyncSession, period: Period, context: FilterContext, chosen: Sequence[int]
    ) -> tuple[Behind, ...]:
        first = _first_contact()
        query = (
            select(Lead.id, Lead.last_name, Lead.first_name, Lead.middle_name, Lead.title, first)
            .where(count_as.new_leads(period, context), Lead.responsible_id.in_(chosen))
            .order_by(Lead.created_at.desc())
            .limit(MOST_BEHIND)
        )
        return tuple(
            Behind(ClientRef(LEADS, row[0]), display_name(row[1], row[2], row[3]) or row[4], "", row[5])
            for row in await session.execute(query)
        )


def _first_contact() -> ColumnElement[Any]:  # Any: a moment or nothing
    line = TimelineItem.__table__.c
    return (
        select(func.min(line.at))
        .where(line.lead_id == Lead.id, line.is_contact, line.deleted_at.is_(None))
        .correlate(Lead)
        .scalar_subquery()
    )


def _override(row: Any, record: Any) -> OverrideLine:  # Any: a row of columns; an activity, if it is still there
    rules = tuple(str(one) for one in row.params["overridden"])
    client, name = (record.client, record.client_name) if record is not None else (None, "")
    return OverrideLine(row.at, row.actor_id, rules, str(row.params.get("reason", "")), client, name)


def _sum(condition: Condition) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def _pair(section: Listed, count: int | None) -> Pair:
    number = int(count or 0)
    return Pair(deals=number) if section.code == DEALS else Pair(leads=number)


def _closing(day: date, context: FilterContext) -> datetime:
    """When the office closes that day."""
    hours = context.registry.setting("workday")
    closing = hours.get("end") if isinstance(hours, dict) else None
    end = time.fromisoformat(closing) if isinstance(closing, str) else time(19)
    return datetime.combine(day, end, tzinfo=context.zone).astimezone(context.now.tzinfo)
