"""Keeps other programs from taking this one's write-ahead log for abandoned.

POSIX locks belong to a process and a file, not to who took them: whatever in this process opens and closes the
database's file (a file dialog that looks what kind of file it is, an attachment) drops SQLite's locks with it. Another
program that then closes the file believes to be the last one and deletes the log, with all that is written later.
So the lock is taken again, at each write and ten times a second, and we ourselves look into no file that is open here.
"""

import logging
import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform != "win32":  # there, locks belong to who took them
    import fcntl

_log = logging.getLogger(__name__)

FIRST, SIZE = 0x40000002, 510
"""The bytes that say that somebody has the file open (SQLite's documentation: the shared range)."""


class HeldFile:
    """One database file of this process, for all that have it open; counted, so that the last one lets go of it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.users = 0
        self._log = path.with_name(f"{path.name}-wal")
        self._descriptor: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether this process has the file open as a database: it is one of ours then."""
        return self._descriptor is not None

    def renew(self) -> None:
        """Take the lock that may have been lost. A shared folder has no log, and its locks are SQLite's alone."""
        if sys.platform == "win32":
            return
        if self._descriptor is None:
            with suppress(OSError):  # SQLite says what is wrong with the file
                self._descriptor = os.open(self.path, os.O_RDONLY | os.O_CLOEXEC)
        if self._descriptor is None or not self._log.exists():
            return
        try:
            fcntl.lockf(self._descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB, SIZE, FIRST)
        except BlockingIOError:
            _log.error("another program closes %s as if nobody else had it open", self.path)

    def release(self) -> None:
        """To be called when all connections are closed: closing our descriptor drops their locks."""
        self.users -= 1
        if self.users == 0:
            del _held[self.path]
            if self._descriptor is not None:
                os.close(self._descriptor)
                self._descriptor = None


_held: dict[Path, HeldFile] = {}


def held_file(path: Path) -> HeldFile:
    """The process's one for this file, for another user of it, who calls `release` once."""
    place = _place(path)
    held = _held.setdefault(place, HeldFile(place))
    held.users += 1
    return held


def is_open_here(path: Path) -> bool:
    """Whether this process has the file open as a database: then nothing else may look into it."""
    held = _held.get(_place(path))
    return held is not None and held.is_open


def _place(path: Path) -> Path:
    try:
        return path.resolve()
    except ValueError:  # a name that no file can have; opening it tells
        return path
