"""People of an office: invited, come in, corrected, forgotten their password, gone; alike on both databases."""

from datetime import timedelta

import pytest
from sqlalchemy import func, insert, select

from app.core.clock import FixedClock, SystemClock
from app.core.errors import Offline, UserError
from app.db.engine import Database
from app.models import Activity, Lead
from app.services.container import Services, open_services
from app.services.people.codes import as_typed, new_code
from app.services.people.joining import join
from app.services.people.server_sign_in import sign_in_to_server
from app.services.people.sign_in import sign_in
from app.services.people.workplaces import open_workplace
from app.services.records.people import InvitationState, Invited, NewPerson
from app.services.workplace import Workplace
from tests.services.clients.making import new_lead
from tests.support.employees import past_policies, signed_in_as
from tests.support.office import ADMIN, MANAGER, NOW, make_office

PASSWORD = "new-harbour-7"


@pytest.fixture
async def services(database: Database) -> Services:
    """The administrator at work: on PostgreSQL with their own role."""
    workplace = await make_office(database, FixedClock(NOW))
    if not database.is_sqlite:
        own = await signed_in_as(database, ADMIN)
        workplace = await open_workplace(own, workplace.actor.employee_id, SystemClock())
    return open_services(workplace)


async def admitted(database: Database, login: str, password: str, clock: FixedClock | SystemClock) -> Workplace:
    if database.is_sqlite:
        return await sign_in(database, login, password, clock)
    return await sign_in_to_server(database.url, login, password, clock)


async def invite(services: Services, login: str = "Rita@Primer.test") -> Invited:
    return await services.people.invite(NewPerson(login, "manager", None, "Белова", "Рита"))


async def come_in(services: Services, invited: Invited, password: str = PASSWORD) -> Workplace:
    database, clock = services.workplace.database, services.workplace.clock
    await join(database, invited.login, invited.code, password, clock)
    return await admitted(database, invited.login, password, clock)


async def leave(workplace: Workplace, services: Services) -> None:
    if workplace.database is not services.workplace.database:
        await workplace.database.close()


async def refused(services: Services, login: str, password: str) -> str:
    database, clock = services.workplace.database, services.workplace.clock
    with pytest.raises(UserError) as caught:
        await admitted(database, login, password, clock)
    return caught.value.code


def test_code_is_read_in_any_writing() -> None:
    code = new_code()
    assert as_typed(f" {code.replace('-', ' ').lower()} ") == code


async def test_invited_person_sets_a_password_and_works(services: Services) -> None:
    invited = await invite(services)
    assert await refused(services, invited.login, PASSWORD) == "sign_in_refused"
    rita = await come_in(services, invited)
    assert (rita.actor.name, rita.actor.role_code) == ("Белова Рита", "manager")
    assert await open_services(rita).leads.create(new_lead(rita))
    await leave(rita, services)
    person = next(one for one in await services.people.all() if one.id == invited.employee_id)
    assert person.invitation is not None
    assert person.invitation.state is InvitationState.ACCEPTED
    with pytest.raises(UserError, match="code_refused"):
        await come_in(services, invited)


async def test_withdrawn_expired_and_wrong_codes_let_nobody_in(services: Services) -> None:
    invited = await invite(services)
    with pytest.raises(UserError, match="code_refused"):
        await come_in(services, Invited(invited.employee_id, invited.login, new_code(), invited.expires_at))
    again = await services.people.send_again(invited.employee_id)
    with pytest.raises(UserError, match="code_refused"):
        await come_in(services, invited)
    await services.people.withdraw(invited.employee_id)
    with pytest.raises(UserError, match="code_refused"):
        await come_in(services, again)
    with pytest.raises(UserError, match="not_invited"):
        await services.people.withdraw(invited.employee_id)


async def test_expired_code_lets_nobody_in(services: Services, database: Database) -> None:
    clock = services.workplace.clock
    if isinstance(clock, FixedClock):
        invited = await invite(services)
        clock.move_to(NOW + timedelta(days=7, seconds=1))
    else:  # the server's own clock decides there: what is invited for the past is over
        services.workplace.clock = FixedClock(clock.now() - timedelta(days=8))
        invited = await invite(services)
    with pytest.raises(UserError, match="code_refused"):
        await come_in(services, invited)


async def test_forgotten_password_is_replaced_by_a_new_code(services: Services) -> None:
    rita = await come_in(services, invited := await invite(services))
    await leave(rita, services)
    code = await services.people.send_again(invited.employee_id)
    assert await refused(services, invited.login, PASSWORD) == "sign_in_refused"
    await leave(await come_in(services, code, "another-harbour-8"), services)


async def test_corrected_login_gets_a_code_of_its_own(services: Services) -> None:
    invited = await invite(services)
    right = NewPerson("8 (000) 765-43-21", "supervisor", None, "Белова", "Маргарита")
    corrected = await services.people.correct(invited.employee_id, right)
    assert corrected is not None
    with pytest.raises(UserError, match="code_refused"):
        await come_in(services, invited)
    rita = await come_in(services, corrected)
    assert (rita.actor.name, rita.actor.role_code) == ("Белова Маргарита", "supervisor")
    await leave(rita, services)


async def test_own_password_is_changed_by_who_knows_the_old_one(services: Services) -> None:
    invited = await invite(services)
    rita = await come_in(services, invited)
    people = open_services(rita).people
    with pytest.raises(UserError, match="sign_in_refused"):
        await people.change_password(invited.login, "wrong-harbour", "third-harbour-9")
    await people.change_password(invited.login, PASSWORD, "third-harbour-9")
    await leave(rita, services)
    assert await refused(services, invited.login, PASSWORD) == "sign_in_refused"
    await leave(await admitted(services.workplace.database, invited.login, "third-harbour-9", rita.clock), services)


async def test_who_leaves_is_out_at_once_and_hands_over_with_undo(services: Services) -> None:
    invited = await invite(services)
    rita = await come_in(services, invited)
    lead_id = await open_services(rita).leads.create(new_lead(rita))
    me = services.workplace.actor.employee_id
    handed = await services.people.deactivate(invited.employee_id, me)
    assert (handed.leads, handed.refused) == (1, 0)
    if not rita.database.is_sqlite:
        with pytest.raises(Offline):  # the live session was ended
            await open_services(rita).leads.card(lead_id)
        await rita.database.close()
    assert await refused(services, invited.login, PASSWORD) == "sign_in_refused"
    assert await owner(services, lead_id) == me
    await services.undo.undo(handed.operations[0])
    assert await owner(services, lead_id) == invited.employee_id


async def test_planned_activities_are_handed_over_in_batches(services: Services) -> None:
    invited, workplace = await invite(services), services.workplace
    row = {
        "kind": "call", "subject": "Уточнить", "starts_at": NOW, "minutes": 5, "state": "planned",
        "responsible_id": invited.employee_id, "created_at": NOW,
    }  # fmt: skip
    async with past_policies(workplace.database).write(workplace.order("test.activities")) as unit:
        await unit.session.execute(insert(Activity), [row] * 501)
    heard: list[tuple[int, int]] = []
    handed = await services.people.deactivate(
        invited.employee_id, workplace.actor.employee_id, lambda done, of: heard.append((done, of))
    )
    assert (handed.activities, heard) == (501, [(500, 501), (501, 501)])
    await services.undo.undo(handed.operations[-1])
    async with workplace.database.read() as session:
        back = select(func.count()).where(Activity.responsible_id == invited.employee_id)
        assert await session.scalar(back) == 501


async def test_only_who_may_change_the_settings_manages_people(services: Services, database: Database) -> None:
    own = database if database.is_sqlite else await signed_in_as(database, MANAGER)
    olga = next(one for one in services.workplace.registry.employees() if one.name == "Кравцова Ольга")
    people = open_services(await open_workplace(own, olga.id, services.workplace.clock)).people
    for act in (people.all(), people.invite(NewPerson("x@primer.test", "manager")), people.deactivate(1)):
        with pytest.raises(UserError, match="not_allowed"):
            await act
    with pytest.raises(UserError, match="login_taken"):
        await invite(services, MANAGER)
    with pytest.raises(UserError, match="self_deactivated"):
        await services.people.deactivate(services.workplace.actor.employee_id)


async def test_last_administrator_stays(services: Services) -> None:
    me = services.workplace.actor.employee_id
    with pytest.raises(UserError, match="last_administrator"):
        await services.people.correct(me, NewPerson(ADMIN, "manager"))


async def test_departments_are_a_tree_without_circles(services: Services) -> None:
    departments = services.people.departments
    top = await departments.add("Филиал")
    below = await departments.add("Группа", top)
    with pytest.raises(UserError, match="department_circle"):
        await departments.change(top, "Филиал", below, None, executing=False)
    with pytest.raises(UserError, match="department_not_empty"):
        await departments.remove(top)
    head = services.workplace.actor.employee_id
    await departments.change(below, "Группа продаж", None, head, executing=False)
    await departments.remove(top)
    kept = next(one for one in departments.all() if one.id == below)
    assert (kept.name, kept.parent_id, kept.head_id) == ("Группа продаж", None, head)


async def owner(services: Services, lead_id: int) -> int | None:
    async with services.workplace.database.read() as session:
        found: int | None = await session.scalar(select(Lead.responsible_id).where(Lead.id == lead_id))
        return found
