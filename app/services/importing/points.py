"""Phones, emails and messengers of a cell: often several in one, sometimes none at all."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from app.core.phones import digits
from app.services.contact_points import HOME_REGION, is_plain_email, parse_email, parse_phone, plain_mobile
from app.services.records.values import ContactPointValue

_FEWEST_DIGITS: Final = 5
_LONGEST_NUMBER: Final = 15
_LONGEST_CELL: Final = 2_000
"""Characters; a longer text is no list of numbers and stays one piece."""

_PHONE_BREAK: Final = re.compile(r"[,;|/\n\r\t]+|\s+(?:и|или|and|or)\s+", re.IGNORECASE)
_EMAIL_BREAK: Final = re.compile(r"[,;|/\s]+")
_LIST_BREAK: Final = re.compile(r"[,;|\n\r]+")
_TEXT_MARK: Final = re.compile(r'="(.*)"|\'(?=[+\d(])(.*)', re.DOTALL)


def phones_of(text: str, label: str, region: str) -> list[ContactPointValue]:
    """The phones written in a cell, each as written; what is no phone stays one piece without a normal form."""
    plain = plain_mobile(text) if region == HOME_REGION else None
    if plain is not None:
        return [ContactPointValue(text, plain, label)]
    found = _numbers(_without_text_mark(text), region)
    return [ContactPointValue(one, normal, label) for one, normal in dict.fromkeys(found)]


def emails_of(text: str, label: str) -> list[ContactPointValue]:
    """The emails written in a cell; what is no email stays one piece without a normal form."""
    if is_plain_email(text):
        return [ContactPointValue(text, text, label)]
    parts = [part.strip("<>()\"'") for part in _EMAIL_BREAK.split(text)]
    parts = [part for part in parts if part]
    if len(parts) < 2 or not all("@" in part for part in parts):
        parts = [text]
    return [ContactPointValue(one, parse_email(one).normal, label) for one in dict.fromkeys(parts)]


def messengers_of(text: str, label: str) -> list[ContactPointValue]:
    """Names and numbers in a messenger, as written; never matched."""
    parts = (part.strip() for part in _LIST_BREAK.split(text))
    return [ContactPointValue(one, None, label) for one in dict.fromkeys(parts) if one]


def once(points: Iterable[ContactPointValue]) -> tuple[ContactPointValue, ...]:
    """Each phone or email once, whatever its writings, the first kept."""
    listed = tuple(points)
    if len(listed) < 2:
        return listed
    found: dict[str, ContactPointValue] = {}
    for point in listed:
        found.setdefault(point.normal or point.value, point)
    return tuple(found.values())


_Number = tuple[str, str | None]
"""As written, and in E.164 where it is valid."""


def _numbers(text: str, region: str) -> Iterator[_Number]:
    if len(text) > _LONGEST_CELL:
        yield text, None
        return
    if len(digits(text)) < 2 * _FEWEST_DIGITS:
        yield _parsed(text, region)
        return
    parts = [part.strip() for part in _PHONE_BREAK.split(text)]
    parsed = [_parsed(part, region) for part in parts if part]
    whole = _parsed(text, region) if len(parsed) != 1 else parsed[0]
    if len(parsed) > 1 and all(normal is not None for _, normal in parsed):
        yield from parsed
    elif whole[1] is not None:
        yield whole
    elif all(len(digits(part)) >= _FEWEST_DIGITS for part, _ in parsed):
        for part, _ in parsed:
            yield from _side_by_side(part, region)
    elif any(normal is not None for _, normal in parsed):
        yield from parsed
    else:
        yield whole


def _side_by_side(text: str, region: str) -> Iterator[_Number]:
    """Numbers with nothing but spaces between them: parted where what stands before the gap is valid."""
    if len(digits(text)) > _LONGEST_NUMBER:
        for gap in re.finditer(r"\s+", text):
            first = _parsed(text[: gap.start()], region)
            if first[1] is not None:
                yield first
                yield from _numbers(text[gap.end() :], region)
                return
    yield _parsed(text, region)


def _parsed(text: str, region: str) -> _Number:
    return text, parse_phone(text, region).e164


def _without_text_mark(text: str) -> str:
    """The cell without what spreadsheets write before numbers that must stay text: `="7901"`, `'+7901`."""
    match = _TEXT_MARK.fullmatch(text)
    return (match[1] or match[2] or text) if match else text
