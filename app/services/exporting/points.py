"""All phones, emails and messengers of some records: their own, or their contact's."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import ContactPointKind
from app.models import ContactPoint
from app.services.listed import CONTACTS, LEADS, listed

POINT_KINDS: Final = (ContactPointKind.PHONE, ContactPointKind.EMAIL, ContactPointKind.MESSENGER)


async def read_points(
    session: AsyncSession, section: str, ids: Sequence[int]
) -> Mapping[tuple[object, str], Sequence[str]]:
    """By record and kind, in their order; valid ones in the one form in which they are stored."""
    c = listed(section).table.c
    if section == CONTACTS:
        owned = ContactPoint.contact_id == c.id
    elif section == LEADS:
        owned = or_(ContactPoint.lead_id == c.id, ContactPoint.contact_id == c.contact_id)
    else:
        owned = ContactPoint.contact_id == c.contact_id
    rows = await session.execute(
        select(c.id, ContactPoint.point_kind, ContactPoint.normal, ContactPoint.value)
        .join(ContactPoint, owned)
        .where(c.id.in_(ids))
        .order_by(c.id, ContactPoint.position, ContactPoint.id)
    )
    found: defaultdict[tuple[object, str], list[str]] = defaultdict(list)
    for record_id, kind, normal, value in rows:
        found[record_id, kind].append(normal or value)
    return found
