"""The order of deals is the office's: other orders, reasons left out, what only recordings bring."""

from datetime import timedelta

import pytest
from sqlalchemy import insert

from app.core.clock import FixedClock
from app.db.engine import Database
from app.models import Rule, Setting
from app.services.lists.queue import DEAL_ORDER, deal_order
from app.services.queue import WorkQueue
from app.services.recordings import SOURCE
from app.services.workplace import Workplace
from tests.services.lists.making import add_contacts, add_deals, line, plan
from tests.support.employees import past_policies
from tests.support.office import MANAGER, NOW, sit_down


async def with_settings(workplace: Workplace, **settings: object) -> Workplace:
    async with past_policies(workplace.database).write(workplace.order("test.settings")) as unit:
        for key, value in settings.items():
            await unit.session.execute(insert(Setting).values(key=key.replace("__", "."), value=value))
    return await sit_down(workplace.database, workplace.clock, MANAGER)


async def test_an_administrator_s_order_is_kept_and_what_it_leaves_out_stands_last(
    workplace: Workplace,
) -> None:
    (person,) = await add_contacts(workplace, {})
    overdue, idle, due = await add_deals(workplace, *({"contact_id": person, "last_contact_at": NOW} for _ in range(3)))
    await plan(workplace, NOW - timedelta(hours=1), deal_id=overdue)
    await plan(workplace, NOW + timedelta(minutes=5), deal_id=due)
    changed = await with_settings(workplace, **{DEAL_ORDER: ["no_activity", "gone", "due", "due"]})
    queue = WorkQueue(changed)
    strip = await queue.strip("deal")
    assert [(one.rank, one.reason, one.waiting) for one in strip.places] == [
        (1, "no_activity", 1), (2, "due", 2), (3, "rest", 0),
    ]  # fmt: skip
    item = await queue.next("deal")
    assert item is not None
    assert (item.ref.id, item.reason) == (idle, "no_activity")


@pytest.mark.parametrize("stored", [7, "x", [], ["x"]])
async def test_an_order_that_can_t_be_read_still_has_an_end(workplace: Workplace, stored: object) -> None:
    changed = await with_settings(workplace, **{DEAL_ORDER: stored})
    assert deal_order(changed.registry)[-1] == "rest"
    assert (await WorkQueue(changed).strip("deal")).waiting == 0


async def test_a_deal_without_a_recorded_conversation_comes_once_recordings_are_kept(
    database: Database, workplace: Workplace, clock: FixedClock
) -> None:
    (person,) = await add_contacts(workplace, {})
    spoken, silent = await add_deals(workplace, *({"contact_id": person} for _ in range(2)))
    for deal in (spoken, silent):
        await plan(workplace, NOW + timedelta(days=1), deal_id=deal)
    await line(workplace, "", deal_id=spoken, kind="call", params={"recording": 7})
    assert "unprocessed" not in deal_order(workplace.registry)
    changed = await with_settings(workplace, **{SOURCE: "pbx"})
    item = await WorkQueue(changed).next("deal")
    assert item is not None
    assert (item.ref.id, item.reason) == (silent, "unprocessed")
    async with database.write(workplace.order("test.rule")) as unit:
        await unit.session.execute(
            insert(Rule).values(code="conversation_recording", section="deal", mode="off", numbers={})
        )
    assert "unprocessed" not in deal_order((await sit_down(database, clock, MANAGER)).registry)


async def test_hearings_go_first_only_while_their_rule_holds(
    database: Database, workplace: Workplace, clock: FixedClock
) -> None:
    async with database.write(workplace.order("test.rule")) as unit:
        await unit.session.execute(insert(Rule).values(code="near_deadline", section="deal", mode="off", numbers={}))
    assert "deadline" not in deal_order((await sit_down(database, clock, MANAGER)).registry)
