"""Which lines belong to a client: the record's own, and those of what hangs on it."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import ColumnElement, and_, or_, select

from app.core.kinds import Kind
from app.models import Activity, Attachment, Contact, Deal, History, Lead, TimelineItem

CLIENTS: Final[dict[Kind, type[Lead] | type[Deal] | type[Contact]]] = {
    Kind.LEAD: Lead,
    Kind.DEAL: Deal,
    Kind.CONTACT: Contact,
}
OWNED: Final[dict[Kind, type[Activity] | type[TimelineItem] | type[Attachment]]] = {
    Kind.ACTIVITY: Activity,
    Kind.TIMELINE: TimelineItem,
    Kind.FILE: Attachment,
}


def of_clients(kind: Kind, refs: Sequence[int]) -> ColumnElement[bool]:
    """Lines of records, their activities, comments and files; payments, phones and emails name their owner."""
    owner = f"{kind.value}_id"
    parts = [and_(History.kind == kind, History.ref.in_(refs))]
    for owned, entity in OWNED.items():
        ids = select(entity.id).where(getattr(entity, owner).in_(refs))
        if entity is TimelineItem:
            ids = ids.where(TimelineItem.kind == "comment")
        parts.append(and_(History.kind == owned, History.ref.in_(ids)))
    parts.append(and_(History.owner_kind == kind, History.owner_id.in_(refs)))
    return or_(*parts)
