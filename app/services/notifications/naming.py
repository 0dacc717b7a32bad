"""Fills notifications with the names and texts of the moment they are read: none is stored twice."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import Kind, Right
from app.core.text import display_name
from app.models import Activity, Notification, TimelineItem
from app.services.client_refs import readable_client
from app.services.clients.sections import SECTIONS
from app.services.records.activities import ClientRef
from app.services.records.notifications import NotificationKind, NotificationRecord
from app.services.workplace import Workplace


async def records(
    session: AsyncSession, workplace: Workplace, rows: Sequence[Notification]
) -> tuple[NotificationRecord, ...]:
    """The rows as they are shown; of clients that the employee may not read any more without their names."""
    names = await _names(session, workplace, rows)
    activities = await _activities(session, [row.activity_id for row in rows if row.activity_id is not None])
    texts = await _texts(session, [line for row in rows if isinstance(line := row.params.get("line"), int)])
    people = workplace.registry.all.employees
    found: list[NotificationRecord] = []
    for row in rows:
        ref = ClientRef(row.section, row.ref) if row.section is not None and row.ref is not None else None
        activity, actor = activities.get(row.activity_id or 0), people.get(row.actor_id or 0)
        readable = ref is None or ref in names
        stage, line, count = (row.params.get(key) for key in ("stage_id", "line", "count"))
        found.append(
            NotificationRecord(
                id=row.id,
                at=row.at,
                kind=NotificationKind(row.kind),
                actor_name=actor.name if actor is not None else "",
                ref=ref,
                client_name=names.get(ref, "") if ref is not None else "",
                read=row.read_at is not None,
                activity_id=row.activity_id,
                subject=activity.subject if activity is not None else "",
                starts_at=activity.starts_at if activity is not None else None,
                stage_id=stage if isinstance(stage, int) else None,
                text=texts.get(line, "") if isinstance(line, int) and readable else "",
                count=count if isinstance(count, int) else 1,
            )
        )
    return tuple(found)


async def _names(session: AsyncSession, workplace: Workplace, rows: Sequence[Notification]) -> dict[ClientRef, str]:
    found: dict[ClientRef, str] = {}
    for section in SECTIONS:
        ids = {row.ref for row in rows if row.section == section and row.ref is not None}
        if not ids:
            continue
        entity = SECTIONS[section].entity
        columns = (entity.id, entity.title, entity.last_name, entity.first_name, entity.middle_name)
        clients = await session.execute(select(*columns, entity.responsible_id).where(entity.id.in_(ids)))
        for one in clients:
            if workplace.rights.allows(Kind(section), Right.READ, one.responsible_id):
                name = display_name(one.last_name or "", one.first_name or "", one.middle_name or "")
                found[ClientRef(section, one.id)] = name or one.title or ""
        for ref in {ClientRef(section, number) for number in ids} - found.keys():
            client = await readable_client(session, workplace.rights, ref)  # by the deal's lead or the person's deal
            if client is not None:
                found[ref] = client.name
    return found


async def _activities(session: AsyncSession, ids: Collection[int]) -> dict[int, Row[*tuple[Any, ...]]]:
    rows = await session.execute(
        select(Activity.id, Activity.subject, Activity.starts_at).where(Activity.id.in_(list(ids)))
    )
    return {row.id: row for row in rows}


async def _texts(session: AsyncSession, ids: Collection[int]) -> dict[int, str]:
    rows = await session.execute(
        select(TimelineItem.id, TimelineItem.body).where(
            TimelineItem.id.in_(list(ids)), TimelineItem.deleted_at.is_(None)
        )
    )
    return {row.id: row.body for row in rows}
