"""What a person signs in with: an email or a phone, in whichever writing."""

import re
from typing import Final

from app.core.errors import UserError
from app.core.phones import search_digits
from app.core.text import clean_line, normalise

_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+")
SHORTEST_PHONE: Final = 7
"""Digits of a phone without the country's code; fewer tell nobody apart."""

LONGEST: Final = 255


def normalise_login(login: str) -> str:
    """The one form of an email or phone: `Olga@Office.RU ` is olga@office.ru, `8 (987) 654-32-10` is 9876543210.

    Raises UserError("login_unsuitable") for what is neither.
    """
    line = clean_line(login)
    if len(line) <= LONGEST:
        if _EMAIL.fullmatch(line):
            return normalise(line)
        found = search_digits(line)
        if found is not None and len(found) >= SHORTEST_PHONE:
            return found
    raise UserError("login_unsuitable", login=line[:LONGEST])
