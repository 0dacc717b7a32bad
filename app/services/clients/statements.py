"""The statements that read records with all that belongs to them; each is made once, every card asks for them."""

from functools import cache
from typing import Any, Final

from sqlalchemy import Select, bindparam, select

from app.models import Attachment, ContactPoint, Deal, File
from app.services.clients.sections import SECTIONS

IDS: Final = "ids"
"""The parameter of all of them."""

Statement = Select[*tuple[Any, ...]]  # Any: rows are read by the one who asks


@cache
def rows_of(section: str, *, lock: bool = False) -> Statement:
    """Whole rows in the order of their numbers."""
    table = SECTIONS[section].entity.__table__
    query = select(table).where(table.c.id.in_(_ids())).order_by(table.c.id)
    return query.with_for_update() if lock else query


@cache
def files_of(section: str) -> Statement:
    """Owner, field, number, name and size of the files that are fields' values."""
    owner = Attachment.__table__.c[SECTIONS[section].owner_column]
    return (
        select(owner, Attachment.field_id, Attachment.id, Attachment.name, File.size)
        .join(File, File.id == Attachment.file_id)
        .where(owner.in_(_ids()), Attachment.field_id.is_not(None), Attachment.deleted_at.is_(None))
        .order_by(Attachment.id)
    )


@cache
def points_of(owner: str) -> Statement:
    """Owner, kind and writings of phones, emails and messengers; the owner's column is "lead_id" or "contact_id"."""
    table = ContactPoint.__table__.c
    return (
        select(table[owner], table.point_kind, table.value, table.normal, table.label)
        .where(table[owner].in_(_ids()))
        .order_by(table.position, table.id)
    )


@cache
def deals_of_leads() -> Statement:
    """Lead and deal."""
    return select(Deal.lead_id, Deal.id).where(Deal.lead_id.in_(_ids()))


def _ids() -> Any:  # Any: a parameter of as many numbers as are given
    return bindparam(IDS, expanding=True)
