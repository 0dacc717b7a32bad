"""The change feed: what another program commits is published here, once, and one's own echo is not."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import cast

import pytest
from sqlalchemy import QueuePool, delete, func, insert, select, text, update

from app.core.changes import Changes
from app.core.errors import Offline
from app.core.kinds import Kind
from app.db.engine import Database
from app.db.opening import open_database
from app.db.unit import WriteOrder
from app.models import ChangeFeed, Employee, FeedEpoch, Lead, Source
from app.services.container import open_services
from app.services.feed import Feed
from app.services.feed.lines import MANY, WHAT, Batch, Line, changes_of
from app.services.workplace import Workplace
from tests.services.lists.making import add_leads
from tests.support.asynchronous import PATIENCE_S, until
from tests.support.office import MANAGER, make_office, sit_down


class Listener:
    """What the feed published on one database."""

    def __init__(self, database: Database) -> None:
        self.heard: list[Changes] = []
        database.listen(self._hear)

    def _hear(self, changes: Changes) -> None:
        if changes.what == WHAT:
            self.heard.append(changes)

    def ids(self, kind: str) -> set[int]:
        return {one for changes in self.heard if changes.kind == kind for one in changes.ids}


@pytest.fixture
async def workplace(database: Database) -> Workplace:
    return await make_office(database)


@pytest.fixture
async def other(database_url: str, workplace: Workplace) -> AsyncIterator[Workplace]:
    """Another program on the same database."""
    database = await open_database(database_url)
    task = asyncio.create_task(Feed(database).run())  # rings for it
    yield await sit_down(database, workplace.clock, MANAGER)
    await stopped(task)
    await database.close()


async def started(feed: Feed) -> "asyncio.Task[None]":
    """It follows: whatever is committed from now on is heard."""
    task = asyncio.create_task(feed.run())
    await asyncio.wait_for(feed.following.wait(), PATIENCE_S)
    return task


async def stopped(task: "asyncio.Task[None]") -> None:
    task.cancel()
    await asyncio.wait([task])


@pytest.fixture
async def heard(database: Database, workplace: Workplace) -> AsyncIterator[Listener]:
    """The published changes of a program that follows the feed."""
    listener = Listener(database)
    task = await started(Feed(database))
    yield listener
    await stopped(task)


async def test_what_another_program_commits_is_published(heard: Listener, other: Workplace) -> None:
    (lead,) = await add_leads(other, {"last_name": "Новый"})
    await until(lambda: heard.ids("lead") == {lead})
    (changes,) = [one for one in heard.heard if one.kind == "lead"]
    assert changes.what == "feed"
    assert changes.who == other.actor.employee_id
    assert changes.origin == other.database.origin


async def test_new_people_are_known_before_anyone_hears_of_them(
    database: Database, workplace: Workplace, other: Workplace
) -> None:
    order: list[str] = []

    async def learn() -> None:
        await asyncio.sleep(0)
        order.append("learnt")

    database.listen(lambda changes: order.append(changes.kind))
    task = await started(Feed(database, learn=learn))
    async with other.database.write(other.order("employee.add")) as unit:
        await unit.session.execute(
            insert(Employee).values(name="Новая Сотрудница", sort_key="новая", role_id=1, created_at=unit.at)
        )
    await until(lambda: "employee" in order)
    assert order[0] == "learnt"
    await stopped(task)


async def test_one_s_own_echo_is_dropped(heard: Listener, workplace: Workplace, other: Workplace) -> None:
    await add_leads(workplace, {"last_name": "Свой"})
    (foreign,) = await add_leads(other, {"last_name": "Чужой"})
    await until(lambda: foreign in heard.ids("lead"))
    assert heard.ids("lead") == {foreign}


async def test_every_change_is_told_once_under_many_writers(
    heard: Listener, other: Workplace, database_url: str
) -> None:
    third = await open_database(database_url)
    second = await sit_down(third, other.clock, MANAGER)

    async def write(workplace: Workplace) -> list[int]:
        return [one for _ in range(15) for one in await add_leads(workplace, {}, {})]

    written = [one for many in await asyncio.gather(write(other), write(second)) for one in many]
    await until(lambda: heard.ids("lead") >= set(written))
    told = [one for changes in heard.heard if changes.kind == "lead" for one in changes.ids]
    assert sorted(told) == sorted(written)
    await third.close()


async def test_a_transaction_that_began_first_and_committed_last_is_not_missed(
    heard: Listener, other: Workplace, database_kind: str
) -> None:
    if database_kind == "sqlite":
        return  # writers are serial there
    async with other.database.engine.connect() as slow, slow.begin() as transaction:
        await slow.execute(text("INSERT INTO change_feed (at, kind, ref, op) VALUES (now(), 'lead', 777, 'change')"))
        (quick,) = await add_leads(other, {})
        await until(lambda: quick in heard.ids("lead"))
        await transaction.commit()
    await until(lambda: 777 in heard.ids("lead"))
    assert sum(quick in changes.ids for changes in heard.heard if changes.kind == "lead") == 1


async def test_handing_over_tells_of_the_lead(heard: Listener, workplace: Workplace, other: Workplace) -> None:
    (lead,) = await add_leads(other, {})
    async with other.database.write(other.order("lead.assign")) as unit:
        await unit.session.execute(
            update(Lead).where(Lead.id == lead).values(responsible_id=workplace.actor.employee_id)
        )
        unit.touch("lead", lead)
    await until(lambda: lead in heard.ids("lead"))


async def test_a_new_epoch_reloads_what_is_shown(heard: Listener, other: Workplace) -> None:
    async with other.database.write(other.order("database.restore")) as unit:
        await unit.session.execute(update(FeedEpoch).values(epoch="restored"))
        unit.touch("settings")
    await until(lambda: {one.kind for one in heard.heard} >= set(Kind))
    assert all(not one.ids for one in heard.heard)


async def test_very_many_changes_are_one_call_to_ask_again(heard: Listener, other: Workplace) -> None:
    at = datetime.now(UTC)
    rows = [{"at": at, "kind": "lead", "ref": n, "op": "change"} for n in range(MANY + 10)]
    async with other.database.write(other.order("lead.many")) as unit:
        await unit.session.execute(insert(ChangeFeed), rows)
        unit.touch("lead")
    await until(lambda: any(one.kind == "lead" for one in heard.heard))
    assert [one.ids for one in heard.heard if one.kind == "lead"] == [frozenset()]


async def test_a_burst_of_one_program_is_a_few_lines_for_the_others(heard: Listener, other: Workplace) -> None:
    (first,) = await add_leads(other, {})
    await until(lambda: first in heard.ids("lead"))
    heard.heard.clear()
    async with other.database.read() as session:
        row = dict((await session.execute(select(Lead.__table__).where(Lead.id == first))).mappings().one())
    computed = {column.name for column in Lead.__table__.columns if column.computed is not None}
    fresh = {name: value for name, value in row.items() if name not in {"id", *computed}}
    async with other.database.write(other.order("lead.many")) as unit:
        await unit.session.execute(insert(Lead.__table__), [fresh] * 1_000)
        unit.touch("lead")
    await until(lambda: frozenset() in [one.ids for one in heard.heard if one.kind == "lead"])
    assert [one.ids for one in heard.heard if one.kind == "lead"] == [frozenset()]


async def test_lines_older_than_an_hour_are_trimmed_but_the_last(database: Database, workplace: Workplace) -> None:
    await add_leads(workplace, {}, {}, {})
    now = datetime.now(UTC)
    async with database.write(WriteOrder("test.age", None, now, record=False)) as unit:
        await unit.session.execute(update(ChangeFeed).values(at=now - timedelta(hours=2)))
    task = asyncio.create_task(Feed(database).run())

    counts: list[int] = []

    async def count() -> None:
        while 1 not in counts:
            async with database.read() as session:
                counts.append(await session.scalar(select(func.count()).select_from(ChangeFeed)) or 0)

    await asyncio.wait_for(count(), PATIENCE_S)
    pool = cast(QueuePool, database.engine.pool)
    await until(lambda: pool.checkedout() == 0)  # what trims has given its connection back
    await stopped(task)


async def test_a_reader_below_the_floor_asks_for_everything(heard: Listener, other: Workplace) -> None:
    if not other.database.is_sqlite:
        return  # there the time that has passed tells: see PostgresReader.read
    async with other.database.write(other.order("test.floor")) as unit:
        await unit.session.execute(insert(ChangeFeed).values(id=10**6, at=unit.at, kind="lead", ref=1, op="change"))
        await unit.session.execute(delete(ChangeFeed).where(ChangeFeed.id < 10**6))
    await until(lambda: {one.kind for one in heard.heard} >= set(Kind))


def test_lines_become_one_change_a_kind_and_employee() -> None:
    lines = [
        Line(1, "lead", 5, 7, "other"),
        Line(2, "lead", 6, 7, "other"),
        Line(3, "lead", 5, 8, "other"),
        Line(4, "activity", None, 7, "other"),
        Line(5, "activity", 9, 7, "other"),
        Line(6, "lead", 1, 7, "own"),
    ]
    found = {(one.kind, one.who): one.ids for one in changes_of(Batch(lines), "own")}
    assert found == {
        ("lead", 7): frozenset({5, 6}), ("lead", 8): frozenset({5}), ("activity", 7): frozenset(),
    }  # fmt: skip


async def test_a_lost_server_is_told_and_waited_for(
    cluster: object, database: Database, workplace: Workplace, database_kind: str
) -> None:
    if database_kind == "sqlite":
        return
    states: list[bool] = []
    listener = Listener(database)
    task = await started(Feed(database, on_state=states.append))
    async with database.engine.begin() as connection:
        await connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
    await until(lambda: states == [False, True])
    assert {one.kind for one in listener.heard} >= set(Kind)
    await stopped(task)


async def test_a_feed_that_is_ended_while_its_server_is_lost_ends(database: Database, workplace: Workplace) -> None:
    class Lost(Feed):
        async def _follow(self, _reader: object) -> None:
            try:
                await asyncio.sleep(PATIENCE_S)
            except asyncio.CancelledError:
                raise Offline("no_connection") from None  # as a driver says it whose connection is broken off

    task = await started(Lost(database))
    await asyncio.sleep(0)
    task.cancel()
    done, _ = await asyncio.wait([task], timeout=PATIENCE_S)
    assert done == {task}
    assert task.cancelled()


async def lead_from_a_new_source(other: Workplace, name: str) -> tuple[int, int]:
    """Another program adds a source and, a moment later, a lead that came from it; their numbers."""
    async with other.database.write(other.order("settings.source")) as unit:
        added = insert(Source).values(name=name, sort_key=name, position=50).returning(Source.id)
        source_id = int((await unit.session.execute(added)).scalar_one())
        unit.touch("settings")
    (lead,) = await add_leads(other, {"last_name": "Новый", "source_id": source_id})
    return lead, source_id


async def test_a_lead_whose_source_another_program_added_is_listed_with_its_name(
    database: Database, workplace: Workplace, other: Workplace
) -> None:
    heard: dict[int, str] = {}

    async def learn() -> None:
        async with database.read() as session:
            await workplace.registry.reload(session)

    def hear(changes: Changes) -> None:
        if changes.kind == "lead":
            heard.update(dict.fromkeys(changes.ids, list(workplace.registry.all.sources.values())[-1].name))

    database.listen(hear)
    task = await started(Feed(database, learn=learn))
    lead, source_id = await lead_from_a_new_source(other, "радио")
    await until(lambda: lead in heard)
    assert heard[lead] == "радио"
    assert await listed_source(workplace, lead) == (source_id, "радио")
    await stopped(task)


async def test_a_source_not_heard_of_yet_has_no_name_and_is_no_error(workplace: Workplace, other: Workplace) -> None:
    lead, source_id = await lead_from_a_new_source(other, "радио")
    assert await listed_source(workplace, lead) == (source_id, "")
    card = await open_services(workplace).leads.card(lead)
    assert card.values["source"] == source_id
    office = workplace.registry.all
    for entries in (office.stages, office.deal_types, office.places, office.employees):
        assert entries[-1].name == ""
        assert -1 not in entries


async def listed_source(workplace: Workplace, lead: int) -> tuple[object, str]:
    """What a list shows as the lead's source."""
    (row,) = await open_services(workplace).lists.rows("lead", [lead], ["source"])
    return row[1], workplace.registry.all.sources[int(str(row[1]))].name
