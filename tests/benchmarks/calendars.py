"""Days, weeks and months of the calendar: mine, and of the whole office."""

from collections.abc import AsyncIterator
from datetime import date, timedelta
from functools import partial

from app.services.records.calendar import CalendarQuestion
from app.services.records.lists import Filter
from tests.benchmarks.figures import Figure
from tests.benchmarks.measuring import measured
from tests.benchmarks.offices import BenchOffice

IN_MONTH, IN_DAY = 14, 300
"""As the window asks: items of a day in a month, and in a day or week."""
WEEK = 7


async def calendars(office: BenchOffice) -> AsyncIterator[Figure]:
    """Activities of one and of all, leads that are mine and all in progress."""
    calendar = office.services.calendar
    everybody = tuple(one.id for one in calendar.people())
    busiest = (await _busiest(office),)
    own = Filter(preset="my_open")
    for span, (first, last) in _spans(office.services.workplace.today()).items():
        limit = IN_MONTH if span == "month" else IN_DAY
        asked = {
            "activities of one": CalendarQuestion("activity", first, last, people=busiest, limit=limit),
            "activities of everybody": CalendarQuestion("activity", first, last, people=everybody, limit=limit),
            "my leads": CalendarQuestion("lead", first, last, by="next_activity", chosen=own, limit=limit),
            "all leads in progress": CalendarQuestion(
                "lead", first, last, by="next_activity", chosen=Filter(preset="all_open"), limit=limit
            ),
        }
        for whose, question in asked.items():
            target = 100 if "all" in whose or "everybody" in whose else 20
            yield await measured(office, f"calendar, {span}: {whose}", partial(calendar.page, question), target=target)


def _spans(today: date) -> dict[str, tuple[date, date]]:
    """A day, its week, and its month in whole weeks."""
    monday = today - timedelta(days=today.weekday())
    first = today.replace(day=1)
    begin = first - timedelta(days=first.weekday())
    return {
        "day": (today, today),
        "week": (monday, monday + timedelta(days=WEEK - 1)),
        "month": (begin, begin + timedelta(days=5 * WEEK - 1)),
    }


async def _busiest(office: BenchOffice) -> int:
    """Whoever has most planned: the administrator, who measures, has nothing."""
    query = "SELECT responsible_id FROM activity WHERE state = 'planned' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"
    (row,) = await office.raw.fetch(query)
    return int(str(row[0]))
