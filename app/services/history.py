"""The history as people read it, and the one function that writes what triggers can't see: views, sign-ins, exports."""

from datetime import datetime

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import HistoryOp, Kind
from app.models import History


async def write_line(
    session: AsyncSession,
    at: datetime,
    actor_id: int | None,
    op: HistoryOp,
    kind: Kind,
    ref: int | None,
    **params: object,
) -> None:
    """Write a line that no trigger writes: a view, a sign-in, a refusal, an export, a look-up."""
    await session.execute(
        insert(History).values(at=at, actor_id=actor_id, kind=kind, ref=ref, op=op, params=params or None)
    )
