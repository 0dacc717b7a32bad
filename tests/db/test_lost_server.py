"""A server that is lost in the middle: a commit of unknown fate is looked up, and silence is no reason to wait."""

import asyncio
import re
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import func, select, text

from app.core.changes import Changes
from app.core.clock import FixedClock
from app.core.errors import Offline
from app.db import fate
from app.db.engine import Database
from app.db.opening import open_database
from app.models import Lead, Operation
from app.services.clients.sections import LEAD
from app.services.feed import Feed
from app.services.feed import postgresql as feed_reader
from app.services.workplace import Workplace
from tests.services.clients.making import leads_of, new_lead
from tests.support.asynchronous import PATIENCE_S, until
from tests.support.gate import Gate
from tests.support.office import ADMIN, NOW, as_office, make_office


@pytest.fixture
async def server(postgresql_url: str) -> AsyncIterator[Database]:
    """The office's server, past the gate."""
    database = await open_database(postgresql_url)
    await make_office(database)
    yield database
    await database.close()


@pytest.fixture
async def gate(postgresql_url: str, server: Database) -> AsyncIterator[Gate]:
    port = re.search(r":(\d+)/", postgresql_url)
    assert port is not None
    async with Gate(int(port[1])) as gate:
        yield gate


@pytest.fixture
async def workplace(postgresql_url: str, gate: Gate, server: Database) -> AsyncIterator[Workplace]:
    database = await open_database(re.sub(r":\d+/", f":{gate.port}/", postgresql_url))
    yield await as_office(database, FixedClock(NOW), ADMIN)
    await database.close()


async def count(server: Database, name: str) -> tuple[int, int]:
    """How many leads of this name there are, and operations that make leads."""
    async with server.read() as session:
        leads = await session.scalar(select(func.count()).where(Lead.last_name == name))
        made = await session.scalar(select(func.count()).where(Operation.kind == f"{LEAD.name}.create"))
        return leads or 0, made or 0


async def broken_off(gate: Gate) -> None:
    """The network comes back with nothing left of what passed."""
    await gate.shut()
    await gate.open()


async def test_a_commit_whose_answer_was_lost_is_done_once_and_told(
    workplace: Workplace, server: Database, gate: Gate
) -> None:
    heard: list[Changes] = []
    workplace.database.listen(heard.append)
    order = workplace.order("lead.create")
    async with asyncio.timeout(PATIENCE_S), workplace.database.write(order) as unit:
        lead = await leads_of(workplace).create_in(unit, dict(new_lead(workplace, last_name="Один")), "RUB")
        gate.loses_answers = True
        broken = asyncio.create_task(_break_once_there(server, gate, order.operation_id))
    await broken
    assert await count(server, "Один") == (1, 1)
    assert lead in {one for changes in heard if changes.kind == "lead" for one in changes.ids}


async def _break_once_there(server: Database, gate: Gate, operation_id: str) -> None:
    found: list[object] = []
    while not found:
        async with server.read() as session:
            found = list(await session.scalars(select(Operation.id).where(Operation.id == operation_id)))
    await broken_off(gate)


async def test_a_commit_that_never_arrived_is_told_as_lost_and_may_be_repeated(
    workplace: Workplace, server: Database, gate: Gate
) -> None:
    leads, values = leads_of(workplace), dict(new_lead(workplace, last_name="Дважды"))
    breaking: list[asyncio.Task[None]] = []

    async def create_and_lose() -> None:
        async with workplace.database.write(workplace.order("lead.create")) as unit:
            await leads.create_in(unit, values, "RUB")
            gate.fall_silent()
            breaking.append(asyncio.create_task(broken_off(gate)))

    with pytest.raises(Offline, match="no_connection"):
        await asyncio.wait_for(create_and_lose(), PATIENCE_S)
    await breaking[0]
    assert await count(server, "Дважды") == (0, 0)
    await leads.create(values)
    assert await count(server, "Дважды") == (1, 1)


async def test_where_nobody_can_say_that_is_said(
    workplace: Workplace, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fate, "ASK_FOR_S", 0.5)

    async def write_and_lose() -> None:
        async with workplace.database.write(workplace.order("lead.create")) as unit:
            await unit.session.execute(text("SELECT 1"))
            await gate.shut()

    with pytest.raises(Offline, match="commit_unknown"):
        await asyncio.wait_for(write_and_lose(), PATIENCE_S)


async def test_a_silent_network_is_told_and_breaks_off_what_waits(
    workplace: Workplace, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed_reader, "ANSWER_S", 0.5)
    monkeypatch.setattr(feed_reader, "POLL_ANYWAY_S", 0.2)
    states: list[bool] = []
    feed = Feed(workplace.database, on_state=states.append)
    following = asyncio.create_task(feed.run())
    await asyncio.wait_for(feed.following.wait(), PATIENCE_S)

    async def read() -> object:
        async with workplace.database.read() as session:
            return await session.scalar(select(func.count()).select_from(Lead))

    await read()
    gate.fall_silent()
    with pytest.raises(Offline):
        await asyncio.wait_for(read(), PATIENCE_S)
    await until(lambda: states == [False])
    await broken_off(gate)
    feed.retry()
    await until(lambda: states == [False, True])
    await read()
    following.cancel()
    await asyncio.wait([following])


async def test_a_server_that_lets_nobody_in_is_given_up(
    postgresql_url: str, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.db.engine.CONNECT_S", 0.3)
    gate.fall_silent()
    with pytest.raises(Offline, match="no_connection"):
        await asyncio.wait_for(open_database(re.sub(r":\d+/", f":{gate.port}/", postgresql_url)), PATIENCE_S)
