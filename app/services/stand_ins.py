"""Whose clients an employee treats: one's own, and those of the absent whose stand-in one is.

The data are the employee's `absent_from`, `absent_until` and `stand_in_id`; on PostgreSQL the policies
follow the same three.
"""

from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import Employee


async def stood_in_for(session: AsyncSession, employee_id: int, day: date) -> frozenset[int]:
    """The absent people whose work comes to an employee that day.

    A stand-in who is away too passes it on; where that goes round in a circle it comes to nobody.
    """
    stand_ins = await stand_ins_of(session, day)
    return frozenset(one for one, there in stand_ins.items() if there == employee_id and one != employee_id)


async def stand_ins_of(session: AsyncSession, day: date) -> dict[int, int | None]:
    """Who treats the clients of each person that is away that day; None where nobody does."""
    rows = await session.execute(
        select(Employee.id, Employee.stand_in_id).where(
            Employee.active,
            Employee.absent_from <= day,
            or_(Employee.absent_until.is_(None), Employee.absent_until >= day),
        )
    )
    away: dict[int, int | None] = {row.id: row.stand_in_id for row in rows}
    return {one: _stand_in(one, away) for one in away}


def _stand_in(employee_id: int, away: dict[int, int | None]) -> int | None:
    """Who is there for an absent employee; None where nobody is."""
    passed = {employee_id}
    following = away[employee_id]
    while following is not None and following in away:
        if following in passed:
            return None
        passed.add(following)
        following = away[following]
    return following
