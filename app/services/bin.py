"""The bin: what was deleted in the last 30 days and can be restored, by who deleted it or who may delete it."""

from typing import Final

from sqlalchemy import ColumnElement, Table, false, or_, select, true

from app.core.kinds import Kind, Right, Scope
from app.core.text import display_name
from app.services.listed import ACTIVITIES, Listed, listed
from app.services.purging import KEPT, Purge
from app.services.records.bin import BinItem, BinPage
from app.services.rights import Rights
from app.services.workplace import Workplace

SHOWN: Final = 300
"""How many a page lists, the newest first."""


class Bin:
    """Lists, and purges what is over time; each section's own service restores."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    async def purge(self) -> int:
        """Erase what nobody restored in 30 days; how many records went. For once a day."""
        return await Purge(self._workplace).run()

    async def page(self, section: str) -> BinPage:
        """What can be restored of "lead", "deal", "contact" or "activity". Raises UserError("not_found")."""
        workplace, chosen = self._workplace, listed(section)
        table = chosen.table
        query = (
            select(table)
            .where(table.c.deleted_at >= workplace.now() - KEPT, _restorable(chosen, table, workplace.rights))
            .order_by(table.c.deleted_at.desc(), table.c.id.desc())
            .limit(SHOWN + 1)
        )
        async with workplace.database.read() as session:
            rows = (await session.execute(query)).mappings().all()
        people = workplace.registry.all.employees
        items = [
            BinItem(
                section=section,
                id=row["id"],
                name=row["subject"]
                if section == ACTIVITIES
                else display_name(row["last_name"], row["first_name"], row["middle_name"]) or str(row["title"]),
                deleted_at=row["deleted_at"],
                deleted_by=people[row["deleted_by"]].name if row.get("deleted_by") is not None else "",
                version=row["version"],
                merged_into=row.get("merged_into_id"),
            )
            for row in rows[:SHOWN]
        ]
        return BinPage(items, more=len(rows) > SHOWN)


def _restorable(chosen: Listed, table: Table, rights: Rights) -> ColumnElement[bool]:
    """SPEC: by who deleted it or a supervisor."""
    allowed = _within(rights, chosen.kind, table)
    if chosen.code == ACTIVITIES:  # who deleted one isn't kept with it
        return allowed
    return or_(table.c.deleted_by == rights.employee_id, allowed)


def _within(rights: Rights, kind: Kind, table: Table) -> ColumnElement[bool]:
    """How far the right to delete reaches."""
    match rights.scope(kind, Right.DELETE):
        case Scope.ALL:
            return true()
        case Scope.DEPARTMENT:
            return table.c.responsible_id.in_(sorted(rights.people))
        case Scope.OWN:
            return table.c.responsible_id == rights.employee_id
    return false()
