"""The rights matrix: changed by who may, at once for everybody, never without anybody left to change it."""

import pytest
from sqlalchemy import select

from app.core.errors import Conflict, UserError
from app.core.kinds import Kind, Right, Scope
from app.db.engine import Database
from app.models import History
from app.services.office import OfficeRights
from app.services.people.workplaces import relearn
from tests.support.office import MANAGER, make_office, sit_down

READS_DEALS = ("manager", Kind.DEAL.value, Right.READ.value)
SETTINGS = ("administrator", Kind.SETTINGS.value, Right.CHANGE.value)


async def test_a_cell_is_changed_logged_and_followed_and_a_second_editor_is_told(database: Database) -> None:
    workplace = await make_office(database)
    manager = await sit_down(database, workplace.clock, MANAGER)
    rights = OfficeRights(workplace)
    seen = await rights.stored()
    assert seen == await rights.usual()
    await rights.save(seen, {**seen, READS_DEALS: Scope.DEPARTMENT})
    await relearn(manager)
    assert manager.rights.scope(Kind.DEAL, Right.READ) is Scope.DEPARTMENT
    async with database.read() as session:
        line = (await session.scalars(select(History).order_by(History.id.desc()).limit(1))).one()
    assert line.kind == Kind.SETTINGS
    assert line.actor_id == workplace.actor.employee_id
    with pytest.raises(Conflict):
        await rights.save(seen, {**seen, READS_DEALS: Scope.ALL})
    with pytest.raises(UserError, match="not_allowed"):
        await OfficeRights(manager).save(seen, seen)


async def test_somebody_keeps_the_right_to_change_the_settings(database: Database) -> None:
    rights = OfficeRights(await make_office(database))
    seen = await rights.stored()
    for scope, refused in ((Scope.NONE, "last_administrator"), (Scope.OWN, "right_unsuitable")):
        with pytest.raises(UserError, match=refused):
            await rights.save(seen, {**seen, SETTINGS: scope})
    assert await rights.stored() == seen


async def test_a_role_of_the_office_s_own_begins_as_another_one_and_is_renamed(database: Database) -> None:
    workplace = await make_office(database)
    rights = OfficeRights(workplace)
    code = await rights.add_role("  Юрист ", "manager")
    stored = await rights.stored()
    manager = {(kind, right): scope for (role, kind, right), scope in stored.items() if role == "manager"}
    assert {(kind, right): scope for (role, kind, right), scope in stored.items() if role == code} == manager
    assert [one.name for one in await rights.roles()][-1] == "Юрист"
    with pytest.raises(UserError, match="role_name_taken"):
        await rights.add_role("юрист", "manager")
    await rights.rename_role(code, "Ведущий юрист")
    assert [one.name for one in await rights.roles()][-1] == "Ведущий юрист"
    with pytest.raises(UserError, match="name_missing"):
        await rights.rename_role(code, " ")
    await rights.save(stored, {**stored, (code, Kind.DEAL.value, Right.READ.value): Scope.ALL})
    with pytest.raises(UserError, match="not_allowed"):
        await OfficeRights(await sit_down(database, workplace.clock, MANAGER)).add_role("Ещё", "manager")
