"""How soon a server that has silently gone is noticed: a network that vanishes resets nothing, and one would wait."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

CONNECT_S: Final = 10.0
"""How long a server may take to let one in."""
ANSWER_S: Final = 8.0
"""How long it may take for a question that costs nothing, while the program has such a one under way all the time."""

_IDLE_S: Final = 10
_INTERVAL_S: Final = 3
_PROBES: Final = 3
_UNACKNOWLEDGED_MS: Final = 15_000

SERVER_SETTINGS: Final = {
    "application_name": "prichal",
    "tcp_keepalives_idle": str(_IDLE_S),
    "tcp_keepalives_interval": str(_INTERVAL_S),
    "tcp_keepalives_count": str(_PROBES),
    "tcp_user_timeout": str(_UNACKNOWLEDGED_MS),
}
"""The same of the server's end: what a vanished workstation holds is let go of."""


class OpenConnections:
    """The drivers' connections of an engine, to be broken off where the server is silent."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._open: dict[int, Any] = {}  # Any, here and below: asyncpg publishes no types
        event.listen(engine.sync_engine, "connect", self._opened)
        event.listen(engine.sync_engine, "close", self._closed)

    def break_off(self) -> None:
        """Whoever waits for an answer meets a lost connection at once."""
        for driver in tuple(self._open.values()):
            driver.terminate()
        self._open.clear()

    def _opened(self, connection: Any, _record: object) -> None:
        self._open[id(connection)] = connection.driver_connection
        keep_alive(connection.driver_connection)

    def _closed(self, connection: object, _record: object) -> None:
        self._open.pop(id(connection), None)


def keep_alive(driver: Any) -> None:
    """Have the system ask a silent peer, and give up on one that acknowledges nothing; what it can't is left."""
    own: socket.socket | None = driver._transport.get_extra_info("socket")  # noqa: SLF001 - there is no other way to it
    if own is None or own.family not in (socket.AF_INET, socket.AF_INET6):
        return
    own.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in (
        ("TCP_KEEPIDLE", _IDLE_S), ("TCP_KEEPINTVL", _INTERVAL_S), ("TCP_KEEPCNT", _PROBES),
        ("TCP_USER_TIMEOUT", _UNACKNOWLEDGED_MS),
    ):  # fmt: skip
        option = getattr(socket, name, None)
        if option is not None:
            own.setsockopt(socket.IPPROTO_TCP, option, value)


@contextmanager
def answered_within(driver: Any, seconds: float) -> Iterator[None]:
    """Break the connection off where a question takes longer.

    Cancelling would not do: the driver would ask the silent server to stop, and wait for that.
    """
    timer = asyncio.get_running_loop().call_later(seconds, driver.terminate)
    try:
        yield
    finally:
        timer.cancel()
