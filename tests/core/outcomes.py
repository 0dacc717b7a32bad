"""For properties of the kind "read or refused, never anything else"."""

from collections.abc import Callable

from app.core.errors import UserError


def outcome(read: Callable[[], object]) -> str:
    """ "read", or the code of the refusal."""
    try:
        read()
    except UserError as error:
        return error.code
    return "read"
