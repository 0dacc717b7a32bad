"""Do-not-disturb, pause and working hours as they are kept among an employee's settings."""

from collections.abc import Mapping
from datetime import UTC, datetime, time
from typing import Final

from app.services.records.reminders import Attention, WorkHours

KEY: Final = "reminders"


def to_json(attention: Attention) -> dict[str, object]:
    """What is stored."""
    hours = attention.hours
    return {
        "quiet": attention.quiet,
        "sound": attention.sound,
        "paused_until": attention.paused_until.isoformat() if attention.paused_until else None,
        "hours": {
            "start": hours.start.isoformat("minutes"),
            "end": hours.end.isoformat("minutes"),
            "weekdays": sorted(hours.weekdays),
        }
        if hours is not None
        else None,
    }


def from_json(stored: object) -> Attention:
    """What was stored; whatever can't be read counts as never set, so that reminders come."""
    if not isinstance(stored, Mapping):
        return Attention()
    return Attention(
        quiet=stored.get("quiet") is True,
        sound=stored.get("sound") is not False,
        paused_until=_moment(stored.get("paused_until")),
        hours=_hours(stored.get("hours")),
    )


def _moment(value: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment is not None and moment.tzinfo is not None else None


def _hours(value: object) -> WorkHours | None:
    if not isinstance(value, Mapping):
        return None
    start, end, weekdays = value.get("start"), value.get("end"), value.get("weekdays")
    if not (isinstance(start, str) and isinstance(end, str) and isinstance(weekdays, list)):
        return None
    try:
        hours = WorkHours(
            time.fromisoformat(start), time.fromisoformat(end), frozenset(day for day in weekdays if day in range(7))
        )
    except ValueError:
        return None
    return hours if hours.start < hours.end and hours.weekdays else None
