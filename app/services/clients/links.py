"""What a card's tab "Links" shows: contact, source lead, deals, other leads of the person, related people."""

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import Kind, Right
from app.core.money import from_minor
from app.core.text import display_name
from app.models import Contact, Deal, Lead, RelatedPerson
from app.services.clients.reading import Record
from app.services.clients.sections import CONTACT, DEAL, LEAD
from app.services.records.clients import Link
from app.services.workplace import Workplace


async def links_of(session: AsyncSession, workplace: Workplace, record: Record) -> tuple[Link, ...]:
    """The records connected with this one that the user may see."""
    contact_id = record.id if record.section is CONTACT else record.row["contact_id"]
    if contact_id is None:
        return ()
    found: list[Link] = []
    if record.section is not CONTACT:
        found += await _contact(session, contact_id, "contact", "")
    found += await _deals(session, workplace, record, contact_id)
    found += await _leads(session, workplace, record, contact_id)
    related = await session.execute(
        select(RelatedPerson).where(
            or_(RelatedPerson.contact_id == contact_id, RelatedPerson.other_contact_id == contact_id)
        )
    )
    for pair in related.scalars():
        other = pair.other_contact_id if pair.contact_id == contact_id else pair.contact_id
        found += await _contact(session, other, "related", pair.relation)
    return tuple(found)


async def _contact(session: AsyncSession, contact_id: int, relation: str, detail: str) -> list[Link]:
    row = (
        await session.execute(
            select(Contact.id, Contact.title, Contact.phone, Contact.responsible_id).where(
                Contact.id == contact_id, Contact.deleted_at.is_(None)
            )
        )
    ).one_or_none()
    if row is None:
        return []
    return [Link("contact", row.id, row.title, relation, detail or row.phone or "", responsible_id=row.responsible_id)]


async def _deals(session: AsyncSession, workplace: Workplace, record: Record, contact_id: int) -> list[Link]:
    rows = await session.execute(
        select(Deal.__table__)
        .where(Deal.contact_id == contact_id, Deal.deleted_at.is_(None))
        .order_by(Deal.created_at.desc())
    )
    types = workplace.registry.all.deal_types
    return [
        Link(
            "deal", row.id, display_name(row.last_name, row.first_name, row.middle_name) or row.title, "deal",
            types[row.deal_type_id].name if row.deal_type_id in types else "", row.stage_id,
            None if row.amount is None else from_minor(row.amount, row.currency), row.currency, row.responsible_id,
        )
        for row in rows
        if not (record.section is DEAL and row.id == record.id)
        and workplace.rights.allows(Kind.DEAL, Right.READ, row.responsible_id, row.lead_responsible_id)
    ]


async def _leads(session: AsyncSession, workplace: Workplace, record: Record, contact_id: int) -> list[Link]:
    rows = await session.execute(
        select(Lead.__table__)
        .where(Lead.contact_id == contact_id, Lead.deleted_at.is_(None))
        .order_by(Lead.created_at.desc())
    )
    source_lead = record.row["lead_id"] if record.section is DEAL else None
    sources = workplace.registry.all.sources
    return [
        Link(
            "lead", row.id, display_name(row.last_name, row.first_name, row.middle_name) or row.title,
            "source_lead" if row.id == source_lead else "other_lead",
            sources[row.source_id].name if row.source_id in sources else "", row.stage_id,
            None if row.sum_amount is None else from_minor(row.sum_amount, row.currency), row.currency,
            row.responsible_id,
        )
        for row in rows
        if not (record.section is LEAD and row.id == record.id)
        and workplace.rights.allows(Kind.LEAD, Right.READ, row.responsible_id)
    ]
