"""The office's history: narrowed, paged, as far as rights reach, and values put back from its lines."""

import csv
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.core.kinds import Kind
from app.db.engine import Database
from app.services.container import Services, open_services
from app.services.history import Act, HistoryFilter, OfficeLine, Thing
from tests.services.clients.making import new_lead, phones
from tests.support.office import EXECUTOR, MANAGER, NOW, SUPERVISOR, make_office, sit_down


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
async def services(database: Database, clock: FixedClock) -> Services:
    """A manager at work."""
    return open_services(await make_office(database, clock, login=MANAGER))


async def beside(services: Services, clock: FixedClock, login: str) -> Services:
    """Somebody else of the same office."""
    return open_services(await sit_down(services.workplace.database, clock, login))


async def edit(services: Services, lead_id: int, **values: object) -> None:
    card = await services.leads.card(lead_id)
    await services.leads.edit(lead_id, card.version, values)  # type: ignore[arg-type]  # a test's own values


async def lines(services: Services, **chosen: object) -> tuple[OfficeLine, ...]:
    return await services.office_history.page(HistoryFilter(**chosen))  # type: ignore[arg-type]  # likewise


async def test_lines_name_who_what_and_whom(services: Services) -> None:
    lead_id = await services.leads.create(
        new_lead(services.workplace, last_name="Рябова", phones=phones("+7 916 000-41-27"))
    )
    await edit(services, lead_id, amount=Decimal(90_000))
    found = await lines(services, things=(Thing.LEADS,), acts=(Act.CHANGED,))
    assert [(one.actor_name, one.client.id if one.client else 0) for one in found] == [("Кравцова Ольга", lead_id)]
    assert found[0].client_name.startswith("Рябова")
    assert ("amount", None, Decimal(90_000)) in found[0].changes
    (phone,) = [one for one in await lines(services) if one.kind == "contact_point"]
    assert phone.client is not None
    assert phone.client.id == lead_id


async def test_filters_narrow_by_act_object_person_period_and_text(services: Services, clock: FixedClock) -> None:
    first = await services.leads.create(new_lead(services.workplace, last_name="Рябова"))
    clock.move_to(NOW + timedelta(hours=1))
    second = await services.leads.create(new_lead(services.workplace, last_name="Климов"))
    await services.history.note_export(Kind.LEAD, 12)
    head = await beside(services, clock, SUPERVISOR)
    await head.leads.delete(second)

    async def told(**chosen: object) -> list[tuple[str, int | None]]:
        return [(one.op, one.ref) for one in await lines(head, **chosen) if one.kind == "lead"]

    assert await told(acts=(Act.EXPORTS,)) == []
    assert [one.params for one in await lines(services, acts=(Act.EXPORTS,))] == [{"count": 12}]
    assert await told(acts=(Act.DELETED,)) == [("change", second)]
    assert await told(acts=(Act.CREATED,)) == [("create", second), ("create", first)]
    assert await told(acts=(Act.CREATED,), text="рябова") == [("create", first)]
    assert {ref for _, ref in await told(text=f"№ {first}")} == {first}
    assert await told(text="шарова") == [("change", second)]
    assert await told(actors=(head.workplace.actor.employee_id,)) == [("change", second)]
    assert await told(text="nobody at all") == []


async def test_the_period_ends_before_its_end(services: Services) -> None:
    await services.leads.create(new_lead(services.workplace))
    (newest, *_) = await lines(services)
    assert newest not in await lines(services, until=newest.at)
    assert newest in await lines(services, since=newest.at, until=newest.at + timedelta(seconds=1))


async def test_pages_follow_without_gap_or_repetition(services: Services) -> None:
    for _ in range(3):
        await services.leads.create(new_lead(services.workplace))
    whole = await lines(services)
    pages = [line async for page in services.office_history.pages(HistoryFilter(), 2) for line in page]
    assert tuple(pages) == whole
    assert len(whole) >= 3


async def test_scopes_reach_oneself_the_department_and_everybody(services: Services, clock: FixedClock) -> None:
    mine = await services.leads.create(new_lead(services.workplace))
    admin = await beside(services, clock, "admin@primer.test")
    await admin.leads.create(new_lead(admin.workplace))
    everybody = {one.ref for one in await lines(admin, things=(Thing.LEADS,))}
    assert {one.ref for one in await lines(services, things=(Thing.LEADS,))} == {mine}
    head = await beside(services, clock, SUPERVISOR)
    assert mine in {one.ref for one in await lines(head, things=(Thing.LEADS,))}
    stranger = await beside(services, clock, EXECUTOR)
    assert not await lines(stranger, things=(Thing.LEADS,))
    assert len(everybody) == 2
    assert len(stranger.office_history.people()) < len(admin.office_history.people())


async def test_a_value_is_put_back_by_the_form_s_own_edit(services: Services, clock: FixedClock) -> None:
    workplace = services.workplace
    married, divorced = (workplace.registry.field("lead", "marital_status").options[index].id for index in (0, 2))
    lead_id = await services.leads.create(new_lead(workplace, marital_status=married))
    await edit(services, lead_id, marital_status=divorced)
    (line, *_) = await lines(services, acts=(Act.CHANGED,))
    assert line.restorable == {"marital_status"}
    await services.office_history.restore(line.id, "marital_status")
    assert (await services.leads.card(lead_id)).values["marital_status"] == married
    (newest, *_) = await lines(services, acts=(Act.CHANGED,))
    assert newest.changes == (("marital_status", "В разводе", "В браке"),)
    stranger = await beside(services, clock, EXECUTOR)
    with pytest.raises(UserError, match="not_found"):
        await stranger.office_history.restore(line.id, "marital_status")
    with pytest.raises(UserError, match="not_found"):
        await services.office_history.restore(line.id, "stage")


async def test_an_export_is_whole_and_stands_in_the_history(services: Services, tmp_path: Path) -> None:
    await services.leads.create(new_lead(services.workplace, last_name="=Рябова"))
    target = tmp_path / "history.csv"
    count = await services.history_exports.export(
        HistoryFilter(things=(Thing.LEADS,)), target, ("Who", "Whom"),
        lambda line: [(line.actor_name, line.client_name)], comma=False,
    )  # fmt: skip
    rows = list(csv.reader(target.read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == count + 1
    assert rows[1][1].startswith("'=Рябова")
    (line,) = await lines(services, acts=(Act.EXPORTS,))
    assert line.params["count"] == count
    assert not target.with_name(".history.csv.part").exists()
