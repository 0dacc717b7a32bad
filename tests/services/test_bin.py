"""The bin on both databases: what was deleted lately, for who deleted it and who may delete it."""

from datetime import timedelta

from app.core.clock import FixedClock
from app.db.engine import Database
from app.services.container import open_services
from tests.services.clients.making import new_lead
from tests.support.office import ADMIN, MANAGER, NOW, make_office, sit_down


async def test_the_deleted_is_listed_for_thirty_days_until_it_is_restored(database: Database) -> None:
    clock = FixedClock(NOW)
    services = open_services(await make_office(database, clock, login=ADMIN))
    first, second = [await services.leads.create(new_lead(services.workplace)) for _ in range(2)]
    await services.leads.delete(first)
    clock.move_to(NOW + timedelta(days=1))
    await services.leads.delete(second)
    page = await services.bin.page("lead")
    assert [(one.id, one.name) for one in page.items] == [(second, "Гаврилова Нина"), (first, "Гаврилова Нина")]
    assert page.items[0].deleted_by == services.workplace.actor.name
    await services.leads.restore(second)
    assert [one.id for one in (await services.bin.page("lead")).items] == [first]
    clock.move_to(NOW + timedelta(days=30, seconds=1))
    assert not (await services.bin.page("lead")).items
    assert not (await services.bin.page("activity")).items


async def test_others_deleted_records_are_not_shown_to_a_manager(database: Database) -> None:
    clock = FixedClock(NOW)
    admin = open_services(await make_office(database, clock, login=ADMIN))
    lead = await admin.leads.create(new_lead(admin.workplace))
    await admin.leads.delete(lead)
    manager = open_services(await sit_down(database, clock, MANAGER))
    assert not (await manager.bin.page("lead")).items
