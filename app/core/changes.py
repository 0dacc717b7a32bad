"""What every window listens to: one named operation said what it changed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """A committed change, from this workstation or from another through the change feed.

    `ids` is empty where so many records changed that each window had better ask again.
    """

    kind: str
    ids: frozenset[int]
    what: str
    """The operation's name, such as "lead.move"; "feed" where another workstation made it."""
    who: int | None
    """The employee who did it."""
    origin: str
    """The program that made it, so that its own echo can be dropped."""
