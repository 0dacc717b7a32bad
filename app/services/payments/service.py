"""The operations on payments."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import Conflict, UserError
from app.core.kinds import Kind, Right, TimelineKind
from app.core.money import from_minor, to_minor
from app.core.whens.imported import EARLIEST_YEAR, LATEST_YEAR
from app.db.unit import Unit
from app.models import Attachment, Deal, Lead, Payment
from app.services.activities import Planner
from app.services.client_refs import Client, client_to_read, client_to_write
from app.services.lines import write_line
from app.services.payments.reminders import Due, PaymentReminders
from app.services.records.activities import ClientRef
from app.services.records.clients import PaymentRecord, PaymentSummary, PlannedPayment
from app.services.texts import typed_line
from app.services.workplace import Workplace

MOST_REMIND_DAYS: Final = 60


class Payments:
    """Plan, receive and correct the payments of deals; amounts in the deal's currency."""

    def __init__(self, workplace: Workplace, planner: Planner) -> None:
        self._workplace = workplace
        self._reminders = PaymentReminders(workplace, planner)

    async def summary(self, deal_id: int) -> PaymentSummary:
        """The deal's payments in the order of their days, and their exact sums; overdue by the office's today."""
        workplace = self._workplace
        async with workplace.database.read() as session:
            client = await client_to_read(session, workplace.rights, ClientRef(Kind.DEAL.value, deal_id))
            price = await session.scalar(select(Deal.amount).where(Deal.id == deal_id)) or 0
            payments = await self._records(session, client)
        zero = from_minor(0, _currency(client))
        paid = sum((one.amount for one in payments if one.received_on is not None), zero)
        whole = from_minor(price, _currency(client))
        return PaymentSummary(
            price=whole,
            paid=paid,
            overdue=sum((one.amount for one in payments if one.days_late > 0), zero),
            left=max(whole - paid, zero),
            currency=_currency(client),
            payments=payments,
        )

    async def plan(self, deal_id: int, on: date, amount: Decimal, remind_days: int | None = None) -> int:
        """Plan a payment and the activity that reminds of it; returns the payment's number in the database.

        Without `remind_days` the office's rule says how many days before. Raises UserError: "payment_not_positive",
        "money_too_precise", "money_too_large", "date_out_of_range", "reminder_unsuitable", and those of the deal.
        """
        return (await self.lay_out(deal_id, (PlannedPayment(on, amount),), remind_days))[0]

    async def lay_out(
        self,
        deal_id: int,
        payments: Sequence[PlannedPayment],
        remind_days: int | None = None,
        *,
        replacing: bool = False,
    ) -> tuple[int, ...]:
        """Plan a schedule at once, in place of what is planned and not received yet where `replacing`."""
        workplace = self._workplace
        async with workplace.database.write(workplace.order("payment.plan", deal=deal_id)) as unit:
            client = await self._deal(unit, deal_id)
            if replacing:
                for row in await self._rows(unit.session, Payment.deal_id == deal_id, Payment.received_on.is_(None)):
                    await self._reminders.cancel(unit, client, _due(row, client))
                    await unit.session.execute(delete(Payment).where(Payment.id == row.id))
            ids = [await self._plan_one(unit, client, one, remind_days) for one in payments]
            _touch(unit, client, *ids)
        return tuple(ids)

    async def record(
        self, deal_id: int, received_on: date, amount: Decimal, method: str = "", receipt: int | None = None
    ) -> int:
        """Note a payment that came without having been planned. Raises what `receive` raises."""
        workplace = self._workplace
        async with workplace.database.write(workplace.order("payment.record", deal=deal_id)) as unit:
            client = await self._deal(unit, deal_id)
            columns = await self._received(unit, client, received_on, amount, method, receipt)
            payment_id = await self._insert(unit, client, planned_on=received_on, **columns)
            await self._after_receiving(unit, client, payment_id, "received")
        return payment_id

    async def receive(
        self,
        payment_id: int,
        version: int,
        received_on: date,
        amount: Decimal,
        method: str = "",
        receipt: int | None = None,
    ) -> None:
        """Note that a planned payment came, with the amount that came; its reminder goes.

        `receipt` is an attachment of the deal. Raises Conflict("record_changed"), UserError: "payment_received",
        "payment_not_positive", "date_in_future", "receipt_unknown", and those of money and of the deal.
        """
        workplace = self._workplace
        async with workplace.database.write(workplace.order("payment.receive", ref=payment_id)) as unit:
            row, client = await self._payment(unit, payment_id, version)
            if row.received_on is not None:
                raise UserError("payment_received", id=payment_id)
            await self._reminders.cancel(unit, client, _due(row, client))
            columns = await self._received(unit, client, received_on, amount, method, receipt)
            await self._update(unit, payment_id, version, **columns)
            await self._after_receiving(unit, client, payment_id, "received")

    async def change(self, payment_id: int, version: int, planned_on: date, amount: Decimal) -> None:
        """Move a planned payment or correct an amount; the reminder moves along.

        Raises Conflict("record_changed"), UserError: "payment_not_positive", and those of money and of the deal.
        """
        workplace = self._workplace
        async with workplace.database.write(workplace.order("payment.change", ref=payment_id)) as unit:
            row, client = await self._payment(unit, payment_id, version)
            minor = _minor(amount, client)
            _require_day(planned_on)
            await self._update(unit, payment_id, version, planned_on=planned_on, amount=minor)
            if row.received_on is not None:
                await self._after_receiving(unit, client, payment_id, "corrected")
                return
            await self._reminders.cancel(unit, client, _due(row, client))
            changed = Due(row.number, planned_on, from_minor(minor, _currency(client)), _currency(client))
            await self._reminders.plan(unit, client, changed, row.remind_days)
            _touch(unit, client, payment_id)

    async def remove(self, payment_id: int, version: int) -> None:
        """Take a payment away; one that was received only whoever may delete the deal.

        Raises Conflict("record_changed"), UserError("not_allowed").
        """
        workplace = self._workplace
        async with workplace.database.write(workplace.order("payment.remove", ref=payment_id)) as unit:
            row, client = await self._payment(unit, payment_id, version)
            if row.received_on is not None:
                workplace.rights.require(Kind.DEAL, Right.DELETE, client.responsible_id)
                await self._tell(unit, client, row, "removed")
            await self._reminders.cancel(unit, client, _due(row, client))
            gone = delete(Payment).where(Payment.id == payment_id, Payment.version == version).returning(Payment.id)
            if await unit.session.scalar(gone) is None:
                raise Conflict("record_changed", kind=Kind.PAYMENT.value, id=payment_id)
            _touch(unit, client, payment_id)

    async def _plan_one(
        self, unit: Unit, client: Client, payment: PlannedPayment, remind_days: int | None
    ) -> int:
        minor = _minor(payment.amount, client)
        _require_day(payment.on)
        days = self._reminders.days_before(client) if remind_days is None else remind_days
        if days is not None and not 0 <= days <= MOST_REMIND_DAYS:
            raise UserError("reminder_unsuitable", most=MOST_REMIND_DAYS)
        payment_id = await self._insert(unit, client, planned_on=payment.on, amount=minor, remind_days=days)
        (row,) = await self._rows(unit.session, Payment.id == payment_id)
        await self._reminders.plan(unit, client, _due(row, client), days)
        return payment_id

    async def _received(
        self, unit: Unit, client: Client, received_on: date, amount: Decimal, method: str, receipt: int | None
    ) -> dict[str, object]:
        """The columns of a payment that came, checked."""
        _require_day(received_on)
        if received_on > self._workplace.today():
            raise UserError("date_in_future", today=self._workplace.today())
        if receipt is not None and receipt not in await self._attachments(unit.session, client):
            raise UserError("receipt_unknown", id=receipt)
        return {
            "received_on": received_on,
            "amount": _minor(amount, client),
            "method": typed_line(method) or None,
            "received_by": unit.order.actor_id,
            "receipt_id": receipt,
        }

    async def _after_receiving(self, unit: Unit, client: Client, payment_id: int, event: str) -> None:
        """Tell the timeline; the first payment is also the lead's (SPEC, block 5)."""
        (row,) = await self._rows(unit.session, Payment.id == payment_id)
        await self._tell(unit, client, row, event)
        if row.number == 1 and client.source_lead_id is not None:
            await unit.session.execute(
                update(Lead)
                .where(Lead.id == client.source_lead_id, Lead.first_payment.is_distinct_from(row.amount))
                .values(
                    first_payment=row.amount, version=Lead.version + 1,
                    updated_at=unit.at, updated_by=unit.order.actor_id,
                )
            )
            unit.touch(Kind.LEAD, client.source_lead_id)
        _touch(unit, client, payment_id)

    async def _tell(self, unit: Unit, client: Client, row: Row[Any], event: str) -> None:
        await write_line(
            unit, TimelineKind.PAYMENT, client.columns,
            event=event, payment_id=row.id, number=row.number, method=row.method,
            amount=str(from_minor(row.amount, _currency(client))), currency=_currency(client),
            receipt_id=row.receipt_id, receipt_name=row.receipt_name,
        )

    async def _deal(self, unit: Unit, deal_id: int) -> Client:
        """A deal whose payments may be changed, held until the unit ends: numbers are given one by one."""
        await unit.session.execute(select(Deal.id).where(Deal.id == deal_id).with_for_update())
        ref = ClientRef(Kind.DEAL.value, deal_id)
        return await client_to_write(unit.session, self._workplace.rights, ref, Right.CHANGE)

    async def _payment(self, unit: Unit, payment_id: int, version: int) -> tuple[Row[Any], Client]:
        """A payment to be changed, at the version its editor saw. Any: its columns are read by name."""
        rows = await self._rows(unit.session, Payment.id == payment_id)
        if not rows:
            raise UserError("not_found", kind=Kind.PAYMENT.value, id=payment_id)
        client = await self._deal(unit, rows[0].deal_id)
        if rows[0].version != version:
            raise Conflict("record_changed", kind=Kind.PAYMENT.value, id=payment_id)
        return rows[0], client

    async def _insert(self, unit: Unit, client: Client, **columns: object) -> int:
        last = await unit.session.scalar(select(func.max(Payment.number)).where(Payment.deal_id == client.ref.id))
        payment_id: int | None = await unit.session.scalar(
            insert(Payment)
            .values(deal_id=client.ref.id, number=(last or 0) + 1, created_at=unit.at, **columns)
            .returning(Payment.id)
        )
        assert payment_id is not None, "an insert returns its key"
        return payment_id

    async def _update(self, unit: Unit, payment_id: int, version: int, **columns: object) -> None:
        changed = await unit.session.scalar(
            update(Payment)
            .where(Payment.id == payment_id, Payment.version == version)
            .values(**columns, version=version + 1)
            .returning(Payment.id)
        )
        if changed is None:
            raise Conflict("record_changed", kind=Kind.PAYMENT.value, id=payment_id)

    async def _rows(self, session: AsyncSession, *wanted: Any) -> Sequence[Row[Any]]:  # Any: conditions, named columns
        return (
            await session.execute(
                select(Payment.__table__, Attachment.name.label("receipt_name"))
                .outerjoin(Attachment, (Attachment.id == Payment.receipt_id) & Attachment.deleted_at.is_(None))
                .where(*wanted)
                .order_by(func.coalesce(Payment.received_on, Payment.planned_on), Payment.number)
            )
        ).all()

    async def _records(self, session: AsyncSession, client: Client) -> tuple[PaymentRecord, ...]:
        today = self._workplace.today()
        return tuple(
            PaymentRecord(
                id=row.id,
                deal_id=row.deal_id,
                number=row.number,
                planned_on=row.planned_on,
                amount=from_minor(row.amount, _currency(client)),
                received_on=row.received_on,
                method=row.method,
                received_by=row.received_by,
                receipt_id=row.receipt_id if row.receipt_name is not None else None,
                receipt_name=row.receipt_name,
                days_late=max((today - row.planned_on).days, 0) if row.received_on is None else 0,
                version=row.version,
                remind_days=row.remind_days,
            )
            for row in await self._rows(session, Payment.deal_id == client.ref.id)
        )

    async def _attachments(self, session: AsyncSession, client: Client) -> frozenset[int]:
        own = (Attachment.deal_id == client.ref.id) & Attachment.deleted_at.is_(None)
        return frozenset(await session.scalars(select(Attachment.id).where(own)))


def _currency(client: Client) -> str:
    assert client.currency is not None, "every deal has a currency"
    return client.currency


def _minor(amount: Decimal, client: Client) -> int:
    """Whole minor units above zero. Raises UserError("payment_not_positive")."""
    minor = to_minor(amount, _currency(client))
    if minor <= 0:
        raise UserError("payment_not_positive")
    return minor


def _require_day(day: date) -> None:
    if not EARLIEST_YEAR < day.year < LATEST_YEAR:
        raise UserError("date_out_of_range", earliest=EARLIEST_YEAR + 1, latest=LATEST_YEAR - 1)


def _due(row: Row[Any], client: Client) -> Due:  # Any: the row's columns are read by name
    return Due(row.number, row.planned_on, from_minor(row.amount, _currency(client)), _currency(client))


def _touch(unit: Unit, client: Client, *payment_ids: int) -> None:
    unit.touch(Kind.DEAL, client.ref.id)
    if payment_ids:
        unit.touch(Kind.PAYMENT, *payment_ids)
