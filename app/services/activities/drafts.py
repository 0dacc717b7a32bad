"""Checks what was typed into the activity form, before any rule of the office is asked."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from app.core.errors import UserError
from app.core.kinds import ActivityKind
from app.core.text import sort_key
from app.core.whens.imported import EARLIEST_YEAR, LATEST_YEAR
from app.services.records.activities import ActivityDraft, ClientRef
from app.services.registry import Registry
from app.services.texts import typed_line, typed_text

LONGEST_MINUTES: Final = 7 * 24 * 60
MOST_REMINDERS: Final = 10
EARLIEST_REMINDER: Final = 60 * 24 * 60
"""Minutes: sixty days before the start."""


@dataclass(frozen=True, slots=True)
class CleanDraft:
    """A draft that can be stored as it is."""

    kind: ActivityKind
    subject: str
    starts_at: datetime
    minutes: int
    client: ClientRef | None
    description: str
    place_id: int | None
    place_text: str
    reminders: tuple[int, ...]

    def columns(self) -> dict[str, object]:
        """What goes into the activity's own columns."""
        return {
            "kind": self.kind,
            "subject": self.subject,
            "starts_at": self.starts_at,
            "minutes": self.minutes,
            "description": self.description,
            "place_id": self.place_id,
            "place_text": self.place_text,
        }


def clean_draft(registry: Registry, draft: ActivityDraft) -> CleanDraft:
    """The draft with its texts tidied and its start on a whole minute.

    Raises UserError: "subject_missing", "text_too_long", "minutes_unsuitable", "date_out_of_range", "place_unknown",
    "reminder_unsuitable".
    """
    subject = typed_line(draft.subject, "subject")
    if not sort_key(subject):
        raise UserError("subject_missing")
    if not 0 < draft.minutes <= LONGEST_MINUTES:
        raise UserError("minutes_unsuitable", longest=LONGEST_MINUTES)
    if draft.place_id is not None and draft.place_id not in registry.all.places:
        raise UserError("place_unknown", id=draft.place_id)
    return CleanDraft(
        kind=draft.kind,
        subject=subject,
        starts_at=clean_start(draft.starts_at),
        minutes=draft.minutes,
        client=draft.client,
        description=typed_text(draft.description),
        place_id=draft.place_id,
        place_text=typed_line(draft.place_text),
        reminders=_reminders(draft.reminders),
    )


def clean_start(starts_at: datetime) -> datetime:
    """The start in UTC on a whole minute. Raises UserError("date_out_of_range")."""
    if starts_at.tzinfo is None:
        raise ValueError("a start without a time zone")
    if not EARLIEST_YEAR < starts_at.year < LATEST_YEAR:
        raise UserError("date_out_of_range", earliest=EARLIEST_YEAR + 1, latest=LATEST_YEAR - 1)
    return starts_at.astimezone(UTC).replace(second=0, microsecond=0)


def _reminders(minutes: tuple[int, ...]) -> tuple[int, ...]:
    wanted = tuple(sorted(set(minutes)))
    if len(wanted) > MOST_REMINDERS or any(not 0 <= one <= EARLIEST_REMINDER for one in wanted):
        raise UserError("reminder_unsuitable", most=MOST_REMINDERS, earliest=EARLIEST_REMINDER)
    return wanted
