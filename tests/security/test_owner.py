"""An office whose server's account is no superuser: it may make roles and owns its database, and that is enough."""

from collections.abc import Iterator

import pytest

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.db.engine import connect, parse_url
from app.db.migrate import upgrade
from app.db.opening import create_database
from app.db.server import office_address
from app.db.server_checks import check_server
from app.services.container import open_services
from app.services.people.office_setup import NewAdmin, OfficeSettings, set_up_office
from app.services.people.server_sign_in import sign_in_to_server
from tests.services.clients.making import new_lead
from tests.support.employees import PASSWORD
from tests.support.holidays import NoHolidays
from tests.support.office import ADMIN, NOW, preset
from tests.support.postgres import Cluster

OWNER = "office_owner"


@pytest.fixture
def owned(cluster: Cluster) -> Iterator[str]:
    """A database of a role that may make roles, and no more."""
    cluster.execute(
        f"CREATE ROLE {OWNER} LOGIN CREATEROLE PASSWORD '{PASSWORD}'",
        f"CREATE DATABASE plainly_owned OWNER {OWNER} TEMPLATE template0",
    )
    yield f"postgresql://{OWNER}:{PASSWORD}@127.0.0.1:{cluster.port}/plainly_owned"
    cluster.drop("plainly_owned")
    cluster.execute(f"DROP ROLE IF EXISTS {OWNER}")


async def test_owner_that_may_make_roles_founds_an_office_and_its_people_sign_in(owned: str) -> None:
    plain = connect(parse_url(owned))
    await check_server(plain)
    await plain.close()
    database = await create_database(owned)
    chosen = preset()
    settings = OfficeSettings("Основная", chosen.zone, chosen.currency, "ru", chosen.country)
    admin = NewAdmin("Дымов", "Андрей", ADMIN, PASSWORD)
    await set_up_office(database, chosen, admin, settings, FixedClock(NOW), NoHolidays())
    await upgrade(database)  # once more, as after an update of the program
    address = office_address(database.url)
    workplace = await sign_in_to_server(address, ADMIN, PASSWORD, FixedClock(NOW))
    services = open_services(workplace)
    lead = await services.leads.create(new_lead(workplace))
    assert (await services.leads.card(lead)).values["last_name"] == "Гаврилова"
    for one in (workplace.database, database):
        await one.close()


async def test_account_that_may_not_make_roles_is_told_what_it_lacks(cluster: Cluster, owned: str) -> None:
    plain = connect(parse_url(owned))
    office = connect(parse_url(cluster.url("postgres")))
    async with office.engine.begin() as connection:
        await connection.exec_driver_sql(f"ALTER ROLE {OWNER} NOCREATEROLE")
    with pytest.raises(UserError, match="server_account_weak"):
        await check_server(plain)
    for one in (plain, office):
        await one.close()
