"""The change feed of bulk writing: one row a kind and responsible in place of one a record (DATA.md, "Change feed")."""

from collections.abc import Iterable
from typing import Final

from app.core.kinds import Kind
from app.db.engine import Database
from app.db.feed import tell
from app.db.unit import Unit

MANY: Final = "many"


async def tell_many(unit: Unit, database: Database, changed: Iterable[tuple[str, int | None]]) -> None:
    """Say that many records changed: pairs of kind and responsible. The unit is a quiet one."""
    pairs = sorted(set(changed), key=lambda pair: (pair[0], pair[1] or 0))
    shared = {
        "at": unit.at, "ref": None, "op": MANY, "operation_id": unit.operation_id, "actor_id": unit.order.actor_id,
        "origin": database.origin,
    }  # fmt: skip
    await tell(unit.session, [{**shared, "kind": kind, "responsible_id": owner} for kind, owner in pairs])
    for kind in {kind for kind, _ in pairs}:
        unit.touch(Kind(kind))
