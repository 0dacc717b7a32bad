"""Turns the drivers' errors of the user's world into `Offline`; everything else stays a bug of ours."""

import errno
import socket
import sqlite3
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from app.core.errors import Offline, UserError

_SQLITE_CODES = {
    sqlite3.SQLITE_BUSY: "database_locked",
    sqlite3.SQLITE_LOCKED: "database_locked",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "database_read_only",
    sqlite3.SQLITE_CANTOPEN: "database_unreachable",
    sqlite3.SQLITE_IOERR: "database_unreachable",
    sqlite3.SQLITE_CORRUPT: "database_damaged",
    sqlite3.SQLITE_NOTADB: "not_a_database",
}


_NETWORK: Final = frozenset(
    {errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH, errno.EHOSTDOWN, errno.EADDRNOTAVAIL}
)
"""What the system says of a network that is gone; Python has no class of its own for them."""

NOT_ALLOWED = "42501"
"""PostgreSQL's own refusal: what a service let pass, the server's policies don't."""


def offline_code(error: DBAPIError) -> str | None:
    """The code of `Offline` for a driver's error, or None where it isn't the user's world."""
    original = error.orig
    if isinstance(original, sqlite3.Error):
        code = getattr(original, "sqlite_errorcode", None)
        return _SQLITE_CODES.get(code & 0xFF) if code is not None else None
    if error.connection_invalidated:
        return "no_connection"
    state = getattr(original, "sqlstate", None) or ""
    return state_code(state) or ("no_connection" if isinstance(error, OperationalError) and not state else None)


def state_code(state: str) -> str | None:
    """The code of `Offline` for what the server says (SQLSTATE), or None where it isn't the user's world."""
    if state.startswith("08") or state in {"57P01", "57P02", "57P03"}:
        return "no_connection"
    if state.startswith("28"):
        return "server_refused"
    if state == "3D000":
        return "server_has_no_such_database"
    if state == "53300":
        return "server_full"
    if state == "53100":
        return "disk_full"
    if state == "25006":
        return "database_read_only"
    return None


@contextmanager
def users_world() -> Iterator[None]:
    """Raise `Offline` in place of a lost connection, a lock, a full disk or a read-only file.

    What the server itself refuses is UserError("not_allowed").
    """
    try:
        yield
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) == NOT_ALLOWED:
            raise UserError("not_allowed") from error
        code = offline_code(error)
        if code is None:
            raise
        raise Offline(code) from error
    except PoolTimeout as error:  # all connections wait for answers that don't come
        raise Offline("no_answer") from error
    except OSError as error:
        code = _network_code(error)
        if code is None:
            raise
        raise Offline(code) from error


def _network_code(error: OSError) -> str | None:
    """The code of `Offline` for what the network or TLS says; None for anything else, such as a file's trouble."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return "server_not_trusted"
    if isinstance(error, ConnectionError) and "rejected SSL" in str(error):  # asyncpg's own words
        return "server_without_tls"
    if isinstance(error, ConnectionError | TimeoutError | ssl.SSLError | socket.gaierror):
        return "no_connection"
    several = str(error).startswith("Multiple exceptions")  # asyncio's: a name with several addresses
    return "no_connection" if several or error.errno in _NETWORK else None
