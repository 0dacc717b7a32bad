"""The search through everything: short queries along the indexes of points and names, so that nobody waits for it."""

from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, CompoundSelect, Select, and_, func, literal, or_, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import ContactPointKind, Kind
from app.models import Contact, ContactPoint, Lead
from app.services.clients.apart import read_pairs
from app.services.duplicates.grouping import Bucket, Grouping
from app.services.listed import without_index
from app.services.records.activities import ClientRef
from app.services.records.duplicates import DuplicateScan, Match, Reason
from app.services.workplace import Workplace

AT_ONCE: Final = 5_000
"""Phones or emails that one query looks at."""
NAMES_AT_ONCE: Final = 2_000
"""Names: in a big office most of them have namesakes, and all of those are looked at here."""
CROWD: Final = 20
"""Records that share a phone: more are no one person, but an office, a switchboard or a "no phone" number."""
FULL_NAME: Final = 3
"""Words of a name that says something by itself."""

Progress = Callable[[int, int], None]
"""Hears how much of how much is looked at."""

_POINTS: Final[tuple[tuple[ContactPointKind, Reason], ...]] = (
    (ContactPointKind.PHONE, "phone"),
    (ContactPointKind.EMAIL, "email"),
)


class Scan:
    """One search. Cancelling its task stops the query under way."""

    def __init__(self, workplace: Workplace, progress: Progress) -> None:
        self._workplace = workplace
        self._progress = progress
        self._looked = self._total = self._crowded = 0

    async def run(self) -> DuplicateScan:
        """Look through phones, emails, names; the employee's own scope of reading bounds what is found."""
        database = self._workplace.database
        async with database.read(streams=True) as session:
            pairs = await read_pairs(session)
            self._total = await self._count(session)
        grouping = Grouping(pairs)
        for kind, reason in _POINTS:
            async for buckets in self._by_point(kind, reason):
                grouping.add(buckets)
        async for buckets in self._by_name():
            grouping.add(buckets)
        return DuplicateScan(await grouping.groups(), self._looked, self._crowded, self._workplace.now())

    async def _count(self, session: AsyncSession) -> int:
        points = select(func.count()).where(ContactPoint.normal.is_not(None))
        leads = select(func.count()).where(Lead.deleted_at.is_(None))
        contacts = select(func.count()).where(Contact.deleted_at.is_(None))
        found = [await session.scalar(query) or 0 for query in (points, leads, contacts)]
        return sum(found)

    def _tell(self, looked: int) -> None:
        self._looked = min(self._looked + looked, self._total)
        self._progress(self._looked, self._total)

    async def _by_point(self, kind: ContactPointKind, reason: Reason) -> AsyncIterator[list[Bucket]]:
        last: str | None = ""
        while last is not None:
            async with self._workplace.database.read(streams=True) as session:
                end = await session.scalar(
                    select(ContactPoint.normal)
                    .where(ContactPoint.point_kind == kind, ContactPoint.normal > last)
                    .order_by(ContactPoint.normal)
                    .offset(AT_ONCE - 1)
                    .limit(1)
                )
                rows = (await session.execute(self._shared_points(kind, last, end))).all()
            found: dict[str, set[ClientRef]] = {}
            for normal, lead_id, contact_id in rows:
                ref = ClientRef("lead", lead_id) if lead_id is not None else ClientRef("contact", contact_id)
                found.setdefault(normal, set()).add(ref)
            self._crowded += sum(len(refs) > CROWD for refs in found.values())
            yield [Bucket(Match(reason, key), refs) for key, refs in found.items() if 1 < len(refs) <= CROWD]
            self._tell(AT_ONCE)
            last = end

    def _shared_points(self, kind: ContactPointKind, last: str, end: str | None) -> Select[Any]:
        """The owners of what several share, between two phones; only those that are there and may be read."""
        c = ContactPoint.__table__.c
        span = [c.point_kind == kind, c.normal > last, *(() if end is None else (c.normal <= end,))]
        shared = select(c.normal).where(*span).group_by(c.normal).having(func.count() > 1)
        return (
            select(c.normal, c.lead_id, c.contact_id)
            .outerjoin_from(ContactPoint, Lead, Lead.id == c.lead_id)
            .outerjoin(Contact, Contact.id == c.contact_id)
            .where(c.point_kind == kind, c.normal.in_(shared), or_(and_(*self._leads()), and_(*self._contacts())))
        )

    def _leads(self) -> Sequence[ColumnElement[bool]]:
        """Leads that stand for a person of their own: for one with a contact, its contact does."""
        rights = self._workplace.rights
        return (
            # by the names' index, or by the number: not through all leads without a contact
            Lead.id.is_not(None), Lead.deleted_at.is_(None), self._plain(Lead.__table__.c.contact_id).is_(None),
            rights.readable(Kind.LEAD, Lead.responsible_id),
        )  # fmt: skip

    def _plain(self, column: ColumnElement[Any]) -> ColumnElement[Any]:
        return without_index(column) if self._workplace.database.is_sqlite else column

    def _contacts(self) -> Sequence[ColumnElement[bool]]:
        readable = self._workplace.rights.readable(Kind.CONTACT, Contact.responsible_id)
        return Contact.id.is_not(None), Contact.deleted_at.is_(None), readable

    async def _by_name(self) -> AsyncIterator[list[Bucket]]:
        last: str | None = ""
        while last is not None:
            async with self._workplace.database.read() as session:
                ends: list[str | None] = [await session.scalar(_end_of(entity, last)) for entity in (Lead, Contact)]
                end = min((one for one in ends if one is not None), default=None)
                rows = (await session.execute(self._same_names(last, end))).all()
            found: dict[str, list[tuple[ClientRef, object]]] = {}
            for section, record_id, name, birth in rows:
                found.setdefault(name, []).append((ClientRef(section, record_id), birth))
            yield [bucket for name, people in found.items() for bucket in _namesakes(name, people)]
            self._tell(NAMES_AT_ONCE)
            last = end

    def _same_names(self, last: str, end: str | None) -> Select[Any]:
        shared = _names(last, end).subquery()
        names = select(shared.c.sort_key).group_by(shared.c.sort_key).having(func.count() > 1)
        people = union_all(
            select(literal("lead").label("section"), Lead.id, Lead.sort_key, Lead.birth_date).where(
                *_span(Lead, last, end), *self._leads(), Lead.sort_key.in_(names)
            ),
            select(literal("contact").label("section"), Contact.id, Contact.sort_key, Contact.birth_date).where(
                *_span(Contact, last, end), *self._contacts(), Contact.sort_key.in_(names)
            ),
        ).subquery()
        return select(people.c.section, people.c.id, people.c.sort_key, people.c.birth_date)


def _names(last: str, end: str | None) -> CompoundSelect[Any]:
    return union_all(
        *(
            select(entity.sort_key.label("sort_key")).where(*_span(entity, last, end), entity.deleted_at.is_(None))
            for entity in (Lead, Contact)
        )
    )


def _span(entity: type[Lead] | type[Contact], last: str, end: str | None) -> Sequence[ColumnElement[bool]]:
    return (entity.sort_key > last, *(() if end is None else (entity.sort_key <= end,)))


def _end_of(entity: type[Lead] | type[Contact], last: str) -> Select[Any]:
    return (
        select(entity.sort_key)
        .where(entity.sort_key > last, entity.deleted_at.is_(None))
        .order_by(entity.sort_key)
        .offset(NAMES_AT_ONCE - 1)
        .limit(1)
    )


def _namesakes(name: str, people: Sequence[tuple[ClientRef, object]]) -> list[Bucket]:
    """Born on the same day: one person. A full name alone says it only where no two birth dates contradict."""
    days: dict[object, set[ClientRef]] = {}
    for ref, birth in people:
        days.setdefault(birth, set()).add(ref)
    born = [refs for birth, refs in days.items() if birth is not None]
    found = [Bucket(Match("birth", name), refs) for refs in born if 1 < len(refs) <= CROWD]
    everybody = {ref for ref, _ in people}
    if len(born) < 2 and None in days and 1 < len(everybody) <= CROWD and len(name.split()) >= FULL_NAME:
        found.append(Bucket(Match("name", name), everybody))
    return found
