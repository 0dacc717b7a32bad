"""When things happen in the invented office: on working days, in working hours, around its present moment."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from random import Random
from typing import Final
from zoneinfo import ZoneInfo

from app.core.workdays import WorkCalendar

FIRST_HOUR: Final = 9
LAST_HOUR: Final = 19


class Moments:
    """The office's time: its present moment, its zone, its working days."""

    def __init__(self, now: datetime, zone: ZoneInfo, calendar: WorkCalendar, rng: Random) -> None:
        self.now = now
        self.today = now.astimezone(zone).date()
        self._zone = zone
        self._calendar = calendar
        self._rng = rng
        self._latest = lru_cache(maxsize=None)(calendar.latest_start)
        self._worked = lru_cache(maxsize=None)(self._working_day)

    def day_of(self, moment: datetime) -> date:
        return moment.astimezone(self._zone).date()

    def at_work(self, day: date) -> datetime:
        """Some moment in the working hours of a day, at a whole five minutes."""
        minutes = self._rng.randrange(0, (LAST_HOUR - FIRST_HOUR) * 60, 5)
        return self._at(day, FIRST_HOUR * 60 + minutes)

    def before_now(self, days: float) -> datetime:
        """A working moment about so many days ago, never in the future."""
        moment = self.at_work(self._worked(self.today - timedelta(days=int(days))))
        if moment < self.now:
            return moment
        return self.now - timedelta(minutes=self._rng.randrange(5, 180))

    def later_today(self) -> datetime:
        """A moment today after the present one, or tomorrow morning where the day is over."""
        local = self.now.astimezone(self._zone)
        passed = max(local.hour * 60 + local.minute + 10, FIRST_HOUR * 60)
        if passed >= LAST_HOUR * 60 or not self._calendar.is_working(self.today):
            return self.at_work(self._calendar.next_working_day(self.today))
        return self._at(self.today, self._rng.randrange(passed // 5 + 1, LAST_HOUR * 12 + 1) * 5)

    def next_step(self, last_contact: datetime) -> datetime:
        """When the next activity may be: today or later, within the days the rule gives."""
        latest = self._latest(self.day_of(last_contact), self.today)
        span = (latest - self.today).days
        day = self.today + timedelta(days=min(int(self._rng.triangular(0, span + 1, 0)), span))
        if day == self.today or not self._calendar.is_working(day):
            return self.later_today()
        return self.at_work(day)

    def too_late(self, last_contact: datetime) -> datetime:
        """A moment beyond the days that the rule gives."""
        latest = self._latest(self.day_of(last_contact), self.today)
        return self.at_work(self._calendar.add_working_days(latest, self._rng.randrange(2, 12)))

    def missed(self) -> datetime:
        """A moment that has passed without anybody doing what was planned."""
        return self.before_now(self._rng.randrange(0, 6))

    def _working_day(self, day: date) -> date:
        return day if self._calendar.is_working(day) else self._calendar.add_working_days(day, -1)

    def _at(self, day: date, minutes: int) -> datetime:
        hour, minute = divmod(minutes, 60)
        return datetime.combine(day, time(hour, minute), tzinfo=self._zone).astimezone(UTC)
