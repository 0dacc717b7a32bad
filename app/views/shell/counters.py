"""The red numbers on the tabs: asked again after changes and at the moment when time alone changes them."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.changes import Changes
from app.core.errors import PrichalError
from app.qtbase.tasks import Tasks
from app.views.navigator import Tab, ViewContext

SETTLE_MS = 150
"""Changes come in bursts, such as an import's; the numbers are asked for once they pause."""

_LONGEST_MS = 3_600_000
_COUNTED: tuple[Tab, ...] = ("lead", "deal", "activity")
_MATTERS = frozenset({"lead", "deal", "activity", "employee", "settings"})


class TabCounters(QObject):
    """Says the number of each tab; contacts have none."""

    counted = Signal(str, int)
    """Tab and number."""

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._tasks = Tasks(self, self._fail)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.count)
        self._boundary = QTimer(self, singleShot=True)
        self._boundary.timeout.connect(self.count)
        context.changes.changed.connect(self._changed)

    def count(self) -> None:
        """Ask for all numbers."""
        self._tasks.run(self._count(), latest="count", quiet=True)

    def count_soon(self) -> None:
        """The same a moment later: the page in front is read first."""
        self._settle.start()

    def _changed(self, changes: Changes) -> None:
        if changes.kind in _MATTERS:
            self.count_soon()

    async def _count(self) -> None:
        lists = self._context.services.lists
        boundaries: list[datetime | None] = []
        for tab in _COUNTED:
            counters = await lists.counters(tab)
            self.counted.emit(tab, counters.total)
            boundaries.append(counters.next_boundary)
        self._wait_for(boundaries)

    def _wait_for(self, boundaries: Sequence[datetime | None]) -> None:
        """Ask again just after the next activity becomes overdue, or at midnight."""
        soonest = min((moment for moment in boundaries if moment is not None), default=None)
        if soonest is None:
            self._boundary.stop()
            return
        left = (soonest - self._context.services.workplace.now()).total_seconds()
        self._boundary.start(int(max(1.0, min(left * 1000 + 50, _LONGEST_MS))))

    def _fail(self, error: PrichalError) -> None:
        self._context.navigator.report(error)
