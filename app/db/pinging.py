"""Asks a server's connection whether it still lives, but only one that idled for a while: each asking is a trip."""

import time
from typing import Any, Final

from sqlalchemy import event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine

IDLE_S: Final = 20.0
"""A connection that worked so short a time ago is taken to work; a break meanwhile is told as `Offline`."""


def ping_after_idling(engine: AsyncEngine) -> None:
    """Have the pool try a connection that idled, and replace a dead one."""
    pool, dialect = engine.sync_engine.pool, engine.sync_engine.dialect

    def on_checkin(_connection: object, record: Any) -> None:  # Any: the pool's own
        record.info["used"] = time.monotonic()

    def on_checkout(connection: Any, record: Any, _proxy: object) -> None:  # Any: likewise
        used = record.info.get("used")
        if used is not None and time.monotonic() - used > IDLE_S and not _answers(dialect, connection):
            raise DisconnectionError

    event.listen(pool, "checkin", on_checkin)
    event.listen(pool, "checkout", on_checkout)


def _answers(dialect: Any, connection: Any) -> bool:  # Any: likewise
    try:
        return bool(dialect.do_ping(connection))
    except dialect.loaded_dbapi.Error as error:
        if dialect.is_disconnect(error, connection, None):
            return False
        raise
