"""Takes out of the bin for good what nobody restored in time (SPEC: 30 days), in small transactions.

The history keeps a line of each row that goes. A client whom another record still names stays: a lead that became a
deal, the contact of a lead or deal.
"""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from sqlalchemy import ColumnElement, Table, delete, exists, func, or_, select, update

from app.core.errors import UserError
from app.db.unit import Unit
from app.models import Base
from app.services.listed import ACTIVITIES, CONTACTS, DEALS, LEADS
from app.services.workplace import Workplace

KEPT: Final = timedelta(days=30)
AT_ONCE: Final = 50
"""Records of one transaction: with all that hangs on them some thousand rows at most."""
PAUSE_S: Final = 0.005
"""Between two transactions, so that others come to write."""

_ORDER: Final = (ACTIVITIES, DEALS, LEADS, CONTACTS)
"""Deals before the leads they were made of, contacts last."""
_NAMED_BY: Final = {LEADS: ((DEALS, "lead_id"),), CONTACTS: ((LEADS, "contact_id"), (DEALS, "contact_id"))}
"""What keeps a record: rows of these tables that name it."""
_SHARED: Final = ("timeline", "activity", "attachment")
"""They may hang on several clients at once: they go with the last of them."""
_OWNERS: Final = {LEADS: ("deal_id",), DEALS: ("lead_id",), CONTACTS: ("lead_id", "deal_id")}
"""Of each section: whose such a row is as well. A deal's activity names the contact, but is the deal's."""
_OWN: Final = {
    LEADS: (("contact_point", "lead_id"),),
    DEALS: (("payment", "deal_id"),),
    CONTACTS: (
        ("contact_point", "contact_id"), ("related_person", "contact_id"), ("related_person", "other_contact_id"),
    ),
    ACTIVITIES: (("activity_reminder", "activity_id"), ("notification", "activity_id")),
}  # fmt: skip
"""Rows that are nobody else's."""


class Purge:
    """Called once a day by a running program; two of them at once do no harm."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    async def run(self) -> int:
        """Erase what is older than 30 days; how many records went."""
        gone = 0
        for section in _ORDER:
            while taken := await self._piece(section):
                gone += taken
                await asyncio.sleep(PAUSE_S)
        return gone

    async def _piece(self, section: str) -> int:
        """Erase a few; none where the server keeps them from this employee."""
        workplace, table = self._workplace, _table(section)
        overdue = select(table.c.id).where(*_conditions(section), table.c.deleted_at < workplace.now() - KEPT)
        async with workplace.database.read() as session:
            if await session.scalar(overdue.limit(1)) is None:
                return 0
        try:
            async with workplace.database.write(workplace.order("bin.purge", section=section)) as unit:
                ids = (await unit.session.scalars(overdue.order_by(table.c.deleted_at).limit(AT_ONCE))).all()
                await _erase(unit, section, ids)
        except _Kept:
            return 0
        except UserError as refused:
            if refused.code != "not_allowed":
                raise
            return 0  # the server keeps a table from this employee as it keeps rows: nobody asked for this, or is told
        return len(ids)


class _Kept(Exception):
    """Rows are still there: the server's policies let somebody else erase them. Nothing of the piece is done."""


def _conditions(section: str) -> list[ColumnElement[bool]]:
    """In the bin, named by nothing, and not the newest: SQLite would give its number to the next record."""
    table = _table(section)
    newest = select(func.max(table.alias("newest").c.id)).scalar_subquery()
    conditions: list[ColumnElement[bool]] = [table.c.deleted_at.is_not(None), table.c.id < newest]
    for other, column in _NAMED_BY.get(section, ()):
        naming = _table(other).alias(f"naming_{other}")
        conditions.append(~exists(select(naming.c.id).where(naming.c[column] == table.c.id)))
    return conditions


async def _erase(unit: Unit, section: str, ids: Sequence[int]) -> None:
    if not ids:
        return
    if section == ACTIVITIES:
        line = _table("timeline")
        await unit.session.execute(update(line).where(line.c.activity_id.in_(ids)).values(activity_id=None))
    for name, column in _OWN[section]:
        table = _table(name)
        await unit.session.execute(delete(table).where(table.c[column].in_(ids)))
    if section != ACTIVITIES:
        for name in _SHARED:
            await _erase_shared(unit, _table(name), section, ids)
        links = _table("option_link")
        await unit.session.execute(delete(links).where(links.c.section == section, links.c.record_id.in_(ids)))
    table = _table(section)
    erased = (await unit.session.scalars(delete(table).where(table.c.id.in_(ids)).returning(table.c.id))).all()
    if len(erased) != len(ids):
        raise _Kept
    unit.touch(section, *ids)


async def _erase_shared(unit: Unit, table: Table, section: str, ids: Sequence[int]) -> None:
    """Let go of what somebody else keeps, erase the rest with what hangs on it."""
    own = table.c[f"{section}_id"].in_(ids)
    others = or_(*(table.c[column].is_not(None) for column in _OWNERS[section]))
    await unit.session.execute(update(table).where(own, others).values({f"{section}_id": None}))
    if table.name == ACTIVITIES:
        activities = (await unit.session.scalars(select(table.c.id).where(own))).all()
        await _erase(unit, ACTIVITIES, activities)
        return
    await unit.session.execute(delete(table).where(own))


def _table(name: str) -> Table:
    return Base.metadata.tables[name]
