"""The change feed of bulk writing: one row a kind and responsible in place of one a record (DATA.md, "Change feed")."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Table, insert

from app.core.kinds import Kind
from app.db.engine import Database
from app.db.unit import Unit
from app.models import ChangeFeed

MANY: Final = "many"


async def tell_many(unit: Unit, database: Database, changed: Iterable[tuple[str, int | None]]) -> None:
    """Say that many records changed: pairs of kind and responsible. The unit is a quiet one."""
    pairs = sorted(set(changed), key=lambda pair: (pair[0], pair[1] or 0))
    table = ChangeFeed.__table__
    assert isinstance(table, Table)
    if pairs:
        await unit.session.execute(
            insert(table),
            [
                {
                    "at": unit.at,
                    "kind": kind,
                    "ref": None,
                    "op": MANY,
                    "operation_id": unit.operation_id,
                    "actor_id": unit.order.actor_id,
                    "origin": database.origin,
                    "responsible_id": responsible_id,
                }
                for kind, responsible_id in pairs
            ],
        )
    for kind in {kind for kind, _ in pairs}:
        unit.touch(Kind(kind))
