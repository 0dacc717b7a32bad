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


def _within(starts_at: datetime, ends_at: datetime) -> ColumnElement[bool]:
    """What begins within the span, or may have begun before it and go on; one range of an index over the starts."""
    candidates = and_(
        Activity.starts_at >= starts_at - timedelta(minutes=LONGEST_MINUTES), Activity.starts_at < ends_at
    )
    return and_(candidates, or_(Activity.starts_at >= starts_at, begun_before(starts_at)))


def _meetings() -> ColumnElement[bool]:
    """Planned meetings."""
    planned = (Activity.kind == ActivityKind.MEETING) & (Activity.state == ActivityState.PLANNED)
    return planned & Activity.deleted_at.is_(None) & of_living_clients()


async def read_bookings(
    session: AsyncSession, people: Sequence[int], places: Sequence[int], starts_at: datetime, ends_at: datetime,
    except_id: int | None = None,
) -> tuple[Booking, ...]:  # fmt: skip
    """The meetings that take time within a span, soonest first; whoever may read them: a time taken is no secret.

    People and places are asked for apart: each question follows an index of its own, both at once none. On PostgreSQL
    a function of the guard looks past the policies and tells the times alone.
    """
    if session.get_bind().dialect.name == "postgresql":
        asked = {
            "people": list(people), "places": list(places), "since": starts_at, "till": ends_at, "except": except_id
        }  # fmt: skip
        return tuple(Booking(*row) for row in await session.execute(_BOOKED, asked))
    columns = (Activity.id, Activity.starts_at, Activity.minutes, Activity.responsible_id, Activity.place_id)
    found: dict[int, Booking] = {}
    for taken, ids in ((Activity.responsible_id, people), (Activity.place_id, places)):
        if ids:
            query = select(*columns).where(taken.in_(ids), _meetings(), _within(starts_at, ends_at))
            found |= {row.id: Booking(*row) for row in await session.execute(query)}
    going_on = (one for one in found.values() if one.starts_at + timedelta(minutes=one.minutes) > starts_at)
    return tuple(sorted((one for one in going_on if one.activity_id != except_id), key=_by_start))


def _by_start(booking: Booking) -> tuple[datetime, int]:
    return booking.starts_at, booking.activity_id
