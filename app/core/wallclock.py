"""Between moments and what a clock on the wall shows: the minutes of a day, also where it has 23 or 25 hours."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

DAY: Final = 24 * 60
"""Minutes on the face of a clock, whatever the day's length."""


def clock_minutes(moment: datetime, zone: ZoneInfo) -> int:
    """The minutes since midnight that the clock shows at a moment; twice the same in an hour that comes twice."""
    local = moment.astimezone(zone)
    return local.hour * 60 + local.minute


def moment_at(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """The moment, UTC, at which the clock shows these minutes of a day: 0 to 1440, which is the next midnight.

    A time that a clock set forward leaves out comes as much later; of one that comes twice it is the first.
    """
    whole, rest = divmod(minutes, DAY)
    local = datetime.combine(day + timedelta(days=whole), time(rest // 60, rest % 60), tzinfo=zone)
    return local.astimezone(UTC)


def shifted(moment: datetime, days: int, minutes: int, zone: ZoneInfo) -> datetime:
    """Days and minutes later by the clock on the wall: the time of day stays over a change of the clocks."""
    day = moment.astimezone(zone).date() + timedelta(days=days)
    if days == 0:
        return moment + timedelta(minutes=minutes)
    return moment_at(day, clock_minutes(moment, zone), zone) + timedelta(minutes=minutes)
