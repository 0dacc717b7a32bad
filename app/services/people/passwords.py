"""Passwords of the embedded database: argon2, always in a thread, because one hash takes a tenth of a second."""

import asyncio
import unicodedata
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from app.core.errors import UserError

SHORTEST: Final = 8
"""Characters that a password has at least."""

NOBODYS_HASH: Final = (
    "$argon2id$v=19$m=65536,t=3,p=4$5oxHWRbQMTj+xMLpSpclKA$hNWenEy2F9+o0yltvcn/s79CguGE+sIoNYJNJpoLgXI"
)
"""Compared with where there is no such login, so that a refusal costs the same time for everyone."""

_hasher: Final = PasswordHasher()


def check_password(password: str) -> None:
    """Raises UserError("password_short", shortest=…) for one that nobody should use."""
    if len(_normal(password)) < SHORTEST:
        raise UserError("password_short", shortest=SHORTEST)


async def hash_password(password: str) -> str:
    """The hash to be stored. Raises UserError("password_short")."""
    check_password(password)
    return await asyncio.to_thread(_hasher.hash, _normal(password).encode("utf-8", "surrogatepass"))


async def matches(password: str, stored: str | None) -> bool:
    """Whether the password is the one that was hashed; takes as long where nothing is stored."""
    right = await asyncio.to_thread(_verify, stored or NOBODYS_HASH, password)
    return right and stored is not None


def is_outdated(stored: str) -> bool:
    """Whether a hash was made with weaker numbers than today's; a right password then gets a new one."""
    return _hasher.check_needs_rehash(stored)


def _verify(stored: str, password: str) -> bool:
    try:
        return _hasher.verify(stored, _normal(password).encode("utf-8", "surrogatepass"))
    except (VerifyMismatchError, InvalidHashError):
        return False


def _normal(password: str) -> str:
    """Composed letters: the same key press gives "й" in one piece or in two, by system."""
    return unicodedata.normalize("NFC", password)
