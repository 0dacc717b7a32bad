"""Pairs of records that people said are no duplicates; they hold for everyone."""

from collections.abc import Iterable
from itertools import combinations
from typing import Any, Final

from sqlalchemy import and_, delete, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from app.db.engine import Database
from app.db.unit import Unit
from app.models import NotDuplicate
from app.services.records.activities import ClientRef

Pair = tuple[ClientRef, ClientRef]
"""In order: by section, then by number."""

_AT_ONCE: Final = 5_000


def pairs_of(refs: Iterable[ClientRef]) -> list[Pair]:
    """Each two of some records, in order."""
    return list(combinations(sorted(set(refs), key=_order), 2))


async def read_pairs(session: AsyncSession) -> set[Pair]:
    """All of them: as many as people have looked at."""
    found: set[Pair] = set()
    rows = await session.stream(
        select(NotDuplicate.one_kind, NotDuplicate.one_id, NotDuplicate.other_kind, NotDuplicate.other_id)
    )
    async for part in rows.partitions(_AT_ONCE):
        found.update((ClientRef(row[0], row[1]), ClientRef(row[2], row[3])) for row in part)
    return found


async def apart_from(session: AsyncSession, ref: ClientRef) -> set[ClientRef]:
    """Those that are known to be somebody else."""
    rows = await session.execute(
        select(NotDuplicate).where(
            or_(
                and_(NotDuplicate.one_kind == ref.section, NotDuplicate.one_id == ref.id),
                and_(NotDuplicate.other_kind == ref.section, NotDuplicate.other_id == ref.id),
            )
        )
    )
    found = set()
    for pair in rows.scalars():
        one, other = ClientRef(pair.one_kind, pair.one_id), ClientRef(pair.other_kind, pair.other_id)
        found.add(other if one == ref else one)
    return found


async def write_pairs(unit: Unit, database: Database, pairs: Iterable[Pair]) -> None:
    """Say that each two are two people; what somebody said before stays."""
    dialect: Any = sqlite if database.is_sqlite else postgresql  # Any: two modules of one shape
    rows = [
        {
            "one_kind": one.section, "one_id": one.id, "other_kind": other.section, "other_id": other.id,
            "at": unit.at, "employee_id": unit.order.actor_id,
        }
        for one, other in pairs
    ]  # fmt: skip
    if rows:
        await unit.session.execute(dialect.insert(NotDuplicate).values(rows).on_conflict_do_nothing())


async def drop_pairs(unit: Unit, pairs: Iterable[Pair]) -> None:
    """Take it back."""
    for one, other in pairs:
        await unit.session.execute(
            delete(NotDuplicate).where(
                NotDuplicate.one_kind == one.section,
                NotDuplicate.one_id == one.id,
                NotDuplicate.other_kind == other.section,
                NotDuplicate.other_id == other.id,
            )
        )


def _order(ref: ClientRef) -> tuple[str, int]:
    return ref.section, ref.id
