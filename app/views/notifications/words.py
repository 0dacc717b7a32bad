"""The words of reminders: how soon or how late, where from, and times to put them off to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.qtbase import i18n
from app.services.records.activities import ActivityRecord
from app.services.records.reminders import Reminder

MORNING: Final = time(10)


@dataclass(frozen=True, slots=True)
class Later:
    """A time to put a reminder off to."""

    words: str
    until: datetime


def when_words(activity: ActivityRecord, now: datetime, zone: ZoneInfo) -> tuple[str, str]:
    """The popup's heading and its tone: "Через 3 мин, в 11:45" (warn), "Просрочено на 2 ч · 09:40" (danger)."""
    left = activity.starts_at - now
    clock = i18n.clock(activity.starts_at, zone)
    if left <= timedelta(minutes=-1):
        words = QCoreApplication.translate("Reminders", "Overdue by {duration} · {when}")
        when = i18n.date_words(activity.starts_at, now, zone, inside=True)
        return words.format(duration=i18n.duration_words(left), when=when), "danger"
    if left < timedelta(minutes=1):
        return QCoreApplication.translate("Reminders", "Now, at {time}").format(time=clock), "warn"
    if activity.starts_at.astimezone(zone).date() != now.astimezone(zone).date():
        return i18n.date_words(activity.starts_at, now, zone), "warn"
    soon = i18n.until_words(left + timedelta(seconds=30))
    words = QCoreApplication.translate("Reminders", "{soon}, at {time}").format(soon=soon, time=clock)
    return words[:1].upper() + words[1:], "warn"


def about_words(reminder: Reminder) -> str:
    """What stands behind the stage: source and phone."""
    activity = reminder.activity
    phone = i18n.phone(activity.client_phone) if activity.client_phone else ""
    return " · ".join(part for part in (reminder.source, phone, activity.place) if part)


def open_words(section: str) -> str:
    """The button that opens the client's card."""
    match section:
        case "deal":
            return QCoreApplication.translate("Reminders", "Open deal")
        case "contact":
            return QCoreApplication.translate("Reminders", "Open contact")
    return QCoreApplication.translate("Reminders", "Open lead")


def likely_times(now: datetime, zone: ZoneInfo) -> tuple[Later, ...]:
    """What one click puts off to: 5, 15, 60 minutes, tomorrow morning."""
    found = [Later(i18n.duration_words(timedelta(minutes=one)), now + timedelta(minutes=one)) for one in (5, 15)]
    found.append(Later(QCoreApplication.translate("Reminders", "1 hour"), now + timedelta(hours=1)))
    words = QCoreApplication.translate("Reminders", "Tomorrow {time}")
    found.append(Later(words.format(time=MORNING.strftime("%H:%M")), _morning(now, zone, 1)))
    return tuple(found)


def further_times(now: datetime, zone: ZoneInfo, starts_at: datetime | None) -> Iterator[Later]:
    """What the menu offers beyond."""
    if starts_at is not None and starts_at > now:
        yield Later(QCoreApplication.translate("Reminders", "At the start"), starts_at)
    yield Later(QCoreApplication.translate("Reminders", "30 minutes"), now + timedelta(minutes=30))
    yield Later(QCoreApplication.translate("Reminders", "3 hours"), now + timedelta(hours=3))
    ahead = 7 - now.astimezone(zone).weekday()
    words = QCoreApplication.translate("Reminders", "Monday {time}").format(time=MORNING.strftime("%H:%M"))
    yield Later(words, _morning(now, zone, ahead))


def _morning(now: datetime, zone: ZoneInfo, ahead: int) -> datetime:
    day = now.astimezone(zone).date() + timedelta(days=ahead)
    return datetime.combine(day, MORNING, zone)
