"""The global search over leads, deals and contacts at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, null, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import ContactPointKind, StageKind
from app.core.text import display_name, search_terms
from app.models import ContactPoint
from app.services.listed import CONTACTS, DEALS, LEADS, Listed, listed, without_index
from app.services.records.lists import SearchHit
from app.services.search.conditions import matches, text_condition
from app.services.search.ranking import MATCHED, Known, Query
from app.services.search.wording import Wanted, number, wanted
from app.services.workplace import Workplace

SECTIONS = (LEADS, DEALS, CONTACTS)
"""In the order in which equally good hits stand."""

CANDIDATES = 3
"""How many times the asked number is looked at before the best are chosen."""

_LAST_CHARACTER = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A client that the query found in one way or another."""

    section: str
    row: Any  # a row of `_columns`

    @property
    def name(self) -> str:
        row = self.row
        return display_name(row.last_name, row.first_name, row.middle_name) or str(row.title)

    @property
    def person(self) -> tuple[str, int]:
        """Where the phones are: on the contact once there is one."""
        if self.section != CONTACTS and self.row.contact_id is not None:
            return "contact_id", int(self.row.contact_id)
        return f"{self.section}_id", int(self.row.id)


class Search:
    """Finds clients by a piece of a name, phone, email, number or text."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    async def find(self, text: str, limit: int = 20) -> tuple[SearchHit, ...]:
        """The best hits first; nothing for an empty query. Cancelling the task stops the query in the database."""
        parts = wanted(text)
        if not parts:
            return ()
        async with self._workplace.database.read() as session:
            found: list[Candidate] = []
            for code in SECTIONS:
                found += await self._candidates(session, listed(code), text, parts, limit * CANDIDATES)
            phones = await self._phones(session, found)
        query = Query(text)
        ranked = sorted(
            ((self._place(query, one, phones), one) for one in found), key=lambda pair: pair[0]
        )  # the key is unique: it ends with section and id
        return tuple(self._hit(query, one, phones) for _, one in ranked[:limit])

    async def _candidates(
        self, session: AsyncSession, section: Listed, text: str, parts: Sequence[Wanted], limit: int
    ) -> list[Candidate]:
        """By number, by the beginning of the name, and the newest that hold everything anywhere."""
        table = section.table
        exact = number(text)
        begins = " ".join(search_terms(text))
        queries = [
            self._readable(section)
            .where(table.c.sort_key >= begins, table.c.sort_key < begins + _LAST_CHARACTER)
            .order_by(table.c.sort_key)
        ]
        if exact is not None:
            queries.append(self._readable(section).where(table.c.id == exact))
        if any(part.indexed for part in parts):
            queries.append(self._newest(section, text, parts))
        found: dict[int, Candidate] = {}
        for query in queries:
            for row in await session.execute(query.limit(limit)):
                found.setdefault(row.id, Candidate(section.code, row))
        return list(found.values())

    def _newest(self, section: Listed, text: str, parts: Sequence[Wanted]) -> Select[Any]:
        """SQLite reads its index from the newest on and stops when there is enough; PostgreSQL's planner chooses."""
        table, sqlite = section.table, self._workplace.database.is_sqlite
        query = self._readable(section)
        if not sqlite:
            condition = text_condition(section, text, sqlite=False)
            assert condition is not None, "there is something wanted"
            return query.where(condition).order_by(table.c.id.desc())
        index = matches(section, [part for part in parts if part.indexed]).subquery("found")
        short: list[ColumnElement[bool]] = [
            or_(*(table.c.norm.contains(writing, autoescape=True) for writing in part.writings))
            for part in parts
            if not part.indexed
        ]
        return query.join(index, index.c.rowid == table.c.id).where(*short).order_by(index.c.rowid.desc())

    def _readable(self, section: Listed) -> Select[Any]:
        """Rows within the rights, found by something else: an index of responsibles would lead to far too many."""
        query = select(*_columns(section.table)).where(section.alive())
        if section.reads_all(self._workplace.rights):
            return query
        readable = section.readable(self._workplace.rights)
        return query.where(without_index(readable) if self._workplace.database.is_sqlite else readable)

    async def _phones(self, session: AsyncSession, found: Sequence[Candidate]) -> dict[tuple[str, int], list[str]]:
        """All phones of the people found, first the first."""
        people = {one.person for one in found}
        owners = {column: [owner for named, owner in people if named == column] for column, _ in people}
        if not owners:
            return {}
        points = ContactPoint.__table__.c
        query = select(points.lead_id, points.contact_id, points.value, points.normal).where(
            points.point_kind == ContactPointKind.PHONE,
            or_(*(points[column].in_(ids) for column, ids in owners.items() if column in points)),
        )
        phones: dict[tuple[str, int], list[str]] = {}
        for lead_id, contact_id, value, normal in await session.execute(query.order_by(points.position, points.id)):
            owner = ("contact_id", contact_id) if lead_id is None else ("lead_id", lead_id)
            phones.setdefault(owner, []).append(normal or value)
        return phones

    def _place(
        self, query: Query, one: Candidate, phones: dict[tuple[str, int], list[str]]
    ) -> tuple[int, bool, int, int]:
        """Best fit, then what is in progress, then leads, deals, contacts, the newest first."""
        stage_id = one.row.stage_id
        closed = stage_id is not None and self._workplace.registry.stage(stage_id).kind is not StageKind.WORKING
        return query.fit(self._known(one, phones)), closed, SECTIONS.index(one.section), -one.row.id

    @staticmethod
    def _known(one: Candidate, phones: dict[tuple[str, int], list[str]]) -> Known:
        shown = [one.row.phone] if one.row.phone else []
        return Known(
            one.row.id, one.name, phones.get(one.person, shown), one.row.email or "", one.row.contract_number or ""
        )

    def _hit(self, query: Query, one: Candidate, phones: dict[tuple[str, int], list[str]]) -> SearchHit:
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
            matched=MATCHED[query.fit(known)],
            phones=tuple(known.phones),
            next_activity_at=row.next_activity_at,
            created_on=row.created_at.astimezone(self._workplace.zone).date(),
        )


def _columns(table: Table) -> list[ColumnElement[Any]]:
    shared = [
        table.c[name]
        for name in (
            "id", "title", "last_name", "first_name", "middle_name", "phone", "email", "responsible_id",
            "next_activity_at", "created_at",
        )
    ]  # fmt: skip
    own = ("stage_id", "contact_id", "deal_type_id", "contract_number")
    return [*shared, *(table.c[name] if name in table.c else null().label(name) for name in own)]
