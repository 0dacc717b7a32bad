"""Text as people type it and as the program compares, sorts and shows it: cleaning, search form, sort key, names."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

LIMITS: Final[dict[str, int]] = {
    "name": 200,  # each of last, first and middle name
    "title": 500,
    "subject": 255,
    "line": 1_000,  # any other one-line field
    "text": 100_000,  # comments, descriptions, long text
}
"""Longest text, in characters, that a form accepts for each kind of field."""

SORT_KEY_LENGTH: Final = 200
"""Longest sort key, in characters: an index of PostgreSQL refuses entries over 2,704 bytes."""

MAX_TERMS: Final = 8
MAX_TERM_LENGTH: Final = 100

_MARKS_OF_DIRECTION = "\u202a-\u202e\u2066-\u2069"
# Embeddings and overrides of direction would turn the text beside the name around as well; the joiner
# U+200D and the marks U+200E and U+200F are part of honest emoji and right-to-left names and stay.
_UNWANTED = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f{_MARKS_OF_DIRECTION}\ufeff\ufffe\uffff]")
_INVISIBLE = re.compile(f"[\u00ad\u200b-\u200f\u2060-\u2064{_MARKS_OF_DIRECTION}\ufeff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_RUSSIAN = re.compile("[ -~А-яЁё«»–—№]*")
"""ASCII, Russian letters and the signs beside them: nothing to compose, no case of two letters."""


def clean_text(text: str) -> str:
    """Text over several lines without what no database or widget can hold: control characters, lone surrogates."""
    if text.isprintable():  # as nearly every text is: none of the characters looked for below is printable
        return unicodedata.normalize("NFC", text).strip()
    text = _SURROGATE.sub("\ufffd", text)
    text = _UNWANTED.sub("", _LINE_BREAK.sub("\n", text))
    return unicodedata.normalize("NFC", text).strip()


def clean_line(text: str) -> str:
    """One line of text: as `clean_text`, every run of spaces, tabs and line breaks made one space."""
    cleaned = clean_text(text)
    return cleaned if cleaned.isprintable() and "  " not in cleaned else " ".join(cleaned.split())


def normalise(text: str) -> str:
    """The form that search compares: no letter case, ё as е, composed letters, single spaces."""
    if _RUSSIAN.fullmatch(text):
        return " ".join(text.casefold().replace("ё", "е").split())
    if not text.isascii():
        text = _INVISIBLE.sub("", _SURROGATE.sub("\ufffd", text))
        text = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold())
        while "ё" in text:
            text = unicodedata.normalize("NFC", text.replace("ё", "е"))
    return " ".join(_UNWANTED.sub(" ", text.casefold()).split())


def sort_key(name: str) -> str:
    """What lists order names by: the search form with punctuation as spaces, cut to `SORT_KEY_LENGTH`."""
    spaced = normalise(name)[: 4 * SORT_KEY_LENGTH].translate(_SPACED)
    return " ".join(spaced.split())[:SORT_KEY_LENGTH].rstrip()


class _Spaced(dict[int, int]):
    """Each character for itself, punctuation for a space; looked up once a character."""

    def __missing__(self, code: int) -> int:
        category = unicodedata.category(chr(code))
        self[code] = ord(" ") if category[0] == "P" or category == "Sk" else code
        return self[code]


_SPACED = _Spaced()


def ascii_digits(text: str) -> str:
    """The text with decimal digits of every script written as 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def search_terms(query: str) -> list[str]:
    """The words of a query in search form, each once, in the order typed; every one of them must be found."""
    terms: dict[str, None] = {}
    for word in normalise(query).split():
        terms[word[:MAX_TERM_LENGTH]] = None
    return list(terms)[:MAX_TERMS]


def display_name(last: str, first: str, middle: str) -> str:
    """A person's name as lists show it: last, first, middle, whatever there is of them."""
    return _joined((last, first, middle))


def title_from_name(last: str, first: str, middle: str, *, otherwise: Iterable[str] = ()) -> str:
    """The title of a lead that was given none (SPEC, block 1): the name, or the first filled of `otherwise`."""
    candidates = (display_name(last, first, middle), *map(clean_line, otherwise))
    title = next(filter(None, candidates), "")
    return shortened(title, LIMITS["title"])


def shortened(text: str, limit: int) -> str:
    """The text, or its beginning with an ellipsis, in at most `limit` characters."""
    if len(text) <= limit:
        return text
    return fit(text, limit - 1)[0] + "…"


def fit(text: str, limit: int) -> tuple[str, str]:
    """What fits into `limit` characters, and the rest; parts no combined character or emoji sequence."""
    if len(text) <= limit:
        return text, ""
    cut = limit
    while cut > 0 and (_continues(text[cut]) or text[cut - 1] == "\u200d"):
        cut -= 1
    cut = cut or limit
    return text[:cut], text[cut:]


def _continues(char: str) -> bool:
    return char == "\u200d" or unicodedata.category(char).startswith("M") or "\U0001f3fb" <= char <= "\U0001f3ff"


def too_long(kind: str, text: str) -> bool:
    """Whether the text passes the limit of its kind of field (a key of `LIMITS`)."""
    return len(text) > LIMITS[kind]


def _joined(parts: Iterable[str]) -> str:
    return " ".join(filter(None, map(clean_line, parts)))
