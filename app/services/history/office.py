"""The history of the whole office: read in pages, narrowed, and values put back from its lines."""

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Final, Protocol

from sqlalchemy import ColumnElement, Select, and_, or_, select

from app.core.errors import UserError
from app.core.kinds import HistoryOp, Kind, Right
from app.core.text import sort_key
from app.models import History
from app.services.history.belonging import CLIENTS
from app.services.history.choosing import conditions, told_of
from app.services.history.decoding import Decoder, code_of
from app.services.history.naming import Owners, read_owners
from app.services.history.reach import RIGHT, readers_people, within_reach
from app.services.history.records import HistoryFilter, OfficeLine
from app.services.records.clients import ClientCard
from app.services.records.lists import SearchHit
from app.services.records.office import EmployeeRecord
from app.services.records.values import Values
from app.services.workplace import Workplace

PAGE: Final = 100
FOUND: Final = 50
"""Clients that a text may mean; one that finds more is not yet a name."""


class Editing(Protocol):
    """How a field of a lead, deal or contact is written: the service that its form uses."""

    async def edit(self, record_id: int, version: int, values: Values, before: Values | None = None) -> ClientCard: ...


class Searching(Protocol):
    """The global search."""

    async def find(self, text: str, limit: int = 20) -> tuple[SearchHit, ...]: ...


class OfficeHistory:
    """Within the right "history": one's own, the department's or everybody's."""

    def __init__(self, workplace: Workplace, search: Searching, editing: Mapping[Kind, Editing]) -> None:
        self._workplace = workplace
        self._search = search
        self._editing = editing

    def people(self) -> tuple[EmployeeRecord, ...]:
        """Whose acts may be asked for, by name."""
        within = readers_people(self._workplace.rights)
        employees = self._workplace.registry.all.employees.values()
        found = (one for one in employees if within is None or one.id in within)
        return tuple(sorted(found, key=lambda one: sort_key(one.name)))

    async def page(
        self, chosen: HistoryFilter, before: OfficeLine | None = None, limit: int = PAGE
    ) -> tuple[OfficeLine, ...]:
        """Lines in reach, newest first; `before` is the last one shown. Raises UserError("not_allowed")."""
        self._require()
        wanted = await self._wanted(chosen)
        if before is not None:
            # by moment and number: the index on moments leads on from here, however long the history is
            earlier = or_(History.at < before.at, History.id < before.id)
            wanted.append(and_(History.at <= before.at, earlier))
        query = select(History).where(*wanted).order_by(History.at.desc(), History.id.desc()).limit(limit)
        return await self._read(query)

    async def pages(self, chosen: HistoryFilter, size: int) -> AsyncIterator[tuple[OfficeLine, ...]]:
        """All lines in pieces, newest first."""
        last: OfficeLine | None = None
        while lines := await self.page(chosen, last, size):
            yield lines
            last = lines[-1]
            if len(lines) < size:
                return

    async def restore(self, line_id: int, code: str) -> None:
        """Put a field back to what it was before a line, by the edit that its form would make.

        Raises UserError: "not_found", "not_allowed", and whatever editing raises.
        """
        self._require()
        workplace = self._workplace
        async with workplace.database.read() as session:
            query = select(History).where(History.id == line_id, within_reach(workplace.rights))
            line = (await session.scalars(query)).one_or_none()
            owners = None if line is None else await read_owners(session, workplace.rights, (line,))
            told = None if line is None or owners is None else owners.client(line)
            if line is None or told is None:
                raise UserError("not_found", kind="history", id=line_id)
            kind, record_id = Kind(told.ref.section), told.ref.id
            entity = CLIENTS[kind]
            version = await session.scalar(select(entity.version).where(entity.id == record_id))
        decoder = Decoder(workplace.registry, line.kind, told.currency or workplace.currency)
        key = next((one for one in line.changes or {} if code_of(one) == code), "")
        if line.kind != kind or line.op != HistoryOp.CHANGE or not decoder.restorable(key) or version is None:
            raise UserError("not_found", kind="history", id=line_id)
        stored = (line.changes or {})[key][0]
        await self._editing[kind].edit(record_id, version, {code: decoder.value(key, stored)})

    def _require(self) -> None:
        if not self._workplace.rights.reads_history:
            raise UserError("not_allowed", kind=RIGHT[0], right=Right.READ.value)

    async def _wanted(self, chosen: HistoryFilter) -> list[ColumnElement[bool]]:
        workplace = self._workplace
        found = conditions(chosen, sqlite=workplace.database.is_sqlite)
        if chosen.text.strip():
            found.append(await self._meant(chosen.text))
        return [*found, within_reach(workplace.rights)]

    async def _meant(self, text: str) -> ColumnElement[bool]:
        """By or about the employees and clients that the text means."""
        words = sort_key(text).split()
        people = [one.id for one in self.people() if all(word in sort_key(one.name) for word in words)]
        clients: dict[Kind, set[int]] = {kind: set() for kind in CLIENTS}
        for hit in await self._search.find(text.strip(), FOUND):
            clients[Kind(hit.section)].add(hit.id)
        number = text.strip().removeprefix("№").removeprefix("#").strip()
        if number.isascii() and number.isdigit() and len(number) < 10:
            for ids in clients.values():
                ids.add(int(number))
        return told_of(people, {kind: sorted(ids) for kind, ids in clients.items()})

    async def _read(self, query: Select[History]) -> tuple[OfficeLine, ...]:
        async with self._workplace.database.read() as session:
            lines = (await session.scalars(query)).all()
            owners = await read_owners(session, self._workplace.rights, lines)
        return self._told(lines, owners)

    def _told(self, lines: Sequence[History], owners: Owners) -> tuple[OfficeLine, ...]:
        decoders: dict[tuple[str, str], Decoder] = {}
        found: list[OfficeLine] = []
        for line in lines:
            told = owners.client(line)
            currency = (told.currency if told else "") or self._workplace.currency
            if (line.kind, currency) not in decoders:
                decoders[line.kind, currency] = Decoder(self._workplace.registry, line.kind, currency)
            found.append(self._line(line, decoders[line.kind, currency], owners))
        return tuple(found)

    def _line(self, line: History, decoder: Decoder, owners: Owners) -> OfficeLine:
        told, employees = owners.client(line), self._workplace.registry.all.employees
        may_restore = told is not None and told.may_change and line.kind in CLIENTS and line.op == HistoryOp.CHANGE
        return OfficeLine(
            id=line.id,
            at=line.at,
            actor_id=line.actor_id,
            actor_name=employees[line.actor_id].name if line.actor_id in employees else "",
            kind=line.kind,
            ref=line.ref,
            op=line.op,
            changes=decoder.changes(line.changes),
            params=dict(line.params or {}),
            client=told.ref if told else None,
            client_name=told.name if told else "",
            subject=owners.subjects.get(line.ref or 0, "") if line.kind == Kind.ACTIVITY else "",
            restorable=frozenset(code_of(key) for key in line.changes or {} if may_restore and decoder.restorable(key)),
        )
