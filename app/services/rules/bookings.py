"""The rule that meetings don't meet: neither of one employee nor in one room are two held at once, unless said so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.services.rules.settings import RuleCode

BOOKING_RULES: Final = (RuleCode.MEETING_OVERLAP, RuleCode.ROOM_TAKEN)


@dataclass(frozen=True, slots=True)
class BusyTime:
    """A planned meeting beside the one asked about, in words that anybody may read."""

    at: str
    """"15:00" by the office's clock."""
    employee: str
    place: str


def overlap_params(meetings: Sequence[BusyTime]) -> dict[str, object] | None:
    """What the employee has already; None where the time is free."""
    return {"at": meetings[0].at, "employee": meetings[0].employee} if meetings else None


def room_params(meetings: Sequence[BusyTime], numbers: Mapping[str, int]) -> dict[str, object] | None:
    """Who is in the room already; None where it has room for one more."""
    if len(meetings) < numbers["at_once"]:
        return None
    first = meetings[0]
    return {"at": first.at, "employee": first.employee, "place": first.place}
