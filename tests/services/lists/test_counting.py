"""Totals, counters to the second, the queue and the agenda."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.db.engine import Database
from app.services.lists.service import Lists
from app.services.records.lists import AgendaCounts, Counters, Filter, Sort, Totals
from app.services.workplace import Workplace
from tests.services.lists.making import add_contacts, add_leads, plan
from tests.support.office import NOW, make_office

MIDNIGHT = datetime(2025, 11, 18, 21, tzinfo=UTC)
"""Of Moscow."""


async def test_totals_count_and_sum_currencies_apart(workplace: Workplace, lists: Lists) -> None:
    added = await add_leads(
        workplace, {"sum_amount": 100}, {"sum_amount": 250}, {"sum_amount": None},
        {"sum_amount": 500, "currency": "USD"}, {"sum_amount": 999, "stage": "refused"},
    )  # fmt: skip
    expected = Totals(4, (("RUB", Decimal("3.50")), ("USD", Decimal("5.00"))))
    assert await lists.totals("lead", Filter(preset="my_open")) == expected
    assert await lists.selection_totals("lead", added[:4]) == expected
    assert await lists.selection_totals("lead", []) == Totals(0, ())
    assert await lists.count("lead", Filter()) == 5


async def test_a_selection_of_thousands_is_summed(workplace: Workplace, lists: Lists) -> None:
    added = await add_leads(workplace, *({"sum_amount": 1} for _ in range(2_100)))
    assert await lists.selection_totals("lead", added) == Totals(2_100, (("RUB", Decimal("21.00")),))


async def test_contacts_are_counted_without_sums(workplace: Workplace, lists: Lists) -> None:
    await add_contacts(workplace, {"last_name": "А"})
    assert await lists.totals("contact", Filter()) == Totals(1, ())
    assert (await lists.counters("contact")).total == 0


async def test_each_open_record_counts_once_in_its_most_urgent_state(workplace: Workplace, lists: Lists) -> None:
    overdue, today, _idle, later, closed = await add_leads(workplace, {}, {}, {}, {}, {"stage": "refused"})
    for lead, starts_at in (
        (overdue, NOW - timedelta(minutes=1)), (overdue, NOW + timedelta(hours=1)), (today, NOW + timedelta(hours=3)),
        (later, MIDNIGHT), (closed, NOW - timedelta(days=2)),
    ):  # fmt: skip
        await plan(workplace, starts_at, lead_id=lead)
    assert await lists.counters("lead") == Counters(1, 1, 1, NOW + timedelta(hours=3))
    chips = {"overdue": [overdue], "today": [today], "none": [_idle]}
    for chip, expected in chips.items():
        found = await lists.ids("lead", Filter(preset="my_open", urgency=(chip,)), Sort("number"))
        assert found.tolist() == expected
    pressed = Filter(preset="my_open", urgency=("overdue",))
    assert await lists.counters("lead", pressed) == await lists.counters("lead")


async def test_an_activity_is_overdue_from_the_second_it_starts(database: Database) -> None:
    clock = FixedClock(NOW)
    workplace = await make_office(database, clock)
    lists = Lists(workplace)
    (lead,) = await add_leads(workplace, {})
    noon = NOW + timedelta(minutes=15)
    await plan(workplace, noon, lead_id=lead)
    for moment, expected in (
        (noon - timedelta(seconds=1), Counters(0, 1, 0, noon)),
        (noon, Counters(1, 0, 0, MIDNIGHT)),
    ):
        clock.move_to(moment)
        assert await lists.counters("lead") == expected
        assert await lists.counters("activity") == expected


async def test_tomorrow_begins_at_the_office_s_midnight(database: Database) -> None:
    clock = FixedClock(NOW)
    workplace = await make_office(database, clock)
    (lead,) = await add_leads(workplace, {})
    await plan(workplace, MIDNIGHT + timedelta(hours=2), lead_id=lead)
    assert await Lists(workplace).counters("lead") == Counters(0, 0, 0, MIDNIGHT)
    clock.move_to(MIDNIGHT)
    assert (await Lists(workplace).counters("lead")).today == 1


async def test_the_queue_counts_open_leads_by_rank(workplace: Workplace, lists: Lists) -> None:
    await add_leads(workplace, {"stage": "new"}, {"stage": "new"}, {"stage": "thinking"}, {"stage": "refused"})
    ranks = {code: workplace.registry.stage_by_code("lead", code).queue_rank for code in ("new", "thinking")}
    assert dict(await lists.queue("lead")) == {ranks["new"]: 2, ranks["thinking"]: 1}
    with pytest.raises(UserError, match="not_found"):
        await lists.queue("contact")


async def test_the_agenda_counts_its_groups(workplace: Workplace, lists: Lists) -> None:
    for starts_at in (
        NOW - timedelta(days=4), NOW, NOW + timedelta(hours=1), MIDNIGHT, MIDNIGHT + timedelta(hours=23),
        MIDNIGHT + timedelta(days=1),
    ):  # fmt: skip
        await plan(workplace, starts_at)
    await plan(workplace, NOW, state="done")
    mine = Filter(preset="my_open")
    assert await lists.agenda(mine) == AgendaCounts(2, 1, 2, NOW + timedelta(hours=1))
    assert len(await lists.ids("activity", mine, Sort("starts"))) == 6


async def test_what_was_done_today_is_a_filter(workplace: Workplace, lists: Lists) -> None:
    done = await plan(workplace, NOW, state="done", completed_at=NOW)
    await plan(workplace, NOW, state="done", completed_at=NOW - timedelta(days=1))
    assert (await lists.ids("activity", Filter(preset="done_today"), Sort("completed"))).tolist() == [done]


async def test_an_unknown_section_is_refused(lists: Lists) -> None:
    with pytest.raises(UserError, match="not_found"):
        await lists.ids("invoice", Filter(), Sort("name"))
