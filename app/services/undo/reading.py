"""Finds what an operation did, by its lines in the history."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import HistoryOp, Kind
from app.models import History
from app.services.listed import without_index
from app.services.undo.walking import Line

POINT: Final = "contact_point"
CLIENTS: Final = (Kind.LEAD.value, Kind.CONTACT.value, Kind.DEAL.value)
THINGS: Final = (Kind.ACTIVITY.value, Kind.TIMELINE.value, Kind.FILE.value)
ORDER: Final = (*CLIENTS, *THINGS)
"""Leads first: a conversion's contact and deal go after the lead has let go of them."""

_AT_ONCE: Final = 1_000
_WRITTEN: Final = (HistoryOp.CREATE, HistoryOp.CHANGE, HistoryOp.DELETE)


class Target(NamedTuple):
    """A record that an operation wrote; phones count as their client's."""

    kind: str
    id: int


def _kind() -> ColumnElement[str]:
    """The kind of the record that a line is about."""
    return func.coalesce(History.owner_kind, History.kind)


def _number() -> ColumnElement[int]:
    return func.coalesce(History.owner_id, History.ref)


def lines_of(operation_id: str | ColumnElement[str]) -> ColumnElement[bool]:
    """The lines of an operation that can be walked."""
    return and_(
        History.operation_id == operation_id, History.op.in_(_WRITTEN), History.kind.in_((*ORDER, POINT))
    )


async def read_targets(session: AsyncSession, operation_id: str) -> list[Target]:
    """The records that an operation wrote, in the order in which they are undone."""
    found: list[Target] = []
    for kind in ORDER:
        of_kind = (lines_of(operation_id), _kind() == kind, _number().is_not(None))
        numbers = await session.stream_scalars(select(_number()).where(*of_kind).distinct().order_by(_number()))
        # Piece by piece: a hundred thousand at once would hold the window up.
        async for piece in numbers.partitions(_AT_ONCE):
            found += [Target(kind, number) for number in piece]
    return found


async def read_lines(
    session: AsyncSession, operation_id: str, targets: Sequence[Target], *, sqlite: bool
) -> dict[Target, list[Line]]:
    """The operation's lines of some records, oldest first."""
    # By the records, not by the operation: one over a hundred thousand would be read whole for each batch.
    own = (without_index(History.__table__.c.operation_id) if sqlite else History.operation_id) == operation_id
    if not targets:
        return {}
    by_kind: dict[str, list[int]] = defaultdict(list)
    for target in targets:
        by_kind[target.kind].append(target.id)
    among = or_(*(_of(kind, ids) for kind, ids in by_kind.items()))
    rows = await session.execute(
        select(_kind(), _number(), History.kind, History.op, History.changes)
        .where(own, History.op.in_(_WRITTEN), among)
        .order_by(History.id)
    )
    found: dict[Target, list[Line]] = {target: [] for target in targets}
    for kind, number, own_kind, op, changes in rows:
        found[Target(kind, number)].append(Line(own_kind, op, changes or {}))
    return found


def _of(kind: str, ids: Sequence[int]) -> ColumnElement[bool]:
    own = and_(History.kind == kind, History.ref.in_(ids))
    if kind not in CLIENTS:
        return own
    return or_(own, and_(History.kind == POINT, History.owner_kind == kind, History.owner_id.in_(ids)))
