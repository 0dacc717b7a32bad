"""Reads all that one card shows, by the services of its section."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.core.errors import UserError
from app.services.container import Services
from app.services.records.activities import ActivityRecord, AttachmentRecord, ClientRef, TimelineRecord
from app.services.records.clients import ClientCard, FieldProgress, Link, PaymentSummary
from app.services.records.values import FieldValue
from app.views.cards.sections import LOOKS, cards_of, staged_cards_of

MOST_LINKED = 20
"""So many deals and leads of a person are told with their next activity and payments."""
RECENT = 20
"""Lines among which the record's own newest one is looked for."""


@dataclass(frozen=True, slots=True)
class CardData:
    """One consistent enough reading; every part comes anew with each change."""

    card: ClientCard
    lead: ClientCard | None = None
    """The lead a deal was made from, where the user may read it."""
    progress: FieldProgress | None = None
    links: tuple[Link, ...] = ()
    planned: tuple[ActivityRecord, ...] = ()
    files: tuple[AttachmentRecord, ...] = ()
    payments: PaymentSummary | None = None
    paid: Mapping[int, PaymentSummary] = field(default_factory=dict)
    """Of a contact's deals, by their ids."""
    next_steps: Mapping[tuple[str, int], ActivityRecord] = field(default_factory=dict)
    """Of a contact's deals and leads."""
    last_line: TimelineRecord | None = None
    """The newest line of the record's own timeline: a payment, a call, a comment change it as well as a field does."""

    @property
    def changed(self) -> tuple[datetime, int | None]:
        """When something was done with the record last, and by whom."""
        at, who = self.card.updated_at, self.card.updated_by
        if self.last_line is not None and self.last_line.at > at:
            return self.last_line.at, self.last_line.author_id
        return at, who

    @property
    def values(self) -> dict[str, FieldValue]:
        """The record's values over those of its source lead."""
        return {**(self.lead.values if self.lead is not None else {}), **self.card.values}

    @property
    def currency(self) -> str:
        """What the record's sums are in."""
        code = self.card.values.get("currency")
        return code if isinstance(code, str) else "RUB"


async def read_card(services: Services, ref: ClientRef) -> CardData:
    """Everything of one record. Raises UserError: "not_found", "not_allowed"."""
    look = LOOKS[ref.section]
    cards = cards_of(services, ref.section)
    card = await cards.card(ref.id)
    links = await cards.links(ref.id)
    paid: dict[int, PaymentSummary] = {}
    steps: dict[tuple[str, int], ActivityRecord] = {}
    if look.person_table:
        paid, steps = await _of_person(services, links)
    return CardData(
        card,
        lead=await _source_lead(services, card),
        progress=await staged_cards_of(services, ref.section).progress(ref.id) if look.staged else None,
        links=links,
        planned=await services.activities.of_client(ref),
        files=await services.files.of_client(ref),
        payments=await services.payments.summary(ref.id) if look.payments else None,
        paid=paid,
        next_steps=steps,
        last_line=await _last_line(services, ref),
    )


async def _last_line(services: Services, ref: ClientRef) -> TimelineRecord | None:
    """Its own: a deal's timeline shows its lead's lines, too, and a contact's those of the person."""
    for line in await services.timeline.of_client(ref, limit=RECENT):
        if {"lead": line.lead_id, "deal": line.deal_id, "contact": line.contact_id}[ref.section] == ref.id:
            return line
    return None


async def _source_lead(services: Services, card: ClientCard) -> ClientCard | None:
    if card.lead_id is None:
        return None
    try:
        return await services.leads.card(card.lead_id)
    except UserError as error:
        if error.code in {"not_allowed", "not_found"}:  # the deal is theirs, the lead is a colleague's
            return None
        raise


async def _of_person(
    services: Services, links: tuple[Link, ...]
) -> tuple[dict[int, PaymentSummary], dict[tuple[str, int], ActivityRecord]]:
    paid: dict[int, PaymentSummary] = {}
    steps: dict[tuple[str, int], ActivityRecord] = {}
    for link in [one for one in links if one.section in {"lead", "deal"}][:MOST_LINKED]:
        if link.section == "deal":
            paid[link.record_id] = await services.payments.summary(link.record_id)
        planned = await services.activities.of_client(ClientRef(link.section, link.record_id))
        if planned:
            steps[link.section, link.record_id] = planned[0]
    return paid, steps
