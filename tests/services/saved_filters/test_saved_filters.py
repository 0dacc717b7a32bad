"""Saved filters: whose they are, who is offered them, in which order, and what becomes of outlived ones."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from app.core.errors import UserError
from app.db.engine import Database
from app.models import SavedFilter
from app.services.lists.service import Lists
from app.services.preferences import Preferences
from app.services.records.lists import Condition, Filter, FilterWarning
from app.services.records.saved_filters import NamedFilter, Share
from app.services.saved_filters import SavedFilters
from app.services.workplace import Workplace
from tests.support.employees import past_policies
from tests.support.office import EXECUTOR, MANAGER, SUPERVISOR, make_office, sit_down

MOSCOW = Filter(text="нина", conditions=(Condition("city", "contains", ("Москва",)),), urgency=("today",))


def saved_filters(workplace: Workplace) -> SavedFilters:
    return SavedFilters(workplace, Preferences(workplace), Lists(workplace))


@pytest.fixture
async def admin(database: Database) -> Workplace:
    return await make_office(database)


async def named(workplace: Workplace) -> dict[str, NamedFilter]:
    return {one.name or one.key: one for one in await saved_filters(workplace).offered("lead")}


async def test_filter_comes_back_under_its_name_behind_the_ready_ones(admin: Workplace) -> None:
    key = await saved_filters(admin).save("lead", "  Москва  ", MOSCOW)
    offered = await saved_filters(admin).offered("lead")
    assert [one.key for one in offered] == [*Lists(admin).presets("lead"), key]
    assert (offered[-1].name, offered[-1].filter, offered[-1].share) == ("Москва", MOSCOW, Share.MINE)
    assert await saved_filters(admin).offered("contact") != offered


async def test_own_filter_is_nobody_elses_and_shared_ones_reach_their_people(admin: Workplace) -> None:
    manager, supervisor, executor = [
        await sit_down(admin.database, admin.clock, login) for login in (MANAGER, SUPERVISOR, EXECUTOR)
    ]
    for share in (Share.MINE, Share.DEPARTMENT, Share.OFFICE):
        await saved_filters(manager).save("lead", share.value, MOSCOW, share)
    assert {"mine", "department", "office"} <= set(await named(manager))
    assert {"department", "office"} <= set(await named(supervisor))
    assert "mine" not in await named(supervisor)
    assert "office" in await named(executor)
    assert not {"mine", "department"} & set(await named(executor))


async def test_shared_filter_is_changed_by_its_owner_and_who_may_change_settings_alone(admin: Workplace) -> None:
    manager, executor = [await sit_down(admin.database, admin.clock, login) for login in (MANAGER, EXECUTOR)]
    key = await saved_filters(manager).save("lead", "Москва", MOSCOW, Share.OFFICE)
    assert not (await named(executor))["Москва"].can_change
    for act in (saved_filters(executor).delete(key), saved_filters(executor).change(key, name="x")):
        with pytest.raises(UserError) as refused:
            await act
        assert refused.value.code == "not_allowed"
    await saved_filters(admin).change(key, name="Столица", chosen=Filter(text="а"))
    changed = (await named(manager))["Столица"]
    assert (changed.filter, changed.owner_id, changed.can_change) == (Filter(text="а"), manager.actor.employee_id, True)
    await saved_filters(manager).change(key, share=Share.MINE)
    assert "Столица" not in await named(admin)
    await saved_filters(manager).delete(key)
    with pytest.raises(UserError):
        await saved_filters(manager).delete(key)


async def test_order_and_start_filter_are_each_employees_own(admin: Workplace) -> None:
    manager = await sit_down(admin.database, admin.clock, MANAGER)
    key = await saved_filters(admin).save("lead", "Москва", MOSCOW, Share.OFFICE)
    before = [one.key for one in await saved_filters(manager).offered("lead")]
    await saved_filters(admin).arrange("lead", (key, "failed", "gone"))
    await saved_filters(admin).set_start("lead", key)
    offered = await saved_filters(admin).offered("lead")
    assert [one.key for one in offered][:3] == [key, "failed", "my_open"]
    assert [one.key for one in offered if one.starts] == [key]
    assert await saved_filters(admin).start("lead") == MOSCOW
    assert [one.key for one in await saved_filters(manager).offered("lead")] == before
    assert await saved_filters(manager).start("lead") == Filter(preset="my_open")
    await saved_filters(admin).delete(key)
    assert await saved_filters(admin).start("lead") == Filter(preset="my_open")


async def test_two_filters_of_one_name_are_refused_and_so_is_one_without(admin: Workplace) -> None:
    await saved_filters(admin).save("lead", "Ёлка", MOSCOW)
    for name, code in (("ЕЛКА", "filter_name_taken"), (" ", "filter_unnamed"), ("я" * 201, "text_too_long")):
        with pytest.raises(UserError) as refused:
            await saved_filters(admin).save("lead", name, MOSCOW)
        assert refused.value.code == code
    await saved_filters(admin).save("deal", "Ёлка", MOSCOW)
    await saved_filters(admin).save("lead", "Ёлка", MOSCOW, Share.OFFICE)


async def test_nobody_shares_with_a_department_they_have_not(admin: Workplace) -> None:
    assert admin.actor.department_id is None
    assert not saved_filters(admin).can_share(Share.DEPARTMENT)
    with pytest.raises(UserError) as refused:
        await saved_filters(admin).save("lead", "Отдел", MOSCOW, Share.DEPARTMENT)
    assert refused.value.code == "department_missing"


async def test_ready_filters_and_garbage_are_not_changed(admin: Workplace) -> None:
    for key in ("my_open", "saved:", "saved:x", "saved:999999", ""):
        with pytest.raises(UserError) as refused:
            await saved_filters(admin).delete(key)
        assert refused.value.code == "not_found"


async def store(workplace: Workplace, definition: object) -> None:
    async with past_policies(workplace.database).write(workplace.order("test.filter")) as unit:
        await unit.session.execute(
            insert(SavedFilter).values(section="lead", employee_id=None, name="Старый", definition=definition)
        )


async def test_filter_of_another_version_is_read_as_far_as_it_goes(admin: Workplace) -> None:
    await store(admin, {"preset": "all_open", "conditions": [{"field": "gone", "operator": "empty"}], "new": 1})
    old = (await named(admin))["Старый"]
    assert old.filter == Filter(preset="all_open", conditions=(Condition("gone", "empty"),))
    assert old.warnings == (FilterWarning("field_unknown", "gone", "empty"),)
    assert old.share is Share.OFFICE


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(
    st.recursive(
        st.none() | st.integers(-9, 9) | st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["filter", "owner", "department", "conditions", "text"]), inner, max_size=3
            )
        ),
        max_leaves=6,
    ).filter(lambda stored: stored is not None)
)
async def test_nothing_stored_makes_the_list_of_filters_fail(workplace: Workplace, stored: object) -> None:
    await store(workplace, stored)
    assert await saved_filters(workplace).offered("lead")


async def test_arrangement_that_cannot_be_read_is_the_usual_one(admin: Workplace) -> None:
    for stored in ("x", 5, [], {"order": 3, "start": []}, {"order": [1, None], "start": "saved:7"}):
        await Preferences(admin).set("filters.lead", stored)
        offered = await saved_filters(admin).offered("lead")
        assert tuple(one.key for one in offered) == Lists(admin).presets("lead")
        assert [one.key for one in offered if one.starts] == ["my_open"]
        assert await saved_filters(admin).start("lead") == Filter(preset="my_open")
