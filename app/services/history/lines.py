"""The one function that writes a line of the history; every other line is written by the database's triggers."""

from datetime import datetime

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import HistoryOp, Kind
from app.models import History


async def write_history_line(
    session: AsyncSession,
    at: datetime,
    actor_id: int | None,
    op: HistoryOp,
    kind: Kind,
    ref: int | None,
    *,
    responsible_id: int | None = None,
    **params: object,
) -> None:
    """Write what no trigger sees: a view, a sign-in, a refusal, an export, a look-up."""
    await session.execute(
        insert(History).values(
            at=at, actor_id=actor_id, kind=kind, ref=ref, op=op, responsible_id=responsible_id, params=params or None
        )
    )
