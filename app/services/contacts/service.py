"""The operations on contacts."""

from sqlalchemy import select

from app.core.errors import UserError
from app.core.kinds import Right, TimelineKind
from app.core.text import normalise
from app.models import Contact
from app.services.clients.cleaning import clean_values
from app.services.clients.known import MOST_KNOWN, contact_choice
from app.services.clients.links import links_of
from app.services.clients.sections import CONTACT
from app.services.clients.service import ClientService, ViewLog
from app.services.clients.writing import insert_record
from app.services.lines import Clients, write_line
from app.services.records.clients import ContactChoice, Link
from app.services.records.values import FieldValue, Values
from app.services.workplace import Workplace


class Contacts(ClientService):
    """Create, edit and find contacts."""

    def __init__(self, workplace: Workplace, views: ViewLog) -> None:
        super().__init__(workplace, CONTACT, views)

    async def create(self, values: Values) -> int:
        """Add a contact by hand; returns its number. Raises UserError("new_contact_incomplete", fields=…)."""
        workplace = self.workplace
        workplace.rights.require(self.kind, Right.ADD)
        cleaned = clean_values(workplace.registry, workplace.zone, CONTACT, values, workplace.currency)
        if not (cleaned.get("last_name") or cleaned.get("first_name")):
            raise UserError("new_contact_incomplete", fields=("last_name",))
        async with workplace.database.write(workplace.order("contact.create")) as unit:
            filled: dict[str, FieldValue] = {"responsible": workplace.actor.employee_id, **cleaned}
            contact_id = await insert_record(
                unit, workplace.registry, workplace.zone, CONTACT, filled, workplace.currency
            )
            await write_line(unit, TimelineKind.CREATED, Clients(contact_id=contact_id))
        return contact_id

    async def links(self, contact_id: int) -> tuple[Link, ...]:
        """The person's deals, leads and related people."""
        async with self.workplace.database.read() as session:
            record = await self._read(session, contact_id)
            self._require(Right.READ, record)
            return await links_of(session, self.workplace, record)

    async def find(self, text: str) -> tuple[ContactChoice, ...]:
        """Contacts whose name, phone or email contains the text, for choosing one in a form."""
        terms = normalise(text).split()
        if not terms:
            return ()
        query = select(Contact.id).where(Contact.deleted_at.is_(None)).order_by(Contact.sort_key).limit(MOST_KNOWN)
        for term in terms:
            query = query.where(Contact.norm.contains(term, autoescape=True))
        async with self.workplace.database.read() as session:
            found = [
                await contact_choice(session, self.workplace, contact_id, "", {})
                for contact_id in (await session.scalars(query)).all()
            ]
        return tuple(choice for choice in found if choice is not None)
