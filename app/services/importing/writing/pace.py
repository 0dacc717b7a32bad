"""How many rows a batch takes, so that its transaction stays short: a longer one keeps everybody from writing."""

import time
from collections import deque
from collections.abc import Callable, Collection, Sequence
from typing import Final

from app.services.importing.writing.decisions import NewLead
from app.services.importing.writing.matching import Target

LARGEST: Final = 2_000
"""Rows in a batch at most (DATA.md, "History and undo")."""

PAUSE_S: Final = 0.005
"""Between two batches, so that others come to write."""

LONGEST_S: Final = 0.3
"""A transaction's limit; batches aim well below it: the machine may grow slower while one is written."""

_AIM_S: Final = 0.4 * LONGEST_S
_LEAST_S: Final = 0.006_25
"""What a batch takes on a usual machine at least: smaller ones are hardly shorter, each has its beginning and end."""

_REMEMBERED: Final = 6
"""Batches by the slowest of which the next one is measured: others' work on the machine comes in bursts."""

_AT_FIRST: Final = 8.0
"""How much slower than a usual machine this one is taken to be before anything was measured."""

_QUICKER: Final = 0.7
"""What one batch may lower the estimate to, at most."""

_SLOWER: Final = 16.0
"""What one batch may raise the estimate to, at most."""

_NEW_S: Final = 0.000_075
_FILLED_S: Final = 0.001
"""Seconds that a new lead and a filled record take on a usual machine, where nothing has been measured yet."""


class Pace:
    """Learns from the last batches what a new lead and a filled record cost here."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self.clock = clock
        """Seconds, from which transactions are measured."""
        self._factors = deque([_AT_FIRST], _REMEMBERED)
        """By how much the last batches were slower than a usual machine."""
        self.slowest_s = 0.0
        """Seconds of the longest transaction so far."""

    @property
    def rows(self) -> int:
        """How many rows to try next."""
        return min(LARGEST, int(self._usual_s / _NEW_S))

    def fitting(self, owners: Sequence[NewLead | Target | None], wanted: Collection[Target]) -> int:
        """How many of the rows fit into one transaction; `wanted` are the records that have something to be filled."""
        new = 0
        met: set[Target] = set()
        for number, owner in enumerate(owners):
            if isinstance(owner, NewLead):
                new += 1
            elif owner is not None and owner in wanted:
                met.add(owner)
            if _usual(new, len(met)) > self._usual_s:
                return number
        return len(owners)

    def learn(self, seconds: float, new: int, filled: int) -> None:
        """Take what a batch took into account: what is slow counts at once, what is quick once it has been so a while.

        A batch that wrote next to nothing tells nothing of what its rows cost.
        """
        self.slowest_s = max(self.slowest_s, seconds)
        usual = _usual(new, filled)
        if usual >= _LEAST_S / 2:
            last = self._factors[-1]
            self._factors.append(min(last * _SLOWER, max(last * _QUICKER, seconds / usual)))

    @property
    def _usual_s(self) -> float:
        """What the next batch may take on a usual machine, to take what is aimed at here."""
        return max(_LEAST_S, _AIM_S / max(self._factors))


def _usual(new: int, filled: int) -> float:
    return _NEW_S * new + _FILLED_S * filled
