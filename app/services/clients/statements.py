"""The statements that read records with all that belongs to them; each is made once, every card asks for them."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    CompoundSelect,
    Select,
    Text,
    bindparam,
    cast,
    literal_column,
    null,
    select,
    union_all,
)

from app.models import Attachment, ContactPoint, Deal, File
from app.services.clients.sections import CONTACT, LEAD, SECTIONS

IDS: Final = "ids"
"""The parameter of all of them."""

FILE, DEAL = "file", "deal"
"""What a row of `beside` is; of a point it is the column of the person it belongs to."""

Statement = Select[*tuple[Any, ...]]  # Any: rows are read by the one who asks


@cache
def rows_of(section: str, *, lock: bool = False) -> Statement:
    """Whole rows in the order of their numbers."""
    table = SECTIONS[section].entity.__table__
    query = select(table).where(table.c.id.in_(_ids())).order_by(table.c.id)
    return query.with_for_update() if lock else query


@cache
def beside(section: str) -> CompoundSelect[*tuple[Any, ...]]:  # Any: as above
    """What belongs to records and stands elsewhere, in the order in which it is shown.

    Each row says by `what` it is of: FILE with record, field, number, name and size; DEAL with lead and number; or a
    way to reach a person, with the person's column ("lead_id" or "contact_id") and number, kind and writings.
    """
    found = [_files(section), *_points(section)]
    if section == LEAD.name:
        found.append(_row(DEAL, Deal.lead_id, Deal.id).where(Deal.lead_id.in_(_ids())))
    rows = union_all(*found)
    return rows.order_by(rows.selected_columns.place, rows.selected_columns.id)


def _files(section: str) -> Statement:
    owner = Attachment.__table__.c[SECTIONS[section].owner_column]
    rows = _row(FILE, owner, Attachment.id, field=Attachment.field_id, value=Attachment.name, size=File.size)
    return rows.join(File, File.id == Attachment.file_id).where(
        owner.in_(_ids()), Attachment.field_id.is_not(None), Attachment.deleted_at.is_(None)
    )


def _points(section: str) -> Iterator[Statement]:
    """Of the records themselves, and of the contacts that leads and deals belong to."""
    table, point = SECTIONS[section].entity.__table__, ContactPoint.__table__.c
    own = {LEAD.name: point.lead_id, CONTACT.name: point.contact_id}.get(section)
    if own is not None:
        yield _of_person(own).where(own.in_(_ids()))
    if section != CONTACT.name:
        contacts = select(table.c.contact_id).where(table.c.id.in_(_ids()))
        yield _of_person(point.contact_id).where(point.contact_id.in_(contacts))


def _of_person(owner: ColumnElement[int]) -> Statement:
    point = ContactPoint.__table__.c
    return _row(
        str(owner.key), owner, point.id,
        place=point.position, kind=point.point_kind, value=point.value, normal=point.normal, label=point.label,
    )  # fmt: skip


def _row(what: str, owner: Any, number: Any, **given: Any) -> Statement:  # Any: columns of any type
    """A row of `beside`: what a kind of them lacks is empty."""
    empty = {"field": BigInteger, "size": BigInteger, "kind": Text, "value": Text, "normal": Text, "label": Text}
    rest = (given[name] if name in given else cast(null(), kind) for name, kind in empty.items())
    place = given.get("place", literal_column("0"))
    return select(
        literal_column(f"'{what}'").label("what"), owner.label("owner"), number.label("id"), place.label("place"),
        *(one.label(name) for name, one in zip(empty, rest, strict=True)),
    )  # fmt: skip


def _ids() -> Any:  # Any: a parameter of as many numbers as are given
    return bindparam(IDS, expanding=True)
