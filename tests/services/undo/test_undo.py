"""Undo on both databases: what an operation wrote comes back, what was changed since is listed and left."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import func, select, update

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.core.fieldkinds import UNKNOWN
from app.core.kinds import OperationState
from app.db.engine import Database
from app.models import Activity, Attachment, Contact, ContactPoint, Deal, Lead, Operation, TimelineItem
from app.services.container import Services, open_services
from app.services.records.values import FieldValue
from app.services.undo import UndoReport
from app.services.undo.records import LeftReason
from tests.services.clients.making import conversion, new_lead, phones, ready_lead, stage_id
from tests.services.lists.making import plan
from tests.services.undo.passing import PassingTime
from tests.support.office import ADMIN, MANAGER, NOW, SUPERVISOR, make_office, sit_down


@pytest.fixture
def clock() -> FixedClock:
    return PassingTime(NOW)


@pytest.fixture
async def services(database: Database, clock: FixedClock) -> Services:
    """A supervisor at work."""
    return open_services(await make_office(database, clock, login=SUPERVISOR))


async def undo_last(services: Services) -> UndoReport:
    (newest,) = await services.undo.last(1)
    return await services.undo.undo(newest.id)


async def edit(services: Services, lead_id: int, **values: FieldValue) -> None:
    card = await services.leads.card(lead_id)
    await services.leads.edit(lead_id, card.version, values)


async def row_of(services: Services, entity: type[Lead] | type[Deal] | type[Contact], number: int) -> dict[str, object]:
    """All columns but those that say when and how often the row was written."""
    table = entity.__table__
    async with services.workplace.database.read() as session:
        row = (await session.execute(select(table).where(table.c.id == number))).mappings().one()
    return {str(key): value for key, value in row.items() if key not in {"version", "updated_at", "updated_by"}}


async def test_an_edit_of_every_kind_of_field_comes_back_with_its_copies(services: Services) -> None:
    registry = services.workplace.registry
    options = [one.id for one in registry.field("lead", "property").options]
    lead_id = await services.leads.create(
        new_lead(services.workplace, property=(options[1],), total_debt=Decimal(500_000), mortgage=True)
    )
    before, card = await row_of(services, Lead, lead_id), await services.leads.card(lead_id)
    await edit(
        services, lead_id, last_name="Фомина", phones=phones("+7 916 000-41-28", "+7 916 000-41-29"), comment="иное",
        property=(options[2], options[0]), total_debt=Decimal("640000.50"), mortgage=UNKNOWN,
        birth_date=date(1981, 6, 4), amount=Decimal(90_000), city="Клин",
    )
    report = await undo_last(services)
    assert (report.restored, report.left) == (1, ())
    assert await row_of(services, Lead, lead_id) == before
    assert (await services.leads.card(lead_id)).values == card.values


async def test_what_was_changed_since_is_left_and_listed(services: Services) -> None:
    lead_id = await services.leads.create(new_lead(services.workplace))
    await edit(services, lead_id, comment="раз", city="Клин")
    await edit(services, lead_id, comment="два")
    first = (await services.undo.last(2))[1]
    preview = await services.undo.preview(first.id)
    report = await services.undo.undo(first.id)
    assert (preview.restored, preview.left) == (report.restored, report.left)
    assert [(one.field, one.name, one.reason) for one in report.left] == [
        ("comment", "Гаврилова Нина", LeftReason.CHANGED)
    ]
    values = (await services.leads.card(lead_id)).values
    assert (values["comment"], values.get("city")) == ("два", None)


async def test_a_move_takes_back_stage_moment_line_and_cancelled_activities(
    services: Services, clock: FixedClock
) -> None:
    lead_id = await services.leads.create(new_lead(services.workplace))
    activity_id = await plan(services.workplace, NOW, lead_id=lead_id)
    before = await row_of(services, Lead, lead_id)
    clock.move_to(NOW + timedelta(minutes=90))
    await services.leads.move(lead_id, stage_id(services.workplace, "refused"), reason="дорого")
    await undo_last(services)
    assert await row_of(services, Lead, lead_id) == before
    async with services.workplace.database.read() as session:
        assert await session.scalar(select(Activity.state).where(Activity.id == activity_id)) == "planned"
        shown = select(func.count()).where(TimelineItem.kind == "stage", TimelineItem.deleted_at.is_(None))
        assert await session.scalar(shown) == 0


async def test_deleting_comes_back_and_creating_goes_to_the_bin_unless_worked_on(services: Services) -> None:
    lead_id, other = [await services.leads.create(new_lead(services.workplace)) for _ in range(2)]
    made, _ = reversed(await services.undo.last(2))
    await services.leads.delete(lead_id)
    assert (await undo_last(services)).restored == 1
    assert (await row_of(services, Lead, lead_id))["deleted_at"] is None
    await plan(services.workplace, NOW, lead_id=other)
    second = next(one for one in await services.undo.last(5) if one.kind == "lead.create")
    report = await services.undo.undo(second.id)
    assert [one.reason for one in report.left] == [LeftReason.CHANGED]
    await services.undo.undo(made.id)
    assert (await row_of(services, Lead, lead_id))["deleted_at"] is not None


async def test_an_operation_is_undone_once_and_says_by_which(services: Services) -> None:
    lead_id = await services.leads.create(new_lead(services.workplace))
    await edit(services, lead_id, comment="раз")
    (newest,) = await services.undo.last(1)
    assert (newest.kind, newest.section, newest.record_id, newest.name) == (
        "lead.edit", "lead", lead_id, "Гаврилова Нина",
    )
    report = await services.undo.undo(newest.id)
    with pytest.raises(UserError, match="operation_undone"):
        await services.undo.undo(newest.id)
    async with services.workplace.database.read() as session:
        undoing = await session.get(Operation, report.operation_id)
        undone = await session.get(Operation, newest.id)
    assert undoing is not None
    assert undone is not None
    assert (undoing.kind, undoing.undoes, undone.state) == ("operation.undo", newest.id, OperationState.UNDONE)
    assert newest.id not in {one.id for one in await services.undo.last(5)}


async def test_others_operations_are_a_supervisors_alone(services: Services, clock: FixedClock) -> None:
    database = services.workplace.database
    manager = open_services(await sit_down(database, clock, MANAGER))
    await services.leads.create(new_lead(services.workplace))
    (made,) = await services.undo.last(1)
    assert await manager.undo.last(5) == ()
    with pytest.raises(UserError, match="not_allowed"):
        await manager.undo.undo(made.id)
    own = await manager.leads.create(new_lead(manager.workplace))
    await edit(manager, own, comment="мой")
    assert [one.record_id for one in await manager.undo.last(1)] == [own]
    assert own in {one.record_id for one in await services.undo.last(5)}


async def test_a_bulk_change_over_many_leads_is_undone_in_short_transactions(services: Services) -> None:
    workplace = services.workplace
    numbers = [await services.leads.create(new_lead(workplace)) for _ in range(3)]
    async with workplace.database.write(workplace.order("lead.many")) as unit:
        rows = {key: value for key, value in (await row_of(services, Lead, numbers[0])).items() if key != "norm"}
        copies = [{**rows, "id": 1_000 + one, "version": 1, "updated_at": NOW} for one in range(350)]
        await unit.session.execute(Lead.__table__.insert(), copies)  # type: ignore[attr-defined]  # a Table
    async with workplace.database.write(workplace.order("lead.assign_many")) as unit:
        await unit.session.execute(update(Lead).values(responsible_id=1))
    heard: list[tuple[int, int]] = []
    (bulk,) = await services.undo.last(1)
    report = await services.undo.undo(bulk.id, lambda done, total: heard.append((done, total)))
    assert report.restored == 353
    assert heard[-1] == (353, 353)
    assert len(heard) > 1
    async with workplace.database.read() as session:
        assert await session.scalar(select(func.count()).where(Lead.responsible_id == rows["responsible_id"])) == 353


async def test_a_conversion_is_undone_whole(services: Services) -> None:
    workplace = services.workplace
    lead_id = await ready_lead(workplace)
    activity_id = await plan(workplace, NOW, lead_id=lead_id)
    before, card = await row_of(services, Lead, lead_id), await services.leads.card(lead_id)
    result = await services.leads.convert(lead_id, conversion(workplace))
    assert (await undo_last(services)).left == ()
    assert await row_of(services, Lead, lead_id) == before
    assert (await services.leads.card(lead_id)).values == card.values
    async with workplace.database.read() as session:
        owner = select(Activity.lead_id, Activity.deal_id).where(Activity.id == activity_id)
        assert (await session.execute(owner)).one() == (lead_id, None)
        assert await session.scalar(select(Deal.deleted_at).where(Deal.id == result.deal_id)) is not None
        assert await session.scalar(select(Contact.deleted_at).where(Contact.id == result.contact_id)) is not None
        assert await session.scalar(select(func.count()).where(ContactPoint.lead_id == lead_id)) == 1
        assert (await session.scalars(select(Attachment.deal_id))).all() == [None]
    again = await services.leads.convert(lead_id, conversion(workplace))
    assert again.deal_id != result.deal_id


async def test_a_conversion_stays_once_the_deal_was_worked_on_and_for_managers(
    services: Services, clock: FixedClock
) -> None:
    workplace = services.workplace
    lead_id = await ready_lead(workplace)
    result = await services.leads.convert(lead_id, conversion(workplace))
    (converted,) = [one for one in await services.undo.last(9) if one.kind == "lead.convert"]
    manager = open_services(await sit_down(workplace.database, clock, MANAGER))
    with pytest.raises(UserError, match="not_allowed"):
        await manager.undo.undo(converted.id)
    admin = open_services(await sit_down(workplace.database, clock, ADMIN))
    await admin.payments.plan(result.deal_id, workplace.today(), Decimal(100))
    with pytest.raises(UserError, match="conversion_worked_on"):
        await services.undo.undo(converted.id)
