"""The meeting activity behind a lead's exact meeting time: planned on entering the stage, moved with it."""

from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select, update

from app.core.kinds import ActivityKind, ActivityState
from app.db.unit import Unit
from app.models import Activity, ActivityReminder
from app.services.clients.reading import Record
from app.services.records.values import Values
from app.services.workplace import Workplace

MEETING_MINUTES = 60
REMIND_MINUTES = 60


class Meetings:
    """Keeps one planned meeting activity in step with a lead's meeting time and place."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    async def plan_meeting(self, unit: Unit, record: Record, values: Values) -> None:
        """Plan the lead's meeting, or move the one that is planned; a moved one wants to be confirmed again."""
        starts_at = values["meeting_at"]
        assert isinstance(starts_at, datetime), "the stage requires an exact time"
        columns = {"starts_at": starts_at, "place_id": values.get("place"), "confirmed_at": None}
        planned = await unit.session.scalar(
            select(Activity.id)
            .where(
                Activity.lead_id == record.id,
                Activity.kind == ActivityKind.MEETING,
                Activity.state == ActivityState.PLANNED,
                Activity.deleted_at.is_(None),
            )
            .order_by(Activity.starts_at)
            .limit(1)
        )
        if planned is None:
            subjects = self._workplace.registry.all.subjects.get(ActivityKind.MEETING, ())
            planned = await unit.session.scalar(
                insert(Activity)
                .values(
                    **columns,
                    kind=ActivityKind.MEETING,
                    subject=subjects[0] if subjects else record.name,
                    minutes=MEETING_MINUTES,
                    state=ActivityState.PLANNED,
                    responsible_id=record.row["responsible_id"],
                    lead_id=record.id,
                    created_at=unit.at,
                    created_by=unit.order.actor_id,
                )
                .returning(Activity.id)
            )
        else:
            moved = update(Activity).where(Activity.id == planned)
            await unit.session.execute(moved.values(**columns, version=Activity.version + 1))
        assert planned is not None, "an insert returns its key"
        await self._remind(unit, planned, starts_at)
        unit.touch("activity", planned)

    async def _remind(self, unit: Unit, activity_id: int, starts_at: datetime) -> None:
        await unit.session.execute(delete(ActivityReminder).where(ActivityReminder.activity_id == activity_id))
        await unit.session.execute(
            insert(ActivityReminder).values(
                activity_id=activity_id,
                minutes_before=REMIND_MINUTES,
                due_at=starts_at - timedelta(minutes=REMIND_MINUTES),
            )
        )
