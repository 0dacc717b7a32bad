"""Invented people with their phones and emails; the phones can't be anybody's."""

from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Final

from app.services.demo.material import Material

OPERATORS: Final = tuple(range(901, 999))
"""Codes of mobile operators; behind them 000, which no operator gives out (SPEC, "Personal data")."""

_LAST_DIGITS: Final = 10_000
_STRIDE: Final = 7_919
"""A prime, so that numbers are spread and none comes twice before all were given."""

_SINGLE: Final = dict(zip("абвгдеёзийклмнопрстуфыэ", "abvgdeeziyklmnoprstufye", strict=True))
_LONGER: Final = {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ю": "yu", "я": "ya"}
_LATIN: Final = {**_SINGLE, **_LONGER, "ъ": "", "ь": ""}


@dataclass(frozen=True, slots=True)
class Person:
    """A name and its ways of being reached."""

    last: str
    first: str
    middle: str

    @property
    def name(self) -> str:
        """As colleagues call each other."""
        return f"{self.last} {self.first}"

    @property
    def whole_name(self) -> str:
        """As cards show a client."""
        return f"{self.name} {self.middle}".rstrip()


def invent_person(rng: Random, material: Material) -> Person:
    """A person of either sex, with a father's name where the language has one."""
    woman = rng.random() < 0.5
    last = rng.choice(material.surnames)
    middle = ""
    if material.fathers:
        middle = rng.choice(material.fathers) + material.father_endings["women" if woman else "men"]
    return Person(
        last + material.women_surnames if woman else last,
        rng.choice(material.women if woman else material.men),
        middle,
    )


def phone(number: int) -> str:
    """The E.164 form of the `number`-th demo phone; all differ for the first 980,000."""
    operator = OPERATORS[number % len(OPERATORS)]
    last = (number // len(OPERATORS) + number * _STRIDE) % _LAST_DIGITS
    return f"+7{operator}000{last:04}"


def written(rng: Random, e164: str) -> str:
    """A phone as one person or another writes it."""
    code, last = e164[2:5], e164[8:]
    style = rng.randrange(4)
    if style == 0:
        return f"+7 ({code}) 000-{last[:2]}-{last[2:]}"
    if style == 1:
        return f"8{code}000{last}"
    if style == 2:
        return f"8-{code}-000-{last[:2]}-{last[2:]}"
    return e164


def email(person: Person, number: int) -> str:
    """An address at a domain that leads nowhere."""
    return f"{latin(person.last)}.{latin(person.first[:1])}{number}@primer.test"


@lru_cache(maxsize=4096)
def latin(text: str) -> str:
    """The letters of a name as an address spells them."""
    spelt = (_LATIN.get(char, char) for char in text.lower())
    return "".join(char for char in spelt if char.isalnum())
