"""Going through the work queue: one client after another, nobody offered twice while others wait."""

from collections import defaultdict
from datetime import datetime, timedelta
from typing import Final

from app.services.records.activities import ClientRef
from app.services.records.queue import QueueItem
from app.views.navigator import ViewContext

SECTION_KEY: Final = "queue.section"
"""The preference: whose queue an employee goes through, "lead" or "deal"."""
SECTIONS: Final = ("lead", "deal")
REST: Final = timedelta(minutes=30)
"""Who was offered and still waits is offered again after this, or once nobody else waits."""


async def preferred_section(context: ViewContext) -> str | None:
    """The queue chosen before; None where none was."""
    chosen = await context.services.preferences.get(SECTION_KEY)
    return chosen if isinstance(chosen, str) and chosen in SECTIONS else None


class QueueWalk:
    """Remembers whom it offered; the queue itself is asked anew each time."""

    def __init__(self, context: ViewContext) -> None:
        self._context = context
        self._offered: dict[str, dict[int, datetime]] = defaultdict(dict)

    async def next(
        self, section: str | None = None, rank: int | None = None, leaving: ClientRef | None = None
    ) -> QueueItem | None:
        """The next client of a queue, or of a place in it; of any queue, the preferred first, where none is told.

        `leaving` is the client whose card is in front: it isn't offered again at once.
        """
        now = self._context.services.workplace.now()
        for one in (section,) if section else await self._sections():
            left = {leaving.id} if leaving is not None and leaving.section == one else set()
            rested = {ref: at for ref, at in self._offered[one].items() if now - at < REST}
            item = await self._ask(one, {*rested, *left}, rank)
            if item is None and rested:
                rested = {}
                item = await self._ask(one, left, rank)
            self._offered[one] = rested
            if item is not None:
                rested[item.ref.id] = now
                return item
        return None

    async def left(self, section: str | None = None) -> tuple[int, int]:
        """How many wait, though none of them is to be offered now, and how many come later today."""
        queue = self._context.services.queue
        strips = [await queue.strip(one) for one in ((section,) if section else SECTIONS)]
        return sum(one.waiting for one in strips), sum(one.later for one in strips)

    async def _ask(self, section: str, passed: set[int], rank: int | None) -> QueueItem | None:
        return await self._context.services.queue.next(section, passed, rank)

    async def _sections(self) -> tuple[str, ...]:
        first = await preferred_section(self._context)
        return SECTIONS if first is None else tuple(sorted(SECTIONS, key=lambda one: one != first))
