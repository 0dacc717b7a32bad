"""Naming a colleague in a comment: offered and told are only those who may read the client."""

import pytest
from sqlalchemy import update

from app.core.errors import UserError
from app.core.kinds import TimelineKind
from app.db.engine import Database
from app.models import Employee, Lead
from app.services.notifications import Notifications
from app.services.records.activities import ClientRef
from app.services.records.notifications import NotificationKind, NotificationRecord
from tests.services.activities.making import Desk, beside, desk
from tests.services.clients.making import conversion, leads_of, ready_lead
from tests.support.office import ADMIN, EXECUTOR, MANAGER, SUPERVISOR, sit_down

HEAD, BOSS, OLGA = "Шарова Елена", "Дымов Андрей", "Кравцова Ольга"


@pytest.fixture
async def mine(database: Database) -> Desk:
    """The manager in front of a lead of hers."""
    return await desk(database)


async def told(one: Desk, login: str) -> tuple[NotificationRecord, ...]:
    """What the bell of a colleague has to say."""
    return await Notifications(await sit_down(one.workplace.database, one.workplace.clock, login)).collect()


async def named(one: Desk, name: str) -> int:
    return next(number for number, who in one.workplace.registry.all.employees.items() if who.name == name)


async def mentions(one: Desk) -> object:
    (line,) = await one.timeline.of_client(one.ref, {TimelineKind.COMMENT})
    return line.params.get("mentions")


async def test_colleagues_who_may_read_the_client_are_offered(mine: Desk) -> None:
    assert [one.name for one in await mine.timeline.mentionable(mine.ref)] == [BOSS, HEAD]
    assert [one.name for one in await (await beside(mine, ADMIN)).timeline.mentionable(mine.ref)] == [OLGA, HEAD]


async def test_who_left_or_lost_sight_of_the_client_is_not_offered(database: Database, mine: Desk) -> None:
    boss, other = await beside(mine, ADMIN), await named(mine, "Снегирёв Павел")
    async with database.write(boss.workplace.order("test.away")) as unit:
        await unit.session.execute(update(Lead).where(Lead.id == mine.ref.id).values(responsible_id=other))
    assert [one.name for one in await boss.timeline.mentionable(mine.ref)] == ["Снегирёв Павел"]
    with pytest.raises(UserError, match=r"not_allowed|not_found"):  # a server keeps it from her altogether
        await mine.timeline.mentionable(mine.ref)
    async with database.write(boss.workplace.order("test.left")) as unit:
        await unit.session.execute(update(Employee).where(Employee.id == other).values(active=False))
        await boss.workplace.registry.reload(unit.session)
    assert [one.name for one in await boss.timeline.mentionable(mine.ref)] == []


async def test_who_is_named_hears_of_it_and_reads_the_words(mine: Desk) -> None:
    await mine.timeline.add_comment(mine.ref, f"@{BOSS}, согласуйте скидку", [await named(mine, BOSS)])
    (one,) = await told(mine, ADMIN)
    assert (one.kind, one.actor_name, one.ref) == (NotificationKind.MENTION, OLGA, mine.ref)
    assert one.text == f"@{BOSS}, согласуйте скидку"
    assert one.client_name == "Гаврилова Нина"
    assert await told(mine, ADMIN) == ()


async def test_who_may_not_read_the_client_is_not_told(mine: Desk) -> None:
    people = [await named(mine, BOSS), await named(mine, "Снегирёв Павел")]
    await mine.timeline.add_comment(mine.ref, f"@{BOSS} и @Снегирёв Павел", people)
    assert await mentions(mine) == people[:1]
    assert await told(mine, EXECUTOR) == ()
    assert await told(mine, SUPERVISOR) == ()


async def test_who_is_named_in_the_correction_is_told_once(mine: Desk) -> None:
    line = await mine.timeline.add_comment(mine.ref, "Согласовать скидку")
    assert await told(mine, ADMIN) == ()
    boss = await named(mine, BOSS)
    for text in (f"Согласовать скидку, @{BOSS}", f"Согласовать скидку 5 %, @{BOSS}"):
        await mine.timeline.edit_comment(line, text, [boss])
        assert await mentions(mine) == [boss]
        assert len(await told(mine, ADMIN)) == (1 if "5" not in text else 0)
    await mine.timeline.edit_comment(line, "Скидки не будет")
    assert await mentions(mine) == []


async def test_the_manager_of_a_deals_lead_reads_what_mentions_her(mine: Desk) -> None:
    """She keeps reading the deal that was made of her lead, and so is offered and told."""
    made = await leads_of(mine.workplace).convert(await ready_lead(mine.workplace), conversion(mine.workplace))
    deal, executor = ClientRef("deal", made.deal_id), (await beside(mine, EXECUTOR)).timeline
    assert OLGA in [one.name for one in await executor.mentionable(deal)]
    await executor.add_comment(deal, f"@{OLGA}, как договаривались?", [await named(mine, OLGA)])
    mention = next(one for one in await told(mine, MANAGER) if one.kind is NotificationKind.MENTION)
    assert mention.text == f"@{OLGA}, как договаривались?"
    assert mention.client_name
