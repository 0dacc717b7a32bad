"""A commit whose answer got lost: the server is asked by the operation's number whether it was done (DATA.md).

So nothing is said to have failed that was done, and nobody does it twice.
"""

import asyncio
import random
import time
from typing import Final

from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from app.core.errors import Offline
from app.db.errors import offline_code
from app.db.unit import WriteOrder
from app.models import Operation

ASK_FOR_S: Final = 120.0
"""How long the server is waited for; then whoever saves is told that nobody knows."""
_FIRST_PAUSE_S: Final = 0.2
_LONGEST_PAUSE_S: Final = 5.0

_TAKE_PLACE: Final = text(
    "INSERT INTO operation (id, kind, actor_id, at, state, params)"
    " VALUES (:id, :kind, :actor_id, :at, 'done', '{}') ON CONFLICT DO NOTHING RETURNING id"
)
"""Waits where the server is still about the lost commit: a mere look might come a moment too early."""


def is_lost(error: Exception) -> bool:
    """Whether an error leaves open what became of a commit."""
    return not isinstance(error, DBAPIError) or offline_code(error) in ("no_connection", "database_unreachable")


async def was_committed(engine: AsyncEngine, order: WriteOrder, *, sqlite: bool) -> bool:
    """Ask until there is an answer. Raises Offline("commit_unknown") where the server stays away."""
    until, pause = time.monotonic() + ASK_FOR_S, _FIRST_PAUSE_S
    while True:
        await asyncio.sleep(random.uniform(0.5, 1.5) * pause)  # not everybody at once
        try:
            async with AsyncSession(engine) as session:
                return await _is_there(session, order, sqlite=sqlite)
        except (SQLAlchemyError, OSError) as error:
            if time.monotonic() > until:
                raise Offline("commit_unknown", operation=order.operation_id) from error
        pause = min(pause * 2, _LONGEST_PAUSE_S)


async def _is_there(session: AsyncSession, order: WriteOrder, *, sqlite: bool) -> bool:
    if sqlite:
        found = select(Operation.id).where(Operation.id == order.operation_id)
        return await session.scalar(found) is not None
    tried = {"id": order.operation_id, "kind": order.kind, "actor_id": order.actor_id, "at": order.at}
    return await session.scalar(_TAKE_PLACE, tried) is None  # taken back with the session
