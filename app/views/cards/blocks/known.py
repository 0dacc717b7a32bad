"""Known phones and emails on a card: the card's own lead and contact are no news."""

from collections.abc import Sequence

from app.services.records.activities import ClientRef
from app.services.records.clients import KnownPerson
from app.services.records.values import Values
from app.views.cards.open_card import OpenCard
from app.views.field_forms import FieldForm
from app.views.field_forms.known import KnownPeople


def known_people(card: OpenCard, form: FieldForm, before: Values) -> KnownPeople:
    """Watch the form of a block."""

    async def look(phones: Sequence[str], emails: Sequence[str]) -> Sequence[KnownPerson]:
        lead = card.ref.id if card.ref.section == "lead" else card.data.card.lead_id
        contact = card.ref.id if card.ref.section == "contact" else card.data.card.contact_id
        return await card.services.leads.known_people(phones, emails, except_lead=lead, except_contact=contact)

    def compare(section: str, record_id: int) -> None:
        card.navigator.find_duplicates((card.ref, ClientRef(section, record_id)))

    # a deal is of a contact: it is compared from the contact's card
    compares = card.ref.section != "deal" and card.services.duplicates.may_merge()
    known = KnownPeople(form, card.tasks, look, before, compares=compares)
    known.opened.connect(card.navigator.open_card)
    known.compare_wanted.connect(compare)
    return known
