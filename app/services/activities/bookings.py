"""Which meetings take an employee's time, or a room, at a moment; and what overlaps a span at all."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ARRAY, BigInteger, ColumnElement, DateTime, and_, bindparam, or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import ActivityKind, ActivityState
from app.models import Activity
from app.services.activities.drafts import LONGEST_MINUTES
from app.services.activities.rows import of_living_clients
from app.services.records.calendar import Booking

_BOOKED: Final = text(
    "SELECT id, starts_at, minutes, responsible_id, place_id"
    " FROM booked_times(:people, :places, :since, :till, :except)"
).bindparams(
    bindparam("people", type_=ARRAY(BigInteger)),
    bindparam("places", type_=ARRAY(BigInteger)),
    bindparam("since", type_=DateTime(timezone=True)),
    bindparam("till", type_=DateTime(timezone=True)),
    bindparam("except", type_=BigInteger),
)
_STEPS: Final = (15, 60, 24 * 60, LONGEST_MINUTES)
"""Most activities are short: the longer one may have begun before, the fewer there are that last so long."""


def begun_before(moment: datetime) -> ColumnElement[bool]:
    """What may go on at a moment though it began before; the caller looks at the ends.

    Nothing lasts longer than a week, and an index over the starts finds the candidates.
    """
    parts = []
    shorter = 0
    for longest in _STEPS:
        since = moment - timedelta(minutes=longest)
        parts.append(and_(Activity.starts_at >= since, Activity.minutes > shorter))
        shorter = longest
    return and_(Activity.starts_at >= moment - timedelta(minutes=LONGEST_MINUTES), Activity.starts_at < moment,
                or_(*parts))  # fmt: skip


def overlapping(starts_at: datetime, ends_at: datetime) -> ColumnElement[bool]:
    """What begins within the span, or may have begun before it and go on."""
    return or_(and_(Activity.starts_at >= starts_at, Activity.starts_at < ends_at), begun_before(starts_at))


def meetings_of(people: Sequence[int], places: Sequence[int]) -> ColumnElement[bool]:
    """Planned meetings of any of the people, or at any of the places."""
    planned = (
        (Activity.kind == ActivityKind.MEETING)
        & (Activity.state == ActivityState.PLANNED)
        & Activity.deleted_at.is_(None)
        & of_living_clients()
    )
    return planned & or_(Activity.responsible_id.in_(people), Activity.place_id.in_(places))


async def read_bookings(
    session: AsyncSession, people: Sequence[int], places: Sequence[int], starts_at: datetime, ends_at: datetime,
    except_id: int | None = None,
) -> tuple[Booking, ...]:  # fmt: skip
    """The meetings that take time within a span, soonest first; whoever may read them: a time taken is no secret.

    On PostgreSQL a function of the guard looks past the policies and tells the times alone.
    """
    if session.get_bind().dialect.name == "postgresql":
        asked = {
            "people": list(people), "places": list(places), "since": starts_at, "till": ends_at, "except": except_id
        }  # fmt: skip
        return tuple(Booking(*row) for row in await session.execute(_BOOKED, asked))
    query = (
        select(Activity.id, Activity.starts_at, Activity.minutes, Activity.responsible_id, Activity.place_id)
        .where(meetings_of(people, places), overlapping(starts_at, ends_at), Activity.id != (except_id or 0))
        .order_by(Activity.starts_at, Activity.id)
    )
    found = (Booking(*row) for row in await session.execute(query))
    return tuple(one for one in found if one.starts_at + timedelta(minutes=one.minutes) > starts_at)
