"""Where a query stands in what was found, whatever the writing."""

from app.core.phones import search_fragments
from app.core.text import normalise

Span = tuple[int, int]
"""First character, and the one after the last."""


def phone_match(query: str, phone: str) -> Span | None:
    """The part of a written phone whose digits the query's digits are."""
    places = [place for place, character in enumerate(phone) if character.isdecimal()]
    digits = "".join(phone[place] for place in places)
    for fragment in search_fragments(query):
        found = digits.find(fragment)
        if found >= 0:
            return places[found], places[found + len(fragment) - 1] + 1
    return None


def text_match(query: str, text: str) -> Span | None:
    """The part of a text that begins with the query's first word, in any letter case, ё = е."""
    words = normalise(query).split()
    folded = "".join(_fold(character) for character in text)
    found = folded.find(words[0]) if words else -1
    return (found, found + len(words[0])) if found >= 0 else None


def _fold(character: str) -> str:
    """One character for one, so that places stay: what would grow or vanish is kept as it is."""
    folded = normalise(character)
    return folded if len(folded) == 1 else character
