"""Dates typed into a field, in Russian or English: "завтра 15", "+3р", "пт 10:30", "in 2 hours"."""

import calendar as months
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

from app.core.errors import UserError
from app.core.text import ascii_digits, normalise
from app.core.whens import words
from app.core.whens.imported import EARLIEST_YEAR, LATEST_YEAR, full_year, hour_of_day
from app.core.workdays import WorkCalendar

_END = r"(?![a-zа-я\d])"
_FILLER = re.compile(r"(?:[\s,·]|(?:в|во|на|к|at|on|by)(?=\s))+")
_DAY_WORD = words.any_of(list(words.DAYS))
_WEEKDAY = words.any_of(words.WEEKDAYS)
_NEXT = re.compile(r"(?:след(?:ующ[а-я]+)?\.?|next)\s+")
_SPAN = re.compile(r"(?:(?:через|in)\s|(?P<plus>\+))\s*(?P<count>\d{1,4}\s*|an?\s)?")
_HALF_HOUR = re.compile(rf"(?:(?:через|in)\s)(?:{words.HALF_HOUR}){_END}")
_UNIT = words.any_of(list(words.UNITS.values()))
_ISO = re.compile(rf"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)(?:t(?=\d)|{_END})")
_DOTTED = re.compile(rf"(?P<day>\d{{1,2}})([./])(?P<month>\d{{1,2}})(?:\2(?P<year>\d{{4}}|\d\d))?(?![\d:]){_END}")
_YEAR = rf"(?:\s(?P<year>\d{{4}})(?:\sг\.?)?{_END})?"
_DAY_MONTH = re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<name>{words.MONTH}){_END}{_YEAR}")
_MONTH_DAY = re.compile(rf"(?P<name>{words.MONTH})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_END}(?!:){_YEAR}")
_NOON = re.compile(rf"(?:{words.NOON}){_END}")
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d)(?::00)?)?\s?"
    rf"(?P<half>am|pm|утра|дня|вечера|ночи|час(?:а|ов)?|ч\.?|h|o'clock)?{_END}"
)
_EVENING_FROM: Final = {"дня": 1, "вечера": 4}
_START_OF_WORK: Final = time(9)
_Clock = time  # inside When the name `time` is the field


@dataclass(frozen=True, slots=True)
class When:
    """A day, and a time of day where one was typed; both as the clock on the wall shows them."""

    date: date
    time: _Clock | None = None

    def moment(self, zone: tzinfo, otherwise: _Clock = _START_OF_WORK) -> datetime:
        """The moment in UTC; `otherwise` is the time of a day typed without one."""
        return datetime.combine(self.date, self.time or otherwise, tzinfo=zone).astimezone(UTC)


def parse_when(text: str, now: datetime, calendar: WorkCalendar) -> When:
    """What a person typed, read from `now`, the aware local time.

    A time alone is the next such time; a day and month alone the next such day; a weekday the next one,
    today's where its time is still to come. Parts that contradict each other are refused.
    Raises UserError `when_unreadable`.
    """
    reading = _Reading(normalise(ascii_digits(text[:100])), now, calendar)
    try:
        if len(text) <= 100 and reading.read():
            return reading.result()
    except (ValueError, OverflowError):
        pass  # an impossible day or hour is as unreadable as an unknown word
    raise UserError("when_unreadable", text=text)


class _Reading:
    """One pass over the typed words from left to right; each recognised part says its day or its time."""

    def __init__(self, words_typed: str, now: datetime, calendar: WorkCalendar) -> None:
        self._text = words_typed
        self._now = now
        self._calendar = calendar
        self._day: date | None = None
        self._time: time | None = None
        self._weekday: tuple[int, bool] | None = None

    def read(self) -> bool:
        """Whether every word was understood."""
        position = 0
        while position < len(self._text):
            filler = _FILLER.match(self._text, position)
            if filler is not None:
                position = filler.end()
                continue
            end = next(filter(None, (reader(position) for reader in self._readers())), None)
            if end is None:
                return False
            position = end
        return not (self._day is None and self._time is None and self._weekday is None)

    def result(self) -> When:
        today, typed_time = self._now.date(), self._time
        day = self._day
        if self._weekday is not None:
            day = self._day_of_week(*self._weekday)
        if day is None:
            passed = typed_time is not None and typed_time <= self._now.time()
            day = today + timedelta(days=1) if passed else today
        if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
            raise ValueError(day)
        return When(day, typed_time)

    def _readers(self) -> list[Callable[[int], int | None]]:
        days = [self._read_iso, self._read_dotted, self._read_named_month, self._read_day_word]
        return [*days, self._read_weekday, self._read_span, self._read_time]

    def _read_iso(self, position: int) -> int | None:
        match = _ISO.match(self._text, position)
        if match is None:
            return None
        return self._took_day(date(int(match["year"]), int(match["month"]), int(match["day"])), match)

    def _read_dotted(self, position: int) -> int | None:
        match = _DOTTED.match(self._text, position)
        if match is None:
            return None
        # "завтра 15.30" and "пт 15.30" say a time, "завтра, 19.11" says the day twice.
        may_be_time = match["year"] is None and self._time is None
        if may_be_time and self._weekday is not None and not 1 <= int(match["month"]) <= 12:
            return None
        if may_be_time and self._day is not None and [int(match["day"]), int(match["month"])] != self._day_and_month():
            return None
        return self._took_day(self._date(match["day"], int(match["month"]), match["year"]), match)

    def _day_and_month(self) -> list[int]:
        return [self._day.day, self._day.month] if self._day is not None else []

    def _read_named_month(self, position: int) -> int | None:
        match = _DAY_MONTH.match(self._text, position) or _MONTH_DAY.match(self._text, position)
        if match is None:
            return None
        return self._took_day(self._date(match["day"], words.month_number(match["name"]), match["year"]), match)

    def _read_day_word(self, position: int) -> int | None:
        match = _DAY_WORD.match(self._text, position)
        if match is None or match.lastindex is None:
            return None
        shift = list(words.DAYS.values())[match.lastindex - 1]
        return self._took_day(self._now.date() + timedelta(days=shift), match)

    def _read_weekday(self, position: int) -> int | None:
        following = _NEXT.match(self._text, position)
        match = _WEEKDAY.match(self._text, following.end() if following else position)
        if match is None or match.lastindex is None:
            return None
        weekday = match.lastindex - 1
        if self._weekday is not None or (self._day is not None and self._day.weekday() != weekday):
            raise ValueError(match[0])
        if self._day is None:
            self._weekday = (weekday, following is not None)
        return match.end()

    def _read_span(self, position: int) -> int | None:
        half = _HALF_HOUR.match(self._text, position)
        if half is not None:
            return self._took_moment(timedelta(minutes=30), half)
        span = _SPAN.match(self._text, position)
        if span is None:
            return None
        count = int(span["count"]) if (span["count"] or "").strip().isdigit() else 1
        unit = _UNIT.match(self._text, span.end())
        if unit is None or unit.lastindex is None:
            bare_days = span["plus"] and (span["count"] or "").strip().isdigit()
            return self._took_day(self._now.date() + timedelta(days=count), span) if bare_days else None
        name = list(words.UNITS)[unit.lastindex - 1]
        if name in ("hour", "minute"):
            return self._took_moment(timedelta(**{name + "s": count}), unit)
        return self._took_day(self._after(count, name), unit)

    def _read_time(self, position: int) -> int | None:
        noon = _NOON.match(self._text, position)
        if noon is not None:
            return self._took_time(time(12), noon)
        match = _CLOCK.match(self._text, position)
        if match is None:
            return None
        return self._took_time(time(_hour(int(match["hour"]), match["half"]), int(match["minute"] or 0)), match)

    def _date(self, day: str, month: int, year: str | None) -> date:
        if year is not None:
            return date(full_year(year), month, int(day))
        today = self._now.date()
        # 29 February waits for the next year that has one, at most eight years away.
        for candidate in range(today.year, today.year + 9):
            if int(day) <= months.monthrange(candidate, month)[1]:
                found = date(candidate, month, int(day))
                if found >= today:
                    return found
        raise ValueError(day)

    def _after(self, count: int, unit: str) -> date:
        today = self._now.date()
        if unit == "working day":
            return self._calendar.add_working_days(today, count)
        if unit == "month":
            years, month = divmod(today.month - 1 + count, 12)
            year = today.year + years
            return date(year, month + 1, min(today.day, months.monthrange(year, month + 1)[1]))
        return today + timedelta(days=count * (7 if unit == "week" else 1))

    def _day_of_week(self, weekday: int, following: bool) -> date:
        today = self._now.date()
        if following:
            monday = today - timedelta(days=today.weekday())
            return monday + timedelta(days=7 + weekday)
        ahead = (weekday - today.weekday()) % 7
        still_to_come = self._time is not None and self._time > self._now.time()
        return today + timedelta(days=ahead or (0 if still_to_come else 7))

    def _took_day(self, day: date, match: re.Match[str]) -> int:
        contradicts = self._day is not None and self._day != day
        if contradicts or (self._weekday is not None and self._weekday[0] != day.weekday()):
            raise ValueError(match[0])
        self._day, self._weekday = day, None
        return match.end()

    def _took_time(self, moment: time, match: re.Match[str]) -> int:
        if self._time is not None:
            raise ValueError(match[0])
        self._time = moment
        return match.end()

    def _took_moment(self, span: timedelta, match: re.Match[str]) -> int:
        moment = (self._now.astimezone(UTC) + span).astimezone(self._now.tzinfo)
        self._took_day(moment.date(), match)
        return self._took_time(moment.time().replace(second=0, microsecond=0), match)


def _hour(hour: int, half: str | None) -> int:
    if half in ("am", "pm"):
        return hour_of_day(hour, half)
    if half in _EVENING_FROM and _EVENING_FROM[half] <= hour < 12:
        return hour + 12
    if half == "ночи" and hour == 12:
        return 0
    return hour
