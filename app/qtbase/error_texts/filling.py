"""Puts an error's parameters into its words."""

from app.core.errors import PrichalError


class _Known(dict[str, object]):
    """A parameter that an error lacks leaves its place empty: words must never fail where an error is told."""

    def __missing__(self, _name: str) -> str:
        return ""


def filled(words: str, error: PrichalError) -> str:
    """The words with the error's parameters in their places."""
    return words.format_map(_Known(error.params)).strip()
