"""On a server an import meets clients of colleagues that its person doesn't see: it knows that they are, no more."""

from sqlalchemy import select

from app.core.clock import FixedClock
from app.core.kinds import HistoryOp
from app.db.opening import open_database
from app.models import History
from app.services.container import open_services
from app.services.importing.request import DuplicatePolicy
from app.services.importing.writing.decisions import Decider
from app.services.importing.writing.matching import OUT_OF_SIGHT, find_targets
from app.services.people.workplaces import open_workplace
from tests.services.clients.making import new_lead, phones
from tests.support.employees import close_employees, signed_in_as
from tests.support.office import ADMIN, EXECUTOR, MANAGER, NOW, SUPERVISOR, as_office, make_office


async def test_a_colleague_s_client_is_known_and_left_alone(postgresql_url: str) -> None:
    database, clock = await open_database(postgresql_url), FixedClock(NOW)
    await make_office(database, clock, login=ADMIN)
    colleague, mine = await as_office(database, clock, EXECUTOR), await as_office(database, clock, MANAGER)
    await open_services(colleague).leads.create(new_lead(colleague, phones=phones("8 (916) 000-41-27")))
    own_lead = await open_services(mine).leads.create(new_lead(mine, phones=phones("8 (916) 000-41-28")))
    own = await signed_in_as(database, SUPERVISOR)
    head = await open_workplace(own, (await as_office(database, clock, SUPERVISOR)).actor.employee_id, clock)
    async with own.read() as session:
        found = await find_targets(session, ["+79160004127", "+79160004128", "+79160004129"])
    assert found["+79160004127"] is OUT_OF_SIGHT
    assert (found["+79160004128"].id, set(found)) == (own_lead, {"+79160004127", "+79160004128"})
    may_change = head.rights.people
    decider = Decider(DuplicatePolicy.UPDATE, {}, "RUB", may_change)
    assert [decider._allowed(found[key]) for key in sorted(found)] == [False, True]
    async with database.read() as session:
        told = (await session.execute(select(History.params).where(History.op == HistoryOp.LOOKUP))).all()
    assert [row[0] for row in told] == [{"count": 1}]
    await close_employees(database)
    await database.close()
