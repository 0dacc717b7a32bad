"""The change feed of a unit that wrote much: one line a kind and responsible in place of one a record (DATA.md)."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import delete, func, insert, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import ChangeFeed

MANY: Final = 200
"""Lines of a kind from which asking again is cheaper for every window than looking at each record."""


async def condense_feed(session: AsyncSession, operation_id: str, *, sqlite: bool) -> None:
    """Put "many" lines in the place of an open unit's own lines, for each kind that has more than `MANY` of them."""
    if not sqlite:
        await session.execute(text("SELECT condense_feed(:many)"), {"many": MANY})
        return
    if not await _has_many(session, operation_id):
        return
    own, told = "operation_id = :operation", {"operation": operation_id}
    counted = text(f"SELECT kind FROM change_feed WHERE {own} GROUP BY kind HAVING count(*) > :many")
    kinds = (await session.scalars(counted, {**told, "many": MANY})).all()
    for kind in kinds:
        newest = await session.scalar(
            text(f"SELECT max(id) FROM change_feed WHERE {own} AND kind = :kind"), {**told, "kind": kind}
        )
        which = {**told, "kind": kind, "newest": newest}
        await session.execute(
            text(
                "INSERT INTO change_feed (at, kind, op, operation_id, actor_id, origin, responsible_id) "
                "SELECT max(at), kind, 'many', operation_id, actor_id, origin, responsible_id FROM change_feed "
                f"WHERE {own} AND kind = :kind AND id <= :newest "
                "GROUP BY kind, operation_id, actor_id, origin, responsible_id"
            ),
            which,
        )
        await session.execute(text(f"DELETE FROM change_feed WHERE {own} AND kind = :kind AND id <= :newest"), which)


async def _has_many(session: AsyncSession, operation_id: str) -> bool:
    """Whether so many of SQLite's newest lines can be the unit's: its writers are serial, and no index tells."""
    line = text("SELECT operation_id FROM change_feed ORDER BY id DESC LIMIT 1 OFFSET :many")
    return bool(await session.scalar(line, {"many": MANY}) == operation_id)


async def tell(session: AsyncSession, lines: Sequence[Mapping[str, object]]) -> None:
    """Add lines that no trigger writes: about reminders and notifications of one's own, and "many" of a kind.

    Each has kind, ref, op, responsible_id, at, operation_id, actor_id, origin; PostgreSQL takes who and when from
    itself, and refuses any other line.
    """
    if not lines:
        return
    if session.get_bind().dialect.name == "sqlite":
        await session.execute(insert(ChangeFeed), list(lines))
        return
    for line in lines:
        said = {"operation": line.get("operation_id"), "origin": line["origin"], "actor": line["actor_id"]}
        await session.execute(
            text("SELECT tell(:kind, :ref, :op, :responsible_id, CAST(:said AS jsonb))"),
            {
                **{key: line[key] for key in ("kind", "ref", "op", "responsible_id")},
                "said": json.dumps(said),
            },
        )


async def trim(session: AsyncSession, before: datetime) -> None:
    """Drop lines older than a moment; the newest stays, so that ids go on from it."""
    if session.get_bind().dialect.name == "sqlite":
        newest = select(func.max(ChangeFeed.id)).scalar_subquery()
        await session.execute(delete(ChangeFeed).where(ChangeFeed.at < before, ChangeFeed.id < newest))
    else:
        await session.execute(text("SELECT trim_feed(:before)"), {"before": before})
