"""The operations on leads."""

from collections.abc import Sequence

from app.core.errors import UserError
from app.core.kinds import Right, TimelineKind
from app.db.unit import Unit
from app.services.activities import Planner
from app.services.clients.cleaning import clean_values
from app.services.clients.handing import goes_out_of_sight, hand_over
from app.services.clients.known import Excluded, KnownPeople
from app.services.clients.links import links_of
from app.services.clients.search_text import shown_name
from app.services.clients.sections import LEAD
from app.services.clients.service import ViewLog
from app.services.clients.staged import MeetingPlanner, StagedService
from app.services.clients.writing import insert_record, write_values
from app.services.leads.conversion import Converter
from app.services.lines import Clients, write_line
from app.services.payments import PaymentReminders
from app.services.records.clients import (
    Conversion,
    ConversionPreview,
    ConversionResult,
    KnownPerson,
    Link,
)
from app.services.records.values import FieldValue, Values
from app.services.workplace import Workplace


class Leads(StagedService):
    """Create, edit, move, convert leads."""

    def __init__(self, workplace: Workplace, views: ViewLog, meetings: MeetingPlanner, planner: Planner) -> None:
        super().__init__(workplace, LEAD, views, meetings)
        self._people = KnownPeople(workplace)
        self._converter = Converter(workplace, PaymentReminders(workplace, planner))

    async def create(self, values: Values) -> int:
        """Add a lead on the first stage; returns its number.

        SPEC: a new lead needs a name, a phone or email, and the source. Raises UserError("new_lead_incomplete",
        fields=…) naming all that is missing, FieldErrors on bad input.
        """
        workplace = self.workplace
        workplace.rights.require(self.kind, Right.ADD)
        currency = str(values.get("currency") or workplace.currency)
        cleaned = clean_values(workplace.registry, workplace.zone, LEAD, values, currency)
        missing = missing_for_new_lead(cleaned)
        if missing:
            raise UserError("new_lead_incomplete", fields=missing)
        async with workplace.database.write(workplace.order("lead.create")) as unit:
            return await self.create_in(unit, cleaned, currency)

    async def create_in(self, unit: Unit, cleaned: Values, currency: str) -> int:
        """Insert a lead of checked values inside an open unit of work."""
        workplace = self.workplace
        values: dict[str, FieldValue] = {"responsible": workplace.actor.employee_id, **cleaned, "currency": currency}
        values["title"] = values.get("title") or shown_name(values)
        heir = values["responsible"]
        gone = goes_out_of_sight(workplace, self.kind, heir)
        if gone:
            values["responsible"] = workplace.actor.employee_id
        first = workplace.registry.open_stages(LEAD.name)[0]
        lead_id = await insert_record(
            unit, workplace.registry, workplace.zone, LEAD, values, currency,
            stage_id=first.id, stage_since=unit.at,
        )
        await write_line(unit, TimelineKind.CREATED, Clients(lead_id), source=values.get("source"))
        if gone and isinstance(heir, int):
            await hand_over(unit, self.kind, [lead_id], heir)
        return lead_id

    async def move_meeting(self, lead_id: int, values: Values) -> None:
        """Move a meeting that is set: `meeting_at`, `place`; its activity moves along and the client is told again.

        Raises UserError: "meeting_in_past", "fields_missing".
        """
        workplace = self.workplace
        async with workplace.database.write(workplace.order("lead.move_meeting", ref=lead_id)) as unit:
            record = await self._locked(unit, lead_id)
            self._require(Right.CHANGE, record)
            wanted = {code: values[code] for code in ("meeting_at", "place") if code in values}
            cleaned = clean_values(workplace.registry, workplace.zone, LEAD, wanted, record.currency)
            self._check_meeting({**record.values, **cleaned})
            await write_values(unit, workplace.registry, workplace.zone, record, cleaned)
            await self._meetings.plan_meeting(unit, record, {**record.values, **cleaned})

    async def known_people(
        self,
        phones: Sequence[str],
        emails: Sequence[str],
        *,
        except_lead: int | None = None,
        except_contact: int | None = None,
    ) -> tuple[KnownPerson, ...]:
        """Who is already known by one of these phones or emails."""
        return await self._people.find(phones, emails, Excluded(except_lead, except_contact))

    async def links(self, lead_id: int) -> tuple[Link, ...]:
        """The contact, the deal and this person's other leads."""
        async with self.workplace.database.read() as session:
            record = await self._read(session, lead_id)
            self._require(Right.READ, record)
            return await links_of(session, self.workplace, record)

    async def conversion_preview(self, lead_id: int) -> ConversionPreview:
        """What the conversion dialog shows before pressing."""
        workplace = self.workplace
        async with workplace.database.read() as session:
            record = await self._read(session, lead_id)
            self._require(Right.READ, record)
            target = workplace.registry.stage_by_code(LEAD.name, "converted")
            return await self._converter.preview(session, record, self._needs(record, target, {}))

    async def convert(self, lead_id: int, conversion: Conversion) -> ConversionResult:
        """Make the deal and the contact in one transaction, or attach to the contact that was picked.

        Raises UserError: "already_converted", "fields_missing", "first_payment_missing", "price_below_payments".
        """
        workplace = self.workplace
        order = workplace.order("lead.convert", ref=lead_id)
        async with workplace.database.write(order) as unit:
            record = await self._locked(unit, lead_id)
            self._require(Right.CHANGE, record)
            return await self._converter.convert(unit, record, conversion)

    def _check_meeting(self, values: Values) -> None:
        missing = tuple(code for code in ("meeting_at", "place") if values.get(code) is None)
        if missing:
            raise UserError("fields_missing", fields=missing)
        meeting = values["meeting_at"]
        if meeting <= self.workplace.now():  # type: ignore[operator]  # a date-time field's value
            raise UserError("meeting_in_past")


def missing_for_new_lead(values: Values) -> tuple[str, ...]:
    """What a new lead still lacks: a name, a phone or email, the source."""
    missing: list[str] = []
    if not (values.get("last_name") or values.get("first_name")):
        missing.append("last_name")
    if not (values.get("phones") or values.get("emails")):
        missing.append("phones")
    if values.get("source") is None:
        missing.append("source")
    return tuple(missing)
