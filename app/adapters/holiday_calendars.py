"""Countries' days off and moved working days, from the `holidays` package.

It takes 50 ms to import, which the first window has not: the functions that need it import it.
A country's days take another 0.1 s, because the package then imports all 250 countries; their codes alone don't.
"""

from collections.abc import Iterable
from datetime import date

from app.services.ports import CalendarDay


class HolidayCalendars:
    """A `HolidaySource` over all countries that the package knows."""

    def countries(self) -> tuple[str, ...]:
        from holidays.registry import COUNTRIES  # see above

        return tuple(sorted(code for _name, code, *_others in COUNTRIES.values()))

    def days(self, country: str, years: Iterable[int], language: str) -> tuple[CalendarDay, ...]:
        import holidays  # see above

        if country not in self.countries():
            return ()
        found = holidays.country_holidays(country, years=list(years), language=language)
        days = {day: CalendarDay(day, working=False, name=name) for day, name in found.items()}
        moved = {day: CalendarDay(day, working=True, name="") for day in found.weekend_workdays}
        return tuple(sorted((days | moved).values(), key=lambda one: one.day))


class FixedHolidays:
    """The twin in memory: the same days for every country."""

    def __init__(self, *days_off: date, working: Iterable[date] = ()) -> None:
        self._days = tuple(CalendarDay(day, working=False, name="Day off") for day in days_off)
        self._days += tuple(CalendarDay(day, working=True, name="") for day in working)

    def countries(self) -> tuple[str, ...]:
        return ("RU",)

    def days(self, country: str, years: Iterable[int], language: str) -> tuple[CalendarDay, ...]:
        wanted = set(years)
        return tuple(one for one in self._days if one.day.year in wanted)
