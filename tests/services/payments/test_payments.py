"""Payments: exact sums, versions, what is late by the office's today, reminders, lines in the timeline."""

import asyncio
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select, update

from app.core.clock import FixedClock
from app.core.errors import Conflict, UserError
from app.core.kinds import ActivityKind, TimelineKind
from app.db.engine import Database
from app.models import Deal, Employee, Lead
from app.services.activities import Activities, Planner
from app.services.activities.changing import draft_of
from app.services.files import Files
from app.services.payments import Payments
from app.services.records.activities import ClientRef
from app.services.records.clients import PaymentRecord, PlannedPayment
from app.services.rules import Mode, RuleCode
from app.services.timeline import Timeline
from app.services.workplace import Workplace
from tests.services.activities.making import activities_of, moscow, set_rule
from tests.services.clients.making import conversion, leads_of, ready_lead
from tests.support.office import ADMIN, EXECUTOR, MANAGER, make_office, sit_down

TODAY = date(2025, 11, 18)


@dataclass(frozen=True, slots=True)
class Desk:
    """The executor's desk with a deal of 180,000, of which 25,000 are paid and nothing else is planned."""

    workplace: Workplace
    payments: Payments
    activities: Activities
    ref: ClientRef

    async def one(self, payment_id: int) -> PaymentRecord:
        summary = await self.payments.summary(self.ref.id)
        return next(payment for payment in summary.payments if payment.id == payment_id)

    async def planned(self) -> list[tuple[str, object]]:
        return [(one.subject, one.starts_at) for one in await self.activities.of_client(self.ref)]


def at(workplace: Workplace, deal_id: int) -> Desk:
    payments = Payments(workplace, Planner(workplace))
    return Desk(workplace, payments, activities_of(workplace), ClientRef("deal", deal_id))


async def desk(database: Database, login: str = EXECUTOR, **changed: object) -> Desk:
    manager = await make_office(database, login=MANAGER)
    result = await leads_of(manager).convert(
        await ready_lead(manager), conversion(manager, **{"schedule": (), **changed})
    )
    return at(await sit_down(database, manager.clock, login), result.deal_id)


async def test_the_sums_are_exact_and_the_days_the_offices(database: Database) -> None:
    one = await desk(database)
    assert isinstance(one.workplace.clock, FixedClock)
    late = await one.payments.plan(one.ref.id, TODAY, Decimal("0.10"))
    await one.payments.plan(one.ref.id, TODAY + timedelta(days=1), Decimal("0.20"))
    summary = await one.payments.summary(one.ref.id)
    assert (summary.price, summary.paid, summary.overdue, summary.left) == (
        Decimal("180000.00"), Decimal("25000.00"), Decimal("0.00"), Decimal("155000.00")
    )
    # Half past midnight in Moscow, still the day before in UTC.
    one.workplace.clock.move_to(moscow(19, 0, 30))
    summary = await one.payments.summary(one.ref.id)
    assert (summary.overdue, summary.currency) == (Decimal("0.10"), "RUB")
    assert [(payment.id == late, payment.days_late) for payment in summary.payments] == [
        (False, 0), (True, 1), (False, 0)
    ]
    assert [payment.number for payment in summary.payments] == [1, 2, 3]


async def test_a_deal_without_a_price_and_one_overpaid_have_nothing_left(database: Database) -> None:
    one = await desk(database)
    await one.payments.record(one.ref.id, TODAY, Decimal(200_000), "cash")
    assert (await one.payments.summary(one.ref.id)).left == 0
    async with database.write(one.workplace.order("test.price")) as unit:
        await unit.session.execute(update(Deal).values(amount=None))
    summary = await one.payments.summary(one.ref.id)
    assert (summary.price, summary.left, summary.paid) == (Decimal(0), Decimal(0), Decimal(225_000))


async def test_a_planned_payment_reminds_its_responsible_beforehand(database: Database) -> None:
    one = await desk(database)
    await one.payments.plan(one.ref.id, date(2025, 12, 18), Decimal(39_000))
    (reminder,) = await one.activities.of_client(one.ref)
    assert reminder.subject == "Платёж № 2 по графику, 39 000 ₽"
    # Two days before is Tuesday, at ten by the office's clocks.
    assert (reminder.starts_at, reminder.kind) == (moscow(16, 10, month=12), ActivityKind.CALL)
    assert reminder.responsible_id == one.workplace.actor.employee_id


@pytest.mark.parametrize(
    ("on", "days", "expected"),
    [
        (date(2025, 12, 9), 2, moscow(5, 10, month=12)),  # Sunday: on the Friday before
        (date(2025, 11, 19), 2, moscow(18, 12)),  # past: with the next half hour
        (TODAY, 0, moscow(18, 12)),
        (date(2025, 11, 28), 0, moscow(28, 10)),
    ],
)
async def test_the_reminder_falls_on_a_working_morning_ahead(
    database: Database, on: date, days: int, expected: object
) -> None:
    one = await desk(database)
    await one.payments.plan(one.ref.id, on, Decimal("1000.50"), days)
    assert await one.planned() == [("Платёж № 2 по графику, 1 000,50 ₽", expected)]


async def test_nothing_reminds_where_the_rule_is_off_or_the_day_is_past(database: Database) -> None:
    one = await desk(database)
    await one.payments.plan(one.ref.id, TODAY - timedelta(days=1), Decimal(1))
    await set_rule(one.workplace, RuleCode.PAYMENT_REMINDER, Mode.OFF)
    await one.payments.plan(one.ref.id, TODAY + timedelta(days=9), Decimal(1))
    assert await one.planned() == []


async def test_an_english_office_reminds_in_english(database: Database) -> None:
    admin = await make_office(database, login=ADMIN, language="en")
    result = await leads_of(admin).convert(await ready_lead(admin), conversion(admin, schedule=()))
    one = at(admin, result.deal_id)
    await one.payments.plan(one.ref.id, date(2025, 12, 18), Decimal(39_000))
    assert [subject for subject, _ in await one.planned()] == ["Scheduled payment no. 2, 39,000 RUB"]


async def test_receiving_pays_tells_and_ends_the_reminder(database: Database) -> None:
    one = await desk(database)
    receipt = await Files(one.workplace).attach(one.ref, "Чек.pdf", b"%PDF")
    payment_id = await one.payments.plan(one.ref.id, date(2025, 12, 18), Decimal(39_000))
    await one.payments.receive(payment_id, 1, TODAY, Decimal("38000.50"), " transfer ", receipt.id)
    payment = await one.one(payment_id)
    assert (payment.amount, payment.received_on, payment.method) == (Decimal("38000.50"), TODAY, "transfer")
    assert (payment.received_by, payment.receipt_id, payment.receipt_name, payment.version) == (
        one.workplace.actor.employee_id, receipt.id, "Чек.pdf", 2
    )
    assert await one.planned() == []
    (line, *_) = await Timeline(one.workplace).of_client(one.ref, {TimelineKind.PAYMENT})
    assert line.params == {
        "event": "received", "payment_id": payment_id, "number": 2, "amount": "38000.50", "currency": "RUB",
        "method": "transfer", "receipt_id": receipt.id, "receipt_name": "Чек.pdf",
    }
    async with database.read() as session:
        row = (await session.execute(select(Deal.paid, Deal.next_payment_on))).one()
    assert row == (6_300_050, None)
    with pytest.raises(UserError, match="payment_received"):
        await one.payments.receive(payment_id, 2, TODAY, Decimal(1))


async def test_a_reworded_reminder_stays_with_who_reworded_it(database: Database) -> None:
    one = await desk(database)
    payment_id = await one.payments.plan(one.ref.id, date(2025, 11, 21), Decimal(39_000))
    (reminder,) = await one.activities.of_client(one.ref)
    draft = replace(draft_of(reminder), subject="Платёж и доверенность")
    await one.activities.change(reminder.id, reminder.version, draft)
    await one.payments.receive(payment_id, 1, TODAY, Decimal(39_000), "cash")
    assert [subject for subject, _ in await one.planned()] == ["Платёж и доверенность"]


async def test_changing_a_planned_payment_moves_its_reminder(database: Database) -> None:
    one = await desk(database)
    payment_id = await one.payments.plan(one.ref.id, date(2025, 12, 18), Decimal(39_000))
    await one.payments.change(payment_id, 1, date(2025, 12, 25), Decimal(40_000))
    assert await one.planned() == [("Платёж № 2 по графику, 40 000 ₽", moscow(23, 10, month=12))]
    payment = await one.one(payment_id)
    assert (payment.planned_on, payment.amount, payment.remind_days) == (date(2025, 12, 25), Decimal(40_000), 2)


async def test_correcting_the_first_payment_corrects_the_leads(database: Database) -> None:
    one = await desk(database)
    (first,) = (await one.payments.summary(one.ref.id)).payments
    await one.payments.change(first.id, first.version, first.planned_on, Decimal(20_000))
    async with database.read() as session:
        assert await session.scalar(select(Lead.first_payment)) == 2_000_000
        assert await session.scalar(select(Deal.paid)) == 2_000_000
    (line, *_) = await Timeline(one.workplace).of_client(one.ref, {TimelineKind.PAYMENT})
    assert (line.params["event"], line.params["amount"]) == ("corrected", "20000.00")


async def test_another_schedule_takes_the_place_of_the_planned_one(database: Database) -> None:
    one = await desk(database)
    first = [PlannedPayment(date(2025, 12, day), Decimal(77_500)) for day in (15, 22)]
    await one.payments.lay_out(one.ref.id, first)
    parts = [PlannedPayment(date(2026, month, 14), Decimal(31_000)) for month in range(1, 6)]
    ids = await one.payments.lay_out(one.ref.id, parts, replacing=True)
    summary = await one.payments.summary(one.ref.id)
    assert [payment.id for payment in summary.payments[1:]] == list(ids)
    assert sum(payment.amount for payment in summary.payments) == summary.price
    assert [payment.number for payment in summary.payments] == [1, 2, 3, 4, 5, 6]
    assert len(await one.planned()) == 5
    with pytest.raises(UserError, match="payment_not_positive"):
        await one.payments.lay_out(one.ref.id, [*parts, PlannedPayment(TODAY, Decimal(0))], replacing=True)
    assert len((await one.payments.summary(one.ref.id)).payments) == 6


async def test_removing_takes_the_reminder_along_and_a_received_one_needs_the_right(database: Database) -> None:
    one = await desk(database)
    payment_id = await one.payments.plan(one.ref.id, date(2025, 12, 18), Decimal(39_000))
    await one.payments.remove(payment_id, 1)
    assert await one.planned() == []
    (first,) = (await one.payments.summary(one.ref.id)).payments
    with pytest.raises(UserError, match="not_allowed"):
        await one.payments.remove(first.id, first.version)
    admin = at(await sit_down(database, one.workplace.clock, ADMIN), one.ref.id)
    await admin.payments.remove(first.id, first.version)
    summary = await admin.payments.summary(one.ref.id)
    assert summary.paid == 0
    assert summary.payments == ()
    (line, *_) = await Timeline(admin.workplace).of_client(one.ref, {TimelineKind.PAYMENT})
    assert line.params["event"] == "removed"


async def test_a_payment_changed_meanwhile_is_a_conflict(database: Database) -> None:
    one = await desk(database)
    payment_id = await one.payments.plan(one.ref.id, date(2025, 12, 18), Decimal(39_000))
    done = await asyncio.gather(
        one.payments.receive(payment_id, 1, TODAY, Decimal(39_000)),
        one.payments.receive(payment_id, 1, TODAY, Decimal(39_000)),
        return_exceptions=True,
    )
    assert sum(isinstance(outcome, Conflict) for outcome in done) == 1
    for attempt in (
        one.payments.change(payment_id, 1, TODAY, Decimal(1)),
        one.payments.remove(payment_id, 1),
    ):
        with pytest.raises(Conflict, match="record_changed"):
            await attempt
    assert (await one.payments.summary(one.ref.id)).paid == Decimal(64_000)


async def test_payments_at_once_get_numbers_of_their_own(database: Database) -> None:
    one = await desk(database)
    await asyncio.gather(*(one.payments.record(one.ref.id, TODAY, Decimal(100), "cash") for _ in range(4)))
    summary = await one.payments.summary(one.ref.id)
    assert sorted(payment.number for payment in summary.payments) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("on", "amount", "error"),
    [
        (TODAY, Decimal(0), "payment_not_positive"),
        (TODAY, Decimal(-5), "payment_not_positive"),
        (TODAY, Decimal("0.001"), "money_too_precise"),
        (TODAY, Decimal("1e13"), "money_too_large"),
        (TODAY, Decimal("NaN"), "money_too_large"),
        (date(9999, 1, 1), Decimal(1), "date_out_of_range"),
    ],
)
async def test_impossible_payments_are_refused(database: Database, on: date, amount: Decimal, error: str) -> None:
    one = await desk(database)
    with pytest.raises(UserError, match=error):
        await one.payments.plan(one.ref.id, on, amount)


async def test_what_cannot_have_come_is_refused(database: Database) -> None:
    one = await desk(database)
    payment_id = await one.payments.plan(one.ref.id, TODAY, Decimal(1))
    admin = await sit_down(database, one.workplace.clock, ADMIN)
    other = await Files(admin).attach(ClientRef("contact", 1), "чужой чек", b"1")
    for day, receipt, error in (
        (TODAY + timedelta(days=1), None, "date_in_future"),
        (TODAY, 999, "receipt_unknown"),
        (TODAY, other.id, "receipt_unknown"),
    ):
        with pytest.raises(UserError, match=error):
            await one.payments.receive(payment_id, 1, day, Decimal(1), "cash", receipt)
    assert (await one.one(payment_id)).received_on is None


async def test_who_only_reads_the_deal_changes_no_payment(database: Database) -> None:
    one = await desk(database)
    reader = at(await sit_down(database, one.workplace.clock, MANAGER), one.ref.id)
    assert len((await reader.payments.summary(one.ref.id)).payments) == 1
    with pytest.raises(UserError, match="not_allowed"):
        await reader.payments.plan(one.ref.id, TODAY, Decimal(1))
    with pytest.raises(UserError, match="not_found"):
        await one.payments.summary(999)
    async with database.write(one.workplace.order("test.delete")) as unit:
        await unit.session.execute(update(Deal).values(deleted_at=unit.at))
    with pytest.raises(UserError, match="in_bin"):
        await one.payments.plan(one.ref.id, TODAY, Decimal(1))


async def test_the_schedule_of_a_conversion_is_reminded_of(database: Database) -> None:
    one = await desk(database, schedule=(PlannedPayment(date(2025, 12, 18), Decimal(31_000)),))
    assert await one.planned() == [("Платёж № 2 по графику, 31 000 ₽", moscow(16, 10, month=12))]


async def test_where_the_responsible_has_left_the_planner_is_reminded(database: Database) -> None:
    one = await desk(database)
    async with database.write(one.workplace.order("test.leave")) as unit:
        gone = Employee.id == one.workplace.actor.employee_id
        await unit.session.execute(update(Employee).where(gone).values(active=False))
    admin = at(await sit_down(database, one.workplace.clock, ADMIN), one.ref.id)
    await admin.payments.plan(one.ref.id, date(2025, 12, 18), Decimal(1))
    (reminder,) = await admin.activities.of_client(one.ref)
    assert reminder.responsible_id == admin.workplace.actor.employee_id
