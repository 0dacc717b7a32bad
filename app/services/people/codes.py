"""One-time codes of invitations: read over the phone, typed once."""

import secrets
from datetime import timedelta
from typing import Final

ALPHABET: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without what looks alike: I and 1, O and 0."""

GROUPS: Final = 3
GROUP: Final = 4
LASTS: Final = timedelta(days=7)
"""How long an invitation waits."""


def new_code() -> str:
    """Sixty bits in three groups: "K7QM-2XPA-9RTB"."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(GROUP)) for _ in range(GROUPS))


def as_typed(code: str) -> str:
    """The code as it was made, from whatever case and separators it was typed with."""
    bare = "".join(char for char in code.upper() if char.isalnum())
    return "-".join(bare[start : start + GROUP] for start in range(0, len(bare), GROUP))
