"""SQLite's driver: cancellation stops the query, and SQL can compare text as the program does."""

import asyncio
import sqlite3
from collections.abc import Callable
from functools import partial
from typing import Any

import aiosqlite

from app.core.text import normalise

ROWS_AT_ONCE = 1_000
"""How many rows come from the driver's thread at a time."""


class Connection(aiosqlite.Connection):
    """Interrupts the running query when the task that waits for it is cancelled.

    aiosqlite alone lets the query run on, and the rollback or close that follows waits behind it (TECH-NOTES).
    """

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # Any: as the driver's own
        try:
            return await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]  # the driver's
        except asyncio.CancelledError:
            if self._connection is not None:
                self._connection.interrupt()
            raise


def open_connection(database: str, **options: Any) -> Connection:  # Any: what sqlite3.connect takes
    """What SQLAlchemy calls for each new connection of its pool; to be awaited."""
    connection = Connection(partial(_connect, database, options), ROWS_AT_ONCE)
    connection._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does for the connections it makes itself
    return connection


def _connect(database: str, options: dict[str, Any]) -> sqlite3.Connection:  # Any: likewise
    connection: sqlite3.Connection = sqlite3.connect(database, **options)
    # SQLite's lower() folds ASCII alone.
    connection.create_function("normalise", 1, _normalised, deterministic=True)
    return connection


def _normalised(text: object) -> str | None:
    return None if text is None else normalise(str(text))
