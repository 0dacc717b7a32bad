"""What the wizard shows of first calls beforehand: how many leads, who is there, when the office works."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import ActivityKind, Kind, OperationState, Right
from app.models import Activity, ImportBatch, Lead, Operation
from app.services.activities.planner import Planner
from app.services.importing.first_calls.reading import (
    require_import,
    untouched_activity,
    waiting_by_responsible,
    waiting_leads,
)
from app.services.importing.first_calls.records import CallerChoice, Outlook, Unplanned
from app.services.importing.first_calls.spreading import Hours
from app.services.importing.first_calls.undo import PARK
from app.services.importing.writing.ledger import IMPORT
from app.services.records.office import EmployeeRecord
from app.services.rules import Mode, Place, RuleCode
from app.services.workplace import Workplace

_LATEST: Final = 10
"""How many imports are looked through."""
_SOON: Final = timedelta(days=7)
_OPENING, _CLOSING = time(9), time(18)


class OutlookReader:
    """Reads what is needed to choose."""

    def __init__(self, workplace: Workplace, planner: Planner) -> None:
        self._workplace = workplace
        self._planner = planner

    async def read(self, import_id: str) -> Outlook:
        """Raises UserError("import_unknown")."""
        workplace = self._workplace
        async with workplace.database.read() as session:
            await require_import(session, import_id)
            waiting = await waiting_by_responsible(session, workplace, import_id)
        return Outlook(
            import_id=import_id,
            waiting=sum(waiting.values()),
            callers=self._callers(waiting),
            hours=self.hours(),
            minutes=self.call_minutes(),
            first_day=workplace.calendar.next_working_day(workplace.today()),
            subjects=workplace.registry.all.subjects.get(ActivityKind.CALL, ()),
        )

    def hours(self) -> Hours:
        """When the office works."""
        workday = self._workplace.registry.setting("workday")
        found = workday if isinstance(workday, dict) else {}
        start, end = _clock(found.get("start"), _OPENING), _clock(found.get("end"), _CLOSING)
        return Hours(start, end) if start < end else Hours(_OPENING, _CLOSING)

    def call_minutes(self) -> int:
        """How long a call takes: the office's usual length, within its rule."""
        usual = self._planner.default_minutes(ActivityKind.CALL)
        rule = self._planner.rules.setting(RuleCode.CALL_LENGTH, Place(Kind.LEAD))
        return min(usual, rule.numbers["minutes"]) if rule.mode in (Mode.BLOCK, Mode.WARN) else usual

    def _callers(self, waiting: Mapping[int, int]) -> tuple[CallerChoice, ...]:
        """Everyone calls may be planned for; suggested are managers who are there, else whoever imports."""
        workplace = self._workplace
        people = [
            one for one in workplace.registry.employees() if workplace.rights.allows(Kind.ACTIVITY, Right.ADD, one.id)
        ]
        away = {one.id: self._away_until(one) for one in people}
        suggested = {one.id for one in people if one.invited and not away[one.id] and one.role_code == "manager"}
        suggested = suggested or {workplace.actor.employee_id}
        return tuple(
            CallerChoice(one.id, one.name, waiting.get(one.id, 0), one.invited, away[one.id], one.id in suggested)
            for one in people
        )

    def _away_until(self, one: EmployeeRecord) -> date | None:
        today = self._workplace.today()
        if one.absent_from is None or one.absent_from > today + _SOON:
            return None
        until = one.absent_until or date.max
        return until if until >= today else None

    async def unplanned(self) -> tuple[Unplanned, ...]:
        """The latest finished imports whose leads wait or are parked."""
        workplace = self._workplace
        async with workplace.database.read() as session:
            imports = (
                await session.execute(
                    select(Operation.id, ImportBatch.file_name)
                    .join(ImportBatch, ImportBatch.operation_id == Operation.id)
                    .where(Operation.kind == IMPORT, Operation.state == OperationState.DONE)
                    .order_by(Operation.at.desc())
                    .limit(_LATEST)
                )
            ).all()
            ids = [row.id for row in imports]
            waiting = await self._waiting(session, ids)
            parked = await self._parked(session, ids)
            parkings = await self._parkings(session)
        found = (
            Unplanned(
                row.id, row.file_name, waiting.get(row.id, 0), parked.get(row.id, 0),
                *parkings.get(row.id, (None, None)),
            )
            for row in imports
        )  # fmt: skip
        return tuple(one for one in found if one.waiting or (one.parked and one.parking_id))

    async def _waiting(self, session: AsyncSession, ids: list[str]) -> dict[str, int]:
        rows = await session.execute(
            select(Lead.import_id, func.count()).where(*waiting_leads(self._workplace, *ids)).group_by(Lead.import_id)
        )
        return {import_id or "": count for import_id, count in rows}

    async def _parked(self, session: AsyncSession, ids: list[str]) -> dict[str, int]:
        """Leads whose parking nobody has touched."""
        rows = await session.execute(
            select(Activity.import_id, func.count())
            .join(Lead, Lead.id == Activity.lead_id)
            .where(
                Lead.import_id.in_(ids),
                Lead.deleted_at.is_(None),
                Activity.kind == ActivityKind.OTHER,
                Activity.import_id == Lead.import_id,
                Activity.deleted_at.is_(None),
                untouched_activity(),
            )
            .group_by(Activity.import_id)
        )
        return {import_id or "": count for import_id, count in rows}

    async def _parkings(self, session: AsyncSession) -> dict[str, tuple[date, str]]:
        """Until when, and by which operation, each import was parked last."""
        rows = await session.execute(
            select(Operation.id, Operation.params)
            .where(Operation.kind == PARK, Operation.state == OperationState.DONE)
            .order_by(Operation.at)
        )
        return {
            str(params["import_id"]): (date.fromisoformat(str(params["until"])), operation_id)
            for operation_id, params in rows
        }


def _clock(written: object, otherwise: time) -> time:
    return time.fromisoformat(written) if isinstance(written, str) else otherwise
