"""What an employee will be reminded of in the next hours, kept for the time that the database can't be reached."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from app.services.records.reminders import FOREVER, Attention, Reminder

AHEAD: Final = timedelta(hours=12)
"""How far it reaches; it is renewed with every look into the database."""
GRACE: Final = timedelta(seconds=1)
"""How long after its time a reminder is still left to the database, which knows who else shows it."""

Mark = tuple[int, datetime, int]
"""A reminder's number, its time and its activity's version: while none of these change, what is remembered holds."""


class ReminderMemory:
    """Holds what no program shows yet. It tells a reminder only when no look has succeeded since its time came.

    So a workstation that is alone shows what others may show as well; whoever is back first in the database keeps the
    popup, the others' goes (see `Reminders`).
    """

    def __init__(self) -> None:
        self.attention = Attention()
        """As it was read last."""
        self._marks: frozenset[Mark] | None = None
        self._ahead: dict[int, Reminder] = {}

    def holds(self, marks: frozenset[Mark]) -> bool:
        """Whether it remembers just these."""
        return self._marks == marks

    def learn(self, marks: frozenset[Mark], ahead: Iterable[Reminder]) -> None:
        """These come next, each by itself; what was remembered before is forgotten."""
        self._marks = marks
        self._ahead = {one.id: one for one in ahead}

    def forget(self, ids: Collection[int]) -> None:
        """The employee has seen them."""
        for one in ids:
            self._marks = None if self._ahead.pop(one, None) is not None else self._marks

    def put_off(self, reminder: Reminder, until: datetime) -> None:
        """It comes again then; of several of one activity only the latest does."""
        self._marks = None
        self._ahead[reminder.id] = replace(reminder, ids=(reminder.id,), due_at=until)

    def take_due(self, now: datetime, zone: ZoneInfo) -> tuple[Reminder, ...]:
        """What has to be shown without the database, one an activity; it is told once."""
        if self.attention.held_until(now, zone) is not None:
            return ()
        due = [one for one in self._ahead.values() if one.due_at + GRACE <= now]
        self.forget([one.id for one in due])
        return gathered(due)

    def next_moment(self, now: datetime, zone: ZoneInfo) -> datetime | None:
        """When to take again what is due."""
        soonest = min((one.due_at + GRACE for one in self._ahead.values()), default=None)
        held = self.attention.held_until(now, zone)
        if soonest is None or held == FOREVER:
            return None
        return soonest if held is None else max(soonest, held + GRACE)


def gathered(single: Iterable[Reminder]) -> tuple[Reminder, ...]:
    """The reminders of each activity as one, the soonest activity first."""
    found: dict[int, list[Reminder]] = defaultdict(list)
    for one in single:
        found[one.activity.id].append(one)
    together = []
    for same in found.values():
        same.sort(key=lambda one: (one.due_at, one.id))
        together.append(replace(same[-1], ids=tuple(one.id for one in same)))
    return tuple(sorted(together, key=lambda one: (one.activity.starts_at, one.activity.id)))
