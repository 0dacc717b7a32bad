"""The id vector: order, empties, ties, dictionaries, the queue; rights and the bin."""

from datetime import date, timedelta

import numpy as np
import pytest

from app.db.engine import Database
from app.services.lists.service import Lists
from app.services.records.lists import Filter, Sort
from app.services.workplace import Workplace
from tests.services.lists.making import add_contacts, add_deals, add_leads, plan
from tests.support.office import MANAGER, NOW, SUPERVISOR, make_office, sit_down

EVERYTHING = Filter()


async def names(lists: Lists, sort: Sort, chosen: Filter = EVERYTHING, section: str = "lead") -> list[str]:
    found = await lists.ids(section, chosen, sort)
    return [row[1].name for row in await lists.rows(section, found, ("name",))]  # type: ignore[attr-defined]  # the cell of a name


async def test_ids_are_a_vector_of_64_bit_numbers(workplace: Workplace, lists: Lists) -> None:
    added = await add_leads(workplace, {"last_name": "Б"}, {"last_name": "А"})
    found = await lists.ids("lead", EVERYTHING, Sort("name"))
    assert found.dtype == np.int64
    assert found.tolist() == [added[1], added[0]]


async def test_an_empty_result_is_an_empty_vector(lists: Lists) -> None:
    for column in ("name", "stage", "queue", "created", "sum"):
        assert len(await lists.ids("lead", EVERYTHING, Sort(column))) == 0


async def test_names_sort_with_yo_as_ye_and_nameless_ones_last_in_both_directions(
    workplace: Workplace, lists: Lists
) -> None:
    await add_leads(
        workplace, {"last_name": ""}, {"last_name": "Жуков"}, {"last_name": "Ёлкин"}, {"last_name": "елин"},
        {"last_name": "Зимин"},
    )  # fmt: skip
    assert await names(lists, Sort("name")) == ["елин", "Ёлкин", "Жуков", "Зимин", ""]
    assert await names(lists, Sort("name", descending=True)) == ["Зимин", "Жуков", "Ёлкин", "елин", ""]


@pytest.mark.parametrize("chosen", [EVERYTHING, Filter(preset="all_open")], ids=["whole", "filtered"])
async def test_sums_sort_empties_last_and_ties_by_id(workplace: Workplace, lists: Lists, chosen: Filter) -> None:
    a, b, c, d, e = await add_leads(
        workplace, {"sum_amount": 300}, {"sum_amount": None}, {"sum_amount": 100}, {"sum_amount": 300},
        {"sum_amount": None},
    )  # fmt: skip
    assert (await lists.ids("lead", chosen, Sort("sum"))).tolist() == [c, a, d, b, e]
    assert (await lists.ids("lead", chosen, Sort("sum", descending=True))).tolist() == [d, a, c, e, b]


async def test_stages_sort_in_the_order_of_the_office(workplace: Workplace, lists: Lists) -> None:
    a, b, c, d = await add_leads(
        workplace, {"stage": "refused"}, {"stage": "thinking"}, {"stage": "new"}, {"stage": "new"}
    )
    assert (await lists.ids("lead", EVERYTHING, Sort("stage"))).tolist() == [c, d, b, a]
    assert (await lists.ids("lead", EVERYTHING, Sort("stage", descending=True))).tolist() == [a, b, d, c]


async def test_sources_sort_by_their_dictionary_and_none_comes_last(workplace: Workplace, lists: Lists) -> None:
    first, second = list(workplace.registry.all.sources)[:2]
    a, b, c = await add_leads(workplace, {"source_id": second}, {"source_id": None}, {"source_id": first})
    assert (await lists.ids("lead", EVERYTHING, Sort("source"))).tolist() == [c, a, b]
    assert (await lists.ids("lead", EVERYTHING, Sort("source", descending=True))).tolist() == [a, c, b]


async def test_custom_fields_sort_through_their_slots(workplace: Workplace, lists: Lists) -> None:
    field = next(one for one in workplace.registry.fields("lead") if one.slot and one.slot.startswith("n"))
    assert field.slot is not None
    a, b, c = await add_leads(workplace, {field.slot: 5}, {field.slot: None}, {field.slot: 2})
    assert (await lists.ids("lead", EVERYTHING, Sort(field.code))).tolist() == [c, a, b]
    assert (await lists.ids("lead", EVERYTHING, Sort(field.code, descending=True))).tolist() == [a, c, b]


async def test_a_sort_by_a_column_that_is_gone_shows_the_newest_first(workplace: Workplace, lists: Lists) -> None:
    added = await add_leads(workplace, {}, {}, {})
    assert (await lists.ids("lead", EVERYTHING, Sort("removed_field"))).tolist() == added[::-1]


async def test_leads_queue_by_stage_then_due_time_then_age(workplace: Workplace, lists: Lists) -> None:
    old, young, overdue, today, idle, later, closed = await add_leads(
        workplace,
        {"stage": "new", "created_at": NOW - timedelta(days=3)},
        {"stage": "new", "created_at": NOW - timedelta(days=1)},
        {"stage": "thinking"}, {"stage": "thinking"}, {"stage": "thinking"}, {"stage": "thinking"},
        {"stage": "refused"},
    )  # fmt: skip
    await plan(workplace, NOW + timedelta(hours=3), lead_id=today)
    await plan(workplace, NOW - timedelta(hours=3), lead_id=overdue)
    await plan(workplace, NOW + timedelta(days=3), lead_id=later)
    expected = [old, young, overdue, today, idle, later, closed]
    for chosen in (EVERYTHING, Filter(preset="all_open")):
        whole = expected if chosen is EVERYTHING else expected[:-1]
        assert (await lists.ids("lead", chosen, Sort("queue"))).tolist() == whole


async def test_deals_queue_in_the_order_of_the_guide(workplace: Workplace, lists: Lists) -> None:
    (contact,) = await add_contacts(workplace, {"last_name": "Клычкова"})
    row = {"contact_id": contact}
    long_ago = {**row, "last_contact_at": NOW - timedelta(days=9)}
    later, older, idle, today, unpaid, hearing, overdue = await add_deals(
        workplace, {**row, "last_contact_at": NOW - timedelta(days=2)}, long_ago, row, row,
        {**row, "next_payment_on": date(2025, 11, 17)}, row, row,
    )  # fmt: skip
    week = NOW + timedelta(days=7)
    for deal in (later, older, unpaid):
        await plan(workplace, week, deal_id=deal)
    await plan(workplace, NOW + timedelta(hours=2), deal_id=today)
    await plan(workplace, NOW + timedelta(days=2), deal_id=hearing, kind="other", subject="Заседание")
    await plan(workplace, NOW - timedelta(hours=1), deal_id=overdue)
    expected = [overdue, hearing, unpaid, today, idle, older, later]
    assert (await lists.ids("deal", EVERYTHING, Sort("queue"))).tolist() == expected
    ranks = [row[1] for row in await lists.rows("deal", expected, ("queue",))]
    assert ranks == [1, 2, 3, 4, 5, 6, 6]


async def test_the_bin_is_in_no_list(workplace: Workplace, lists: Lists) -> None:
    kept, _gone = await add_leads(workplace, {}, {"deleted_at": NOW})
    assert (await lists.ids("lead", EVERYTHING, Sort("created"))).tolist() == [kept]


async def test_everyone_sees_what_their_rights_reach(database: Database) -> None:
    admin = await make_office(database)
    manager = await sit_down(database, admin.clock, MANAGER)
    supervisor = await sit_down(database, admin.clock, SUPERVISOR)
    own, foreign = await add_leads(
        admin, {"responsible_id": manager.actor.employee_id}, {"responsible_id": admin.actor.employee_id}
    )
    for workplace, expected in ((manager, [own]), (supervisor, [own]), (admin, [own, foreign])):
        assert (await Lists(workplace).ids("lead", EVERYTHING, Sort("number"))).tolist() == expected
        rows = await Lists(workplace).rows("lead", [own, foreign], ())
        assert [row[0] for row in rows] == expected


async def test_a_lead_s_responsible_keeps_reading_the_deal_and_its_contact(database: Database) -> None:
    admin = await make_office(database)
    manager = await sit_down(database, admin.clock, MANAGER)
    mine, other = await add_contacts(admin, {"last_name": "Свой"}, {"last_name": "Чужой"})
    deal, _other = await add_deals(
        admin, {"contact_id": mine, "lead_responsible_id": manager.actor.employee_id}, {"contact_id": other}
    )
    assert (await Lists(manager).ids("deal", EVERYTHING, Sort("number"))).tolist() == [deal]
    assert (await Lists(manager).ids("contact", EVERYTHING, Sort("name"))).tolist() == [mine]


async def test_the_first_ids_begin_the_whole_vector(workplace: Workplace, lists: Lists) -> None:
    await add_leads(workplace, *({"sum_amount": n % 3 or None} for n in range(9)))
    for sort in (Sort("sum"), Sort("sum", descending=True), Sort("created", descending=True), Sort("queue")):
        first = await lists.first_ids("lead", EVERYTHING, sort, 7)
        assert first is not None
        assert first.tolist() == (await lists.ids("lead", EVERYTHING, sort)).tolist()[:7]
    assert await lists.first_ids("lead", Filter(preset="my_open"), Sort("sum")) is None


async def test_the_newest_in_which_words_are_found_come_before_the_whole_vector(
    workplace: Workplace, lists: Lists
) -> None:
    names = ({"last_name": "Чернова" if n % 2 else "Белова", "first_name": "Анна"} for n in range(9))
    await add_leads(workplace, *names, {"last_name": "Чернова", "deleted_at": workplace.now()})
    newest = Sort("number", descending=True)
    for words in ("чернова", "анна чернова", "чернова ан", "ъъщщ"):
        first = await lists.first_ids("lead", Filter(text=words), newest, 3)
        assert first is not None
        assert first.tolist() == (await lists.ids("lead", Filter(text=words), newest)).tolist()[:3]
    assert await lists.first_ids("lead", Filter(text="ан"), newest, 3) is None
    assert await lists.first_ids("lead", Filter(preset="my_open", text="чернова"), newest, 3) is None
    assert await lists.first_ids("lead", Filter(text="чернова"), Sort("created"), 3) is None


async def test_a_vector_longer_than_one_piece_keeps_every_id(workplace: Workplace, lists: Lists) -> None:
    added = await add_leads(workplace, {})
    number = 10**12  # long ids make long blobs
    await add_leads(workplace, *({"id": number + n} for n in range(6_000)))
    expected = [*added, *range(number, number + 6_000)]
    assert (await lists.ids("lead", EVERYTHING, Sort("number"))).tolist() == expected
    assert (await lists.ids("lead", EVERYTHING, Sort("stage"))).tolist() == expected
