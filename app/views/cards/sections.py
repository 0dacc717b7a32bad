"""What the card of each section is: its words, its parts, and which service keeps it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from app.core.kinds import Kind, TimelineKind
from app.services.container import Services
from app.services.records.clients import ClientCard, FieldProgress, Link
from app.services.records.values import Values


class ClientCards(Protocol):
    """What every section's service can do with one record."""

    async def card(self, record_id: int, /) -> ClientCard: ...

    async def edit(
        self, record_id: int, version: int, values: Values, before: Values | None = None, /
    ) -> ClientCard: ...

    async def assign(self, record_id: int, employee_id: int, /) -> None: ...

    async def delete(self, record_id: int, /) -> None: ...

    async def restore(self, record_id: int, /) -> None: ...

    async def links(self, record_id: int, /) -> tuple[Link, ...]: ...


class StagedCards(ClientCards, Protocol):
    """A section whose records stand on stages."""

    async def progress(self, record_id: int, /) -> FieldProgress: ...


@dataclass(frozen=True, slots=True)
class Look:
    """A section's card as data."""

    section: str
    kind: Kind
    staged: bool
    own_columns: int
    """Columns of values in the section's first block."""
    lead_blocks: bool
    """The blocks of the source lead stand below."""
    payments: bool
    person_table: bool
    """The right column shows the person's deals and leads."""
    last_filter: tuple[str, frozenset[TimelineKind]]
    """The timeline's last filter: stages or payments."""


_STAGES = ("stages", frozenset({TimelineKind.STAGE, TimelineKind.CONVERTED, TimelineKind.RESPONSIBLE}))
_PAYMENTS = ("payments", frozenset({TimelineKind.PAYMENT}))

LOOKS = {
    look.section: look
    for look in (
        Look("lead", Kind.LEAD, staged=True, own_columns=2, lead_blocks=False, payments=False, person_table=False,
             last_filter=_STAGES),
        Look("deal", Kind.DEAL, staged=True, own_columns=3, lead_blocks=True, payments=True, person_table=False,
             last_filter=_PAYMENTS),
        Look("contact", Kind.CONTACT, staged=False, own_columns=2, lead_blocks=False, payments=False,
             person_table=True, last_filter=_PAYMENTS),
    )
}  # fmt: skip


def cards_of(services: Services, section: str) -> ClientCards:
    """The service of a section."""
    chosen: dict[str, ClientCards] = {"lead": services.leads, "deal": services.deals, "contact": services.contacts}
    return chosen[section]


def staged_cards_of(services: Services, section: str) -> StagedCards:
    """The service of a section with stages."""
    chosen: dict[str, StagedCards] = {"lead": services.leads, "deal": services.deals}
    return chosen[section]


def record_words(section: str, record_id: int) -> str:
    """ "Лид № 2184"."""
    patterns: dict[str, Callable[[], str]] = {
        "lead": lambda: QCoreApplication.translate("Card", "Lead No. {id}"),
        "deal": lambda: QCoreApplication.translate("Card", "Deal No. {id}"),
        "contact": lambda: QCoreApplication.translate("Card", "Contact No. {id}"),
    }
    return patterns[section]().format(id=record_id)


def title_words(section: str, record_id: int, name: str) -> str:
    """The window's title: "Мироненко Олег — лид № 2184"."""
    words = record_words(section, record_id)
    return f"{name} — {lowered(words)}" if name else words


def lowered(words: str) -> str:
    """The same inside a sentence: "лид № 2184"."""
    return f"{words[:1].lower()}{words[1:]}"


def neighbour_words(section: str) -> str:
    """The hint of the status bar."""
    match section:
        case "deal":
            return QCoreApplication.translate("Card", "neighbouring deal")
        case "contact":
            return QCoreApplication.translate("Card", "neighbouring contact")
    return QCoreApplication.translate("Card", "neighbouring lead")


def timeline_note(section: str) -> str:
    """What else the timeline shows."""
    match section:
        case "deal":
            return QCoreApplication.translate("Card", "and what happened to the lead")
        case "contact":
            return QCoreApplication.translate("Card", "everything of this person")
    return ""


def delete_words(section: str) -> str:
    """The menu's entry that puts the record into the bin."""
    match section:
        case "deal":
            return QCoreApplication.translate("Card", "Move the deal to the bin")
        case "contact":
            return QCoreApplication.translate("Card", "Move the contact to the bin")
    return QCoreApplication.translate("Card", "Move the lead to the bin")
