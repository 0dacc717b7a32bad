"""The global search over leads, deals and contacts at once."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import ContactPointKind, StageKind
from app.core.text import display_name
from app.models import ContactPoint
from app.services.listed import CONTACTS
from app.services.records.lists import SearchHit
from app.services.search.ranking import MATCHED, Fit, Known, Query
from app.services.search.statements import SECTIONS, Statements, parameters, shape_of
from app.services.search.wording import Wanted, number, wanted
from app.services.workplace import Workplace

CANDIDATES = 2
"""How many times the asked number is looked at before the best are chosen."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A client that the query found in one way or another."""

    section: str
    row: Any  # as `statements` names its columns
    name: str

    @classmethod
    def of(cls, row: Any) -> "Candidate":  # Any: likewise
        name = display_name(row.last_name, row.first_name, row.middle_name) or str(row.title)
        return cls(row.section, row, name)

    @property
    def person(self) -> tuple[str, int]:
        """Where the phones are: on the contact once there is one."""
        if self.section != CONTACTS and self.row.contact_id is not None:
            return "contact_id", int(self.row.contact_id)
        return f"{self.section}_id", int(self.row.id)


Phones = dict[tuple[str, int], list[str]]
Ranked = tuple[tuple[Fit, bool, int, int], Candidate]


class Search:
    """Finds clients by a piece of a name, phone, email, number or text."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._statements = Statements()

    async def find(self, text: str, limit: int = 20) -> tuple[SearchHit, ...]:
        """The best hits first; nothing for an empty query. Cancelling the task stops the query in the database."""
        parts = wanted(text)
        if not parts:
            return ()
        query = Query(text)
        async with self._workplace.database.read() as session:
            found = await self._candidates(session, text, parts, limit * CANDIDATES)
            if query.asks_phones:
                phones = await self._phones(session, found)
                ranked = self._ranked(query, found, phones)[:limit]
            else:  # no phone can match: only those of the hits are shown
                ranked = self._ranked(query, found, {})[:limit]
                phones = await self._phones(session, [one for _, one in ranked])
        return tuple(self._hit(place[0], one, phones) for place, one in ranked)

    def _ranked(self, query: Query, found: Sequence[Candidate], phones: Phones) -> list[Ranked]:
        placed = ((self._place(query, one, phones), one) for one in found)
        return sorted(placed, key=lambda pair: pair[0])  # the key is unique: it ends with section and id

    async def _candidates(
        self, session: AsyncSession, text: str, parts: Sequence[Wanted], limit: int
    ) -> list[Candidate]:
        """Everything that may be meant, by one statement."""
        exact, sqlite = number(text), self._workplace.database.is_sqlite
        statement = self._statements.find(shape_of(parts, exact), self._workplace.rights, sqlite=sqlite)
        found: dict[tuple[str, int], Candidate] = {}
        for row in await session.execute(statement, parameters(text, parts, exact, limit, sqlite=sqlite)):
            found.setdefault((row.section, row.id), Candidate.of(row))
        return list(found.values())

    async def _phones(self, session: AsyncSession, found: Sequence[Candidate]) -> Phones:
        """All phones of the people found, first the first."""
        points = ContactPoint.__table__.c
        owners: defaultdict[str, set[int]] = defaultdict(set)
        for column, owner in (one.person for one in found):
            if column in points:
                owners[column].add(owner)
        if not owners:
            return {}
        # One statement a column: over both, SQLite reads every phone there is once there are a million.
        parts = [
            select(points.lead_id, points.contact_id, points.value, points.normal, points.position, points.id).where(
                points.point_kind == ContactPointKind.PHONE, points[column].in_(ids)
            )
            for column, ids in owners.items()
        ]
        query = union_all(*parts).order_by("position", "id")
        phones: Phones = {}
        for lead_id, contact_id, value, normal, *_ in await session.execute(query):
            person = ("contact_id", contact_id) if lead_id is None else ("lead_id", lead_id)
            phones.setdefault(person, []).append(normal or value)
        return phones

    def _place(self, query: Query, one: Candidate, phones: Phones) -> tuple[Fit, bool, int, int]:
        """Best fit, then what is in progress, then leads, deals, contacts, the newest first."""
        stage_id = one.row.stage_id
        closed = stage_id is not None and self._workplace.registry.stage(stage_id).kind is not StageKind.WORKING
        return query.fit(self._known(one, phones)), closed, SECTIONS.index(one.section), -one.row.id

    @staticmethod
    def _known(one: Candidate, phones: Phones) -> Known:
        shown = [one.row.phone] if one.row.phone else []
        return Known(
            one.row.id, one.name, phones.get(one.person, shown), one.row.email or "", one.row.contract_number or ""
        )

    def _hit(self, fit: Fit, one: Candidate, phones: Phones) -> SearchHit:
        row, known = one.row, self._known(one, phones)
        types = self._workplace.registry.all.deal_types
        return SearchHit(
            section=one.section,
            id=row.id,
            name=one.name,
            phone=row.phone,
            detail=types[row.deal_type_id].name if row.deal_type_id in types else "",
            stage_id=row.stage_id,
            responsible_id=row.responsible_id,
            matched=MATCHED[fit],
            phones=tuple(known.phones),
            next_activity_at=row.next_activity_at,
            created_on=row.created_at.astimezone(self._workplace.zone).date(),
        )
