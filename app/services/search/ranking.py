"""How well a client fits a query: the best match first (SPEC, "Search")."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from app.core.phones import digits, search_fragments
from app.core.text import normalise, search_terms
from app.services.search.wording import Wanted, number, wanted

WHOLE_NUMBER = 10
"""Digits of a phone without its country: nothing is left to guess."""


class Fit(IntEnum):
    """From the best to the weakest."""

    WHOLE_PHONE = 0
    NUMBER = 1
    NAME_BEGINS = 2
    PHONE_ENDS = 3
    WORDS_BEGIN = 4
    PHONE = 5
    NAME = 6
    EMAIL = 7
    TEXT = 8


MATCHED = {
    Fit.WHOLE_PHONE: "phone",
    Fit.NUMBER: "number",
    Fit.NAME_BEGINS: "name",
    Fit.PHONE_ENDS: "phone",
    Fit.WORDS_BEGIN: "name",
    Fit.PHONE: "phone",
    Fit.NAME: "name",
    Fit.EMAIL: "email",
    Fit.TEXT: "text",
}
"""The word of `SearchHit.matched` for each."""


@dataclass(frozen=True, slots=True)
class Known:
    """What of a client is compared with the query."""

    id: int
    name: str
    phones: Sequence[str]
    email: str
    contract: str = ""


class Query:
    """A query taken apart once for all candidates."""

    def __init__(self, text: str) -> None:
        self._terms = search_terms(text)
        self._whole = " ".join(self._terms)
        self._fragments = search_fragments(self._whole)
        self._wanted: tuple[Wanted, ...] = wanted(text)
        self._number = number(text)

    @property
    def asks_phones(self) -> bool:
        """Whether a phone can be what is looked for."""
        return bool(self._fragments)

    def fit(self, known: Known) -> Fit:
        """How well a client fits that was found by this query."""
        if known.id == self._number or (known.contract and normalise(known.contract) == self._whole):
            return Fit.NUMBER
        by_phone = self._phone_fit(known) if self._fragments else None
        if by_phone is not None:
            return by_phone
        name = normalise(known.name)
        if name.startswith(self._whole):
            return Fit.NAME_BEGINS
        words = name.split()
        if all(any(word.startswith(term) for word in words) for term in self._terms):
            return Fit.WORDS_BEGIN
        if all(term in name for term in self._terms):
            return Fit.NAME
        if all(term in normalise(known.email) for term in self._terms):
            return Fit.EMAIL
        return Fit.TEXT

    def _phone_fit(self, known: Known) -> Fit | None:
        found = [
            Fit.PHONE_ENDS if phone.endswith(fragment) else Fit.PHONE
            for fragment in self._fragments
            for phone in map(digits, known.phones)
            if fragment in phone
        ]
        if Fit.PHONE_ENDS in found and max(map(len, self._fragments)) >= WHOLE_NUMBER:
            return Fit.WHOLE_PHONE
        return min(found, default=None)
