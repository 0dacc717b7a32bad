"""Reads and writes activities and their reminders: rows in, records out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, delete, exists, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import Conflict, UserError
from app.core.kinds import ActivityKind, ActivityState, Kind, Right
from app.core.text import display_name
from app.db.unit import Unit
from app.models import Activity, ActivityReminder, Contact, Deal, Lead, Place
from app.services.client_refs import ref_of
from app.services.clients.sections import SECTIONS
from app.services.lines import Clients
from app.services.records.activities import ActivityRecord
from app.services.rights import Rights

_CLIENTS = ("deal", "lead", "contact")
_SHARED = (
    "id", "subject", "description", "starts_at", "minutes", "place_id", "place_text", "confirmed_at", "result",
    "result_comment", "no_recording_reason", "responsible_id", "created_by", "completed_at", "version",
)
"""What a record takes from its row as it is."""


@dataclass(frozen=True, slots=True)
class Found:
    """An activity as it was read, with what rights and rules ask about it."""

    record: ActivityRecord
    owners: tuple[int | None, ...]
    """Whose activity it is: its responsible and the client's."""
    client_readers: tuple[int | None, ...]
    client_in_bin: bool
    deleted_at: datetime | None
    clients: Clients

    def readable(self, rights: Rights) -> bool:
        """Across lists by its responsible, at its client by whoever reads the client."""
        client = self.record.client
        return rights.allows(Kind.ACTIVITY, Right.READ, *self.owners) or (
            client is not None and rights.allows(Kind(client.section), Right.READ, *self.client_readers)
        )


def _query() -> Select[Any]:  # Any: the many columns are read by name
    """One row an activity, with the names of place and client; columns of a client carry its section's prefix."""
    columns: list[ColumnElement[Any]] = [
        getattr(SECTIONS[section].entity, name).label(f"{section}_{name}")
        for section in _CLIENTS
        for name in ("title", "last_name", "first_name", "middle_name", "phone", "responsible_id", "deleted_at")
    ]
    columns += [
        Place.name.label("place_name"),
        Deal.stage_id.label("deal_stage_id"),
        Lead.stage_id.label("lead_stage_id"),
        Deal.lead_responsible_id.label("deal_lead_responsible_id"),
    ]
    return (
        select(Activity.__table__, *columns)
        .outerjoin(Place, Place.id == Activity.place_id)
        .outerjoin(Deal, Deal.id == Activity.deal_id)
        .outerjoin(Lead, Lead.id == Activity.lead_id)
        .outerjoin(Contact, Contact.id == Activity.contact_id)
    )


async def read_activities(session: AsyncSession, rights: Rights, *conditions: ColumnElement[bool]) -> list[Found]:
    """The activities under the conditions, soonest first."""
    query = _query().where(*conditions).order_by(Activity.starts_at, Activity.id)
    rows = (await session.execute(query)).all()
    reminders = await _reminders(session, [row.id for row in rows])
    return [_found(row, reminders.get(row.id, ()), rights) for row in rows]


async def read_activity(session: AsyncSession, rights: Rights, activity_id: int) -> Found:
    """One activity, deleted ones too. Raises UserError("not_found")."""
    found = await read_activities(session, rights, Activity.id == activity_id)
    if not found:
        raise UserError("not_found", kind=Kind.ACTIVITY.value, id=activity_id)
    return found[0]


def _found(row: Row[Any], reminders: tuple[int, ...], rights: Rights) -> Found:
    ref = ref_of(lead_id=row.lead_id, deal_id=row.deal_id, contact_id=row.contact_id)
    section = ref.section if ref else ""

    def of_client(name: str) -> Any:  # Any: as columns hold
        return getattr(row, f"{section}_{name}", None) if ref else None

    name = display_name(*(of_client(part) or "" for part in ("last_name", "first_name", "middle_name")))
    owners = (row.responsible_id, of_client("responsible_id"))
    can_change = rights.allows(Kind.ACTIVITY, Right.CHANGE, *owners) and row.deleted_at is None
    shared = {column: getattr(row, column) for column in _SHARED}
    record = ActivityRecord(
        **shared,
        kind=ActivityKind(row.kind),
        place=row.place_text or row.place_name or "",
        state=ActivityState(row.state),
        client=ref,
        client_name=name or of_client("title") or "",
        client_phone=of_client("phone"),
        stage_id=of_client("stage_id"),
        reminders=reminders,
        can_change=can_change,
    )
    return Found(
        record=record,
        owners=owners,
        client_readers=(of_client("responsible_id"), of_client("lead_responsible_id")),
        client_in_bin=of_client("deleted_at") is not None,
        deleted_at=row.deleted_at,
        clients=Clients(row.lead_id, row.deal_id, row.contact_id),
    )


async def _reminders(session: AsyncSession, ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
    rows = await session.execute(
        select(ActivityReminder.activity_id, ActivityReminder.minutes_before)
        .where(ActivityReminder.activity_id.in_(ids))
        .order_by(ActivityReminder.activity_id, ActivityReminder.minutes_before)
    )
    found: dict[int, tuple[int, ...]] = {}
    for activity_id, minutes in rows:
        found[activity_id] = (*found.get(activity_id, ()), minutes)
    return found


def of_living_clients() -> ColumnElement[bool]:
    """Leaves out activities whose client is in the bin."""
    in_bin = (
        exists()
        .where(getattr(Activity, SECTIONS[section].owner_column) == entity.id, entity.deleted_at.is_not(None))
        .correlate(Activity)
        for section in _CLIENTS
        for entity in (SECTIONS[section].entity,)
    )
    return ~or_(*in_bin)


async def insert_activity(unit: Unit, clients: Clients, reminders: Iterable[int], **columns: Any) -> int:
    """Add an activity with its reminders; returns its number. Any: as columns hold."""
    activity_id: int | None = await unit.session.scalar(
        insert(Activity)
        .values(
            lead_id=clients.lead_id, deal_id=clients.deal_id, contact_id=clients.contact_id,
            created_at=unit.at, created_by=unit.order.actor_id, **columns,
        )
        .returning(Activity.id)
    )
    assert activity_id is not None, "an insert returns its key"
    await write_reminders(unit, activity_id, columns["starts_at"], reminders)
    touch(unit, activity_id, clients)
    return activity_id


async def update_activity(unit: Unit, found: Found, version: int, **columns: Any) -> None:
    """Change an activity that is still at `version`. Raises Conflict("record_changed"). Any: as columns hold."""
    changed = await unit.session.scalar(
        update(Activity)
        .where(Activity.id == found.record.id, Activity.version == version)
        .values(**columns, version=version + 1)
        .returning(Activity.id)
    )
    if changed is None:
        raise Conflict("record_changed", kind=Kind.ACTIVITY.value, id=found.record.id)
    touch(unit, found.record.id, found.clients)


async def write_reminders(unit: Unit, activity_id: int, starts_at: datetime, reminders: Iterable[int]) -> None:
    """Make the reminders anew: after a move each is due again, at once where its time is past."""
    await unit.session.execute(delete(ActivityReminder).where(ActivityReminder.activity_id == activity_id))
    rows = [
        {"activity_id": activity_id, "minutes_before": minutes, "due_at": starts_at - timedelta(minutes=minutes)}
        for minutes in sorted(set(reminders))
    ]
    if rows:
        await unit.session.execute(insert(ActivityReminder), rows)


def touch(unit: Unit, activity_id: int, clients: Clients) -> None:
    """Tell the windows: the activity itself and the cards and rows that show it."""
    unit.touch(Kind.ACTIVITY, activity_id)
    touched = ((Kind.LEAD, clients.lead_id), (Kind.DEAL, clients.deal_id), (Kind.CONTACT, clients.contact_id))
    for kind, client_id in touched:
        if client_id is not None:
            unit.touch(kind, client_id)
