"""What a typed query means: words of which each must be found, phones in any writing as their digits."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from app.core.phones import search_fragments
from app.core.text import MAX_TERM_LENGTH, normalise, search_terms

SHORTEST_INDEXED = 3
"""Characters: the trigram indexes of both databases know nothing shorter."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that must be found, in any of these writings; `phone` where they are a number's digits."""

    writings: tuple[str, ...]
    phone: bool = False

    @property
    def indexed(self) -> bool:
        """Whether a trigram index finds all of the writings."""
        return all(len(writing) >= SHORTEST_INDEXED for writing in self.writings)


def wanted(query: str) -> tuple[Wanted, ...]:
    """Everything that must be found for a query; nothing for an empty one.

    A query of 10,000 characters is cut by the limits of `core.text.search_terms`.
    """
    terms = search_terms(query)
    whole = _phone(" ".join(terms))
    if whole is not None:
        return (whole,)
    return tuple(_grouped(terms))


def number(query: str) -> int | None:
    """The query as a record's number ("2184", "№ 2184"), or None."""
    bare = query.strip().removeprefix("№").removeprefix("#").strip()
    return int(bare) if bare.isascii() and bare.isdecimal() and len(bare) <= 15 else None


def _grouped(terms: list[str]) -> Iterator[Wanted]:
    """Neighbouring words without letters may be one phone: "Иванов 8 (987) 654-32-10"."""
    for has_letters, group in groupby(terms, key=lambda term: any(char.isalpha() for char in term)):
        words = list(group)
        phone = None if has_letters else _phone(" ".join(words))
        if phone is not None:
            yield phone
        else:
            yield from (_phone(word) or Wanted((word,)) for word in words)


def _phone(text: str) -> Wanted | None:
    fragments = search_fragments(text[:MAX_TERM_LENGTH])
    if not fragments:
        return None
    # The writing itself stays beside the digits: it may be a contract's number.
    return Wanted(tuple(dict.fromkeys((*fragments, normalise(text)))), phone=True)
