"""Takes out of the bin for good what nobody restored in time (SPEC: 30 days), in small transactions.

The history keeps a line of each row that goes. A client whom another record still names stays: a lead that became a
deal, the contact of a lead or deal.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Select, Table, delete, exists, func, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

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
        """Erase a few. A server does it itself: no employee's role may erase rows, whatever they are."""
        workplace = self._workplace
        erase = _Embedded(section) if workplace.database.is_sqlite else _OnServer(section)
        before = workplace.now() - KEPT
        async with workplace.database.read() as session:
            if not await erase.is_due(session, before):
                return 0
        async with workplace.database.write(workplace.order("bin.purge", section=section)) as unit:
            ids = await erase.erase(unit, before)
            unit.touch(section, *ids)
        return len(ids)


@dataclass(frozen=True, slots=True)
class _OnServer:
    """By the fixed function, which goes by its own clock."""

    section: str

    async def is_due(self, session: AsyncSession, before: datetime) -> bool:
        asked = {"section": self.section, "before": before}
        return bool(await session.scalar(text("SELECT bin_is_overdue(:section, :before)"), asked))

    async def erase(self, unit: Unit, before: datetime) -> Sequence[int]:
        asked = {"section": self.section, "before": before, "many": AT_ONCE}
        return (await unit.session.scalars(text("SELECT purge_bin(:section, :before, :many)"), asked)).all()


@dataclass(frozen=True, slots=True)
class _Embedded:
    """Row by row, with all that hangs on them."""

    section: str

    async def is_due(self, session: AsyncSession, before: datetime) -> bool:
        return await session.scalar(self._overdue(before).limit(1)) is not None

    async def erase(self, unit: Unit, before: datetime) -> Sequence[int]:
        deleted_at = _table(self.section).c.deleted_at
        ids = (await unit.session.scalars(self._overdue(before).order_by(deleted_at).limit(AT_ONCE))).all()
        await _erase(unit, self.section, ids)
        return ids

    def _overdue(self, before: datetime) -> Select[int]:
        table = _table(self.section)
        return select(table.c.id).where(*_conditions(self.section), table.c.deleted_at < before)


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
    await unit.session.execute(delete(table).where(table.c.id.in_(ids)))


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
