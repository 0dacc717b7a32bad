"""Lines of the feed and the `Changes` they stand for."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.core.changes import Changes
from app.core.kinds import Kind

WHAT = "feed"
"""`Changes.what` of everything that another program did."""

MANY = 2_000
"""Lines at once from which asking again is cheaper than looking at each."""


@dataclass(frozen=True, slots=True)
class Line:
    """One committed change; without `ref` so many of a kind that each window had better ask again."""

    id: int
    kind: str
    ref: int | None
    actor_id: int | None
    origin: str | None


@dataclass(frozen=True, slots=True)
class Batch:
    """What came since the last reading; `lost` where it can't be told any more (restored, away for too long)."""

    lines: Sequence[Line] = ()
    lost: bool = False


class Reader(Protocol):
    """A place in the feed of one kind of database."""

    async def open(self) -> None:
        """Stand at the feed's present end. Raises Offline."""

    async def close(self) -> None:
        """Give the connection back."""

    async def wait(self) -> None:
        """Until something may have come. Raises Offline."""

    async def read(self) -> Batch:
        """What came, once each. Raises Offline."""
        ...


def changes_of(batch: Batch, own_origin: str) -> Iterator[Changes]:
    """One `Changes` for each kind and employee; the program's own echo is dropped."""
    if batch.lost:
        yield from reload_everything()
        return
    found: dict[tuple[str, int | None, str], set[int]] = defaultdict(set)
    many: set[tuple[str, int | None, str]] = set()
    for line in batch.lines:
        if line.origin != own_origin:
            key = (line.kind, line.actor_id, line.origin or "")
            if line.ref is None:
                many.add(key)
            else:
                found[key].add(line.ref)
    for key in dict.fromkeys((*found, *many)):
        kind, who, origin = key
        yield Changes(kind, frozenset() if key in many else frozenset(found[key]), WHAT, who, origin)


def reload_everything() -> Iterator[Changes]:
    """Every kind, without ids: whatever is shown is asked for again."""
    for kind in Kind:
        yield Changes(kind.value, frozenset(), WHAT, None, "")
