"""The lead, deal or contact that an activity, a payment, a file or a line of the timeline belongs to.

What services need to know of it before they touch something of it, without reading the whole card.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, RowMapping, and_, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.kinds import Kind, Right
from app.core.text import display_name
from app.models import Attachment, Deal, Lead, TimelineItem
from app.models.base import UtcDateTime
from app.services.clients.sections import CONTACT, DEAL, LEAD, Section, section_named
from app.services.lines import Clients
from app.services.records.activities import ClientRef
from app.services.rights import Rights


@dataclass(frozen=True, slots=True)
class Client:
    """A lead, deal or contact seen from outside."""

    ref: ClientRef
    name: str
    responsible_id: int
    readers: tuple[int | None, ...]
    """Whose scope lets a person read it: a deal's lead responsible and a contact's fellows keep reading."""
    columns: Clients
    """What to write into lead_id, deal_id and contact_id of what belongs to it."""
    source_lead_id: int | None
    """The lead a deal was made from."""
    stage_id: int | None
    currency: str | None
    created_at: datetime
    last_contact_at: datetime | None
    """With the client as this record or the lead it came from."""
    in_bin: bool

    @property
    def kind(self) -> Kind:
        return Kind(self.ref.section)


async def find_client(session: AsyncSession, ref: ClientRef) -> Client:
    """Raises UserError("not_found") for one that isn't there."""
    found = await find_clients(session, ref.section, [ref.id])
    if ref.id not in found:
        raise UserError("not_found", kind=ref.section, id=ref.id)
    return found[ref.id]


async def find_clients(session: AsyncSession, section_name: str, ids: Sequence[int]) -> dict[int, Client]:
    """Clients of a section by as many statements as for one; those that aren't there are left out."""
    section = section_named(section_name)
    query = select(section.entity.__table__).where(section.entity.id.in_(ids))
    rows = (await session.execute(query)).mappings().all()
    before = await _last_contacts(session, [row for row in rows if section is DEAL and row["lead_id"] is not None])
    fellows = await _fellows(session, [row["id"] for row in rows]) if section is CONTACT else {}
    return {
        row["id"]: _client(section, row, before.get(row["id"]), tuple(sorted(fellows.get(row["id"], ()))))
        for row in rows
    }


def _client(
    section: Section, row: RowMapping, last_contact_before: datetime | None, fellows: tuple[int, ...]
) -> Client:  # fmt: skip
    contacts = (row["last_contact_at"], last_contact_before)
    return Client(
        ref=ClientRef(section.name, row["id"]),
        name=display_name(row["last_name"], row["first_name"], row["middle_name"]) or row["title"],
        responsible_id=row["responsible_id"],
        readers=(row["responsible_id"], *((row["lead_responsible_id"],) if section is DEAL else fellows)),
        columns=Clients(
            lead_id=row["id"] if section is LEAD else None,
            deal_id=row["id"] if section is DEAL else None,
            contact_id=row["id"] if section is CONTACT else row["contact_id"],
        ),
        source_lead_id=row["lead_id"] if section is DEAL else None,
        stage_id=row.get("stage_id"),
        currency=row.get("currency"),
        created_at=row["created_at"],
        last_contact_at=max((moment for moment in contacts if moment is not None), default=None),
        in_bin=row["deleted_at"] is not None,
    )


async def _last_contacts(session: AsyncSession, deals: Sequence[RowMapping]) -> dict[int, datetime | None]:
    """When deals' clients were last spoken to before; on PostgreSQL also where the lead itself isn't readable."""
    if not deals:
        return {}
    ids = [row["id"] for row in deals]
    if session.get_bind().dialect.name == "sqlite":
        query = select(Deal.id, Lead.last_contact_at).join(Lead, Lead.id == Deal.lead_id).where(Deal.id.in_(ids))
    else:
        query = select(Deal.id, func.last_contact_of(Deal.lead_id, type_=UtcDateTime)).where(Deal.id.in_(ids))
    return {row[0]: row[1] for row in await session.execute(query)}


def require_writable(rights: Rights, client: Client) -> None:
    """Raises UserError: "not_allowed", "in_bin" for a client that nothing may be added to."""
    rights.require(client.kind, Right.READ, *client.readers)
    if client.in_bin:
        raise UserError("in_bin", kind=client.ref.section, id=client.ref.id)


async def client_to_read(session: AsyncSession, rights: Rights, ref: ClientRef) -> Client:
    """The client, once the employee may read it. Raises UserError: "not_found", "not_allowed"."""
    client = await find_client(session, ref)
    rights.require(client.kind, Right.READ, *client.readers)
    return client


async def readable_client(session: AsyncSession, rights: Rights, ref: ClientRef) -> Client | None:
    """The client, or None where the employee may not read it or the server shows it to them no more."""
    try:
        return await client_to_read(session, rights, ref)
    except UserError as error:
        if error.code not in {"not_found", "not_allowed"}:
            raise
        return None


async def client_to_write(session: AsyncSession, rights: Rights, ref: ClientRef, right: Right = Right.READ) -> Client:
    """The client, once the employee may add to it: reading is enough unless `right` says more.

    Raises UserError: "not_found", "not_allowed", "in_bin".
    """
    client = await find_client(session, ref)
    require_writable(rights, client)
    if right is not Right.READ:
        rights.require(client.kind, right, client.responsible_id)
    return client


def ref_of(*, lead_id: int | None, deal_id: int | None, contact_id: int | None) -> ClientRef | None:
    """The nearest client that three columns name: the deal, else the lead, else the contact."""
    for section, record_id in ((DEAL.name, deal_id), (LEAD.name, lead_id), (CONTACT.name, contact_id)):
        if record_id is not None:
            return ClientRef(section, record_id)
    return None


def belonging_to(client: Client, rights: Rights, entity: type[TimelineItem] | type[Attachment]) -> ColumnElement[bool]:
    """The lines or files that a client's card shows.

    A deal shows its lead's, too, a contact those of the person's leads and deals that the reader may see.
    """
    own = client.columns
    if client.kind is Kind.LEAD:
        return entity.lead_id == own.lead_id
    if client.kind is Kind.DEAL:
        source = entity.lead_id == client.source_lead_id if client.source_lead_id else false()
        return or_(entity.deal_id == own.deal_id, source)
    leads = select(Lead.id).where(
        Lead.contact_id == own.contact_id, Lead.deleted_at.is_(None), rights.readable(Kind.LEAD, Lead.responsible_id)
    )
    deals = select(Deal.id).where(
        Deal.contact_id == own.contact_id,
        Deal.deleted_at.is_(None),
        rights.readable(Kind.DEAL, Deal.responsible_id, Deal.lead_responsible_id),
    )
    return or_(
        and_(entity.contact_id == own.contact_id, entity.lead_id.is_(None), entity.deal_id.is_(None)),
        entity.lead_id.in_(leads),
        entity.deal_id.in_(deals),
    )


async def _fellows(session: AsyncSession, contact_ids: Sequence[int]) -> dict[int, set[int]]:
    """Responsibles of contacts' leads and deals."""
    leads = select(Lead.contact_id, Lead.responsible_id).where(Lead.contact_id.in_(contact_ids))
    deals = select(Deal.contact_id, Deal.responsible_id).where(Deal.contact_id.in_(contact_ids))
    found: dict[int, set[int]] = {}
    for row in await session.execute(leads.union(deals)):
        if row[0] is not None:
            found.setdefault(row[0], set()).add(row[1])
    return found
