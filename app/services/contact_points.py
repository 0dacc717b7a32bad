"""Which phones and emails are valid, and the one form in which they are stored and matched.

What is neither ("не знает", "-", "89") is kept as written and never matched (SPEC, duplicates).
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from app.core.phones import digits
from app.core.text import ascii_digits, clean_line

HOME_REGION: Final = "RU"
"""Where numbers without a country code belong, unless the office says otherwise."""

_LONGEST_PHONE: Final = 15
_LONGEST_WRITING: Final = 60
_LONGEST_EMAIL: Final = 254
_RUSSIAN_LENGTH: Final = 11
_PLAIN_MOBILE = re.compile(
    r"(?P<plus>\+7|[78])?[ -]?(?:\((?P<code>9[0-9]{2})\)|(?P<bare>9[0-9]{2}))[ -]?"
    r"(?P<rest>[0-9]{3}[ -]?[0-9]{2}[ -]?[0-9]{2})"
)
"""How Russian mobile numbers are mostly written."""

_EXTENSION = re.compile(r"[\s,;(]*(?:доб|вн|ext|extension|x|#)[.:]?\s*(?P<number>\d{1,6})[\s)]*$", re.IGNORECASE)
_LETTERS_WITHIN = re.compile(r"\d[^\W\d_]|[^\W\d_]\d")
_EMAIL = re.compile(r"[^\s@<>()\[\],;:\"\\]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_](?:[\w-]*[^\W_])")


_PLAIN_EMAIL = re.compile(
    r"[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])"
)
"""How emails are mostly written: nothing to fold, to strip or to doubt."""


# phonenumbers is imported where a phone is read: a start of the window reads none, and the library brings 59 modules


@cache
def _mobile_pattern(region: str) -> re.Pattern[str]:
    """What the library itself tells mobile numbers by."""
    import phonenumbers  # see above

    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region)
    assert metadata is not None
    assert metadata.mobile is not None
    return re.compile(metadata.mobile.national_number_pattern or "")


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone as written, and in E.164 ("+79876543210") where it is a valid one."""

    raw: str
    e164: str | None
    extension: str = ""


@dataclass(frozen=True, slots=True)
class Email:
    """An email as written, and trimmed and casefolded where it is a valid one."""

    raw: str
    normal: str | None


def parse_phone(raw: str, region: str = HOME_REGION) -> Phone:
    """One phone, words beside it ignored; several numbers in one text are no phone."""
    plain = plain_mobile(raw) if region == HOME_REGION else None
    if plain is not None:
        return Phone(raw, plain)
    text = ascii_digits(clean_line(raw))
    if len(text) > _LONGEST_WRITING:
        return Phone(raw, None)
    found = _EXTENSION.search(text)
    extension = found["number"] if found else ""
    number = text[: found.start()] if found else text
    e164 = _e164(number, region)
    return Phone(raw, e164, extension if e164 else "")


def plain_mobile(text: str) -> str | None:
    """The E.164 form of a Russian mobile number in one of its usual writings; None for all others, valid or not."""
    match = _PLAIN_MOBILE.fullmatch(text)
    if match is None:
        return None
    national = (match["code"] or match["bare"]) + match["rest"].replace(" ", "").replace("-", "")
    return f"+7{national}" if _mobile_pattern(HOME_REGION).fullmatch(national) else None


def _e164(text: str, region: str) -> str | None:
    figures = digits(text)
    if not figures or len(figures) > _LONGEST_PHONE or "@" in text or _LETTERS_WITHIN.search(text):
        return None
    mobile = _russian_mobile(text, figures) if region == HOME_REGION else None
    if mobile is not None:
        return mobile
    import phonenumbers  # see above

    for writing in _writings(text, figures, region):
        try:
            number = phonenumbers.parse(writing, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return None


def _russian_mobile(text: str, figures: str) -> str | None:
    """The number where it is plainly a Russian mobile one: most are, and the library takes ten times as long."""
    trunk = len(figures) == _RUSSIAN_LENGTH and figures[0] in "78"
    if not trunk and (len(figures) != _RUSSIAN_LENGTH - 1 or text.lstrip().startswith("+")):
        return None
    national = figures[1:] if trunk else figures
    return f"+7{national}" if _mobile_pattern(HOME_REGION).fullmatch(national) else None


def _writings(text: str, figures: str, region: str) -> list[str]:
    """The number as it stands, then as it was probably meant: 00 for +, and "+8 916 …" for "8 916 …"."""
    writings = [f"+{figures}" if text.lstrip().startswith("+") else figures]
    if figures.startswith("00"):
        writings.append(f"+{figures[2:]}")
    if region == HOME_REGION and len(figures) == _RUSSIAN_LENGTH and figures[0] in "78":
        writings.append(f"+7{figures[1:]}")
    return writings


def is_plain_email(text: str) -> bool:
    """Whether a text is an email in the very form that it is stored in; others may be valid, too."""
    return _PLAIN_EMAIL.fullmatch(text) is not None and len(text) <= _LONGEST_EMAIL


def parse_email(raw: str) -> Email:
    """One email; surrounding brackets, a "mailto:" and closing punctuation are not part of it."""
    if is_plain_email(raw):
        return Email(raw, raw)
    text = clean_line(raw).casefold().removeprefix("mailto:").strip(" <>\"'").rstrip(".,;")
    local, _, _ = text.partition("@")
    well_formed = _EMAIL.fullmatch(text) is not None and len(text) <= _LONGEST_EMAIL
    dotted_well = ".." not in text and not local.startswith(".") and not local.endswith(".")
    return Email(raw, text if well_formed and dotted_well else None)
