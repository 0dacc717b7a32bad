"""Whom lines are about: the client behind each, with its name where the reader may see it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import Kind, Right
from app.core.text import display_name
from app.models import Activity, History
from app.services.history.belonging import CLIENTS, OWNED
from app.services.listed import listed
from app.services.records.activities import ClientRef
from app.services.rights import Rights


@dataclass(frozen=True, slots=True)
class Told:
    """A client as lines name it."""

    ref: ClientRef
    name: str
    currency: str
    may_change: bool


@dataclass(frozen=True, slots=True)
class Owners:
    """The clients of a page of lines, and the subjects of its activities."""

    of_line: Mapping[int, ClientRef]
    known: Mapping[ClientRef, Told]
    subjects: Mapping[int, str]

    def client(self, line: History) -> Told | None:
        """The client of a line, where the reader may see it."""
        ref = self.of_line.get(line.id)
        return None if ref is None else self.known.get(ref)


async def read_owners(session: AsyncSession, rights: Rights, lines: Sequence[History]) -> Owners:
    """A query a kind, by keys."""
    found: dict[int, ClientRef] = {}
    hanging: defaultdict[Kind, set[int]] = defaultdict(set)
    for line in lines:
        if line.ref is not None and line.kind in CLIENTS:
            found[line.id] = ClientRef(str(Kind(line.kind)), line.ref)
        elif line.owner_kind is not None and line.owner_id is not None:
            found[line.id] = ClientRef(line.owner_kind, line.owner_id)
        elif line.ref is not None and line.kind in OWNED:
            hanging[Kind(line.kind)].add(line.ref)
    held, subjects = await _owners_of(session, hanging)
    for line in lines:
        ref = held.get((line.kind, line.ref))
        if ref is not None:
            found[line.id] = ref
    return Owners(found, await _names(session, rights, set(found.values())), subjects)


async def _owners_of(
    session: AsyncSession, hanging: Mapping[Kind, set[int]]
) -> tuple[dict[tuple[str, int | None], ClientRef], dict[int, str]]:
    held: dict[tuple[str, int | None], ClientRef] = {}
    subjects: dict[int, str] = {}
    for kind, ids in hanging.items():
        entity = OWNED[kind]
        subject = [Activity.subject] if entity is Activity else []
        columns = (entity.id, entity.deal_id, entity.lead_id, entity.contact_id, *subject)
        for row in await session.execute(select(*columns).where(entity.id.in_(ids))):
            for section, number in ((Kind.DEAL, row.deal_id), (Kind.LEAD, row.lead_id), (Kind.CONTACT, row.contact_id)):
                if number is not None:
                    held[kind, row.id] = ClientRef(section.value, number)
                    break
            if subject:
                subjects[row.id] = row.subject
    return held, subjects


async def _names(session: AsyncSession, rights: Rights, refs: set[ClientRef]) -> dict[ClientRef, Told]:
    sqlite = session.get_bind().dialect.name == "sqlite"
    known: dict[ClientRef, Told] = {}
    for kind in CLIENTS:
        ids = sorted(ref.id for ref in refs if ref.section == kind)
        if not ids:
            continue
        section = listed(kind.value)
        query = select(section.table).where(section.table.c.id.in_(ids), section.readable(rights, sqlite=sqlite))
        for row in (await session.execute(query)).mappings():
            ref = ClientRef(kind.value, row["id"])
            name = display_name(row["last_name"], row["first_name"], row["middle_name"]) or row["title"]
            may_change = row["deleted_at"] is None and rights.allows(kind, Right.CHANGE, row["responsible_id"])
            known[ref] = Told(ref, name, row.get("currency", ""), may_change)
    return known
