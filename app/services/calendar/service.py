"""What the window asks of the calendar (SPEC, "The window", views)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from app.core.clock import day_bounds
from app.core.errors import UserError
from app.core.kinds import Kind, Right
from app.db.slots import index_slots
from app.services.activities import Activities
from app.services.activities.bookings import read_bookings
from app.services.calendar.axes import CREATED, axis_for, date_fields
from app.services.calendar.items import read_items, read_running
from app.services.calendar.reading import Asked, Found, asked, find, find_newest, named_days
from app.services.calendar.slots import free_slots, office_hours
from app.services.deals import Deals
from app.services.filtering.context import FilterContext
from app.services.leads import Leads
from app.services.listed import listed
from app.services.records.calendar import (
    Booking,
    CalendarDay,
    CalendarItem,
    CalendarPage,
    CalendarQuestion,
    DateField,
    FreeSlot,
    Waiting,
)
from app.services.records.lists import Condition
from app.services.records.office import EmployeeRecord
from app.services.registry import Dictionaries
from app.services.rules import Finding
from app.services.workplace import Workplace

_WAITING: Final = (Condition("in_progress", "equals", (True,)), Condition("activity_state", "any_of", ("none",)))


class Calendar:
    """Spans of days of activities, leads and deals, within the employee's rights and without the bin."""

    def __init__(self, workplace: Workplace, activities: Activities, leads: Leads, deals: Deals) -> None:
        self._workplace = workplace
        self._activities = activities
        self._records: Mapping[str, Leads | Deals] = {"lead": leads, "deal": deals}
        self._named: tuple[Dictionaries | None, Mapping[date, str]] = None, {}

    def fields(self, section: str) -> tuple[DateField, ...]:
        """What a calendar of the section can go by, the usual one first."""
        return date_fields(listed(section), self._context())

    def people(self) -> tuple[EmployeeRecord, ...]:
        """Whose activities this employee may read, oneself first."""
        workplace = self._workplace
        me = workplace.actor.employee_id
        others = (
            one
            for one in workplace.registry.employees()
            if one.id != me and workplace.rights.allows(Kind.ACTIVITY, Right.READ, one.id)
        )
        return (workplace.registry.employee(me), *others)

    async def page(self, question: CalendarQuestion) -> CalendarPage:
        """What stands on each day of the span, each at the office's day.

        Raises UserError: "field_unknown", "not_found"; "not_allowed" for people whose activities aren't to be read.
        """
        context = self._context()
        section = listed(question.section)
        one = asked(section, axis_for(section, question.by, context), question, context)
        for employee_id in question.people:
            if employee_id != context.employee_id:
                context.rights.require(Kind.ACTIVITY, Right.READ, employee_id)
        await index_slots(self._workplace.database, section.table.name, sorted(one.slots), context.now)
        async with self._workplace.database.read() as session:
            found = await find(session, one, question.limit, sqlite=context.sqlite)
            ids = [int(number) for day in found.ids for number in day]
            items = await read_items(session, one, ids, context)
            running = await read_running(session, one, context)
            notes = await self._names_of_days(session)
        return CalendarPage(self._days(one, found, items, notes), running, found.tallies)

    async def waiting(self, question: CalendarQuestion, most: int) -> Waiting:
        """Leads or deals of a question's filter in progress without an activity, whatever its days."""
        context = self._context()
        chosen = replace(question.chosen, conditions=(*question.chosen.conditions, *_WAITING))
        section = listed(question.section)
        one = asked(section, axis_for(section, CREATED, context), replace(question, chosen=chosen), context)
        await index_slots(self._workplace.database, section.table.name, sorted(one.slots), context.now)
        async with self._workplace.database.read() as session:
            count, ids = await find_newest(session, one, most)
            items = await read_items(session, one, ids, context)
        return Waiting(count, tuple(replace(items[number], starts_at=None) for number in ids if number in items))

    async def move(
        self, item: CalendarItem, starts_at: datetime | None, *, day: date | None = None, minutes: int | None = None,
        responsible_id: int | None = None, override_reason: str | None = None,
    ) -> tuple[Finding, ...]:  # fmt: skip
        """Give an item another time, length or responsible; `day` alone for what takes a whole day.

        Returns what the rules warn of: a meeting beside another one. Raises what `activities.change` and
        `leads.edit` raise, UserError("not_movable").
        """
        if not item.movable:
            raise UserError("not_movable")
        if item.activity_id is None:
            value = starts_at if starts_at is not None else day
            _ = await self._records[item.section].edit(item.id, item.version, {item.by: value})
            return ()
        assert starts_at is not None, "an activity has a time"
        return await self._activities.reschedule(
            item.activity_id, item.activity_version, starts_at, minutes or item.minutes,
            responsible_id=responsible_id, override_reason=override_reason,
        )  # fmt: skip

    async def bookings(
        self, first: date, last: date, *, people: Sequence[int] = (), places: Sequence[int] = ()
    ) -> tuple[Booking, ...]:
        """The planned meetings of people and at places; times without words, so they need no right to be read."""
        async with self._workplace.database.read() as session:
            begins, ends = self._context().begins(first), day_bounds(last, self._workplace.zone)[1]
            return await read_bookings(session, people, places, begins, ends)

    async def free_slots(
        self, first: date, days: int, minutes: int, *, place_id: int | None = None, responsible_id: int | None = None
    ) -> tuple[FreeSlot, ...]:
        """When the employee, and the room where one is told, are free for a meeting, soonest first."""
        who = responsible_id or self._workplace.actor.employee_id
        last = first + timedelta(days=days - 1)
        taken = await self.bookings(first, last, people=(who,), places=() if place_id is None else (place_id,))
        span = [first + timedelta(days=number) for number in range(days)]
        return free_slots(self._workplace, taken, span, minutes, responsible_id=who, place_id=place_id)

    def hours(self) -> tuple[float, float]:
        """From when to when the office works, in hours of its clock."""
        opens, closes = office_hours(self._workplace.registry)
        return opens.hour + opens.minute / 60, closes.hour + closes.minute / 60

    def _days(
        self, one: Asked, found: Found, items: Mapping[int, CalendarItem], notes: Mapping[date, str]
    ) -> tuple[CalendarDay, ...]:
        calendar = self._workplace.calendar
        return tuple(
            CalendarDay(
                day,
                calendar.is_working(day),
                count,
                tuple(items[int(number)] for number in ids if int(number) in items),
                notes.get(day, ""),
            )
            for day, count, ids in zip(one.days, found.counts, found.ids, strict=True)
        )

    async def _names_of_days(self, session: AsyncSession) -> Mapping[date, str]:
        """Read anew with the registry, which knows the days but not their names."""
        if self._named[0] is not self._workplace.registry.all:
            self._named = self._workplace.registry.all, await named_days(session)
        return self._named[1]

    def _context(self) -> FilterContext:
        return FilterContext.of(self._workplace)
