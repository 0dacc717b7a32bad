"""Dates and times of files: exports of other programs, spreadsheets, forms filled long ago."""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

from app.core.errors import UserError
from app.core.text import ascii_digits, normalise
from app.core.whens.words import MONTH, month_number

EARLIEST_YEAR: Final = 1850
LATEST_YEAR: Final = 2200
_TWO_DIGIT_PIVOT: Final = 50
_SPREADSHEET_EPOCH: Final = datetime.combine(date(1899, 12, 30), time())

_YEAR = r"(?P<year>\d{4}|\d{2})"
_DATES: Final = [
    re.compile(r"(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})"),
    re.compile(rf"(?P<first>\d{{1,2}})(?P<mark>[-./])(?P<second>\d{{1,2}})(?P=mark){_YEAR}"),
    re.compile(rf"(?P<day>\d{{1,2}})[ -](?P<name>{MONTH})[ ,-]*{_YEAR}(?: ?г(?:\.|ода)?)?"),
    re.compile(rf"(?P<name>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}"),
]
_TIME = re.compile(
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,](?P<fraction>\d{1,9}))?)?"
    r"(?: ?(?P<half>am|pm))?(?: ?(?P<offset>z|utc|[+-]\d{2}:?\d{2}|[+-]\d{2}))?"
)
_PLAIN = re.compile(r"([0-9]{2})\.([0-9]{2})\.([0-9]{4})(?: ([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?)?")
"""How most exports write: 25.06.2025 05:53:00."""

_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")


def parse_date(text: str, *, month_first: bool = False, latest: date | None = None) -> date:
    """The date in any writing of an export; a time of day after it is ignored.

    Where day and month could be either way round, the day comes first unless `month_first`. A two-digit
    year that would lie after `latest` (a birth date after today) is of the century before.
    Raises UserError `date_unreadable`.
    """
    moment, short_year = _parsed(text, month_first)
    day = moment.date()
    if short_year and latest is not None and day > latest:
        return _checked_date(text, day.year - 100, day.month, day.day)
    return day


def parse_datetime(text: str, zone: tzinfo, *, month_first: bool = False) -> datetime:
    """The moment in UTC; what names no offset of its own is in `zone`, a date alone its midnight.

    Raises UserError `date_unreadable`.
    """
    moment, _ = _parsed(text, month_first)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone)
    return moment.astimezone(UTC)


def _parsed(text: str, month_first: bool) -> tuple[datetime, bool]:
    """The moment, with an offset where the text names one, and whether its year has two digits alone."""
    plain = _PLAIN.fullmatch(text)
    moment = _plain_moment(plain, month_first) if plain is not None else None
    return _any_writing(text, month_first) if moment is None else (moment, False)


def _plain_moment(match: re.Match[str], month_first: bool) -> datetime | None:
    """What a plain writing says; None where it is no date, which the other way round tells in words."""
    first, second, year, hour, minute, seconds = map(int, match.groups("0"))
    swapped = second > 12 or (month_first and first <= 12)
    day, month = (second, first) if swapped else (first, second)
    try:
        found = datetime.combine(date(year, month, day), time(hour, minute, seconds))
        return found if EARLIEST_YEAR <= year <= LATEST_YEAR else None
    except ValueError:
        return None


def _any_writing(text: str, month_first: bool) -> tuple[datetime, bool]:
    tidy = normalise(ascii_digits(text[:80])).strip(" ,;")
    if len(text) > 80:
        raise UserError("date_unreadable", text=text)
    if _SERIAL.fullmatch(tidy):
        return _from_serial(tidy), False
    for pattern in _DATES:
        match = pattern.match(tidy)
        if match is not None:
            rest = tidy[match.end() :]
            moment = _with_time(text, _date_of(text, match, month_first), rest)
            return moment, len(match["year"]) == 2
    raise UserError("date_unreadable", text=text)


def _from_serial(tidy: str) -> datetime:
    seconds = round(float(tidy.replace(",", ".")) * 86_400)
    return _SPREADSHEET_EPOCH + timedelta(seconds=seconds)


def _date_of(text: str, match: re.Match[str], month_first: bool) -> date:
    groups = match.groupdict()
    if "name" in groups:
        month, day = month_number(groups["name"]), int(groups["day"])
    elif "mark" in groups:
        first, second = int(groups["first"]), int(groups["second"])
        swapped = second > 12 or (month_first and first <= 12)
        day, month = (second, first) if swapped else (first, second)
    else:
        month, day = int(groups["month"]), int(groups["day"])
    return _checked_date(text, full_year(groups["year"]), month, day)


def full_year(digits: str) -> int:
    """The year of four digits, or of two: 00..49 of this century, 50..99 of the last."""
    year = int(digits)
    if len(digits) != 2:
        return year
    return year + (2000 if year < _TWO_DIGIT_PIVOT else 1900)


def _checked_date(text: str, year: int, month: int, day: int) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        raise UserError("date_unreadable", text=text) from None
    if not EARLIEST_YEAR <= found.year <= LATEST_YEAR:
        raise UserError("date_unreadable", text=text)
    return found


def _with_time(text: str, day: date, rest: str) -> datetime:
    if not rest:
        return datetime.combine(day, time())
    if not re.match("[ t,]", rest):
        raise UserError("date_unreadable", text=text)
    match = _TIME.fullmatch(rest.lstrip(" t,"))
    if match is None:
        raise UserError("date_unreadable", text=text)
    micro = int((match["fraction"] or "0").ljust(6, "0")[:6])
    try:
        hour = hour_of_day(int(match["hour"]), match["half"])
        moment = time(hour, int(match["minute"]), int(match["second"] or 0), micro)
        return datetime.combine(day, moment, tzinfo=_offset(match["offset"]))
    except ValueError:
        raise UserError("date_unreadable", text=text) from None


def hour_of_day(hour: int, half: str | None) -> int:
    """The hour of 0..23 for an hour with "am" or "pm". Raises ValueError for 13 pm."""
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError(f"{hour} {half}")
    return hour % 12 + (12 if half == "pm" else 0)


def _offset(written: str | None) -> tzinfo | None:
    if written is None:
        return None
    if written in ("z", "utc"):
        return UTC
    return datetime.strptime(written.replace(":", "").ljust(5, "0"), "%z").tzinfo
