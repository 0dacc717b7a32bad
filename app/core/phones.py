"""Phone numbers as digits and fragments, for searching. Whether a number is valid is decided in services."""

import re
from typing import Final

from app.core.text import ascii_digits

SHORTEST_FRAGMENT: Final = 3
"""Fewer digits than this are no part of a phone worth searching for."""

_RUSSIAN_LENGTH = 11
_NO_DIGITS = re.compile("[^0-9]+")
_EXTENSION = re.compile(r"(?:доб|вн|ext|extension|x|#)[.:]?\s*\d{1,6}\s*$", re.IGNORECASE)
_LABEL = re.compile(r"^\s*(?:телефон|тел|моб|т|phone|tel|mobile)[.:]*\s*(?=[+(\d])", re.IGNORECASE)
_PHONE_CHARACTERS = re.compile(r"[\d\s()+./‐-―−-]*")
_TRUNK_PREFIX = re.compile(r"^\s*(?:\+\s*7|8(?=[\s(‐-―−-]))")


def digits(text: str) -> str:
    """The decimal digits of a text in any script, as ASCII."""
    return _NO_DIGITS.sub("", ascii_digits(text))


def looks_like_phone(query: str) -> bool:
    """Whether a query is a phone number or a part of one, and nothing else."""
    return search_digits(query) is not None


def search_digits(query: str) -> str | None:
    """The digits by which a number stored as its E.164 digits contains this writing of it, or None.

    The leading 8 or 7 of a Russian writing says the same in two ways, so it is dropped; an extension
    and a label such as "тел." are dropped too.
    """
    bare = _LABEL.sub("", _EXTENSION.sub("", query))
    if not _PHONE_CHARACTERS.fullmatch(bare):
        return None
    found = digits(bare)
    found = found.removeprefix("00")
    if _begins_with_trunk(bare, found):
        found = found[1:]
    return found if len(found) >= SHORTEST_FRAGMENT else None


def _begins_with_trunk(writing: str, found: str) -> bool:
    if len(found) == _RUSSIAN_LENGTH:
        return found[0] in "78"
    return len(found) < _RUSSIAN_LENGTH and _TRUNK_PREFIX.match(writing) is not None


def search_fragments(query: str) -> tuple[str, ...]:
    """All digit fragments, any of which finds the number: an unfinished `8987654` also stands for `7987654`."""
    found = search_digits(query)
    if found is None:
        return ()
    if found[0] == "8" and len(found) < _RUSSIAN_LENGTH and digits(query) == found:
        return found, "7" + found[1:]
    return (found,)
