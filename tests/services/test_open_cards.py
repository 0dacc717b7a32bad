"""Who else has a card open: told at once, gone with the card, with the program, and with a program that was killed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from sqlalchemy import text, update

from app.core.changes import Changes
from app.core.clock import FixedClock
from app.db.engine import Database
from app.db.opening import open_database
from app.models import OpenCard
from app.services.open_cards import LEASE, OPEN_CARDS, OpenCards, moment, open_elsewhere
from app.services.records.activities import ClientRef
from app.services.workplace import Workplace
from tests.services.clients.making import leads_of, new_lead
from tests.support.employees import close_employees, signed_in_as
from tests.support.office import ADMIN, EXECUTOR, MANAGER, NOW, make_office, sit_down


@asynccontextmanager
async def both(database: Database) -> AsyncIterator[tuple[Workplace, Workplace, ClientRef]]:
    """Two programs on one database, and a lead."""
    olga = await make_office(database, login=MANAGER)
    ref = ClientRef("lead", await leads_of(olga).create(new_lead(olga)))
    url = database.url.set(drivername=database.url.get_backend_name()).render_as_string(hide_password=False)
    elsewhere = await open_database(url)
    yield olga, await sit_down(elsewhere, FixedClock(NOW), ADMIN), ref
    await close_employees(elsewhere)
    await elsewhere.close()


async def test_a_colleague_is_seen_while_the_card_is_open(database: Database) -> None:
    async with both(database) as (olga, admin, ref):
        told: list[Changes] = []
        admin.database.listen(told.append)
        mine, theirs = OpenCards(olga), OpenCards(admin)
        await mine.open(ref)
        await theirs.open(ref)
        assert [one.kind for one in told] == [OPEN_CARDS]
        assert await theirs.others(ref) == ((olga.actor.employee_id, "Кравцова Ольга"),)
        assert [name for _, name in await mine.others(ref)] == ["Дымов Андрей"]
        assert await mine.others(ClientRef("deal", ref.id)) == ()
        async with database.read() as session:
            assert await open_elsewhere(session, olga, "lead", [ref.id, ref.id + 1]) == {ref.id}
        await theirs.close(ref)
        assert await mine.others(ref) == ()
        await mine.leave()
        assert await theirs.others(ref) == ()


async def test_a_killed_program_is_forgotten_and_a_living_one_says_it_again(database: Database) -> None:
    async with both(database) as (olga, admin, ref):
        mine = OpenCards(olga)
        await mine.open(ref)
        async with database.engine.begin() as connection:
            await connection.execute(update(OpenCard).values(seen_at=moment(olga, LEASE + timedelta(seconds=1))))
        assert await OpenCards(admin).others(ref) == ()
        await mine.say_again()
        assert len(await OpenCards(admin).others(ref)) == 1


async def test_the_server_keeps_each_to_their_own_lines(postgresql_url: str) -> None:
    database = await open_database(postgresql_url)
    olga = await make_office(database, login=MANAGER)
    ref = ClientRef("lead", await leads_of(olga).create(new_lead(olga)))
    await OpenCards(olga).open(ref)
    pavel = await signed_in_as(database, EXECUTOR)
    async with pavel.engine.begin() as connection:
        assert (await connection.execute(text("SELECT count(*) FROM open_card"))).scalar() == 0, "a lead not to be seen"
        assert (await connection.execute(text("DELETE FROM open_card"))).rowcount == 0
    await close_employees(database)
    await database.close()
