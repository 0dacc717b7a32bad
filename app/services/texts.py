"""What people type into comments, subjects and other texts of their own, cleaned and held to its limit."""

from app.core.errors import UserError
from app.core.text import LIMITS, clean_line, clean_text


def typed_line(text: str, limit: str = "line") -> str:
    """One line, spaces tidied. Raises UserError("text_too_long"); `limit` is a key of `core.text.LIMITS`."""
    return _within(clean_line(text), LIMITS[limit])


def typed_text(text: str) -> str:
    """Text over several lines. Raises UserError("text_too_long")."""
    return _within(clean_text(text), LIMITS["text"])


def _within(text: str, limit: int) -> str:
    if len(text) > limit:
        raise UserError("text_too_long", limit=limit, length=len(text))
    return text
