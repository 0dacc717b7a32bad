"""The operations on deals."""

from app.core.errors import UserError
from app.core.kinds import Kind, Right, TimelineKind
from app.services.clients.cleaning import clean_values
from app.services.clients.links import links_of
from app.services.clients.reading import read_record
from app.services.clients.sections import CONTACT, DEAL, is_personal
from app.services.clients.service import ViewLog
from app.services.clients.staged import MeetingPlanner, StagedService
from app.services.clients.writing import insert_record
from app.services.lines import Clients, write_line
from app.services.records.clients import Link
from app.services.records.values import FieldValue, Values
from app.services.workplace import Workplace


class Deals(StagedService):
    """Create, edit, move deals."""

    def __init__(self, workplace: Workplace, views: ViewLog, meetings: MeetingPlanner) -> None:
        super().__init__(workplace, DEAL, views, meetings)

    async def create(self, values: Values, contact_id: int) -> int:
        """Add a deal by hand for an existing contact (a repeat purchase); returns its number.

        Raises UserError("new_deal_incomplete", fields=…) without type or price.
        """
        workplace = self.workplace
        workplace.rights.require(self.kind, Right.ADD)
        currency = str(values.get("currency") or workplace.currency)
        own = {code: value for code, value in values.items() if not is_personal(code)}
        cleaned = clean_values(workplace.registry, workplace.zone, DEAL, own, currency)
        missing = tuple(code for code in ("deal_type", "amount") if cleaned.get(code) is None)
        if missing:
            raise UserError("new_deal_incomplete", fields=missing)
        async with workplace.database.write(workplace.order("deal.create", contact=contact_id)) as unit:
            contact = await read_record(
                unit.session, workplace.registry, workplace.zone, CONTACT, contact_id, lock=True
            )
            workplace.rights.require(Kind.CONTACT, Right.READ, *contact.owners)
            if contact.row["deleted_at"] is not None:
                raise UserError("in_bin", kind="contact", id=contact_id)
            person: dict[str, FieldValue] = {
                code: value for code, value in contact.values.items() if is_personal(code)
            }
            filled: dict[str, FieldValue] = {
                "responsible": workplace.actor.employee_id, **cleaned, **person, "currency": currency,
            }
            filled["title"] = filled.get("title") or contact.name
            first = workplace.registry.open_stages(DEAL.name)[0]
            deal_id = await insert_record(
                unit, workplace.registry, workplace.zone, DEAL, filled, currency,
                stage_id=first.id, stage_since=unit.at, contact_id=contact_id,
            )
            await write_line(unit, TimelineKind.CREATED, Clients(deal_id=deal_id, contact_id=contact_id))
        return deal_id

    async def links(self, deal_id: int) -> tuple[Link, ...]:
        """The contact, the source lead, other deals and leads of the person."""
        async with self.workplace.database.read() as session:
            record = await self._read(session, deal_id)
            self._require(Right.READ, record)
            return await links_of(session, self.workplace, record)
