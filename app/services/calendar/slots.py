"""When a meeting can be held: within the office's hours, on working days, with employee and room both free."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from app.core.clock import day_bounds
from app.services.records.calendar import Booking, FreeSlot
from app.services.registry import Registry
from app.services.rules import Mode, Place, RuleBook, RuleCode
from app.services.workplace import Workplace

STEP: Final = timedelta(minutes=30)
"""Meetings begin on the half hour."""

_OPENS, _CLOSES = time(9), time(19)


def office_hours(registry: Registry) -> tuple[time, time]:
    """From when to when the office works."""
    workday = registry.setting("workday")
    hours = workday if isinstance(workday, dict) else {}
    return _clock(hours.get("start"), _OPENS), _clock(hours.get("end"), _CLOSES)


def free_slots(
    workplace: Workplace, bookings: Sequence[Booking], days: Iterable[date], minutes: int, *,
    responsible_id: int, place_id: int | None,
) -> tuple[FreeSlot, ...]:  # fmt: skip
    """The free times of these days, soonest first; none on days off, in the past, and while the employee is away."""
    employee = workplace.registry.employee(responsible_id)
    at_once = _at_once(workplace, place_id)
    found = []
    for day in days:
        if not workplace.calendar.is_working(day) or employee.is_away(day):
            continue
        for starts_at in _starts(workplace, day, minutes):
            busy = [one for one in bookings if _overlap(one, starts_at, minutes)]
            own = any(one.responsible_id == responsible_id for one in busy)
            held = sum(one.place_id == place_id for one in busy) if place_id is not None else 0
            if not own and held < at_once:
                found.append(FreeSlot(starts_at, minutes, place_id, responsible_id))
    return tuple(found)


def _starts(workplace: Workplace, day: date, minutes: int) -> Iterator[datetime]:
    """Every half hour of a day's hours that is still to come; a clock set forward at night leaves none out."""
    opens, closes = office_hours(workplace.registry)
    end = datetime.combine(day, closes, tzinfo=workplace.zone).timestamp()
    moment = datetime.combine(day, opens, tzinfo=workplace.zone).astimezone(workplace.now().tzinfo)
    while moment.timestamp() + minutes * 60 <= end and moment < day_bounds(day, workplace.zone)[1]:
        if moment > workplace.now():
            yield moment
        moment += STEP


def _overlap(one: Booking, starts_at: datetime, minutes: int) -> bool:
    return one.starts_at < starts_at + timedelta(minutes=minutes) and starts_at < one.starts_at + timedelta(
        minutes=one.minutes
    )


def _at_once(workplace: Workplace, place_id: int | None) -> int:
    """How many meetings a room holds at once; where the office doesn't mind, any number."""
    rule = RuleBook(workplace.registry, workplace.actor.role_code).setting(RuleCode.ROOM_TAKEN, Place())
    place = workplace.registry.all.places.get(place_id or 0)
    if place is None or not place.room or rule.mode not in (Mode.BLOCK, Mode.WARN):
        return 1_000
    return rule.numbers["at_once"]


def _clock(written: object, usual: time) -> time:
    try:
        return time.fromisoformat(written) if isinstance(written, str) else usual
    except ValueError:
        return usual
