"""Links into the program, as mails and documents hold them: prichal:lead/12."""

from typing import Final, NamedTuple

from app.core.errors import UserError
from app.core.kinds import Kind

SCHEME: Final = "prichal:"
_SECTIONS: Final = frozenset({Kind.LEAD, Kind.DEAL, Kind.CONTACT})
_LARGEST_ID: Final = 2**63 - 1


class RecordLink(NamedTuple):
    """A record that a link opens."""

    section: str
    record_id: int

    def __str__(self) -> str:
        return f"{SCHEME}{self.section}/{self.record_id}"


def read_link(text: str) -> RecordLink:
    """The record that a link names, in the writings browsers make of it. Raises UserError("link_unreadable")."""
    section, _, number = text.strip().removeprefix(SCHEME).strip("/").partition("/")
    known = text.strip().startswith(SCHEME) and section in _SECTIONS
    if not known or not (number.isascii() and number.isdecimal()) or not 0 < int(number[:20]) <= _LARGEST_ID:
        raise UserError("link_unreadable", text=text[:200])
    return RecordLink(section, int(number))
