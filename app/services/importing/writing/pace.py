"""How many rows a batch takes, so that its transaction stays short: a longer one keeps everybody from writing."""

from collections.abc import Collection, Sequence
from typing import Final

from app.services.importing.writing.decisions import NewLead
from app.services.importing.writing.matching import Target

LARGEST: Final = 2_000
"""Rows in a batch at most (DATA.md, "History and undo")."""

PAUSE_S: Final = 0.005
"""Between two batches, so that others come to write."""

LONGEST_S: Final = 0.3
"""A transaction's limit; batches aim below it."""

_AIM_S: Final = 0.15
_FEWEST: Final = 50


class Pace:
    """Learns from each batch what a new lead and a filled record cost here."""

    def __init__(self) -> None:
        self._new_s = 0.0015
        self._filled_s = 0.008
        self.slowest_s = 0.0
        """Seconds of the longest transaction so far."""

    @property
    def rows(self) -> int:
        """How many rows to try next."""
        return min(LARGEST, max(_FEWEST, int(_AIM_S / self._new_s)))

    def fitting(self, owners: Sequence[NewLead | Target | None], wanted: Collection[Target]) -> int:
        """How many of the rows fit into one transaction; `wanted` are the records that have something to be filled."""
        expected = 0.0
        met: set[Target] = set()
        for number, owner in enumerate(owners):
            if isinstance(owner, NewLead):
                expected += self._new_s
            elif owner is not None and owner in wanted and owner not in met:
                met.add(owner)
                expected += self._filled_s
            if expected > _AIM_S and number >= _FEWEST:
                return number
        return len(owners)

    def learn(self, seconds: float, new: int, filled: int) -> None:
        """Take what a batch took into account; a quick one moves the estimate by a factor of two at most."""
        self.slowest_s = max(self.slowest_s, seconds)
        if new + filled >= _FEWEST // 2:
            ratio = min(8.0, max(0.5, seconds / self._expected(new, filled)))
            self._new_s *= ratio
            self._filled_s *= ratio

    def _expected(self, new: int, filled: int) -> float:
        return new * self._new_s + filled * self._filled_s
