"""Finds whom a valid phone or email belongs to already."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final, TypeVar

from sqlalchemy import ColumnElement, Text, any_, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import ContactPointKind, Kind, StageKind
from app.models import Contact, ContactPoint, Lead, Stage

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Target:
    """The record that a row belongs to: a lead, or a contact that has none."""

    section: str
    id: int
    responsible_id: int


OUT_OF_SIGHT: Final = Target(Kind.LEAD, 0, 0)
"""A colleague's client: the server says that there is one, and no more, so nobody may change it by an import."""

_Rank = tuple[bool, bool, int]
"""Leads before contacts, open ones before closed, the newest first: the greatest wins."""
_Found = dict[str, tuple[_Rank, Target]]


async def find_targets(session: AsyncSession, keys: Collection[str]) -> dict[str, Target]:
    """The record of each phone and email that is known; nothing in the bin is found."""
    found: _Found = {}
    by_kind = {
        ContactPointKind.PHONE: [key for key in keys if key.startswith("+")],
        ContactPointKind.EMAIL: [key for key in keys if not key.startswith("+")],
    }
    for kind, wanted in by_kind.items():
        if wanted:
            point = (ContactPoint.point_kind == kind) & _among(session, wanted)
            await _add_leads(session, point, found)
            await _add_contacts(session, point, found)
    targets = {key: target for key, (_, target) in found.items()}
    if session.get_bind().dialect.name != "sqlite":
        rest = literal([key for key in keys if key not in targets], ARRAY(Text))
        hidden = await session.scalars(select(func.known_out_of_sight(rest)))
        targets |= dict.fromkeys(hidden, OUT_OF_SIGHT)
    return targets


def _among(session: AsyncSession, keys: list[str]) -> ColumnElement[bool]:
    """One parameter for all keys: thousands of them take longer to render than to look up."""
    if session.get_bind().dialect.name == "sqlite":
        listed = func.json_each(json.dumps(keys)).table_valued("value")
        return ContactPoint.normal.in_(select(listed.c.value))
    return ContactPoint.normal == any_(literal(keys, ARRAY(Text)))


def pieces(items: Iterable[_Item], size: int) -> Iterator[list[_Item]]:
    """The items in lists of at most `size`."""
    rest = iter(items)
    while piece := list(islice(rest, size)):
        yield piece


async def _add_leads(session: AsyncSession, point: ColumnElement[bool], found: _Found) -> None:
    """Leads with a point of their own, and leads of a contact with it."""
    columns = (ContactPoint.normal, Lead.id, Lead.responsible_id, Stage.stage_kind)
    for joined in (Lead.id == ContactPoint.lead_id, Lead.contact_id == ContactPoint.contact_id):
        rows = await session.execute(
            select(*columns)
            .select_from(ContactPoint)
            .join(Lead, joined)
            .join(Stage, Stage.id == Lead.stage_id)
            .where(point, Lead.deleted_at.is_(None))
        )
        for normal, lead_id, responsible_id, stage_kind in rows:
            rank = (True, stage_kind == StageKind.WORKING, lead_id)
            _keep(found, normal, rank, Target(Kind.LEAD, lead_id, responsible_id))


async def _add_contacts(session: AsyncSession, point: ColumnElement[bool], found: _Found) -> None:
    rows = await session.execute(
        select(ContactPoint.normal, Contact.id, Contact.responsible_id)
        .join(Contact, Contact.id == ContactPoint.contact_id)
        .where(point, Contact.deleted_at.is_(None))
    )
    for normal, contact_id, responsible_id in rows:
        _keep(found, normal, (False, False, contact_id), Target(Kind.CONTACT, contact_id, responsible_id))


def _keep(found: _Found, key: str | None, rank: _Rank, target: Target) -> None:
    if key is not None and (key not in found or found[key][0] < rank):
        found[key] = (rank, target)
