"""What the same numbers were a week before, as far as the past can still be told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WeekBefore:
    """Calls and meetings of the same days a week earlier; overdue activities at this hour a week ago, and now.

    How clients stood then isn't kept, so that it isn't compared.
    """

    calls: int
    calls_silent: int
    meetings: int
    meetings_unrecorded: int
    late: int
    late_now: int
