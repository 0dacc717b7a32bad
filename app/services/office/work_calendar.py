"""The working calendar: weekdays and hours, the country's days off, and the office's own days above them."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.kinds import Kind
from app.db.unit import Unit
from app.models import DayOff
from app.services.office.base import OfficePage, put_setting, require_seen
from app.services.ports import CalendarDay, HolidaySource
from app.services.registry import Dictionaries
from app.services.texts import typed_line
from app.services.upserts import upsert
from app.services.workplace import Workplace

MOST_OWN_DAYS: Final = 400
YEARS_AHEAD: Final = 1


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A day about which the office's word stands above the country's."""

    day: date
    working: bool
    name: str = ""


@dataclass(frozen=True, slots=True)
class CalendarSettings:
    """When the office works."""

    week: frozenset[int]
    """Weekdays, Monday being 0."""
    start: time
    end: time
    own_days: tuple[OwnDay, ...] = ()
    """By date."""


class OfficeCalendar(OfficePage):
    """`holidays` knows the countries' days; without it the country's days stay as the office was set up with."""

    def __init__(self, workplace: Workplace, holidays: HolidaySource | None = None) -> None:
        super().__init__(workplace)
        self._holidays = holidays

    async def stored(self) -> CalendarSettings:
        """As it is in the database now."""
        async with self._workplace.database.read() as session:
            own = await _own_days(session)
        return _settings(self._workplace.registry.all, own)

    async def country_days(self, year: int) -> tuple[CalendarDay, ...]:
        """What the country says of a year, own days apart; for the page to show."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        query = select(DayOff).where(DayOff.day.between(first, last), DayOff.own.is_(False)).order_by(DayOff.day)
        async with self._workplace.database.read() as session:
            return tuple(CalendarDay(one.day, one.working, one.name) for one in await session.scalars(query))

    async def save(self, seen: CalendarSettings, wanted: CalendarSettings) -> None:
        """Raises UserError: "not_allowed", "week_empty", "workday_wrong", "own_days_wrong"; Conflict."""
        _check(wanted)
        async with self._changing("calendar") as (unit, stored):
            before = _settings(stored, await _own_days(unit.session))
            require_seen(seen, before)
            database = self._workplace.database
            if wanted.week != before.week:
                await put_setting(database, unit.session, "week", sorted(wanted.week))
            if (wanted.start, wanted.end) != (before.start, before.end):
                hours = {"start": f"{wanted.start:%H:%M}", "end": f"{wanted.end:%H:%M}"}
                await put_setting(database, unit.session, "workday", hours)
            await self._write_own(unit, before.own_days, wanted.own_days)

    async def renew(self) -> bool:
        """Bring in the country's days of the next year, once they are missing; whether any came."""
        country, language = self._setting("country"), self._setting("language")
        last = self._workplace.today().year + YEARS_AHEAD
        if self._holidays is None or not country or not self.may_change():
            return False
        async with self._workplace.database.read() as session:
            newest = await session.scalar(select(func.max(DayOff.day)).where(DayOff.own.is_(False)))
        if newest is not None and newest.year >= last:
            return False
        years = range(self._workplace.today().year if newest is None else newest.year + 1, last + 1)
        days = await asyncio.to_thread(self._holidays.days, country, years, language)  # it loads every country first
        if not days:
            return False
        async with self._changing("calendar.renew") as (unit, _):
            own = {one.day for one in await _own_days(unit.session)}
            await self._put(unit, (one for one in days if one.day not in own), own=False)
        return True

    async def _write_own(self, unit: Unit, before: tuple[OwnDay, ...], wanted: tuple[OwnDay, ...]) -> None:
        """An own day takes the place of the country's; one that goes gives it back."""
        gone = {one.day for one in before} - {one.day for one in wanted}
        if gone:
            await unit.session.execute(delete(DayOff).where(DayOff.day.in_(sorted(gone))))
            await self._put(unit, self._of_country(gone), own=False)
        changed = [one for one in wanted if one not in before]
        days = (CalendarDay(one.day, one.working, typed_line(one.name, "name")) for one in changed)
        await self._put(unit, days, own=True)

    def _of_country(self, days: set[date]) -> Iterable[CalendarDay]:
        country = self._setting("country")
        if self._holidays is None or not country:
            return ()
        known = self._holidays.days(country, sorted({one.year for one in days}), self._setting("language"))
        return [one for one in known if one.day in days]

    async def _put(self, unit: Unit, days: Iterable[CalendarDay], *, own: bool) -> None:
        for one in days:
            values = {"working": one.working, "name": one.name, "own": own}
            await unit.session.execute(upsert(self._workplace.database, DayOff, {"day": one.day}, values))
        unit.touch(Kind.SETTINGS)

    def _setting(self, key: str) -> str:
        value = self._workplace.registry.setting(key)
        return value if isinstance(value, str) else ""


async def _own_days(session: AsyncSession) -> tuple[OwnDay, ...]:
    rows = await session.scalars(select(DayOff).where(DayOff.own).order_by(DayOff.day))
    return tuple(OwnDay(one.day, one.working, one.name) for one in rows)


def _settings(stored: Dictionaries, own: tuple[OwnDay, ...]) -> CalendarSettings:
    week, hours = stored.settings.get("week"), stored.settings.get("workday")
    days = frozenset(one for one in week if isinstance(one, int)) if isinstance(week, list) else frozenset(range(5))
    start, end = (hours.get("start"), hours.get("end")) if isinstance(hours, dict) else (None, None)
    return CalendarSettings(days, _clock(start, time(9)), _clock(end, time(18)), own)


def _clock(text: object, usual: time) -> time:
    return time.fromisoformat(text) if isinstance(text, str) else usual


def _check(wanted: CalendarSettings) -> None:
    if not wanted.week or not wanted.week <= frozenset(range(7)):
        raise UserError("week_empty")
    if wanted.start >= wanted.end:
        raise UserError("workday_wrong")
    days = [one.day for one in wanted.own_days]
    if len(set(days)) < len(days) or len(days) > MOST_OWN_DAYS or days != sorted(days):
        raise UserError("own_days_wrong", most=MOST_OWN_DAYS)
