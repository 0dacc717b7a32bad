"""A person's whole name taken apart into last, first and middle name."""

import re
from typing import Final, NamedTuple

_PATRONYMIC: Final = re.compile(r".{2,}(?:вич|вна|ична|инична|ьич|оглы|оглу|кызы|гызы|улы|уулу)$", re.IGNORECASE)
_SUFFIX: Final = frozenset({"оглы", "оглу", "кызы", "гызы", "улы", "уулу"})
_SURNAME: Final = re.compile(
    r".+(?:[оеё]ва?|[иы]на?|ск(?:ий|ая|ой)|цк(?:ий|ая|ой)|енко|[уюя]к|чук|ян|янц|дзе|швили|[иы]х|ая|ко|ец|ич)$",
    re.IGNORECASE,
)
_GIVEN: Final = frozenset(
    {
        "августин", "агриппина", "алевтина", "алина", "ангелина", "антонина", "арина", "валентин", "валентина",
        "галина", "генрих", "дарина", "екатерина", "зарина", "ирина", "карина", "каролина", "катарина", "константин",
        "кристина", "мадина", "марина", "мартин", "нина", "полина", "регина", "рина", "сабина", "севастьян", "тина",
        "фаина", "эвелина",
    }
)  # fmt: skip
"""First names that end as surnames do."""
_CYRILLIC: Final = re.compile(r"[а-яё]", re.IGNORECASE)


class PersonName(NamedTuple):
    """The parts of a name, each empty where it is not given."""

    last: str = ""
    first: str = ""
    middle: str = ""


def split_name(text: str) -> PersonName:
    """The parts of a whole name; every word goes into one of them.

    A patronymic tells the order; two Russian words are last and first name unless only the second ends as surnames do;
    Latin ones are first and last name, with a comma last and first.
    """
    before, comma, after = text.partition(",")
    if comma and before.strip() and after.strip():
        first, _, middle = " ".join(after.split()).partition(" ")
        return PersonName(" ".join(before.split()), first, middle)
    words = text.replace(",", " ").split()
    if len(words) < 2:
        return PersonName(first=" ".join(words))
    if len(words) == 2:
        return _of_two(*words)
    return _of_many(words)


def _of_two(one: str, two: str) -> PersonName:
    if _is_patronymic(two):
        return PersonName(first=one, middle=two)
    last_first = _CYRILLIC.search(one) is not None
    if last_first and _is_surname(two) and not _is_surname(one):
        last_first = False
    return PersonName(one, two) if last_first else PersonName(two, one)


def _of_many(words: list[str]) -> PersonName:
    if len(words) == 3 and _is_patronymic(words[1]) and not _is_patronymic(words[2]):
        return PersonName(words[2], words[0], words[1])
    if any(_CYRILLIC.search(word) for word in words):
        return PersonName(words[0], words[1], " ".join(words[2:]))
    return PersonName(words[-1], words[0], " ".join(words[1:-1]))


def _is_surname(word: str) -> bool:
    return word.lower() not in _GIVEN and _SURNAME.match(word) is not None


def _is_patronymic(word: str) -> bool:
    return word.lower() in _SUFFIX or _PATRONYMIC.match(word) is not None
