"""The unit of work: one operation, its context for the triggers, and what it changed."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Text, bindparam, func, insert, select, text, true, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.changes import Changes
from app.core.kinds import OperationState
from app.db.driver_rows import sqlite_moment
from app.db.feed import MANY
from app.models import Operation, SessionContext

_CONTEXT = SessionContext.__table__
_OPERATION = Operation.__table__
_NAMES = ("id", "kind", "actor_id", "at", "state", "undoes", "params")
# Made once: every unit begins with them. One that writes its operation down does both in one turn of the thread or in
# one trip to the server.
_TELL_SQLITE = (
    update(SessionContext.__table__)  # type: ignore[arg-type]  # the table of an entity
    .where(_CONTEXT.c.id == 1)
    .values({name: bindparam(name) for name in ("actor_id", "operation_id", "origin", "quiet", "at")})
)
_TELL_BESIDE = "UPDATE session_context SET actor_id = ?, operation_id = ?, origin = ?, quiet = ?, at = ? WHERE id = 1"
_WRITE_DOWN = insert(Operation.__table__)  # type: ignore[arg-type]  # likewise
_TELL_POSTGRESQL = text("SELECT set_config('prichal.context', :context, true)")
_SET = func.set_config("prichal.context", bindparam("context", type_=Text), true())
_TOLD = select(_SET.label("context")).cte("told")
_TELL_AND_WRITE_DOWN = _WRITE_DOWN.from_select(
    list(_NAMES),
    select(*(bindparam(name, type_=_OPERATION.c[name].type) for name in _NAMES)).where(_TOLD.c.context.is_not(None)),
)


def new_operation_id() -> str:
    """An operation's uuid, made by the client so that a commit of unknown fate can be looked up."""
    return uuid4().hex


@dataclass(frozen=True, slots=True)
class WriteOrder:
    """What is about to be done: the operation's name, who does it and when."""

    kind: str
    actor_id: int | None
    at: datetime
    operation_id: str = field(default_factory=new_operation_id)
    params: dict[str, object] = field(default_factory=dict)
    undoes: str | None = None
    record: bool = True
    """Off where the unit continues an operation that is already written (an import's next batch)."""
    quiet: bool = False
    """In bulk: the triggers leave the feed to the service."""
    backdated: bool = False
    """Demo data only: the history's lines get the operation's time instead of the present one."""


class Unit:
    """An open unit of work."""

    def __init__(self, session: AsyncSession, order: WriteOrder, origin: str) -> None:
        self.session = session
        self.order = order
        self._origin = origin
        self._touched: dict[str, set[int]] = {}

    @property
    def at(self) -> datetime:
        return self.order.at

    @property
    def operation_id(self) -> str:
        return self.order.operation_id

    def touch(self, kind: str, *ids: int) -> None:
        """Say that records of a kind change with this unit; without ids: many of them."""
        self._touched.setdefault(kind, set()).update(ids)

    @property
    def wrote_many(self) -> bool:
        """Whether so much changed that the feed's lines are worth gathering."""
        return any(not ids or len(ids) > MANY for ids in self._touched.values())

    def changes(self) -> Iterator[Changes]:
        """What to publish after the commit."""
        for kind, ids in self._touched.items():
            yield Changes(kind, frozenset(ids), self.order.kind, self.order.actor_id, self._origin)


async def begin_unit(session: AsyncSession, order: WriteOrder, origin: str, *, sqlite: bool) -> Unit:
    """Tell the triggers who writes, and write the operation down."""
    operation = {
        "id": order.operation_id,
        "kind": order.kind,
        "actor_id": order.actor_id,
        "at": order.at,
        "state": OperationState.DONE,
        "undoes": order.undoes,
        "params": order.params,
    }
    if sqlite:
        await _begin_embedded(session, order, origin, operation)
        return Unit(session, order, origin)
    at = order.at.isoformat() if order.backdated else None
    told = {"actor": order.actor_id, "operation": order.operation_id, "at": at, "origin": origin, "quiet": order.quiet}
    context = {"context": json.dumps(told)}
    if order.record:
        await session.execute(_TELL_AND_WRITE_DOWN, {**context, **operation})
    else:
        await session.execute(_TELL_POSTGRESQL, context)
    return Unit(session, order, origin)


async def _begin_embedded(
    session: AsyncSession, order: WriteOrder, origin: str, operation: Mapping[str, object]
) -> None:
    at = order.at if order.backdated else None
    if not order.record:
        context = {"actor_id": order.actor_id, "operation_id": order.operation_id, "at": at}
        await session.execute(_TELL_SQLITE, {**context, "origin": origin, "quiet": order.quiet})
        return
    connection = (await session.connection()).sync_connection
    assert connection is not None, "it has just been opened"
    driver: Any = connection.connection.driver_connection  # Any: our `sqlite_driver.Connection`
    moment = None if at is None else sqlite_moment(at)
    driver.run_before_next(_TELL_BESIDE, (order.actor_id, order.operation_id, origin, order.quiet, moment))
    await session.execute(_WRITE_DOWN, operation)
