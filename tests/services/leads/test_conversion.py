"""Conversion of a lead into a deal with a contact: whole, once."""

import asyncio
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import func, insert, select

from app.core.errors import UserError
from app.core.kinds import ActivityKind, ActivityState
from app.db.engine import Database
from app.db.opening import open_database
from app.models import Activity, Contact, ContactPoint, Deal, Lead, Payment
from app.services.people.workplaces import open_workplace
from app.services.workplace import Workplace
from tests.services.clients.making import (
    contacts_of,
    conversion,
    deals_of,
    leads_of,
    new_lead,
    phones,
    ready_lead,
    stage_id,
)
from tests.support.office import make_office


async def plan_call(workplace: Workplace, lead_id: int) -> None:
    """A call in two hours, by a plain row: planning has tests of its own."""
    async with workplace.database.write(workplace.order("activity.plan")) as unit:
        await unit.session.execute(
            insert(Activity).values(
                kind=ActivityKind.CALL, subject="Узнать решение", starts_at=workplace.now() + timedelta(hours=2),
                minutes=15, state=ActivityState.PLANNED, responsible_id=workplace.actor.employee_id, lead_id=lead_id,
                created_at=workplace.now(),
            )
        )


async def test_conversion_makes_deal_and_contact_and_carries_the_fields_over(database: Database) -> None:
    workplace = await make_office(database)
    lead_id = await ready_lead(workplace)
    result = await leads_of(workplace).convert(lead_id, conversion(workplace))
    deal = await deals_of(workplace).card(result.deal_id)
    lead = await leads_of(workplace).card(lead_id)
    contact = await contacts_of(workplace).card(result.contact_id)
    assert workplace.registry.employee(result.executor_id).name == "Снегирёв Павел"
    assert (deal.lead_id, deal.contact_id, deal.responsible_id) == (lead_id, contact.id, result.executor_id)
    assert deal.values["amount"] == Decimal(180_000)
    assert deal.values["total_debt"] == lead.values["total_debt"]
    assert deal.values["questionnaire"] == lead.values["questionnaire"]
    assert deal.values["phones"] == contact.values["phones"] == lead.values["phones"]
    assert (lead.stage_id, lead.deal_id) == (stage_id(workplace, "converted"), deal.id)


async def test_conversion_lays_payments_out_with_reminders_and_hands_over_what_is_planned(database: Database) -> None:
    workplace = await make_office(database)
    lead_id = await ready_lead(workplace)
    await plan_call(workplace, lead_id)
    result = await leads_of(workplace).convert(lead_id, conversion(workplace))
    async with database.read() as session:
        payments = (await session.execute(select(Payment.amount, Payment.received_on).order_by(Payment.number))).all()
        planned = select(Activity.subject, Activity.lead_id, Activity.deal_id, Activity.responsible_id)
        activities = (await session.execute(planned.order_by(Activity.starts_at))).all()
        row = (await session.execute(select(Deal.paid, Deal.next_payment_on, Deal.next_activity_at))).one()
    today = workplace.today()
    assert payments == [(2_500_000, today)] + [(3_100_000, None)] * 5
    assert activities[0] == ("Узнать решение", None, result.deal_id, result.executor_id)
    reminders = activities[1:]
    assert len(reminders) == 5
    assert all("платёж" in one.subject.lower() and one.deal_id == result.deal_id for one in reminders)
    assert (row.paid, row.next_payment_on) == (2_500_000, today + timedelta(days=30))
    assert row.next_activity_at == workplace.now() + timedelta(hours=2)


async def test_picked_contact_gets_the_leads_new_phone_and_is_the_one_truth_afterwards(database: Database) -> None:
    workplace = await make_office(database)
    contacts = contacts_of(workplace)
    contact_id = await contacts.create(
        {"last_name": "Гаврилова", "first_name": "Нина", "phones": phones("+79160004127")}
    )
    lead_id = await ready_lead(workplace, phones=phones("8 916 000-41-27", "8 903 000-18-64"))
    leads = leads_of(workplace)
    preview = await leads.conversion_preview(lead_id)
    assert [(choice.contact_id, choice.match) for choice in preview.contacts] == [(contact_id, "phone")]
    assert [point.normal for point in preview.contacts[0].adds] == ["+79030001864"]
    result = await leads.convert(lead_id, conversion(workplace, contact_id=contact_id))
    contact = await contacts.card(contact_id)
    assert [point.normal for point in contact.values["phones"]] == ["+79160004127", "+79030001864"]  # type: ignore[union-attr]  # contact points
    await leads.edit(lead_id, (await leads.card(lead_id)).version, {"last_name": "Гаврилова-Кац"})
    assert (await contacts.card(contact_id)).name == "Гаврилова-Кац Нина"
    assert (await deals_of(workplace).card(result.deal_id)).name == "Гаврилова-Кац Нина"
    async with database.read() as session:
        keys = [
            await session.scalar(select(entity.sort_key))  # type: ignore[arg-type]  # three entities
            for entity in (Lead, Deal, Contact)
        ]
        left = await session.scalar(select(func.count()).where(ContactPoint.lead_id.is_not(None)))
    assert keys == ["гаврилова кац нина"] * 3
    assert left == 0


async def test_converting_twice_is_impossible(database: Database) -> None:
    workplace = await make_office(database)
    lead_id = await ready_lead(workplace)
    leads = leads_of(workplace)
    await leads.convert(lead_id, conversion(workplace))
    with pytest.raises(UserError, match="already_converted"):
        await leads.convert(lead_id, conversion(workplace))
    with pytest.raises(UserError, match="already_converted"):
        await leads.move(lead_id, stage_id(workplace, "new"))


async def test_two_workstations_converting_at_once_make_one_deal(database: Database, database_url: str) -> None:
    workplace = await make_office(database)
    lead_id = await ready_lead(workplace)
    other_database = await open_database(database_url)
    other = await open_workplace(other_database, workplace.actor.employee_id, workplace.clock)
    results = await asyncio.gather(
        leads_of(workplace).convert(lead_id, conversion(workplace)),
        leads_of(other).convert(lead_id, conversion(other)),
        return_exceptions=True,
    )
    await other_database.close()
    refused = [one for one in results if isinstance(one, BaseException)]
    assert [getattr(one, "code", one) for one in refused] == ["already_converted"]
    async with database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Deal)) == 1
        assert await session.scalar(select(func.count()).select_from(Contact)) == 1


async def test_conversion_without_first_payment_or_fields_leaves_no_trace(database: Database) -> None:
    workplace = await make_office(database)
    leads = leads_of(workplace)
    bare = await leads.create(new_lead(workplace, last_name="Фомин"))
    ready = await ready_lead(workplace)
    with pytest.raises(UserError, match="fields_missing"):
        await leads.convert(bare, conversion(workplace))
    with pytest.raises(UserError, match="first_payment_missing"):
        await leads.convert(ready, conversion(workplace, first_payment=Decimal(0), schedule=()))
    with pytest.raises(UserError, match="price_below_payments"):
        await leads.convert(ready, conversion(workplace, full_price=Decimal(100_000)))
    with pytest.raises(UserError, match="use_conversion"):
        await leads.move(ready, stage_id(workplace, "converted"))
    async with database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Deal)) == 0
        assert await session.scalar(select(func.count()).select_from(Contact)) == 0
