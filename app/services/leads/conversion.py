"""Conversion: one transaction makes the deal and the contact of a lead (SPEC, "Conversion")."""

from collections.abc import Sequence
from decimal import Decimal

from sqlalchemy import delete, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.kinds import ActivityState, Kind, Right, TimelineKind
from app.core.money import to_minor
from app.db.unit import Unit
from app.models import Activity, Attachment, ContactPoint, Lead, Payment, TimelineItem
from app.services.client_refs import find_client
from app.services.clients.cleaning import clean_values
from app.services.clients.known import likely_contacts
from app.services.clients.reading import Record, read_record
from app.services.clients.requirements import check
from app.services.clients.search_text import person_copies
from app.services.clients.sections import CONTACT, DEAL, LEAD, POINT_FIELDS, fields_of, is_personal
from app.services.clients.writing import insert_record, write_values
from app.services.leads.turns import executors, take_turn
from app.services.lines import Clients, write_line
from app.services.payments import Due, PaymentReminders
from app.services.records.activities import ClientRef
from app.services.records.clients import Conversion, ConversionPreview, ConversionResult, StageNeeds
from app.services.records.values import ContactPointValue, FieldValue, Values
from app.services.workplace import Workplace


class Converter:
    """Turns a lead into a deal with a contact."""

    def __init__(self, workplace: Workplace, reminders: PaymentReminders) -> None:
        self._workplace = workplace
        self._reminders = reminders

    async def preview(self, session: AsyncSession, record: Record, needs: StageNeeds) -> ConversionPreview:
        """What goes over, what is checked, who may be the same person and whose turn it is."""
        workplace = self._workplace
        planned = select(func.count()).where(
            Activity.lead_id == record.id, Activity.state == ActivityState.PLANNED, Activity.deleted_at.is_(None)
        )
        files = select(func.count()).where(Attachment.lead_id == record.id, Attachment.deleted_at.is_(None))
        lines = select(func.count()).where(TimelineItem.lead_id == record.id, TimelineItem.deleted_at.is_(None))
        amount = record.values.get(workplace.registry.sum_field(LEAD.name) or "amount")
        return ConversionPreview(
            needs=needs,
            contacts=await likely_contacts(session, workplace, record.values),
            executors=await executors(session, workplace, record.row["responsible_id"]),
            field_count=len(record.values),
            activity_count=await session.scalar(planned) or 0,
            file_count=await session.scalar(files) or 0,
            timeline_count=await session.scalar(lines) or 0,
            first_deal_stage=workplace.registry.open_stages(DEAL.name)[0],
            amount=amount if isinstance(amount, Decimal) else None,
            currency=record.currency,
        )

    async def convert(self, unit: Unit, record: Record, conversion: Conversion) -> ConversionResult:
        """Do it inside an open unit; the lead's row is locked by the caller."""
        self._check_not_converted(record)
        workplace = self._workplace
        registry, zone = workplace.registry, workplace.zone
        target = registry.stage_by_code(LEAD.name, "converted")
        values = self._checked_values(record, conversion)
        executor_id = await self._executor(unit, record, conversion)
        contact_id = await self._contact(unit, record, values, conversion)
        deal_id = await self._deal(unit, record, values, conversion, contact_id, executor_id)
        await self._payments(unit, record, conversion, deal_id)
        await unit.session.execute(delete(ContactPoint).where(ContactPoint.lead_id == record.id))
        converted = await read_record(unit.session, registry, zone, CONTACT, contact_id)
        record.row = {**record.row, "contact_id": contact_id}
        own = {code: value for code, value in values.items() if not is_personal(code)}
        person = {**person_copies({**converted.values, "title": record.values.get("title")})}
        names = {name: converted.row[name] for name in ("last_name", "first_name", "middle_name", "birth_date")}
        await write_values(unit, registry, zone, record, own)
        await unit.session.execute(
            update(Lead)
            .where(Lead.id == record.id)
            .values(
                **person, **names, contact_id=contact_id, stage_id=target.id, stage_since=unit.at, closed_at=unit.at,
            )
        )
        await self._carry_over(unit, record, deal_id, contact_id, executor_id)
        await write_line(
            unit, TimelineKind.CONVERTED, Clients(record.id, deal_id, contact_id),
            before=record.row["stage_id"], after=target.id, first_payment=str(conversion.first_payment),
            currency=record.currency,
        )
        return ConversionResult(deal_id, contact_id, executor_id)

    def _check_not_converted(self, record: Record) -> None:
        if record.values.get("deal") is not None:
            raise UserError("already_converted", id=record.id, deal=record.values["deal"])

    def _checked_values(self, record: Record, conversion: Conversion) -> dict[str, FieldValue]:
        """The lead's new values, once everything conversion requires is there."""
        workplace = self._workplace
        given: Values = {**conversion.values, "first_payment": conversion.first_payment}
        cleaned = clean_values(workplace.registry, workplace.zone, LEAD, given, record.currency)
        target = workplace.registry.stage_by_code(LEAD.name, "converted")
        missing = check(workplace.registry, target, {**record.values, **cleaned}).missing
        if missing:
            raise UserError("fields_missing", fields=tuple(field.code for field in missing), stage=target.name)
        if conversion.first_payment <= 0:
            raise UserError("first_payment_missing")
        planned = sum((one.amount for one in conversion.schedule), conversion.first_payment)
        if conversion.full_price <= 0 or planned > conversion.full_price:
            raise UserError("price_below_payments", price=conversion.full_price, payments=planned)
        if any(one.amount <= 0 for one in conversion.schedule):
            raise UserError("payment_not_positive")
        if conversion.deal_type_id not in workplace.registry.all.deal_types:
            raise UserError("option_unknown", option=conversion.deal_type_id)
        return cleaned

    async def _executor(self, unit: Unit, record: Record, conversion: Conversion) -> int:
        if conversion.executor_id is not None:
            employee = self._workplace.registry.employee(conversion.executor_id)
            if not employee.active:
                raise UserError("responsible_left", name=employee.name)
            executor_id = conversion.executor_id
        else:
            choices = await executors(unit.session, self._workplace, record.row["responsible_id"])
            executor_id = next(choice.employee_id for choice in choices if choice.by_turn)
        await take_turn(unit, executor_id)
        return executor_id

    async def _contact(self, unit: Unit, record: Record, values: Values, conversion: Conversion) -> int:
        """The contact: made from the lead, or the picked one with the lead's new phones and emails added."""
        workplace = self._workplace
        registry, zone = workplace.registry, workplace.zone
        merged = {**record.values, **values}
        chosen = conversion.contact_id or record.row["contact_id"]
        if chosen is None:
            person: dict[str, FieldValue] = {
                code: value for code, value in merged.items() if is_personal(code) and value is not None
            }
            person["responsible"] = record.row["responsible_id"]
            return await insert_record(unit, registry, zone, CONTACT, person, record.currency)
        contact = await read_record(unit.session, registry, zone, CONTACT, chosen, lock=True)
        if contact.row["deleted_at"] is not None:
            raise UserError("in_bin", kind="contact", id=chosen)
        workplace.rights.require(Kind.CONTACT, Right.READ, *contact.owners)
        added: dict[str, FieldValue] = {}
        for code in POINT_FIELDS:
            united = _united(contact.values.get(code), merged.get(code))
            if united != contact.values.get(code, ()):
                added[code] = united
        if added:
            await write_values(unit, registry, zone, contact, added)
        return int(chosen)

    async def _deal(
        self, unit: Unit, record: Record, values: Values, conversion: Conversion, contact_id: int, executor_id: int
    ) -> int:
        """The deal on its first stage, with the lead's own fields carried over."""
        workplace = self._workplace
        registry = workplace.registry
        contact = await read_record(unit.session, registry, workplace.zone, CONTACT, contact_id)
        carried_codes = {field.code for field in fields_of(registry, DEAL.name)}
        merged = {**record.values, **values}
        carried: dict[str, FieldValue] = {
            code: value for code, value in merged.items() if code in carried_codes and not is_personal(code)
        }
        carried.update({code: value for code, value in contact.values.items() if is_personal(code)})
        carried.update(
            title=contact.name,
            deal_type=conversion.deal_type_id,
            amount=conversion.full_price,
            currency=record.currency,
            contract_number=conversion.contract_number,
            contract_date=conversion.contract_date,
            responsible=executor_id,
        )
        carried.pop("comment", None)
        first = registry.open_stages(DEAL.name)[0]
        try:
            return await insert_record(
                unit, registry, workplace.zone, DEAL, carried, record.currency,
                stage_id=first.id, stage_since=unit.at, lead_id=record.id, contact_id=contact_id,
                lead_responsible_id=record.row["responsible_id"], origin_id=record.row["origin_id"],
            )
        except IntegrityError as error:
            # deal.lead_id is unique: another workstation was faster.
            raise UserError("already_converted", id=record.id) from error

    async def _payments(self, unit: Unit, record: Record, conversion: Conversion, deal_id: int) -> None:
        """The first payment, received, and the schedule of the rest."""
        currency = record.currency
        common = {"deal_id": deal_id, "created_at": unit.at}
        first = {
            **common, "number": 1, "planned_on": conversion.paid_on, "received_on": conversion.paid_on,
            "amount": to_minor(conversion.first_payment, currency), "method": conversion.method,
            "received_by": unit.order.actor_id,
        }
        await unit.session.execute(insert(Payment).values(first))
        client = await find_client(unit.session, ClientRef(DEAL.name, deal_id))
        days_before = self._reminders.days_before(client)
        for number, payment in enumerate(conversion.schedule, start=2):
            planned = {**common, "number": number, "planned_on": payment.on, "remind_days": days_before}
            await unit.session.execute(
                insert(Payment).values(**planned, amount=to_minor(payment.amount, currency))
            )
            due = Due(number, payment.on, payment.amount, currency)
            await self._reminders.plan(unit, client, due, days_before)

    async def _carry_over(
        self, unit: Unit, record: Record, deal_id: int, contact_id: int, executor_id: int
    ) -> None:
        """Open activities go to the deal and its responsible; files are shown by both."""
        await unit.session.execute(
            update(Activity)
            .where(
                Activity.lead_id == record.id,
                Activity.state == ActivityState.PLANNED,
                Activity.deleted_at.is_(None),
            )
            .values(
                lead_id=None, deal_id=deal_id, contact_id=contact_id, responsible_id=executor_id,
                version=Activity.version + 1,
            )
        )
        await unit.session.execute(
            update(Attachment)
            .where(Attachment.lead_id == record.id, or_(Attachment.deal_id.is_(None), Attachment.deal_id == deal_id))
            .values(deal_id=deal_id, contact_id=contact_id)
        )
        unit.touch("activity")


def _united(present: FieldValue, new: FieldValue) -> tuple[ContactPointValue, ...]:
    """Both lists of contact points, each point once."""
    found: dict[str, ContactPointValue] = {}
    for point in (*_points(present), *_points(new)):
        found.setdefault(point.normal or point.value, point)
    return tuple(found.values())


def _points(value: FieldValue) -> Sequence[ContactPointValue]:
    return [point for point in value if isinstance(point, ContactPointValue)] if isinstance(value, tuple) else []


