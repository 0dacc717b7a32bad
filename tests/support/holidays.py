"""A working calendar without holidays, for tests that reckon with weekdays alone."""

from collections.abc import Iterable

from app.services.ports import CalendarDay


class NoHolidays:
    """A `HolidaySource` that knows no country."""

    def countries(self) -> tuple[str, ...]:
        return ()

    def days(self, country: str, years: Iterable[int], language: str) -> tuple[CalendarDay, ...]:
        return ()
