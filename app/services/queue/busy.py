"""Which clients a colleague is working with just now."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import HistoryOp, TimelineKind
from app.models import History, TimelineItem
from app.services.filtering.context import FilterContext
from app.services.listed import Listed

BUSY: Final = timedelta(minutes=5)
"""So long after a colleague looked at a card, changed it or wrote in it they are taken to be at it."""

_WORK: Final = (
    TimelineKind.COMMENT, TimelineKind.CALL, TimelineKind.MEETING, TimelineKind.VISIT, TimelineKind.MESSAGE_OUT,
    TimelineKind.LETTER, TimelineKind.ACTIVITY_DONE,
)  # fmt: skip
_HANDED_OVER: Final = frozenset({"responsible_id"})
"""Giving a client to someone is no work with the client: it is meant to be treated."""


async def busy_ids(session: AsyncSession, section: Listed, context: FilterContext, ids: Sequence[int]) -> set[int]:
    """Those of the records that someone else has been at within the last minutes."""
    if not ids:
        return set()
    since, me = context.now - BUSY, context.employee_id
    seen = await session.execute(
        select(History.ref, History.op, History.changes).where(
            History.kind == section.code,
            History.ref.in_(ids),
            History.at > since,
            History.op.in_((HistoryOp.VIEW, HistoryOp.CHANGE)),
            History.actor_id != me,
        )
    )
    found = {row.ref for row in seen if row.op == HistoryOp.VIEW or set(row.changes or ()) - _HANDED_OVER}
    owner = TimelineItem.__table__.c[f"{section.code}_id"]
    written = await session.scalars(
        select(owner).where(
            owner.in_(ids), TimelineItem.at > since, TimelineItem.kind.in_(_WORK), TimelineItem.author_id != me
        )
    )
    return found | set(written)
