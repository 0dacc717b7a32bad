"""The one function that writes a line of the history; every other line is written by the database's triggers."""

import json
from datetime import datetime
from typing import Final

from sqlalchemy import insert, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import HistoryOp, Kind
from app.models import History

_ON_SERVER: Final = text(
    "SELECT note_history(:at, CAST(:actor_id AS bigint), :op, :kind, CAST(:ref AS bigint),"
    " CAST(:responsible_id AS bigint), CAST(:params AS jsonb))"
)
"""On PostgreSQL nobody may write into the history: one fixed function does, and takes who and when from itself."""


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
    line: dict[str, object] = {
        "at": at, "actor_id": actor_id, "kind": kind, "ref": ref, "op": op, "responsible_id": responsible_id,
        "params": params or None,
    }  # fmt: skip
    if session.get_bind().dialect.name == "sqlite":
        await session.execute(insert(History).values(**line))
        return
    line["params"] = json.dumps(params) if params else None
    await session.execute(_ON_SERVER, line)
