"""The notifications of the signed-in employee: collected, listed, read; the same on every workstation."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import ActivityState, Kind
from app.db.feed import tell
from app.db.unit import Unit, WriteOrder
from app.models import Activity, History, Notification, UserSetting
from app.services.activities.rows import of_living_clients
from app.services.notifications import ways as kept
from app.services.notifications.finding import Found, find
from app.services.notifications.naming import records
from app.services.records.activities import ClientRef
from app.services.records.notifications import (
    GROUPS,
    NotificationGroup,
    NotificationKind,
    NotificationRecord,
    Unread,
    Ways,
)
from app.services.upserts import upsert
from app.services.workplace import Workplace

CURSOR: Final = "notifications.cursor"
OVERLAP: Final = timedelta(minutes=10)
"""Transactions commit in another order than they write their time: what is near the cursor is looked at again."""
LOOK_BACK: Final = timedelta(days=14)
"""How far back the first look goes."""
KEPT: Final = timedelta(days=90)

_Row = Notification


class Notifications:
    """See the package. Every call is about the signed-in employee's own notifications."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    async def collect(self) -> tuple[NotificationRecord, ...]:
        """Find what is new, and let go of "overdue" that no longer holds; answers what this program found first.

        What two workstations find at the same time is answered to one of them, which shows its popup.
        """
        async with self._workplace.database.read() as session:
            ways = await self._ways(session)
            cursor = await self._cursor(session)
            found, reached = await find(session, self._workplace, cursor - OVERLAP)
            found += await self._overdue(session)
            known = await self._known(session, [one.mark for one in found])
            new = [one for one in found if one.mark not in known and not ways[one.kind].off]
            settled = list(await session.scalars(select(_Row.id).where(self._own(), self._settled())))
        if not new and not settled and reached - cursor < OVERLAP:
            return ()
        async with self._workplace.database.write(self._order("notification.collect")) as unit:
            added = await self._add(unit, new)
            await self._keep_setting(unit, CURSOR, reached.isoformat())
            if settled:
                await unit.session.execute(update(_Row).where(_Row.id.in_(settled)).values(read_at=unit.at))
            await unit.session.execute(delete(_Row).where(self._own(), _Row.at < unit.at - KEPT))
            if added or settled:
                await self._tell(unit)
            rows = await unit.session.scalars(select(_Row).where(_Row.id.in_(added)).order_by(_Row.at, _Row.id))
            return await records(unit.session, self._workplace, rows.all())

    async def unread(self) -> Unread:
        """The number on the bell, and those of its filters."""
        async with self._workplace.database.read() as session:
            rung = self._rung(await self._ways(session))
            rows = await session.execute(
                select(_Row.kind, func.count()).where(self._own(), rung, _Row.read_at.is_(None)).group_by(_Row.kind)
            )
            counts: dict[NotificationGroup, int] = dict.fromkeys(NotificationGroup, 0)
            for kind, count in rows:
                counts[GROUPS[NotificationKind(kind)]] += count
        return Unread(counts)

    async def page(
        self, group: NotificationGroup | None = None, *, unread_only: bool = False, limit: int = 50
    ) -> tuple[NotificationRecord, ...]:
        """The newest first."""
        wanted = [kind.value for kind in NotificationKind if group is None or GROUPS[kind] is group]
        query = select(_Row).where(self._own(), _Row.kind.in_(wanted)).order_by(_Row.at.desc(), _Row.id.desc())
        if unread_only:
            query = query.where(_Row.read_at.is_(None))
        async with self._workplace.database.read() as session:
            rung = self._rung(await self._ways(session))
            rows = (await session.scalars(query.where(rung).limit(limit))).all()
            return await records(session, self._workplace, rows)

    async def mark(self, ids: Collection[int], *, read: bool) -> None:
        """Read, or unread again."""
        await self._mark(_Row.id.in_(list(ids)), read=read)

    async def read_all(self) -> None:
        """Everything is read."""
        await self._mark(_Row.read_at.is_(None), read=True)

    async def next_moment(self) -> datetime | None:
        """When the next activity becomes overdue."""
        async with self._workplace.database.read() as session:
            soonest: datetime | None = await session.scalar(
                select(func.min(Activity.starts_at)).where(self._planned(), Activity.starts_at > self._workplace.now())
            )
        return soonest

    async def ways(self) -> Mapping[NotificationKind, Ways]:
        """How each kind reaches the employee."""
        async with self._workplace.database.read() as session:
            return await self._ways(session)

    async def set_ways(self, ways: Mapping[NotificationKind, Ways]) -> None:
        """Keep how each kind reaches the employee, on every workstation."""
        async with self._workplace.database.write(self._order("notification.ways")) as unit:
            await self._keep_setting(unit, kept.KEY, kept.to_json(ways))
            await self._tell(unit)

    @property
    def _me(self) -> int:
        return self._workplace.actor.employee_id

    def _own(self) -> ColumnElement[bool]:
        return _Row.employee_id == self._me

    def _planned(self) -> ColumnElement[bool]:
        return (
            (Activity.responsible_id == self._me)
            & (Activity.state == ActivityState.PLANNED)
            & Activity.deleted_at.is_(None)
            & of_living_clients()
        )

    def _rung(self, ways: Mapping[NotificationKind, Ways]) -> ColumnElement[bool]:
        return _Row.kind.in_([kind.value for kind, one in ways.items() if one.bell])

    def _settled(self) -> ColumnElement[bool]:
        """ "Overdue" that was completed, moved or handed over meanwhile."""
        overdue = select(Activity.id).where(self._planned(), Activity.starts_at <= self._workplace.now())
        kind = NotificationKind.OVERDUE.value
        return (_Row.kind == kind) & _Row.read_at.is_(None) & _Row.activity_id.not_in(overdue)

    async def _overdue(self, session: AsyncSession) -> list[Found]:
        now = self._workplace.now()
        rows = await session.execute(
            select(Activity.id, Activity.starts_at, Activity.lead_id, Activity.deal_id, Activity.contact_id).where(
                self._planned(), Activity.starts_at <= now, Activity.starts_at > now - LOOK_BACK
            )
        )
        return [
            Found(
                f"overdue:{row.id}:{row.starts_at:%Y-%m-%dT%H:%M}", row.starts_at, NotificationKind.OVERDUE, None,
                _ref(row), row.id,
            )
            for row in rows
        ]  # fmt: skip

    async def _cursor(self, session: AsyncSession) -> datetime:
        stored = await session.scalar(self._setting(CURSOR))
        if isinstance(stored, str):
            return datetime.fromisoformat(stored)
        newest = await session.scalar(select(func.max(History.at)))
        return (newest or self._workplace.now()) - LOOK_BACK

    async def _known(self, session: AsyncSession, marks: Sequence[str]) -> set[str]:
        return set(await session.scalars(select(_Row.mark).where(self._own(), _Row.mark.in_(marks))))

    async def _add(self, unit: Unit, found: Sequence[Found]) -> list[int]:
        """Those that no other workstation has added meanwhile."""
        added: list[int] = []
        dialect: Any = sqlite if self._workplace.database.is_sqlite else postgresql  # Any: two modules of one shape
        for one in found:
            statement = (
                dialect.insert(_Row)
                .values(
                    employee_id=self._me, mark=one.mark, at=one.at, kind=one.kind.value, actor_id=one.actor_id,
                    section=one.ref.section if one.ref else None, ref=one.ref.id if one.ref else None,
                    activity_id=one.activity_id, params=one.params,
                )
                .on_conflict_do_nothing(index_elements=["employee_id", "mark"])
                .returning(_Row.id)
            )  # fmt: skip
            number = await unit.session.scalar(statement)
            if number is not None:
                added.append(number)
        return added

    async def _mark(self, which: ColumnElement[bool], *, read: bool) -> None:
        async with self._workplace.database.write(self._order("notification.read")) as unit:
            await unit.session.execute(update(_Row).where(self._own(), which).values(read_at=unit.at if read else None))
            await self._tell(unit)

    def _setting(self, key: str) -> Any:  # Any: a select of one JSON value
        return select(UserSetting.value).where(UserSetting.employee_id == self._me, UserSetting.key == key)

    async def _ways(self, session: AsyncSession) -> dict[NotificationKind, Ways]:
        return kept.from_json(await session.scalar(self._setting(kept.KEY)))

    async def _keep_setting(self, unit: Unit, key: str, value: object) -> None:
        row = {"employee_id": self._me, "key": key}
        await unit.session.execute(upsert(self._workplace.database, UserSetting, row, {"value": value}))

    async def _tell(self, unit: Unit) -> None:
        """Let the employee's other workstations ask again."""
        line = {
            "at": unit.at, "kind": Kind.NOTIFICATION.value, "ref": self._me, "op": "change", "actor_id": self._me,
            "origin": self._workplace.database.origin, "responsible_id": self._me,
        }  # fmt: skip
        await tell(unit.session, [line])
        unit.touch(Kind.NOTIFICATION, self._me)

    def _order(self, kind: str) -> WriteOrder:
        return WriteOrder(kind, self._me, self._workplace.now(), record=False)


def _ref(row: Row[*tuple[Any, ...]]) -> ClientRef | None:
    for section, number in (("lead", row.lead_id), ("deal", row.deal_id), ("contact", row.contact_id)):
        if number is not None:
            return ClientRef(section, number)
    return None
