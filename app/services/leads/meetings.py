"""The meeting activity behind a lead's exact meeting time: planned on entering the stage, moved with it."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, insert, select, update

from app.core.kinds import ActivityKind, ActivityState
from app.db.unit import Unit
from app.models import Activity, ActivityReminder
from app.services.activities import Planner
from app.services.clients.reading import Record
from app.services.records.activities import ActivityDraft, ClientRef
from app.services.records.values import Values
from app.services.workplace import Workplace

REMIND_MINUTES: Final = 60


class Meetings:
    """Keeps one planned meeting activity in step with a lead's meeting time and place."""

    def __init__(self, workplace: Workplace, planner: Planner) -> None:
        self._workplace = workplace
        self._planner = planner

    async def plan_meeting(self, unit: Unit, record: Record, values: Values) -> None:
        """Plan the lead's meeting, or move the one that is planned; a moved one wants to be confirmed again."""
        starts_at, place_id = values["meeting_at"], values.get("place")
        assert isinstance(starts_at, datetime), "the stage requires an exact time"
        planned: int | None = await unit.session.scalar(
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
            planned = await self._plan(unit, record, starts_at, place_id if isinstance(place_id, int) else None)
        else:
            moved = update(Activity).where(Activity.id == planned)
            columns = {"starts_at": starts_at, "place_id": place_id, "confirmed_at": None}
            await unit.session.execute(moved.values(**columns, version=Activity.version + 1))
            await self._remind(unit, planned, starts_at)
        unit.touch("activity", planned)

    async def _plan(self, unit: Unit, record: Record, starts_at: datetime, place_id: int | None) -> int:
        subjects = self._workplace.registry.all.subjects.get(ActivityKind.MEETING, ())
        return await self._planner.plan_freely_in(
            unit,
            ActivityDraft(
                kind=ActivityKind.MEETING,
                subject=subjects[0] if subjects else record.name,
                starts_at=starts_at,
                minutes=self._planner.default_minutes(ActivityKind.MEETING),
                client=ClientRef("lead", record.id),
                responsible_id=record.row["responsible_id"],
                place_id=place_id,
                reminders=(REMIND_MINUTES,),
            ),
        )

    async def _remind(self, unit: Unit, activity_id: int, starts_at: datetime) -> None:
        await unit.session.execute(delete(ActivityReminder).where(ActivityReminder.activity_id == activity_id))
        due_at = starts_at - timedelta(minutes=REMIND_MINUTES)
        reminder = {"activity_id": activity_id, "minutes_before": REMIND_MINUTES, "due_at": due_at}
        await unit.session.execute(insert(ActivityReminder).values(reminder))
