"""Who else has a card open: each program says so of its own cards, and says it again while they stay open.

A line that nobody has said again for a minute counts for nothing: its program was killed or cut off.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from time import monotonic
from typing import Final

from sqlalchemy import ColumnElement, DateTime, Interval, delete, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.db.feed import tell
from app.db.unit import Unit, WriteOrder
from app.models import Employee, OpenCard
from app.models.base import UtcDateTime
from app.services.records.activities import ClientRef
from app.services.workplace import Workplace

OPEN_CARDS: Final = "open_card"
"""`Changes.kind` of a card that was opened or closed somewhere: whoever shows one asks again."""

LEASE: Final = timedelta(seconds=70)
AGAIN_S: Final = 25.0
"""All cards of a program are said again by one statement, this often at most."""

FORGOTTEN: Final = timedelta(days=1)


class OpenCards:
    """The cards of this program, and who else has them open."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._said: float | None = None
        self._refs: list[ClientRef] = []

    async def open(self, ref: ClientRef) -> None:
        """Say that this program shows a card; what it left behind long ago goes by the way."""
        self._refs.append(ref)
        async with self._workplace.database.write(self._order("open_card.open")) as unit:
            old = moment(self._workplace, FORGOTTEN)
            mine = OpenCard.employee_id == self._me
            await unit.session.execute(delete(OpenCard).where(mine, OpenCard.seen_at < old))
            await self._add(unit, ref)
            await self._tell(unit, ref.id)

    async def close(self, ref: ClientRef) -> None:
        """Say that the card is closed."""
        self._refs = [one for one in self._refs if one != ref]
        async with self._workplace.database.write(self._order("open_card.close")) as unit:
            await unit.session.execute(delete(OpenCard).where(self._own, _is(ref)))
            await self._tell(unit, ref.id)

    async def leave(self) -> None:
        """The program ends; nothing is written where it has said nothing."""
        async with self._workplace.database.read() as session:
            if await session.scalar(select(OpenCard.id).where(self._own).limit(1)) is None:
                return
        async with self._workplace.database.write(self._order("open_card.leave")) as unit:
            await unit.session.execute(delete(OpenCard).where(self._own))
            await self._tell(unit)

    async def say_again(self) -> None:
        """Every open card asks for this; one statement for all of them is enough."""
        if self._said is not None and monotonic() - self._said < AGAIN_S / 2:
            return
        self._said = monotonic()
        async with self._workplace.database.write(self._order("open_card.again")) as unit:
            again = update(OpenCard).where(self._own).values(seen_at=moment(self._workplace)).returning(OpenCard.id)
            if len((await unit.session.scalars(again)).all()) != len(self._refs):  # some were not said while offline
                await unit.session.execute(delete(OpenCard).where(self._own))
                for ref in self._refs:
                    await self._add(unit, ref)

    async def _add(self, unit: Unit, ref: ClientRef) -> None:
        row = {"program": self._program, "employee_id": self._me, f"{ref.section}_id": ref.id}
        await unit.session.execute(insert(OpenCard).values(**row, seen_at=moment(self._workplace)))

    async def others(self, ref: ClientRef) -> tuple[tuple[int, str], ...]:
        """Number and name of each colleague who has the card open just now, who opened it first first."""
        async with self._workplace.database.read() as session:
            rows = await session.execute(
                select(Employee.id, Employee.name)
                .join(OpenCard, OpenCard.employee_id == Employee.id)
                .where(_is(ref), OpenCard.seen_at > moment(self._workplace, LEASE), Employee.id != self._me)
                .group_by(Employee.id, Employee.name)
                .order_by(func.min(OpenCard.id))
            )
            return tuple((number, name) for number, name in rows)

    @property
    def _me(self) -> int:
        return self._workplace.actor.employee_id

    @property
    def _program(self) -> str:
        return self._workplace.database.origin

    @property
    def _own(self) -> ColumnElement[bool]:
        return (OpenCard.program == self._program) & (OpenCard.employee_id == self._me)

    def _order(self, kind: str) -> WriteOrder:
        return WriteOrder(kind, self._me, self._workplace.now(), record=False)

    async def _tell(self, unit: Unit, *ids: int) -> None:
        unit.touch(OPEN_CARDS, *ids)
        line = {"kind": OPEN_CARDS, "ref": None, "op": "many", "responsible_id": None, "at": unit.at,
                "operation_id": None, "actor_id": self._me, "origin": self._program}  # fmt: skip
        await tell(unit.session, [line])


def moment(workplace: Workplace, ago: timedelta = timedelta(0)) -> ColumnElement[datetime]:
    """The present one, or one before it; by the server's clock where there is one, as workstations' own differ."""
    if workplace.database.is_sqlite:
        return literal(workplace.now() - ago, UtcDateTime())
    return func.clock_timestamp(type_=DateTime(timezone=True)) - literal(ago, Interval())


async def open_elsewhere(session: AsyncSession, workplace: Workplace, section: str, ids: Sequence[int]) -> set[int]:
    """Those of the records of a section that a colleague has open just now: the work queue passes them over."""
    column = OpenCard.__table__.c[f"{section}_id"]
    found = await session.scalars(
        select(column).where(
            column.in_(ids),
            OpenCard.seen_at > moment(workplace, LEASE),
            OpenCard.employee_id != workplace.actor.employee_id,
        )
    )
    return set(found)


def _is(ref: ClientRef) -> ColumnElement[bool]:
    column: ColumnElement[int | None] = OpenCard.__table__.c[f"{ref.section}_id"]
    return column == ref.id
