"""The columns of the kanban: which stages, in which order their cards stand, what they sum."""

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import update

from app.core.errors import UserError
from app.db.engine import Database
from app.models import Stage
from app.services.boards import Boards
from app.services.boards.service import MOST_PLACED
from app.services.preferences import Preferences
from app.services.records.boards import CardOrder, StageColumn
from app.services.records.lists import Filter
from app.services.workplace import Workplace
from tests.services.lists.making import add_contacts, add_deals, add_leads, plan
from tests.support.office import MANAGER, NOW, sit_down

EVERYTHING = Filter()
WORKING = ("new", "no_answer", "scheduling", "meeting_set", "thinking", "partial_payment")


async def _column(
    boards: Boards, workplace: Workplace, code: str, order: CardOrder = "activity", chosen: Filter = EVERYTHING
) -> StageColumn:
    stage = workplace.registry.stage_by_code("lead", code)
    return next(one for one in await boards.columns("lead", chosen, order) if one.stage_id == stage.id)


def _codes(workplace: Workplace, columns: tuple[StageColumn, ...]) -> tuple[str, ...]:
    return tuple(workplace.registry.stage(one.stage_id).code for one in columns)


async def test_an_empty_office_shows_its_working_stages_in_order(workplace: Workplace, boards: Boards) -> None:
    columns = await boards.columns("lead", EVERYTHING, "activity")
    assert _codes(workplace, columns) == WORKING
    assert all(len(one.ids) == 0 and one.sums == () for one in columns)


async def test_columns_hold_count_and_sums_by_currency(workplace: Workplace, boards: Boards) -> None:
    await add_leads(
        workplace,
        {"sum_amount": 100_00},
        {"sum_amount": 50_50},
        {"sum_amount": 7_00, "currency": "USD"},
        {"sum_amount": None},
        {"stage": "thinking"},
    )
    column = await _column(boards, workplace, "new")
    assert len(column.ids) == 4
    assert column.sums == (("RUB", Decimal("150.50")), ("USD", Decimal(7)))
    assert (await _column(boards, workplace, "thinking")).sums == ()


async def test_closed_stages_stand_behind_where_the_filter_finds_something(
    workplace: Workplace, boards: Boards
) -> None:
    await add_leads(workplace, {}, {"stage": "refused"})
    assert _codes(workplace, await boards.columns("lead", EVERYTHING, "activity")) == (*WORKING, "refused")
    assert _codes(workplace, await boards.columns("lead", Filter(preset="all_open"), "activity")) == WORKING
    assert _codes(workplace, await boards.columns("lead", Filter(preset="failed"), "activity")) == ("refused",)


async def test_a_deleted_stage_stays_as_long_as_something_stands_on_it(
    database: Database, workplace: Workplace, boards: Boards
) -> None:
    await add_leads(workplace, {"stage": "thinking"})
    thinking = workplace.registry.stage_by_code("lead", "thinking")
    async with database.write(workplace.order("test.stage")) as unit:
        await unit.session.execute(update(Stage).where(Stage.id == thinking.id).values(deleted_at=NOW))
    async with database.read() as session:
        await workplace.registry.reload(session)
    shown = _codes(workplace, await boards.columns("lead", EVERYTHING, "activity"))
    assert shown == ("new", "no_answer", "scheduling", "meeting_set", "partial_payment", "thinking")


async def test_what_presses_stands_first_then_what_waits_for_a_plan_then_what_comes_later(
    workplace: Workplace, boards: Boards
) -> None:
    later, none, today, overdue, newer_none = await add_leads(
        workplace, {}, {}, {}, {}, {"created_at": NOW - timedelta(hours=1)}
    )
    for lead, distance in ((later, timedelta(days=2)), (today, timedelta(hours=3)), (overdue, -timedelta(hours=5))):
        await plan(workplace, NOW + distance, lead_id=lead)
    column = await _column(boards, workplace, "new")
    assert column.ids.tolist() == [overdue, today, none, newer_none, later]
    assert column.planned.tolist() == [True, True, False, False, True]


async def test_of_closed_cards_those_in_touch_last_stand_first(workplace: Workplace, boards: Boards) -> None:
    never, long_ago, lately = await add_leads(
        workplace,
        {"stage": "refused"},
        {"stage": "refused", "last_contact_at": NOW - timedelta(days=9)},
        {"stage": "refused", "last_contact_at": NOW - timedelta(days=1)},
    )
    for order in ("activity", "date", "hand"):
        found = await _column(boards, workplace, "refused", order)  # type: ignore[arg-type]  # the words of CardOrder
        assert found.ids.tolist() == [lately, long_ago, never]


async def test_by_date_the_newest_stand_first(workplace: Workplace, boards: Boards) -> None:
    old, new, twin = await add_leads(
        workplace, {"created_at": NOW - timedelta(days=9)}, {"created_at": NOW}, {"created_at": NOW}
    )
    assert (await _column(boards, workplace, "new", "date")).ids.tolist() == [twin, new, old]


async def test_cards_laid_by_hand_stand_first_and_only_for_who_laid_them(
    database: Database, workplace: Workplace, boards: Boards
) -> None:
    a, b, c, d = await add_leads(workplace, {}, {}, {}, {})
    stage = workplace.registry.stage_by_code("lead", "new").id
    await boards.place("lead", stage, (d, 999_999, b, d))
    assert (await _column(boards, workplace, "new", "hand")).ids.tolist() == [d, b, a, c]
    assert (await _column(boards, workplace, "new", "activity")).ids.tolist() == [a, b, c, d]
    manager = await sit_down(database, workplace.clock, MANAGER)
    await Preferences(manager).set("board.lead.hand", {"x": 1, str(stage): "rubbish"})
    assert len(await Boards(manager, Preferences(manager)).columns("lead", EVERYTHING, "hand")) == len(WORKING)


async def test_a_card_laid_higher_leaves_the_others_in_their_places(workplace: Workplace, boards: Boards) -> None:
    a, b, c, d = await add_leads(workplace, {}, {}, {}, {})
    stage = workplace.registry.stage_by_code("lead", "new").id
    await boards.place("lead", stage, (a, d, c))
    await boards.place("lead", stage, (c,))
    assert (await _column(boards, workplace, "new", "hand")).ids.tolist() == [c, a, d, b]


async def test_only_as_many_places_are_kept_as_somebody_can_have_laid(workplace: Workplace, boards: Boards) -> None:
    stage = workplace.registry.stage_by_code("lead", "new").id
    await boards.place("lead", stage, range(1, MOST_PLACED + 50))
    stored = await Preferences(workplace).get("board.lead.hand")
    assert stored == {str(stage): list(range(1, MOST_PLACED + 1))}


async def test_a_manager_sees_own_cards_alone(database: Database, workplace: Workplace) -> None:
    manager = await sit_down(database, workplace.clock, MANAGER)
    mine, _other = await add_leads(workplace, {"responsible_id": manager.actor.employee_id}, {})
    column = await _column(Boards(manager, Preferences(manager)), manager, "new")
    assert column.ids.tolist() == [mine]


async def test_the_filter_and_the_bin_are_the_lists_own(workplace: Workplace, boards: Boards) -> None:
    _gone, kept, _other = await add_leads(
        workplace,
        {"last_name": "Белов", "deleted_at": NOW},
        {"last_name": "Белов"},
        {"last_name": "Орлов"},
    )
    found = await _column(boards, workplace, "new", chosen=Filter(text="белов"))
    assert found.ids.tolist() == [kept]


async def test_deals_have_columns_and_contacts_have_none(workplace: Workplace, boards: Boards) -> None:
    (contact,) = await add_contacts(workplace, {"last_name": "Ким"})
    (deal,) = await add_deals(workplace, {"contact_id": contact, "sum_amount": 190_000_00})
    first = (await boards.columns("deal", EVERYTHING, "activity"))[0]
    assert (first.ids.tolist(), first.sums) == ([deal], (("RUB", Decimal(190_000)),))
    with pytest.raises(UserError, match="not_found"):
        await boards.columns("contact", EVERYTHING, "activity")
