"""What the sign-in window needs of the outside; bootstrap gives it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from app.services.ports import KnownDatabase, KnownDatabases, SecretStore

if TYPE_CHECKING:
    # SQLAlchemy, which a workplace brings, takes 0.3 s to import: this window paints before that
    from app.services.workplace import Workplace


@dataclass(frozen=True, slots=True)
class SignInDesk:
    """Known databases, the keyring and the signing in itself."""

    known: KnownDatabases
    secrets: SecretStore
    check: Callable[[str], Awaitable[None]]
    """Open a database and close it again. Raises UserError and Offline as opening does."""
    sign_in: Callable[[str, str, str], Awaitable["Workplace"]]
    """Of url, login and password. Raises what `check` raises, and UserError "sign_in_refused", "sign_in_slowed"
    with `seconds`, "office_not_set_up". Puts the database first among the known ones."""
    join: Callable[[str, str, str, str], Awaitable["Workplace"]]
    """Of url, login, one-time code and new password. Raises as `sign_in` does, UserError "code_refused" and
    "password_short"."""
    version: str
    renew: Callable[[str, str, str], Awaitable[Path | None]] | None = None
    """Of url, login and password: an administrator brings an older database up to date; where its copy is. Raises
    UserError "sign_in_refused", "not_allowed"."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a database is, in words without a translation."""

    name: str
    """As the office calls it, else the file's or the server's name for it."""
    detail: str
    """The file's path or the server."""
    file: bool


def place_of(database: KnownDatabase) -> Place:
    """Read the address of a known database."""
    parts = urlsplit(database.url)
    if parts.scheme == "sqlite":
        path = Path(parts.path.removeprefix("/") if _has_drive(parts.path) else f"/{parts.path.lstrip('/')}")
        return Place(database.name or path.stem, str(path), file=True)
    return Place(database.name or parts.path.strip("/"), parts.hostname or "", file=False)


def secret_name(url: str, login: str) -> str:
    """Under which name the keyring keeps the password."""
    return f"{login}@{url}"


def _has_drive(path: str) -> bool:
    """Whether a file's address is one of Windows: /C:/…"""
    return len(path) > 2 and path[2:3] == ":"
