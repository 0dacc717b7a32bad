"""Signing in: who may, who is slowed, and what the history keeps of it."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.core.kinds import Kind, Right, Scope
from app.db.engine import Database
from app.db.opening import open_database
from app.db.unit import WriteOrder
from app.models import Employee, History, SignInAttempt
from app.services.people.sign_in import LONGEST_PAUSE_S, pause_seconds, sign_in
from tests.support.office import EXECUTOR, MANAGER, NOW, PASSWORD, SUPERVISOR, make_office


@pytest.fixture
async def database(sqlite_url: str) -> AsyncIterator[Database]:
    """The embedded one alone: on PostgreSQL the server itself looks at passwords (test_server)."""
    opened = await open_database(sqlite_url)
    yield opened
    await opened.close()


async def refused(database: Database, login: str, password: str, clock: FixedClock) -> UserError:
    with pytest.raises(UserError) as caught:
        await sign_in(database, login, password, clock)
    return caught.value


async def test_workplace_knows_person_rights_and_office(database: Database) -> None:
    clock = FixedClock(NOW)
    await make_office(database, clock)
    workplace = await sign_in(database, "Olga@Primer.TEST", PASSWORD, clock)
    assert (workplace.actor.name, workplace.actor.role_code) == ("Кравцова Ольга", "manager")
    assert workplace.rights.scope(Kind.LEAD, Right.READ) is Scope.OWN
    assert (str(workplace.zone), workplace.currency, workplace.language) == ("Europe/Moscow", "RUB", "ru")
    assert workplace.demo is False
    assert workplace.today().isoformat() == "2025-11-18"
    assert [stage.code for stage in workplace.registry.stages("lead")][:2] == ["new", "no_answer"]
    assert workplace.registry.sum_field("lead") == "total_debt"


async def test_supervisor_reaches_the_people_of_the_department_alone(database: Database) -> None:
    clock = FixedClock(NOW)
    await make_office(database, clock)
    head = await sign_in(database, SUPERVISOR, PASSWORD, clock)
    olga = await sign_in(database, MANAGER, PASSWORD, clock)
    pavel = await sign_in(database, EXECUTOR, PASSWORD, clock)
    assert head.rights.people == {head.actor.employee_id, olga.actor.employee_id}
    assert not head.rights.allows(Kind.LEAD, Right.READ, pavel.actor.employee_id)


async def test_wrong_password_unknown_login_and_nonsense_are_refused_alike(database: Database) -> None:
    clock = FixedClock(NOW)
    await make_office(database, clock)
    errors = [
        await refused(database, MANAGER, "wrong password", clock),
        await refused(database, "nobody@primer.test", PASSWORD, clock),
        await refused(database, "%'--", PASSWORD, clock),
    ]
    assert [(error.code, error.params) for error in errors] == [("sign_in_refused", {})] * 3


async def test_employee_who_left_is_refused(database: Database) -> None:
    clock = FixedClock(NOW)
    await make_office(database, clock)
    async with database.write(WriteOrder("test", None, NOW)) as unit:
        await unit.session.execute(update(Employee).where(Employee.name == "Кравцова Ольга").values(active=False))
    assert (await refused(database, MANAGER, PASSWORD, clock)).code == "sign_in_refused"


async def test_five_wrong_passwords_slow_the_sixth_even_if_it_is_right(database: Database) -> None:
    clock = FixedClock(NOW)
    await make_office(database, clock)
    for _ in range(5):
        assert (await refused(database, MANAGER, "wrong password", clock)).code == "sign_in_refused"
    slowed = await refused(database, MANAGER, PASSWORD, clock)
    assert (slowed.code, slowed.params) == ("sign_in_slowed", {"seconds": 5})
    clock.move_to(NOW + timedelta(seconds=5))
    assert (await sign_in(database, MANAGER, PASSWORD, clock)).actor.name == "Кравцова Ольга"
    assert (await refused(database, MANAGER, "wrong password", clock)).code == "sign_in_refused"


async def test_pauses_grow_and_another_login_is_not_slowed(database: Database) -> None:
    clock = FixedClock(NOW)
    await make_office(database, clock)
    for _ in range(5):
        await refused(database, "8 (000) 123-45-67", "wrong password", clock)
    clock.move_to(NOW + timedelta(seconds=6))
    await refused(database, "+7 000 1234567", "wrong password", clock)
    assert (await refused(database, "+70001234567", PASSWORD, clock)).params == {"seconds": 10}
    await sign_in(database, MANAGER, PASSWORD, clock)


def test_pauses_double_up_to_the_longest() -> None:
    pauses = [pause_seconds(failures) for failures in (0, 4, 5, 6, 7, 30, 10_000)]
    assert pauses == [0, 0, 5, 10, 20, LONGEST_PAUSE_S, LONGEST_PAUSE_S]


async def test_wrong_passwords_are_forgotten_after_an_hour(database: Database) -> None:
    clock = FixedClock(NOW)
    await make_office(database, clock)
    for _ in range(5):
        await refused(database, MANAGER, "wrong password", clock)
    clock.move_to(NOW + timedelta(hours=1, seconds=1))
    await sign_in(database, MANAGER, PASSWORD, clock)


async def test_history_keeps_sign_ins_and_refusals_without_what_was_typed(database: Database) -> None:
    clock = FixedClock(NOW)
    await make_office(database, clock)
    await refused(database, MANAGER, "wrong password", clock)
    await refused(database, "my secret password", PASSWORD, clock)
    olga = (await sign_in(database, MANAGER, PASSWORD, clock)).actor.employee_id
    async with database.read() as session:
        lines = await session.execute(
            select(History.op, History.ref, History.actor_id)
            .where(History.op.in_(("sign_in", "sign_in_refused")))
            .order_by(History.id)
        )
        kept = [tuple(line) for line in lines]
        typed = (await session.scalars(select(SignInAttempt.login))).all()
    assert kept == [
        ("sign_in_refused", olga, None),
        ("sign_in_refused", None, None),
        ("sign_in", olga, olga),
    ]
    assert all("secret" not in login for login in typed)


async def test_database_without_an_office_says_so(database: Database) -> None:
    assert (await refused(database, MANAGER, PASSWORD, FixedClock(NOW))).code == "office_not_set_up"
