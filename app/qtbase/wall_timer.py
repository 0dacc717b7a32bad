"""A timer for a moment of the wall clock: right though the clock is set, or the machine sleeps meanwhile."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

BEAT_MS: Final = 500
"""How often both clocks are compared; a wait for less is timed exactly."""

JUMP: Final = timedelta(seconds=2)
"""By how much both clocks may drift apart between two beats, and a beat may be late, before that counts as a jump."""


class WallTimer(QObject):
    """`due` comes at the moment set, `jumped` after a change of the clock, a sleep, or a stop of the program.

    `now` tells the wall clock; `monotonic` counts seconds that no setting of the clock changes.
    """

    due = Signal()
    jumped = Signal()

    def __init__(
        self, now: Callable[[], datetime], parent: QObject, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._monotonic = monotonic
        self._moment: datetime | None = None
        self._seen = (now(), monotonic())
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)

    def start(self) -> None:
        """Begin to watch the clocks."""
        self._seen = (self._now(), self._monotonic())
        self._timer.start(0)

    def stop(self) -> None:
        self._timer.stop()

    def set(self, moment: datetime | None) -> None:
        """Be due at that moment, at once where it is past; None: not at all."""
        self._moment = moment
        if self._timer.isActive():
            self._timer.start(self._wait_ms())

    def moment(self) -> datetime | None:
        """What it waits for."""
        return self._moment

    def beat(self) -> None:
        """Look at the clocks; called by itself."""
        now, seconds = self._now(), self._monotonic()
        passed = timedelta(seconds=seconds - self._seen[1])
        jumped = abs((now - self._seen[0]) - passed) > JUMP or passed > timedelta(milliseconds=BEAT_MS) + JUMP
        self._seen = (now, seconds)
        due = self._moment is not None and now >= self._moment
        if due:
            self._moment = None
        self._timer.start(self._wait_ms())
        if jumped:
            self.jumped.emit()
        elif due:
            self.due.emit()

    def _wait_ms(self) -> int:
        if self._moment is None:
            return BEAT_MS
        left = (self._moment - self._now()).total_seconds() * 1000
        return max(0, min(BEAT_MS, int(left) + 1))
