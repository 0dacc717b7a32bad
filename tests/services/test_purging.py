"""What the bin kept for thirty days is erased with all that hangs on it, on both databases."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select, text

from app.core.clock import FixedClock
from app.core.kinds import HistoryOp, Kind
from app.db.engine import Database
from app.db.opening import open_database
from app.models import ContactPoint, History, Lead, TimelineItem
from app.services.container import open_services
from app.services.people.workplaces import open_workplace
from app.services.records.activities import ClientRef
from app.services.workplace import Workplace
from tests.services.clients.making import new_lead
from tests.support.employees import signed_in_as
from tests.support.office import ADMIN, MANAGER, NOW, make_office


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


async def test_an_employee_s_program_empties_the_bin_of_a_server_by_the_server_s_clock(postgresql_url: str) -> None:
    clock, database = FixedClock(NOW), await open_database(postgresql_url)
    office = open_services(await make_office(database, clock, login=ADMIN))
    gone, newest = [await office.leads.create(new_lead(office.workplace)) for _ in range(2)]
    await office.leads.delete(gone)
    clock.move_to(datetime.now(UTC))
    own = await signed_in_as(database, MANAGER)
    employee = open_services(await sit_down_at(own, clock))
    assert await employee.bin.purge() == 0  # deleted just now, whatever the program's clock and the row say
    async with database.engine.begin() as connection:
        await connection.execute(text("SET session_replication_role = replica"))
        await connection.execute(text("UPDATE history SET at = at - interval '31 days'"))
        await connection.execute(text("SET session_replication_role = origin"))
    assert await employee.bin.purge() == 1
    async with database.read() as session:
        assert set(await session.scalars(select(Lead.id))) == {newest}
        lines = select(History.op, History.actor_id).where(History.kind == Kind.LEAD, History.ref == gone)
        told = (await session.execute(lines.order_by(History.id.desc()).limit(1))).one()
        assert tuple(told) == (HistoryOp.DELETE, employee.workplace.actor.employee_id)
    for one in (own, database):
        await one.close()


async def sit_down_at(own: Database, clock: FixedClock) -> Workplace:
    """The workplace of whoever has signed in."""
    async with own.read() as session:
        employee_id = (await session.scalars(text("SELECT my_id()"))).one()
    return await open_workplace(own, employee_id, clock)
