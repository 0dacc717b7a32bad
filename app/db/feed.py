"""The change feed of a unit that wrote much: one line a kind and responsible in place of one a record (DATA.md)."""

from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

MANY: Final = 200
"""Lines of a kind from which asking again is cheaper for every window than looking at each record."""

_OWN: Final = {True: "operation_id = :operation", False: "xid = pg_current_xact_id()"}


async def condense_feed(session: AsyncSession, operation_id: str, *, sqlite: bool) -> None:
    """Put "many" lines in the place of an open unit's own lines, for each kind that has more than `MANY` of them."""
    if sqlite and not await _has_many(session, operation_id):
        return
    own, told = _OWN[sqlite], {"operation": operation_id} if sqlite else {}
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
