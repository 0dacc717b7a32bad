"""What a calendar shows of its ids: a page of records by one query for each section."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import ActivityKind, ActivityState, Kind, Right
from app.core.text import display_name
from app.models import Activity, Contact, Deal, Lead, Place
from app.services.activities.bookings import begun_before
from app.services.calendar.axes import Axis
from app.services.calendar.reading import Asked
from app.services.client_refs import ref_of
from app.services.filtering.context import FilterContext
from app.services.listed import ACTIVITIES
from app.services.lists.among import among
from app.services.records.activities import ClientRef
from app.services.records.calendar import MEETING, NEXT_ACTIVITY, CalendarItem

_CLIENTS: Final = {"lead": Lead.__table__, "deal": Deal.__table__, "contact": Contact.__table__}
_SHOWN: Final = ("last_name", "first_name", "middle_name", "title", "responsible_id", "stage_id")
_OF_CLIENTS: Final = tuple(
    table.c[name].label(f"{section}_{name}")
    for section, table in _CLIENTS.items()
    for name in _SHOWN
    if name in table.c
)
_OWN: Final = (
    "id", "kind", "subject", "starts_at", "minutes", "place_id", "place_text", "state", "confirmed_at", "version",
    "responsible_id", "lead_id", "deal_id", "contact_id",
)  # fmt: skip
_NOT_BY_HAND: Final = ("created", "next_payment")
"""Days that the process sets; all others are moved by a drag."""


async def read_items(
    session: AsyncSession, one: Asked, ids: Sequence[int], context: FilterContext
) -> dict[int, CalendarItem]:
    """The items by id; those gone or handed over meanwhile are left out."""
    if not ids:
        return {}
    read = _activities if one.section.code == ACTIVITIES else _records
    return await read(session, one, ids, context)


async def read_running(session: AsyncSession, one: Asked, context: FilterContext) -> tuple[CalendarItem, ...]:
    """Activities that began before the span and go on into it."""
    if one.section.code != ACTIVITIES:
        return ()
    start = context.begins(one.days[0])
    ids = list(await session.scalars(select(Activity.id).where(*one.shown, begun_before(start))))
    items = (await read_items(session, one, ids, context)).values()
    return tuple(item for item in items if item.starts_at is not None and _ends(item) > start)


async def _activities(
    session: AsyncSession, one: Asked, ids: Sequence[int], context: FilterContext
) -> dict[int, CalendarItem]:
    own = Activity.__table__.c
    query: Select[Any] = select(*(own[name] for name in _OWN), *_OF_CLIENTS, Place.name.label("place_name"))
    query = query.select_from(one.section.table).outerjoin(Place, Place.id == own.place_id)
    for section, client in _CLIENTS.items():
        query = query.outerjoin(client, client.c.id == own[f"{section}_id"])
    rows = await session.execute(query.where(among(own.id, ids, sqlite=context.sqlite), own.deleted_at.is_(None)))
    return {row.id: _of_activity(row, context) for row in rows}


def _of_activity(row: Row[Any], context: FilterContext) -> CalendarItem:
    ref = ref_of(lead_id=row.lead_id, deal_id=row.deal_id, contact_id=row.contact_id)
    section = ref.section if ref is not None else ""
    client = {name: getattr(row, f"{section}_{name}", None) for name in _SHOWN}
    name = display_name(client["last_name"] or "", client["first_name"] or "", client["middle_name"] or "")
    planned = row.state == ActivityState.PLANNED
    movable = planned and context.rights.allows(
        Kind.ACTIVITY, Right.CHANGE, row.responsible_id, client["responsible_id"]
    )
    return CalendarItem(
        section=ACTIVITIES,
        id=row.id,
        day=row.starts_at.astimezone(context.zone).date(),
        starts_at=row.starts_at,
        minutes=row.minutes,
        subject=row.subject,
        client=ref,
        client_name=name or client["title"] or "",
        responsible_id=row.responsible_id,
        stage_id=client["stage_id"],
        version=row.version,
        kind=ActivityKind(row.kind),
        state=ActivityState(row.state),
        confirmed=row.confirmed_at is not None,
        place=row.place_text or row.place_name or "",
        place_id=row.place_id,
        activity_id=row.id,
        activity_version=row.version,
        movable=movable,
        resizable=movable,
    )


async def _records(
    session: AsyncSession, one: Asked, ids: Sequence[int], context: FilterContext
) -> dict[int, CalendarItem]:
    """Leads or deals, with the activity by which they stand there."""
    c = one.section.table.c
    owner = Activity.lead_id if one.section.code == "lead" else Activity.deal_id
    code = one.axis.field.code
    behind = Activity.id == c.next_activity_id
    if code == MEETING:
        behind = and_(
            owner == c.id, Activity.kind == ActivityKind.MEETING, Activity.state == ActivityState.PLANNED,
            Activity.starts_at == c.meeting_at, Activity.deleted_at.is_(None),
        )  # fmt: skip
    query = (
        select(*_columns(one))
        .select_from(one.section.table)
        .outerjoin(Activity, behind)
        .outerjoin(Place, Place.id == Activity.place_id)
        .where(among(c.id, ids, sqlite=context.sqlite), *_readable(one, context))
        .order_by(Activity.id.desc())
    )
    rows = (await session.execute(query)).all()
    return {row.id: _of_record(row, one, context) for row in rows}


def _columns(one: Asked) -> tuple[ColumnElement[Any], ...]:  # Any: as columns hold
    own, behind = one.section.table.c, Activity.__table__.c
    names = ("id", "last_name", "first_name", "middle_name", "title", "stage_id", "responsible_id", "version")
    told = ("kind", "subject", "minutes", "state", "confirmed_at", "place_id", "place_text")
    return (
        *(own[name] for name in names),
        *(behind[name] for name in told),
        one.axis.column.label("moment"),
        behind.id.label("activity_id"),
        behind.version.label("activity_version"),
        behind.responsible_id.label("activity_owner"),
        Place.name.label("place_name"),
    )


def _readable(one: Asked, context: FilterContext) -> tuple[Any, ...]:  # Any: conditions
    if one.section.reads_all(context.rights):
        return ()
    return (one.section.readable(context.rights, sqlite=context.sqlite),)


def _of_record(row: Row[Any], one: Asked, context: FilterContext) -> CalendarItem:
    code, moment = one.axis.field.code, one.axis.read(row.moment)
    item = _plain(row, one.section.code, one.axis, moment, context)
    if code in (NEXT_ACTIVITY, MEETING) and row.activity_id is not None:
        allowed = context.rights.allows(Kind.ACTIVITY, Right.CHANGE, row.activity_owner, row.responsible_id)
        return replace(
            item,
            minutes=row.minutes,
            subject=row.subject,
            kind=ActivityKind(row.kind),
            state=ActivityState(row.state),
            confirmed=row.confirmed_at is not None,
            place=row.place_text or row.place_name or "",
            place_id=row.place_id,
            activity_id=row.activity_id,
            activity_version=row.activity_version,
            movable=allowed,
            resizable=allowed,
        )
    by_hand = code not in (*_NOT_BY_HAND, NEXT_ACTIVITY, MEETING)
    return replace(item, movable=by_hand and context.rights.allows(one.section.kind, Right.CHANGE, row.responsible_id))


def _plain(row: Row[Any], section: str, axis: Axis, moment: datetime | date, context: FilterContext) -> CalendarItem:
    name = display_name(row.last_name, row.first_name, row.middle_name)
    timed = isinstance(moment, datetime)
    return CalendarItem(
        section=section,
        id=row.id,
        day=moment.astimezone(context.zone).date() if isinstance(moment, datetime) else moment,
        starts_at=moment if isinstance(moment, datetime) else None,
        minutes=_MINUTES if timed else 0,
        subject=row.title if name else "",
        client=ClientRef(section, row.id),
        client_name=name or row.title,
        by=axis.field.code,
        responsible_id=row.responsible_id,
        stage_id=row.stage_id,
        version=row.version,
    )


_MINUTES: Final = 30
"""How long a moment without a duration is shown."""


def _ends(item: CalendarItem) -> datetime:
    assert item.starts_at is not None, "asked of items with a time"
    from_start = item.starts_at.timestamp() + item.minutes * 60
    return datetime.fromtimestamp(from_start, item.starts_at.tzinfo)
