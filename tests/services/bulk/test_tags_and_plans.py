"""Tags and planned activities for many records at once, on both databases."""

from datetime import timedelta

import pytest

from app.core.errors import UserError
from app.core.kinds import ActivityKind
from app.db.engine import Database
from app.services.bulk import BulkStop
from app.services.container import Services, open_services
from app.services.records.activities import ActivityDraft, ClientRef
from app.services.records.lists import Condition, Filter
from tests.services.clients.making import new_lead
from tests.services.undo.passing import PassingTime
from tests.support.office import NOW, SUPERVISOR, make_office


@pytest.fixture
async def services(database: Database) -> Services:
    return open_services(await make_office(database, PassingTime(NOW), login=SUPERVISOR))


def silent(_done: int, _total: int) -> None:
    """Hears nothing."""


async def make_leads(services: Services, count: int) -> list[int]:
    return [await services.leads.create(new_lead(services.workplace)) for _ in range(count)]


async def test_tags_are_added_filtered_by_taken_away_and_undone(services: Services) -> None:
    leads = await make_leads(services, 3)
    vip, again = await services.tags.ensure("lead", ["VIP", "  Повторный "])
    assert await services.tags.ensure("lead", ["vip"]) == (vip,)
    assert [option.name for option in services.tags.all("deal")] == ["VIP", "Повторный"]
    report = await services.bulk.tag("lead", leads[:2], [vip, again], [], silent, BulkStop())
    assert (report.done, report.already) == (2, 0)
    assert (await services.bulk.tag("lead", leads, [vip], [], silent, BulkStop())).already == 2
    found = Filter(conditions=(Condition("tags", "any_of", (again,)),))
    assert await services.lists.count("lead", found) == 2
    await services.bulk.tag("lead", leads[:1], [], [again], silent, BulkStop())
    assert (await services.leads.card(leads[0])).values["tags"] == (vip,)
    (newest,) = await services.undo.last(1)
    await services.undo.undo(newest.id)
    assert (await services.leads.card(leads[0])).values["tags"] == (vip, again)
    with pytest.raises(UserError, match="nothing_to_do"):
        await services.bulk.tag("lead", leads, [], [], silent, BulkStop())


async def test_an_activity_is_planned_with_each_by_its_rules_and_undone_as_one(services: Services) -> None:
    leads = await make_leads(services, 2)
    await services.leads.delete(leads[1])
    starts = services.workplace.now() + timedelta(hours=20)
    draft = ActivityDraft(ActivityKind.CALL, "Поздравить с праздником", starts, 15, None)
    report = await services.bulk.plan("lead", leads, draft, silent, BulkStop())
    assert (report.done, [one.error.code for one in report.refused]) == (1, ["in_bin"])
    (planned,) = await services.activities.of_client(ClientRef("lead", leads[0]))
    assert planned.subject == "Поздравить с праздником"
    (newest,) = await services.undo.last(1)
    assert (newest.kind, newest.params["count"]) == ("lead.bulk.plan", 1)
    await services.undo.undo(newest.id)
    assert await services.activities.of_client(ClientRef("lead", leads[0])) == ()


async def test_a_meeting_planned_with_many_takes_the_time_of_each_client_s_own_responsible(services: Services) -> None:
    me = services.workplace.actor.employee_id
    other = next(one.id for one in services.workplace.registry.employees() if one.name.startswith("Кравцова"))
    leads = [
        await services.leads.create(new_lead(services.workplace, responsible=owner)) for owner in (me, me, other)
    ]  # fmt: skip
    starts = services.workplace.now() + timedelta(hours=20)
    draft = ActivityDraft(ActivityKind.MEETING, "Показать договор", starts, 30, None, reminders=(15, 60))
    report = await services.bulk.plan("lead", [*reversed(leads), 10**6], draft, silent, BulkStop())
    assert report.done == 2
    assert {one.id: one.error.code for one in report.refused} == {leads[1]: "double_booked", 10**6: "not_found"}
    for lead, owner in ((leads[0], me), (leads[2], other)):
        (planned,) = await services.activities.of_client(ClientRef("lead", lead))
        assert (planned.responsible_id, planned.reminders) == (owner, (15, 60))
        assert (await services.leads.card(lead)).next_activity_at == planned.starts_at
