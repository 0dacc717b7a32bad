"""Broken and outlived parts of filters are left out with a warning; presets and people mean who asks."""

from datetime import timedelta

import pytest

from app.db.engine import Database
from app.services.lists.service import Lists
from app.services.records.lists import AnyOf, Condition, Filter, FilterWarning, Sort
from app.services.workplace import Workplace
from tests.services.lists.making import add_contacts, add_deals, add_leads, plan
from tests.support.office import MANAGER, NOW, SUPERVISOR, make_office, sit_down

GARBAGE: tuple[tuple[object, ...], ...] = (
    (), (None,), ("",), ("x",), (object(),), ([1],), ({},), (True,), (2**80,), (-1,), (1.5,), ("nan",), ("1e999",),
    (1, 2, 3), (None, None), ("9999-12-31",), ("2025-13-45",), ("last_days",), ("last_days", -1), ("last_days", 10**20),
    ("this_week", "x"), ("%_\"'*()",), ("я" * 10_000,), ("\x00",), ("me", "my_department", "you"),
)  # fmt: skip


@pytest.mark.parametrize("section", ["lead", "deal", "contact", "activity"])
async def test_no_values_make_a_filter_fail(workplace: Workplace, section: str) -> None:
    lists = Lists(workplace)
    for field in lists.filter_fields(section):
        for operator in field.operators:
            parts = tuple(Condition(field.code, operator, values) for values in GARBAGE)
            await lists.ids(section, Filter(conditions=(AnyOf(parts),)), Sort("number"))


async def test_what_is_unknown_is_left_out_with_a_warning(workplace: Workplace) -> None:
    lists = Lists(workplace)
    (lead,) = await add_leads(workplace, {"last_name": "Гаврилова"})
    chosen = Filter(
        preset="of_last_year",
        conditions=(
            Condition("deleted_field", "equals", (1,)),
            Condition("created", "resembles", ("today",)),
            Condition("created", "between", ("yesterday", "tomorrow")),
            AnyOf((Condition("gone", "empty"),)),
        ),
        urgency=("burning",),
    )
    assert lists.warnings("lead", chosen) == (
        FilterWarning("preset_unknown", "of_last_year"),
        FilterWarning("preset_unknown", "burning"),
        FilterWarning("field_unknown", "deleted_field", "equals"),
        FilterWarning("operator_unknown", "created", "resembles"),
        FilterWarning("value_unsuitable", "created", "between"),
        FilterWarning("field_unknown", "gone", "empty"),
    )
    assert (await lists.ids("lead", chosen, Sort("number"))).tolist() == [lead]
    assert (await lists.counters("lead", chosen)).none == 1


async def test_me_and_my_department_are_whoever_asks(database: Database) -> None:
    admin = await make_office(database)
    manager, supervisor = [await sit_down(database, admin.clock, login) for login in (MANAGER, SUPERVISOR)]
    mine, _ = await add_leads(
        admin, {"responsible_id": manager.actor.employee_id}, {"responsible_id": supervisor.actor.employee_id}
    )
    me = Filter(conditions=(Condition("responsible", "any_of", ("me",)),))
    department = Filter(conditions=(Condition("responsible", "any_of", ("my_department",)),))
    assert (await Lists(manager).ids("lead", me, Sort("number"))).tolist() == [mine]
    assert len(await Lists(supervisor).ids("lead", department, Sort("number"))) == 2
    assert len(await Lists(supervisor).ids("lead", me, Sort("number"))) == 1


async def test_lists_begin_with_my_items_and_a_supervisor_s_with_the_department_s(database: Database) -> None:
    admin = await make_office(database)
    manager, supervisor = [await sit_down(database, admin.clock, login) for login in (MANAGER, SUPERVISOR)]
    assert Lists(manager).default_preset("lead") == "my_open"
    assert Lists(supervisor).default_preset("lead") == "department_open"
    assert "department_open" not in Lists(manager).presets("lead")
    assert Lists(supervisor).presets("deal") == (
        "my_open", "department_open", "all_open", "without_activities", "overdue", "closed", "failed",
    )  # fmt: skip


async def test_presets_part_leads_by_stage_and_activity(workplace: Workplace) -> None:
    lists = Lists(workplace)
    idle, late, lost, won = await add_leads(
        workplace, {"stage": "new"}, {"stage": "new"}, {"stage": "refused"}, {"stage": "converted"}
    )
    await plan(workplace, NOW - timedelta(hours=1), lead_id=late)
    expected = {
        "my_open": [idle, late], "department_open": [idle, late], "all_open": [idle, late],
        "without_activities": [idle], "overdue": [late], "closed": [lost, won], "failed": [lost],
    }  # fmt: skip
    for preset, ids in expected.items():
        assert (await lists.ids("lead", Filter(preset=preset), Sort("number"))).tolist() == ids, preset


async def test_contacts_in_progress_have_an_open_lead_or_deal(workplace: Workplace) -> None:
    by_deal, by_lead, finished, alone = await add_contacts(workplace, *({"last_name": name} for name in "АБВГ"))
    await add_deals(workplace, {"contact_id": by_deal}, {"contact_id": finished, "stage": "won"})
    await add_leads(workplace, {"contact_id": by_lead}, {"contact_id": alone, "deleted_at": NOW})
    for preset in ("my_open", "all_open"):
        found = await Lists(workplace).ids("contact", Filter(preset=preset), Sort("number"))
        assert found.tolist() == [by_deal, by_lead]


async def test_a_text_and_a_condition_narrow_a_preset(workplace: Workplace) -> None:
    found, _other, _closed = await add_leads(
        workplace, {"last_name": "Гаврилова", "sum_amount": 500}, {"last_name": "Гаврилова", "sum_amount": 5},
        {"last_name": "Гаврилова", "sum_amount": 500, "stage": "refused"},
    )  # fmt: skip
    chosen = Filter("all_open", "гаврил", (Condition("sum", "after", ("1,5",)),))
    assert (await Lists(workplace).ids("lead", chosen, Sort("name"))).tolist() == [found]


async def test_conditions_of_a_preset_find_what_the_preset_finds(database: Database) -> None:
    admin = await make_office(database)
    manager = await sit_down(database, admin.clock, MANAGER)
    mine = {"responsible_id": manager.actor.employee_id}
    idle, late, _, _ = await add_leads(
        admin, {"stage": "new", **mine}, {"stage": "new"}, {"stage": "refused", **mine}, {"stage": "converted"}
    )
    await plan(admin, NOW - timedelta(hours=1), lead_id=late)
    contacts = await add_contacts(admin, {"last_name": "А"}, {"last_name": "Б", **mine})
    await add_deals(admin, {"contact_id": contacts[0]}, {"contact_id": contacts[1], "stage": "won", **mine})
    for workplace in (admin, manager):
        lists = Lists(workplace)
        for section in ("lead", "deal", "contact"):
            for preset in lists.presets(section):
                asked = Filter(conditions=lists.preset_conditions(section, preset))
                assert asked != Filter()
                expected = await lists.ids(section, Filter(preset=preset), Sort("number"))
                assert (await lists.ids(section, asked, Sort("number"))).tolist() == expected.tolist(), preset
    assert idle


async def test_department_means_those_who_work_there(database: Database) -> None:
    admin = await make_office(database)
    manager, supervisor = [await sit_down(database, admin.clock, login) for login in (MANAGER, SUPERVISOR)]
    people = [{"responsible_id": one.actor.employee_id} for one in (admin, manager, supervisor)]
    _, *sales = await add_leads(admin, *people)
    asked = Filter(conditions=(Condition("responsible", "any_of", (f"department:{manager.actor.department_id}",)),))
    assert (await Lists(admin).ids("lead", asked, Sort("number"))).tolist() == sales
    gone = Filter(conditions=(Condition("responsible", "any_of", ("department:999",)),))
    assert Lists(admin).warnings("lead", gone)[0].code == "value_gone"


async def test_deal_made_of_a_lead_and_what_is_left_to_pay_are_asked(workplace: Workplace) -> None:
    lead, _ = await add_leads(workplace, {"last_name": "А"}, {"last_name": "Б"})
    (contact,) = await add_contacts(workplace, {"last_name": "А"})
    deal, paid = await add_deals(
        workplace,
        {"contact_id": contact, "lead_id": lead, "amount": 100_00, "next_payment_on": NOW.date() - timedelta(days=1)},
        {"contact_id": contact, "amount": 100_00, "next_payment_on": None},
    )
    for section, condition, expected in (
        ("lead", Condition("deal", "filled"), [lead]),
        ("deal", Condition("lead", "empty"), [paid]),
        ("deal", Condition("payment_overdue", "equals", (True,)), [deal]),
        ("deal", Condition("left", "between", (100, None)), [deal, paid]),
        ("deal", Condition("left", "after", (100,)), []),
    ):
        found = await Lists(workplace).ids(section, Filter(conditions=(condition,)), Sort("number"))
        assert found.tolist() == expected, condition
