"""Python's garbage is collected on the UI thread alone.

Python collects in whatever thread an allocation passes its threshold, the database's too. What it finds may be a closed
window that is held by nothing but a circle of references, and Qt's objects end in their own thread, or crash the
program.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

FIRST_MS: Final = 5_000
"""The start has enough to do, and makes little that goes again."""
LOOK_MS: Final = 250
FULL_EVERY: Final = 200
"""Collections of younger objects between two of all: those are felt, and find little."""


class Collector(QObject):
    """Looks now and then whether Python would have collected meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self._before = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self, interval=FIRST_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        if self._before:
            gc.enable()

    def _look(self) -> None:
        self._timer.setInterval(LOOK_MS)
        young, middle, old = gc.get_count()
        least, several, _ = gc.get_threshold()
        if old > FULL_EVERY:
            gc.collect()
        elif middle > several:
            gc.collect(1)
        elif young > least:
            gc.collect(0)
