"""Undo of a merge: what the history doesn't tell the owner of goes back to whom it came from."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Table, update

from app.core.kinds import Kind
from app.db.unit import Unit
from app.models import Attachment, Operation, RelatedPerson, TimelineItem
from app.services.clients.person import copy_person
from app.services.undo.records import LeftItem, LeftReason

MERGES: Final = frozenset({"lead.merge", "contact.merge"})
MOVED: Final = "moved"

_TABLES: Final[Mapping[str, Any]] = {  # Any: tables of entities
    "timeline": TimelineItem.__table__,
    "attachment": Attachment.__table__,
    "related_person": RelatedPerson.__table__,
}
_KINDS: Final = {"timeline": Kind.TIMELINE.value, "attachment": Kind.FILE.value}


async def give_back_merged(unit: Unit, operation: Operation) -> list[LeftItem]:
    """Lines, files and relations return while they are still the survivor's; names show their own contact's again."""
    section, survivor = operation.kind.partition(".")[0], operation.params.get("ref")
    moved = operation.params.get(MOVED)
    left: list[LeftItem] = []
    for name, owners in (moved if isinstance(moved, dict) else {}).items():
        table_name, _, column = str(name).partition(".")
        table: Table = _TABLES[table_name]
        owner = table.c[column or f"{section}_id"]
        for former, ids in owners.items():
            back = update(table).where(table.c.id.in_(ids), owner == survivor).values({owner.name: int(former)})
            returned = set((await unit.session.scalars(back.returning(table.c.id))).all())
            if table_name in _KINDS:
                left += [
                    LeftItem(_KINDS[table_name], one, "", "", LeftReason.CHANGED) for one in ids if one not in returned
                ]
    if section == "contact" and isinstance(survivor, int):
        for contact_id in _contacts(operation, survivor):
            await copy_person(unit, contact_id)
    return left


def _contacts(operation: Operation, survivor: int) -> list[int]:
    """The survivor, and those that are contacts of their own again."""
    others = operation.params.get("others")
    pairs = others if isinstance(others, list) else []
    return [survivor, *(int(number) for kind, number in pairs if kind == "contact")]
