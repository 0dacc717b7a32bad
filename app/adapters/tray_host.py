"""Whether the desktop's tray is there yet: programs that start with the session may come before the panel does."""

import asyncio
import sys
import time
from typing import Final

WATCHER: Final = "org.kde.StatusNotifierWatcher"
POLL_S: Final = 0.25


async def wait_for_tray(patience: float) -> None:
    """Until a panel has said on the session's bus that it shows icons; on Linux alone, and no longer than `patience` s.

    Qt asks once, at its first icon: where none has said so by then, it keeps to the older way, which some desktops
    have no more.
    """
    if not sys.platform.startswith("linux"):
        return
    from PySide6.QtDBus import QDBusConnection  # no other start has need of it

    bus = QDBusConnection.sessionBus()
    end = time.monotonic() + patience
    while bus.isConnected() and time.monotonic() < end:
        if bus.interface().isServiceRegistered(WATCHER).value():
            return
        await asyncio.sleep(POLL_S)
