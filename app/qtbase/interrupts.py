"""Ctrl+C in a terminal and the end of the session: signals, which Qt's loop would sleep through."""

import signal
import socket
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal

ENDS: Final = (signal.SIGINT, signal.SIGTERM)


class Interrupts(QObject):
    """Says that the program is asked to end; asked once more, it ends where it stands."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heard, self._told = socket.socketpair()
        self._told.setblocking(False)
        self._before = {number: signal.signal(number, _wake_up) for number in ENDS}
        self._fd_before = signal.set_wakeup_fd(self._told.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)

    def release(self) -> None:
        """Let signals do again what they did before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._fd_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._heard.close()
        self._told.close()

    def _hear(self) -> None:
        if not set(self._heard.recv(64)).isdisjoint(ENDS):
            for number in ENDS:
                signal.signal(number, signal.SIG_DFL)
            self.asked.emit()


def _wake_up(_number: int, _frame: object) -> None:
    """Nothing: that there is a handler makes Python write the signal's number to the socket."""
