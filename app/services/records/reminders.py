"""Records of reminders and of when an employee wants to hear of them."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.services.records.activities import ActivityRecord

FOREVER = datetime(9999, 1, 1, tzinfo=UTC)
"""Until it is switched off by hand."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """What is to be shown of one activity now: several of its reminders that came due meanwhile are one."""

    ids: tuple[int, ...]
    """The reminders behind it, the latest last."""
    due_at: datetime
    """Of the latest."""
    activity: ActivityRecord
    source: str = ""
    """Where the lead came from, as the office calls it."""

    @property
    def id(self) -> int:
        return self.ids[-1]


@dataclass(frozen=True, slots=True)
class WorkHours:
    """When an employee wants to be reminded, in the office's zone."""

    start: time = time(9)
    end: time = time(19)
    """After `start`, on the same day."""
    weekdays: frozenset[int] = field(default=frozenset(range(5)))
    """As `date.weekday` tells them."""

    def opens(self, day: date, zone: ZoneInfo) -> tuple[datetime, datetime] | None:
        """The hours of a day as moments; None where it has none."""
        if day.weekday() not in self.weekdays or self.start >= self.end:
            return None
        return (
            datetime.combine(day, self.start, zone).astimezone(UTC),
            datetime.combine(day, self.end, zone).astimezone(UTC),
        )


@dataclass(frozen=True, slots=True)
class Attention:
    """Do-not-disturb, a pause and working hours of one employee. What comes due meanwhile waits."""

    quiet: bool = False
    """Do not disturb, until it is switched off."""
    paused_until: datetime | None = None
    hours: WorkHours | None = None
    """None: at any time."""
    sound: bool = True

    def held_until(self, now: datetime, zone: ZoneInfo) -> datetime | None:
        """When reminders may show again; None where they may now, FOREVER where only a person ends it."""
        if self.quiet:
            return FOREVER
        moment = self.paused_until if self.paused_until is not None and self.paused_until > now else now
        opened = self._opened(moment, zone)
        return None if opened <= now else opened

    def _opened(self, moment: datetime, zone: ZoneInfo) -> datetime:
        """The first moment of working hours from `moment` on."""
        if self.hours is None:
            return moment
        day = moment.astimezone(zone).date()
        for ahead in range(8):
            hours = self.hours.opens(day + timedelta(days=ahead), zone)
            if hours is not None and moment < hours[1]:
                return max(moment, hours[0])
        return moment  # hours without any day mean no hours
