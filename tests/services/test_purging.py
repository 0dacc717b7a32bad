"""What the bin kept for thirty days is erased with all that hangs on it, on both databases."""

from datetime import timedelta

from sqlalchemy import func, select

from app.core.clock import FixedClock
from app.core.kinds import HistoryOp, Kind
from app.db.engine import Database
from app.db.opening import open_database
from app.models import ContactPoint, History, Lead, TimelineItem
from app.services.container import open_services
from app.services.people.workplaces import open_workplace
from app.services.records.activities import ClientRef
from tests.services.clients.making import new_lead
from tests.support.employees import signed_in_as
from tests.support.office import ADMIN, NOW, make_office


async def test_what_is_over_time_goes_with_all_that_hangs_on_it(database: Database) -> None:
    clock = FixedClock(NOW)
    services = open_services(await make_office(database, clock, login=ADMIN))
    gone, young, newest = [await services.leads.create(new_lead(services.workplace)) for _ in range(3)]
    await services.timeline.add_comment(ClientRef("lead", gone), "Перезвонить")
    await services.leads.delete(gone)
    clock.move_to(NOW + timedelta(days=2))
    await services.leads.delete(young)
    clock.move_to(NOW + timedelta(days=31))
    assert await services.bin.purge() == 1
    assert await services.bin.purge() == 0
    async with database.read() as session:
        assert set(await session.scalars(select(Lead.id))) == {young, newest}
        for entity in (ContactPoint, TimelineItem):
            assert not await session.scalar(select(func.count()).where(entity.lead_id == gone))
        line = select(History.op).where(History.kind == Kind.LEAD, History.ref == gone).order_by(History.id.desc())
        assert await session.scalar(line.limit(1)) == HistoryOp.DELETE


async def test_an_employee_whom_the_server_refuses_to_erase_is_told_nothing(postgresql_url: str) -> None:
    clock, database = FixedClock(NOW), await open_database(postgresql_url)
    office = open_services(await make_office(database, clock, login=ADMIN))
    gone, newest = [await office.leads.create(new_lead(office.workplace)) for _ in range(2)]
    await office.leads.delete(gone)
    clock.move_to(NOW + timedelta(days=31))
    own = await signed_in_as(database, ADMIN)
    employee = open_services(await open_workplace(own, office.workplace.actor.employee_id, clock))
    assert await employee.bin.purge() == 0
    async with database.read() as session:
        assert set(await session.scalars(select(Lead.id))) == {gone, newest}
    for one in (own, database):
        await one.close()
