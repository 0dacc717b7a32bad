"""What somebody tried without the right to it stands in the history, and not without end."""

import pytest
from sqlalchemy import select, text

from app.core.errors import UserError
from app.core.kinds import HistoryOp
from app.db.engine import Database
from app.models import History
from app.services.container import Services, open_services
from app.services.history import service
from tests.services.clients.making import new_lead
from tests.support.employees import close_employees, signed_in_as
from tests.support.office import MANAGER, make_office


async def refusals(database: Database) -> list[tuple[int | None, str, int | None, object]]:
    query = select(History.actor_id, History.kind, History.ref, History.params).where(History.op == HistoryOp.REFUSED)
    async with database.read() as session:
        return [tuple(row) for row in (await session.execute(query.order_by(History.id))).all()]


async def tries_to_delete(services: Services, lead: int) -> None:
    with pytest.raises(UserError, match="not_allowed"):
        await services.leads.delete(lead)


async def test_a_refused_attempt_is_told_with_who_what_and_which(database: Database) -> None:
    services = open_services(await make_office(database, login=MANAGER))
    lead = await services.leads.create(new_lead(services.workplace))
    await tries_to_delete(services, lead)
    me = services.workplace.actor.employee_id
    assert await refusals(database) == [(me, "lead", lead, {"act": "lead.delete"})]
    assert (await services.leads.card(lead)).values["last_name"] == "Гаврилова"


async def test_of_very_many_only_some_are_told(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "REFUSALS_AN_HOUR", 3)
    services = open_services(await make_office(database, login=MANAGER))
    lead = await services.leads.create(new_lead(services.workplace))
    for _ in range(5):
        await tries_to_delete(services, lead)
    assert len(await refusals(database)) == 3


async def test_the_server_itself_ends_a_flood_of_them(database: Database) -> None:
    if database.is_sqlite:
        return  # there the services alone tell
    workplace = await make_office(database, login=MANAGER)
    own = await signed_in_as(database, MANAGER)
    told = text("SELECT note_history(now(), NULL, 'refused', 'lead', NULL, NULL, NULL) FROM generate_series(1, 70)")
    async with own.engine.begin() as connection:
        await connection.execute(told)
    assert len(await refusals(database)) == 60
    assert {one[0] for one in await refusals(database)} == {workplace.actor.employee_id}
    await close_employees(database)
