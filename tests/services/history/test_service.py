"""The history of a card: decoded alike on both databases, read by whom it concerns, views once a minute."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.core.fieldkinds import UNKNOWN
from app.core.kinds import Kind
from app.db.engine import Database
from app.models import History
from app.services.container import Services, open_services
from app.services.records.activities import HistoryRecord
from tests.services.clients.making import new_lead, phones, stage_id
from tests.support.office import EXECUTOR, MANAGER, NOW, SUPERVISOR, as_office, make_office, sit_down


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
async def services(database: Database, clock: FixedClock) -> Services:
    """A manager at work."""
    return open_services(await make_office(database, clock, login=MANAGER))


def changed(lines: tuple[HistoryRecord, ...]) -> dict[str, tuple[object, object]]:
    """The changes of the newest line that has any."""
    line = next(line for line in lines if line.changes)
    return {code: (old, new) for code, old, new in line.changes}


async def edit(services: Services, lead_id: int, **values: object) -> dict[str, tuple[object, object]]:
    card = await services.leads.card(lead_id)
    await services.leads.edit(lead_id, card.version, values)  # type: ignore[arg-type]  # a test's own values
    return changed(await services.history.of_record(Kind.LEAD, lead_id))


async def test_changes_come_back_in_their_own_types(services: Services) -> None:
    registry = services.workplace.registry
    lead_id = await services.leads.create(new_lead(services.workplace))
    married, divorced = (registry.field("lead", "marital_status").options[index] for index in (0, 2))
    flat, car = (registry.field("lead", "property").options[index] for index in (1, 5))
    first = await edit(
        services,
        lead_id,
        total_debt=Decimal("640000.50"),
        mortgage=False,
        marital_status=married.id,
        property=(flat.id, car.id),
        overdue_since=date(2025, 3, 1),
        birth_date=date(1981, 6, 4),
        amount=Decimal(90_000),
        creditor_count=UNKNOWN,
    )
    assert first == {
        "total_debt": (None, Decimal("640000.50")),
        "mortgage": (None, False),
        "marital_status": (None, "В браке"),
        "property": (None, ("Квартира", "Автомобиль")),
        "overdue_since": (None, date(2025, 3, 1)),
        "birth_date": (None, date(1981, 6, 4)),
        "amount": (None, Decimal("90000.00")),
        "creditor_count": (None, UNKNOWN),
    }
    second = await edit(services, lead_id, marital_status=divorced.id, mortgage=UNKNOWN, property=None)
    assert second == {
        "marital_status": ("В браке", "В разводе"),
        "mortgage": (False, UNKNOWN),
        "property": (("Квартира", "Автомобиль"), None),
    }


async def test_stage_source_and_person_are_named(services: Services) -> None:
    workplace = services.workplace
    sources = list(workplace.registry.all.sources.values())
    lead_id = await services.leads.create(new_lead(workplace, source=sources[0].id))
    assert await edit(services, lead_id, source=sources[1].id) == {"source": (sources[0].name, sources[1].name)}
    await services.leads.move(lead_id, stage_id(workplace, "no_answer"))
    newest = await services.history.of_record(Kind.LEAD, lead_id)
    assert changed(newest)["stage"] == ("Новый лид", "Не удалось связаться")
    assert newest[0].actor_name == "Кравцова Ольга"


async def test_moments_are_aware_on_both_databases(services: Services, clock: FixedClock) -> None:
    lead_id = await services.leads.create(new_lead(services.workplace))
    supervisor = open_services(await sit_down(services.workplace.database, clock, SUPERVISOR))
    await supervisor.leads.delete(lead_id)
    lines = await services.history.of_record(Kind.LEAD, lead_id)
    before, after = changed(lines)["deleted_at"]
    assert before is None
    assert isinstance(after, datetime)
    assert after == NOW


async def test_replaced_phone_shows_the_old_and_the_new_one(services: Services) -> None:
    lead_id = await services.leads.create(new_lead(services.workplace, phones=phones("+7 916 000-41-27")))
    await edit(services, lead_id, phones=phones("+7 917 000-41-28"))
    lines = await services.history.of_record(Kind.LEAD, lead_id)
    values = [change[1:] for line in lines for change in line.changes if change[0] == "value"]
    assert ("+7 916 000-41-27", None) in values
    assert (None, "+7 917 000-41-28") in values


async def test_pages_go_back_in_time_without_gap_or_repetition(services: Services, clock: FixedClock) -> None:
    lead_id = await services.leads.create(new_lead(services.workplace))
    for number in range(6):
        clock.move_to(NOW + timedelta(seconds=number))
        await edit(services, lead_id, comment=f"comment {number}")
    whole = await services.history.of_record(Kind.LEAD, lead_id)
    pages: list[HistoryRecord] = []
    while found := await services.history.of_record(
        Kind.LEAD, lead_id, before=pages[-1].id if pages else None, limit=2
    ):
        pages += found
    assert tuple(pages) == whole
    assert len(whole) > 6


async def test_view_is_written_once_a_minute(database: Database, clock: FixedClock) -> None:
    await make_office(database, clock)
    # By the office's account: an employee's views are told by the server's own clock.
    services = open_services(await as_office(database, clock, MANAGER))
    lead_id = await services.leads.create(new_lead(services.workplace))

    async def views() -> int:
        async with services.workplace.database.read() as session:
            return await session.scalar(select(func.count(History.id)).where(History.op == "view")) or 0

    for second in (0, 10, 59):
        clock.move_to(NOW + timedelta(seconds=second))
        await services.history.note_view(Kind.LEAD, lead_id)
    assert await views() == 1
    clock.move_to(NOW + timedelta(seconds=61))
    await services.history.note_view(Kind.LEAD, lead_id)
    assert await views() == 2
    other = open_services(await as_office(database, clock, SUPERVISOR))
    await other.history.note_view(Kind.LEAD, lead_id)
    assert await views() == 3


async def test_export_tells_how_much_left(services: Services) -> None:
    await services.history.note_export(Kind.DEAL, 112, filter="my_open")
    async with services.workplace.database.read() as session:
        line = (await session.scalars(select(History).where(History.op == "export"))).one()
    assert (line.kind, line.ref, line.params) == ("deal", None, {"count": 112, "filter": "my_open"})


async def test_history_is_read_by_its_own_people_alone(services: Services, clock: FixedClock) -> None:
    lead_id = await services.leads.create(new_lead(services.workplace))
    database = services.workplace.database
    supervisor = open_services(await sit_down(database, clock, SUPERVISOR))
    assert await supervisor.history.of_record(Kind.LEAD, lead_id)
    stranger = open_services(await sit_down(database, clock, EXECUTOR))
    with pytest.raises(UserError, match=r"not_allowed|not_found"):
        await stranger.history.of_record(Kind.LEAD, lead_id)
    with pytest.raises(UserError, match="not_found"):
        await supervisor.history.of_record(Kind.LEAD, 999)


async def test_a_removed_phone_stays_in_its_owner_s_history_alone(services: Services) -> None:
    lead_id = await services.leads.create(new_lead(services.workplace, phones=phones("+7 916 000-41-27")))
    card = await services.leads.card(lead_id)
    await services.leads.edit(lead_id, card.version, {"phones": (), "emails": phones("olga@primer.test")})
    # SQLite gives the erased row's number to the next phone.
    other = await services.leads.create(new_lead(services.workplace, phones=phones("+7 916 000-41-28")))
    gone = ("contact_point", "delete", ("value", "+7 916 000-41-27", None))
    assert gone in points(await services.history.of_record(Kind.LEAD, lead_id))
    assert {told[2][2] for told in points(await services.history.of_record(Kind.LEAD, other))} == {"+7 916 000-41-28"}


def points(lines: tuple[HistoryRecord, ...]) -> list[tuple[str, str, tuple[str, object, object]]]:
    """What the history tells of phones: kind, operation and the change of the phone itself."""
    return [
        (line.kind, line.op, change)
        for line in lines
        if line.kind == "contact_point"
        for change in line.changes
        if change[0] == "value"
    ]
