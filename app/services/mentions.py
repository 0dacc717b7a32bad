"""Who may be named in a comment on a client: the colleagues at work here who may read it."""

from collections.abc import Collection, Mapping

from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import Right
from app.services.client_refs import Client
from app.services.records.office import EmployeeRecord
from app.services.rights import Rights, load_rights_of
from app.services.workplace import Workplace


async def mentionable(session: AsyncSession, workplace: Workplace, client: Client) -> tuple[EmployeeRecord, ...]:
    """The colleagues by name, the writer left out: nobody reminds themselves by a comment."""
    others = [
        one
        for one in workplace.registry.all.employees.values()
        if one.active and one.invited and one.id != workplace.actor.employee_id
    ]
    rights = await load_rights_of(session, {one.id for one in others}, workplace.today())
    readers = [one for one in others if one.id in rights and _may_read(client, rights, one.id)]
    return tuple(sorted(readers, key=lambda one: one.name.casefold()))


async def readers_among(
    session: AsyncSession, workplace: Workplace, client: Client, named: Collection[int]
) -> list[int]:
    """Those named who may read the client: nobody else is told of it."""
    if not named:
        return []
    return sorted({one.id for one in await mentionable(session, workplace, client)} & set(named))


def _may_read(client: Client, rights: Mapping[int, Rights], employee_id: int) -> bool:
    return rights[employee_id].allows(client.kind, Right.READ, *client.readers)
