"""The bell: what others did with what is mine, told once on whichever workstation, read on all."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from sqlalchemy import update

from app.core.clock import FixedClock
from app.core.kinds import ActivityKind
from app.db.engine import Database
from app.db.opening import open_database
from app.models import Lead
from app.services.activities.changing import draft_of
from app.services.notifications import Notifications
from app.services.notifications.finding import is_mentioned
from app.services.records.activities import Completion
from app.services.records.notifications import (
    DEFAULT_WAYS,
    NotificationGroup,
    NotificationKind,
    NotificationRecord,
    Ways,
)
from tests.services.activities.making import Desk, beside, desk, moscow
from tests.services.clients.making import leads_of, new_lead, stage_id
from tests.support.office import ADMIN, MANAGER, sit_down

OLGA, DYMOV = "Кравцова Ольга", "Дымов Андрей"


@pytest.fixture
async def mine(database: Database) -> Desk:
    """The manager at her desk, with a lead of hers."""
    return await desk(database)


@pytest.fixture
async def boss(mine: Desk) -> Desk:
    """The administrator in front of the same lead."""
    return await beside(mine, ADMIN)


@pytest.fixture
def bell(mine: Desk) -> Notifications:
    return Notifications(mine.workplace)


@pytest.fixture
async def elsewhere(mine: Desk, database_url: str) -> AsyncIterator[Notifications]:
    """The manager's second workstation."""
    database = await open_database(database_url)
    yield Notifications(await sit_down(database, mine.workplace.clock, MANAGER))
    await database.close()


def kinds(found: tuple[NotificationRecord, ...]) -> list[NotificationKind]:
    return [one.kind for one in found]


async def test_what_i_do_myself_is_no_news(mine: Desk, bell: Notifications) -> None:
    await mine.timeline.add_comment(mine.ref, "Перезвонить завтра")
    await mine.plan()
    assert await bell.collect() == ()
    assert (await bell.unread()).total == 0


async def test_stage_moved_by_another_is_told_with_names(mine: Desk, boss: Desk, bell: Notifications) -> None:
    stage = stage_id(mine.workplace, "no_answer")
    await leads_of(boss.workplace).move(mine.ref.id, stage)
    (one,) = await bell.collect()
    assert (one.kind, one.actor_name, one.client_name) == (NotificationKind.STAGE, DYMOV, "Гаврилова Нина")
    assert (one.ref, one.stage_id, one.read) == (mine.ref, stage, False)
    assert await bell.collect() == ()


async def test_lead_and_activity_given_by_another(mine: Desk, boss: Desk, bell: Notifications) -> None:
    given = await leads_of(boss.workplace).create(new_lead(boss.workplace, last_name="Остапенко"))
    await leads_of(boss.workplace).assign(given, mine.workplace.actor.employee_id)
    await boss.activities.plan(boss.draft(responsible_id=mine.workplace.actor.employee_id, subject="Заказать справку"))
    lead, activity = await bell.collect()
    assert kinds((lead, activity)) == [NotificationKind.ASSIGNED] * 2
    assert lead.ref is not None
    assert (lead.ref.id, lead.activity_id) == (given, None)
    assert activity.subject == "Заказать справку"
    counted = (await bell.unread()).groups
    assert counted[NotificationGroup.CLIENTS] == 2


async def test_many_records_given_at_once_are_one_line(mine: Desk, boss: Desk, bell: Notifications) -> None:
    ids = [await leads_of(boss.workplace).create(new_lead(boss.workplace)) for _ in range(6)]
    me = mine.workplace.actor.employee_id
    async with boss.workplace.database.write(boss.workplace.order("lead.assign_many")) as unit:
        await unit.session.execute(update(Lead).where(Lead.id.in_(ids)).values(responsible_id=me))
    (one,) = await bell.collect()
    assert (one.kind, one.count, one.ref) == (NotificationKind.ASSIGNED, 6, None)


async def test_what_reproduces_a_state_tells_nobody(mine: Desk, boss: Desk, bell: Notifications) -> None:
    me = mine.workplace.actor.employee_id
    lead_id = await leads_of(boss.workplace).create(new_lead(boss.workplace))
    for kind, undoes in (("import.write", None), ("lead.assign", "earlier")):
        async with boss.workplace.database.write(boss.workplace.order(kind, undoes=undoes)) as unit:
            await unit.session.execute(update(Lead).where(Lead.id == lead_id).values(responsible_id=me))
    assert await bell.collect() == ()


async def test_comments_on_my_clients_and_words_to_me(mine: Desk, boss: Desk, bell: Notifications) -> None:
    await boss.timeline.add_comment(mine.ref, "Просит рассрочку")
    await boss.timeline.add_comment(mine.ref, "@Кравцова Ольга, проверь анкету")
    comment, mention = await bell.collect()
    assert kinds((comment, mention)) == [NotificationKind.COMMENT, NotificationKind.MENTION]
    assert comment.text == "Просит рассрочку"
    supervisor = Notifications(boss.workplace)
    assert await supervisor.collect() == ()


async def test_meeting_confirmed_by_another(mine: Desk, boss: Desk, bell: Notifications) -> None:
    meeting = await mine.plan(kind=ActivityKind.MEETING, subject="Встреча в офисе", minutes=60)
    await boss.activities.confirm(meeting.id, meeting.version)
    (one,) = await bell.collect()
    assert (one.kind, one.subject, one.starts_at) == (NotificationKind.CONFIRMED, "Встреча в офисе", meeting.starts_at)


async def test_overdue_comes_at_its_minute_and_goes_once_done(mine: Desk, bell: Notifications) -> None:
    planned = await mine.plan(starts_at=moscow(18, 12))
    assert await bell.next_moment() == moscow(18, 12)
    clock = mine.workplace.clock
    assert isinstance(clock, FixedClock)
    clock.move_to(moscow(18, 12))
    (one,) = await bell.collect()
    assert (one.kind, one.activity_id, one.at) == (NotificationKind.OVERDUE, planned.id, moscow(18, 12))
    await mine.activities.complete(planned.id, planned.version, Completion("talked", "Придёт"))
    await bell.collect()
    assert (await bell.unread()).total == 0


async def test_moved_and_overdue_again_it_is_told_again(mine: Desk, bell: Notifications) -> None:
    planned = await mine.plan(starts_at=moscow(18, 12))
    clock = mine.workplace.clock
    assert isinstance(clock, FixedClock)
    clock.move_to(moscow(18, 12, 1))
    await bell.collect()
    moved = replace(draft_of(planned), starts_at=moscow(18, 13))
    await mine.activities.change(planned.id, planned.version, moved)
    assert await bell.collect() == ()
    clock.move_to(moscow(18, 13))
    assert kinds(await bell.collect()) == [NotificationKind.OVERDUE]


async def test_two_workstations_tell_one_thing_once(
    mine: Desk, boss: Desk, bell: Notifications, elsewhere: Notifications
) -> None:
    for number in range(5):
        await boss.timeline.add_comment(mine.ref, f"Замечание {number}")
    told = await asyncio.gather(bell.collect(), elsewhere.collect(), bell.collect(), elsewhere.collect())
    ids = [one.id for found in told for one in found]
    assert len(ids) == len(set(ids)) == 5
    assert (await elsewhere.unread()).total == 5


async def test_read_here_is_read_there(mine: Desk, boss: Desk, bell: Notifications, elsewhere: Notifications) -> None:
    for text in ("Первое", "Второе", "Третье"):
        await boss.timeline.add_comment(mine.ref, text)
    first, second, _ = await bell.collect()
    await bell.mark([first.id, second.id], read=True)
    assert (await elsewhere.unread()).total == 1
    await elsewhere.mark([first.id], read=False)
    assert {one.id for one in await bell.page() if one.read} == {second.id}
    await bell.read_all()
    assert await elsewhere.page(unread_only=True) == ()


async def test_list_is_filtered_by_group_newest_first(mine: Desk, boss: Desk, bell: Notifications) -> None:
    await boss.timeline.add_comment(mine.ref, "Первое")
    await leads_of(boss.workplace).move(mine.ref.id, stage_id(mine.workplace, "no_answer"))
    await boss.timeline.add_comment(mine.ref, "Второе")
    await bell.collect()
    assert [one.text for one in await bell.page(NotificationGroup.COLLEAGUES)] == ["Второе", "Первое"]
    assert kinds(await bell.page(NotificationGroup.CLIENTS)) == [NotificationKind.STAGE]


async def test_kinds_reach_me_as_i_set_them(mine: Desk, boss: Desk, bell: Notifications) -> None:
    off, no_bell = Ways(bell=False), Ways(bell=False, popup=True)
    await bell.set_ways({**DEFAULT_WAYS, NotificationKind.COMMENT: off, NotificationKind.MENTION: no_bell})
    await boss.timeline.add_comment(mine.ref, "Просит рассрочку")
    await boss.timeline.add_comment(mine.ref, "@Кравцова посмотри")
    assert kinds(await bell.collect()) == [NotificationKind.MENTION]
    assert (await bell.unread()).total == 0
    assert await bell.page() == ()


async def test_nobody_reads_another_ones_notifications(mine: Desk, boss: Desk, bell: Notifications) -> None:
    await boss.timeline.add_comment(mine.ref, "Первое")
    (one,) = await bell.collect()
    other = Notifications(boss.workplace)
    await other.mark([one.id], read=True)
    await other.read_all()
    assert (await bell.unread()).total == 1


def test_a_name_is_a_mention_only_as_a_whole() -> None:
    people = {3: OLGA, 4: "Кравцова Анна", 5: ""}
    assert is_mentioned("ну, @кравцова, как?", {}, 3, people)
    assert is_mentioned("@Кравцова Ольга", {}, 3, people)
    assert is_mentioned("", {"mentions": [3]}, 3, people)
    assert not is_mentioned("@Кравцовалл и @Кравцовас", {}, 3, people)
    assert not is_mentioned("Кравцова", {"mentions": [4]}, 3, people)
    assert not is_mentioned("@", {}, 5, people)


def test_a_chosen_name_is_nobody_elses_of_the_same_last_name() -> None:
    people = {3: OLGA, 4: "Кравцова Анна"}
    chosen = {"mentions": [4]}
    assert not is_mentioned("@Кравцова Анна, проверь", chosen, 3, people)
    assert is_mentioned("@Кравцова Анна, спроси @Кравцова", chosen, 3, people)
