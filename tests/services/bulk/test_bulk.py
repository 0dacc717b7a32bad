"""Acts on many records, on both databases: rights and rules hold for each, and undo takes the whole back."""

import pytest
from sqlalchemy import func, insert, select

from app.core.clock import FixedClock
from app.core.errors import FieldErrors
from app.db.engine import Database
from app.models import Lead
from app.services.bulk import BulkStop
from app.services.container import Services, open_services
from tests.services.clients.making import contacts_of, new_lead, phones, stage_id
from tests.services.undo.passing import PassingTime
from tests.support.employees import OUT_OF_REACH
from tests.support.office import ADMIN, MANAGER, NOW, SUPERVISOR, make_office, sit_down


@pytest.fixture
def clock() -> FixedClock:
    return PassingTime(NOW)


@pytest.fixture
async def services(database: Database, clock: FixedClock) -> Services:
    """A supervisor at work."""
    return open_services(await make_office(database, clock, login=SUPERVISOR))


def silent(_done: int, _total: int) -> None:
    """Hears nothing."""


async def make_leads(services: Services, count: int) -> list[int]:
    return [await services.leads.create(new_lead(services.workplace)) for _ in range(count)]


async def manager_of(services: Services) -> int:
    return (await sit_down(services.workplace.database, FixedClock(NOW), MANAGER)).actor.employee_id


async def responsibles(services: Services) -> set[int]:
    async with services.workplace.database.read() as session:
        return set(await session.scalars(select(Lead.responsible_id)))


async def undo(services: Services) -> int:
    (newest,) = await services.undo.last(1)
    return (await services.undo.undo(newest.id)).restored


async def test_handing_over_tells_each_timeline_and_is_undone_as_one(services: Services) -> None:
    leads = await make_leads(services, 3)
    manager = await manager_of(services)
    before = await responsibles(services)
    report = await services.bulk.assign("lead", leads, manager, silent, BulkStop())
    assert (report.done, report.already, report.refused_count, report.left) == (3, 0, 0, 0)
    assert await responsibles(services) == {manager}
    again = await services.bulk.assign("lead", leads, manager, silent, BulkStop())
    assert (again.done, again.already) == (0, 3)
    newest = (await services.undo.last(1))[0]
    assert (newest.kind, newest.params["count"]) == ("lead.bulk.assign", 3)
    await undo(services)
    assert await responsibles(services) == before


async def test_nobody_is_handed_to_a_stranger(services: Services) -> None:
    leads = await make_leads(services, 1)
    with pytest.raises(FieldErrors):
        await services.bulk.assign("lead", leads, 999_999, silent, BulkStop())


async def test_a_stage_refuses_who_lacks_something_and_fills_only_what_is_lacking(services: Services) -> None:
    workplace = services.workplace
    lacking, filled = await make_leads(services, 2)
    card = await services.leads.card(filled)
    await services.leads.edit(filled, card.version, {"city": "Клин"})
    needs = await services.bulk.needs("lead", [lacking, filled], stage_id(workplace, "scheduling"))
    codes = {field.code for field in needs.missing}
    assert {"total_debt", "city"} <= codes
    target = stage_id(workplace, "scheduling")
    bare = await services.bulk.move("lead", [lacking], target, {}, "", silent, BulkStop())
    assert [(one.id, one.error.code) for one in bare.refused] == [(lacking, "fields_missing")]
    values = {"total_debt": 500_000, "creditor_count": 3, "city": "Тверь"}
    given = {code: value for code, value in values.items() if code in codes}
    given |= dict.fromkeys(codes - set(values), 3)
    report = await services.bulk.move("lead", [lacking, filled], target, given, "", silent, BulkStop())
    assert report.done == 2, report.refused
    cities = [(await services.leads.card(one)).values["city"] for one in (lacking, filled)]
    assert cities == ["Тверь", "Клин"]
    await undo(services)
    assert (await services.leads.card(lacking)).stage_id == stage_id(workplace, "new")


async def test_closing_asks_a_reason_and_converting_is_refused(services: Services) -> None:
    leads = await make_leads(services, 2)
    workplace = services.workplace
    refused = stage_id(workplace, "refused")
    assert (await services.bulk.needs("lead", leads, refused)).asks_reason
    without = await services.bulk.move("lead", leads, refused, {}, " ", silent, BulkStop())
    assert (without.done, {one.error.code for one in without.refused}) == (0, {"reason_missing"})
    converted = stage_id(workplace, "converted")
    assert {
        one.error.code
        for one in (await services.bulk.move("lead", leads, converted, {}, "", silent, BulkStop())).refused
    } == {"use_conversion"}
    assert (await services.bulk.move("lead", leads, refused, {}, "дорого", silent, BulkStop())).done == 2


async def test_a_field_is_given_to_each_and_comes_back(services: Services) -> None:
    leads = await make_leads(services, 2)
    report = await services.bulk.set_values("lead", [*leads, 999_999], {"city": "Клин"}, silent, BulkStop())
    assert (report.done, [one.error.code for one in report.refused]) == (2, ["not_found"])
    assert [(await services.leads.card(one)).values["city"] for one in leads] == ["Клин", "Клин"]
    assert (await services.bulk.set_values("lead", leads, {"city": "Клин"}, silent, BulkStop())).already == 2
    await undo(services)
    assert [(await services.leads.card(one)).values.get("city") for one in leads] == [None, None]


async def test_rights_hold_for_each_record(services: Services, clock: FixedClock) -> None:
    own_database = services.workplace.database
    foreign = await make_leads(services, 1)
    manager = open_services(await sit_down(own_database, clock, MANAGER))
    own = await make_leads(manager, 1)
    target = manager.workplace.actor.employee_id
    report = await manager.bulk.set_values("lead", [*foreign, *own], {"city": "Клин"}, silent, BulkStop())
    (refused,) = report.refused
    assert (report.done, refused.id, refused.name) == (1, foreign[0], "")
    assert refused.error.code in OUT_OF_REACH.split("|")
    taken = await manager.bulk.assign("lead", foreign, target, silent, BulkStop())
    assert {one.error.code for one in taken.refused} <= set(OUT_OF_REACH.split("|"))


async def test_deleted_contacts_are_in_the_bin_until_undone(services: Services, clock: FixedClock) -> None:
    admin = open_services(await sit_down(services.workplace.database, clock, ADMIN))
    contact = await contacts_of(admin.workplace).create({"last_name": "Зимина", "phones": phones("+79160004127")})
    assert (await admin.bulk.delete("contact", [contact], silent, BulkStop())).done == 1
    assert (await admin.contacts.card(contact)).deleted_at is not None
    again = await admin.bulk.delete("contact", [contact], silent, BulkStop())
    assert [one.error.code for one in again.refused] == ["in_bin"]
    newest = (await admin.undo.last(1))[0]
    assert newest.kind == "contact.bulk.delete"
    await admin.undo.undo(newest.id)
    assert (await admin.contacts.card(contact)).deleted_at is None


async def _many_leads(services: Services, count: int) -> list[int]:
    """Copies of one lead, made by one statement."""
    (first,) = await make_leads(services, 1)
    workplace = services.workplace
    async with workplace.database.write(workplace.order("lead.create")) as unit:
        table = Lead.__table__
        row = dict((await unit.session.execute(select(table).where(table.c.id == first))).mappings().one())
        row = {key: value for key, value in row.items() if key not in {"id", "norm"}}
        await unit.session.execute(insert(Lead), [row] * (count - 1))
        return list(await unit.session.scalars(select(Lead.id).order_by(Lead.id)))


@pytest.mark.long
async def test_five_thousand_go_in_short_pieces_stop_when_asked_and_come_back(services: Services) -> None:
    leads = await _many_leads(services, 5_000)
    manager = await manager_of(services)
    before = await responsibles(services)
    heard: list[int] = []
    report = await services.bulk.assign("lead", leads, manager, lambda done, _total: heard.append(done), BulkStop())
    assert (report.done, heard[-1]) == (5_000, 5_000)
    assert len(heard) >= 5
    assert await undo(services) >= 5_000
    assert await responsibles(services) == before
    stop = BulkStop()

    def hear(done: int, _total: int) -> None:
        stop.wanted = done >= 200

    stopped = await services.bulk.delete("lead", leads, hear, stop)
    assert 200 <= stopped.done < 5_000
    assert stopped.done + stopped.left == 5_000
    async with services.workplace.database.read() as session:
        binned = await session.scalar(select(func.count()).select_from(Lead).where(Lead.deleted_at.is_not(None)))
    assert binned == stopped.done
