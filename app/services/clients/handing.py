"""Handing records over to somebody whose records one doesn't read: on PostgreSQL by a fixed function of the server.

A plain update is refused there, as a policy wants the new row readable, too; so it comes last in its unit.
"""

from collections.abc import Sequence

from sqlalchemy import ARRAY, BigInteger, func, literal, select

from app.core.kinds import Kind, Right
from app.db.unit import Unit
from app.services.workplace import Workplace


def goes_out_of_sight(workplace: Workplace, kind: Kind, employee_id: object) -> bool:
    """Whether a record of this employee could not be read any more on the server."""
    if workplace.database.is_sqlite or not isinstance(employee_id, int):
        return False
    return not workplace.rights.allows(kind, Right.READ, employee_id)


async def hand_over(unit: Unit, kind: Kind, ids: Sequence[int], employee_id: int) -> None:
    """Give the records to an employee; the server checks that one may change each of them.

    Raises UserError("not_allowed").
    """
    given = literal(list(ids), ARRAY(BigInteger))
    await unit.session.execute(select(func.hand_over(kind.value, given, employee_id)))
