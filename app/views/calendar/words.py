"""The words of the calendar's heads, by the reader's language and its ways of writing days."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from app.core.wallclock import DAY
from app.qtbase import i18n
from app.services.records.calendar import NEXT_ACTIVITY, STARTS, CalendarDay, DateField
from app.services.records.office import EmployeeRecord

_FRIDAY = 4


def title_words(first: date, last: date, span: str) -> str:
    """ "Ноябрь 2025", "17 – 23 ноября 2025", "Вторник, 18 ноября 2025"."""
    if span == "month":
        month = QLocale().standaloneMonthName(first.month)
        return f"{_capital(month)} {first.year}"
    if span == "day":
        weekday = QLocale().dayName(first.isoweekday(), QLocale.FormatType.LongFormat)
        return f"{_capital(weekday)}, {i18n.day_and_month(first)} {first.year}"
    if first.year != last.year:
        return f"{i18n.day_and_month(first)} {first.year} – {i18n.day_and_month(last)} {last.year}"
    if first.month != last.month:
        return f"{i18n.day_and_month(first)} – {i18n.day_and_month(last)} {last.year}"
    return f"{first.day} – {i18n.day_and_month(last)} {last.year}"


def month_words(day: date) -> str:
    """ "Ноябрь 2025"."""
    return title_words(day, day, "month")


def count_words(count: int, by: str) -> str:
    """ "5 дел"; by any other date these are no activities."""
    if by in (STARTS, NEXT_ACTIVITY):
        return QCoreApplication.translate("Calendar", "%n activity(s)", None, count)
    return i18n.number(count)


def more_words(count: int) -> str:
    """ "ещё 6"."""
    return QCoreApplication.translate("Calendar", "{count} more").format(count=i18n.number(count))


def span_words(minute: int, minutes: int) -> str:
    """ "15:00 – 15:45", by the clock on the wall."""
    end = (minute + minutes) % DAY
    return f"{minute // 60}:{minute % 60:02} – {end // 60}:{end % 60:02}"


def day_note(day: CalendarDay) -> str:
    """The name of a holiday; that a Saturday is worked."""
    if not day.note and day.working and day.day.weekday() > _FRIDAY:
        return QCoreApplication.translate("Calendar", "working day")
    return day.note


def absence_words(person: EmployeeRecord, day: date, today: date) -> str:
    """ "away until 24.11", where that person is."""
    if not person.is_away(day):
        return ""
    if person.absent_until is None:
        return QCoreApplication.translate("Calendar", "away")
    until = i18n.day_short(person.absent_until, today)
    return QCoreApplication.translate("Calendar", "away until {day}").format(day=until)


def weekday_names(*, short: bool) -> Sequence[str]:
    """From Monday on."""
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return [_capital(QLocale().standaloneDayName(number, form).rstrip(".")) for number in range(1, 8)]


def field_words(field: DateField) -> str:
    """By what items stand on their days."""
    match field.code:
        case "next_activity":
            return QCoreApplication.translate("Calendar", "Next activity")
        case "meeting_at":
            return QCoreApplication.translate("Calendar", "Meeting")
        case "created":
            return QCoreApplication.translate("Calendar", "Created")
        case "next_payment":
            return QCoreApplication.translate("Calendar", "Next payment")
        case "starts":
            return QCoreApplication.translate("Calendar", "Start")
    return field.label or field.code


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
