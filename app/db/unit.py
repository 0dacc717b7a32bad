"""The unit of work: one operation, its context for the triggers, and what it changed."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from uuid import uuid4

from sqlalchemy import bindparam, insert, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.changes import Changes
from app.core.kinds import OperationState
from app.db.feed import MANY
from app.models import Operation, SessionContext

_CONTEXT = SessionContext.__table__
# Made once: every unit begins with them.
_TELL_SQLITE = (
    update(SessionContext.__table__)  # type: ignore[arg-type]  # the table of an entity
    .where(_CONTEXT.c.id == 1)
    .values({name: bindparam(name) for name in ("actor_id", "operation_id", "origin", "quiet", "at")})
)
_TELL_POSTGRESQL = text("SELECT set_config('prichal.context', :context, true)")
_WRITE_DOWN = insert(Operation.__table__)  # type: ignore[arg-type]  # likewise


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
    at = order.at if order.backdated else None
    told = {"origin": origin, "quiet": order.quiet}
    if sqlite:
        context = {"actor_id": order.actor_id, "operation_id": order.operation_id, "at": at, **told}
        await session.execute(_TELL_SQLITE, context)
    else:
        context = {"actor": order.actor_id, "operation": order.operation_id, "at": at and at.isoformat(), **told}
        await session.execute(_TELL_POSTGRESQL, {"context": json.dumps(context)})
    if order.record:
        await session.execute(
            _WRITE_DOWN,
            {
                "id": order.operation_id,
                "kind": order.kind,
                "actor_id": order.actor_id,
                "at": order.at,
                "state": OperationState.DONE,
                "undoes": order.undoes,
                "params": order.params,
            },
        )
    return Unit(session, order, origin)
