from datetime import date

import holidays
import pytest

from app.adapters.holiday_calendars import FixedHolidays, HolidayCalendars
from app.core.workdays import WorkCalendar
from app.services.ports import HolidaySource


def calendar(source: HolidaySource, country: str, *years: int) -> WorkCalendar:
    days = source.days(country, years, "ru")
    return WorkCalendar(
        days_off=frozenset(one.day for one in days if not one.working),
        working=frozenset(one.day for one in days if one.working),
    )


def test_moved_days_of_russia_are_known() -> None:
    russia = calendar(HolidayCalendars(), "RU", 2025)
    assert russia.is_working(date(2025, 11, 1))
    assert not russia.is_working(date(2025, 11, 3))
    assert not russia.is_working(date(2025, 11, 4))
    assert russia.next_working_day(date(2025, 11, 1)) == date(2025, 11, 5)
    assert russia.next_working_day(date(2025, 5, 7)) == date(2025, 5, 12)


def test_the_contact_limit_passes_over_the_new_year_holidays() -> None:
    russia = calendar(HolidayCalendars(), "RU", 2025, 2026)
    assert russia.latest_start(date(2025, 12, 30), date(2025, 12, 30)) == date(2026, 1, 16)


def test_days_are_named_in_the_language_asked_for_and_come_in_order() -> None:
    source = HolidayCalendars()
    days = source.days("RU", [2026], "ru")
    assert [one.day for one in days] == sorted(one.day for one in days)
    names = {one.day: one.name for one in days}
    assert names[date(2026, 6, 12)] == "День России"
    assert {one.name for one in source.days("RU", [2026], "en") if one.day == date(2026, 6, 12)} == {"Russia Day"}


def test_a_country_that_is_not_known_has_no_days() -> None:
    assert HolidayCalendars().days("ZZ", [2026], "ru") == ()
    assert "RU" in HolidayCalendars().countries()


@pytest.mark.parametrize("source", [HolidayCalendars(), FixedHolidays(date(2026, 1, 1))])
def test_the_twin_answers_as_the_source_does(source: HolidaySource) -> None:
    assert date(2026, 1, 1) in calendar(source, "RU", 2026).days_off
    assert not calendar(source, "RU", 2025).days_off & {date(2026, 1, 1)}


def test_all_countries_of_the_package_are_told() -> None:
    assert set(HolidayCalendars().countries()) == set(holidays.list_supported_countries(include_aliases=False))
    assert HolidayCalendars().days("XX", [2026], "en") == ()
