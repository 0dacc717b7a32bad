"""Records side by side: their values, what belongs to them, which had better stay."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.fieldkinds import FieldType
from app.core.kinds import Kind, Right
from app.models import Activity, Attachment, Deal, Lead, TimelineItem
from app.services.clients.reading import Record, read_record
from app.services.clients.sections import (
    CONTACT,
    LINK_FIELDS,
    POINT_FIELDS,
    SECTIONS,
    fields_of,
    is_personal,
)
from app.services.records.activities import ClientRef
from app.services.records.duplicates import Belongings, Comparison, RecordVersion
from app.services.records.office import FieldRecord
from app.services.workplace import Workplace

MOST: Final = 6
"""Records that are laid side by side; of more the first are merged, then the rest comes again."""


async def settled(session: AsyncSession, refs: Iterable[ClientRef]) -> tuple[ClientRef, ...]:
    """The records that stand for the people: of a lead with a contact it is the contact; each once."""
    found: dict[ClientRef, None] = {}
    for ref in refs:
        contact_id = None
        if ref.section == "lead":
            contact_id = await session.scalar(select(Lead.contact_id).where(Lead.id == ref.id))
        found[ref if contact_id is None else ClientRef(CONTACT.name, contact_id)] = None
    return tuple(sorted(found, key=lambda ref: (ref.section, ref.id)))[:MOST]


async def compare(session: AsyncSession, workplace: Workplace, refs: Sequence[ClientRef]) -> Comparison:
    """Raises UserError: "not_found", "not_allowed", "nothing_to_compare"."""
    records = []
    for ref in await settled(session, refs):
        record = await read_record(session, workplace.registry, workplace.zone, SECTIONS[ref.section], ref.id)
        workplace.rights.require(record.section.kind, Right.READ, *record.owners)
        if record.row["deleted_at"] is None:  # what was merged or deleted since is no question any more
            records.append(record)
    if len(records) < 2:
        raise UserError("nothing_to_compare")
    versions = tuple([await _version(session, record) for record in records])
    attaches = len({record.section.name for record in records}) > 1
    fields = tuple(one for one in mergeable(workplace, records, attaches=attaches) if _told(one, versions))
    return Comparison(
        versions=versions,
        fields=fields,
        united=frozenset(one.code for one in fields if is_united(one)),
        attaches=attaches,
        can_merge=all(
            workplace.rights.allows(one.section.kind, Right.MERGE, one.row["responsible_id"]) for one in records
        ),
        suggested=_suggested(versions),
    )


def mergeable(workplace: Workplace, records: Sequence[Record], *, attaches: bool) -> tuple[FieldRecord, ...]:
    """The fields whose value is chosen; files all go over, links are made by the process."""
    section = CONTACT.name if attaches else records[0].section.name
    fields = (
        field
        for field in fields_of(workplace.registry, section)
        if field.code not in LINK_FIELDS and field.type is not FieldType.FILE and not is_name(section, field.code)
    )
    return tuple(field for field in fields if not attaches or is_personal(field.code))


def is_name(section: str, code: str) -> bool:
    """A contact's title is made of its name."""
    return section == CONTACT.name and code == "title"


def is_united(field: FieldRecord) -> bool:
    """Lists and long texts are put together, the rest is one or the other."""
    return field.code in POINT_FIELDS or field.type in (FieldType.SEVERAL_OF, FieldType.LONG_TEXT)


def _told(field: FieldRecord, versions: Sequence[RecordVersion]) -> bool:
    """Something to choose from; the currency only where there are two of them."""
    if field.code == "currency":
        return len({version.currency for version in versions}) > 1
    return any(version.values.get(field.code) not in (None, "", ()) for version in versions)


def _suggested(versions: Sequence[RecordVersion]) -> ClientRef:
    """Who became a deal, else a contact, else who has most belongings, else the oldest."""

    def weight(one: RecordVersion) -> tuple[bool, bool, int, int, int]:
        has = one.belongings
        count = has.deals + has.leads + has.activities + has.lines + has.files
        return one.has_deal, one.ref.section == CONTACT.name, has.deals, count, -one.ref.id

    return max(versions, key=weight).ref


async def _version(session: AsyncSession, record: Record) -> RecordVersion:
    row = record.row
    return RecordVersion(
        ref=ClientRef(record.section.name, record.id),
        name=record.name,
        values=record.values,
        version=row["version"],
        responsible_id=row["responsible_id"],
        created_at=row["created_at"],
        stage_id=row.get("stage_id"),
        currency=record.currency,
        belongings=await _belongings(session, record),
        has_deal=record.section.kind is Kind.LEAD and record.values.get("deal") is not None,
    )


async def _belongings(session: AsyncSession, record: Record) -> Belongings:
    owner = record.section.owner_column

    async def count(entity: Any) -> int:  # Any: entities of four tables
        column = entity.__table__.c.get(owner)
        if column is None:
            return 0
        query = select(func.count()).where(column == record.id, entity.deleted_at.is_(None))
        return await session.scalar(query) or 0

    contact = record.section is CONTACT
    return Belongings(
        deals=await count(Deal), leads=await count(Lead) if contact else 0, activities=await count(Activity),
        lines=await count(TimelineItem), files=await count(Attachment),
    )  # fmt: skip
