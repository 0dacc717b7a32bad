"""Whether the database answers: one state for all windows of a program."""

import time
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QObject, Signal

from app.core.errors import Offline

LOST: Final = frozenset({"no_connection", "no_answer", "database_unreachable", "server_full", "server_refused"})
"""Codes of `Offline` that mean that nothing else would work now either; a lock or a full disk are over with the act."""


TOLD: Final = frozenset({"database_renewed", "database_newer"})
"""Reasons that have words of their own."""


class Connection(QObject):
    """Who follows the database says how it is; a window that meets an error says so too, and it is looked after."""

    changed = Signal(bool)
    """It is lost (False), or there again (True) and everything shown is asked for anew."""
    retry_wanted = Signal()
    """Try to reach it now."""
    waiting = Signal()
    """Another time of the next try is known: `retry_in`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lost_at: datetime | None = None
        self._retry_at = 0.0
        self.reason = ""
        """Why it is lost, as a code of `Offline`; empty: it doesn't answer."""

    @property
    def online(self) -> bool:
        return self._lost_at is None

    @property
    def lost_at(self) -> datetime | None:
        """Since when it doesn't answer, in UTC; None while it does."""
        return self._lost_at

    def retry_in(self) -> int:
        """Whole seconds until the next try by itself."""
        return max(0, round(self._retry_at - time.monotonic()))

    def set_online(self, online: bool) -> None:
        if online == self.online:
            return
        self._lost_at = None if online else datetime.now(UTC)
        self.changed.emit(online)

    def set_reason(self, code: str) -> None:
        """Why it is lost; the words may change while it is."""
        self.reason = code if code in TOLD else ""
        self.waiting.emit()

    def set_retry(self, seconds: float) -> None:
        """The next try by itself comes after so many seconds."""
        self._retry_at = time.monotonic() + seconds
        self.waiting.emit()

    def met(self, error: Exception) -> bool:
        """Whether an error means that the connection is lost; then every window says so and it is tried again."""
        if not (isinstance(error, Offline) and error.code in LOST):
            return False
        if self.online:
            self.set_online(False)
            self.retry_wanted.emit()
        return True
