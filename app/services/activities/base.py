"""What every part of the activity service stands on."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import Conflict, UserError
from app.core.kinds import ActivityState, Kind, Right
from app.db.unit import Unit
from app.services.activities.planner import Planner
from app.services.activities.rows import Found, read_activity
from app.services.client_refs import Client, find_client
from app.services.workplace import Workplace


class ActivityBase:
    """The workplace and the planner."""

    def __init__(self, workplace: Workplace, planner: Planner) -> None:
        self._workplace = workplace
        self._planner = planner

    async def _read(self, session: AsyncSession, activity_id: int) -> Found:
        """An activity that may be read. Raises UserError: "not_found", "not_allowed"."""
        rights = self._workplace.rights
        found = await read_activity(session, rights, activity_id)
        if not found.readable(rights):
            raise UserError("not_allowed", kind=Kind.ACTIVITY.value, right=Right.READ.value)
        return found

    async def _found(self, unit: Unit, activity_id: int, version: int, right: Right = Right.CHANGE) -> Found:
        """An activity to be changed, deleted ones too, at the version its editor saw.

        Raises UserError: "not_found", "not_allowed", "in_bin" (of the client); Conflict("record_changed").
        """
        found = await read_activity(unit.session, self._workplace.rights, activity_id)
        self._workplace.rights.require(Kind.ACTIVITY, right, *found.owners)
        if found.record.version != version:
            raise Conflict("record_changed", kind=Kind.ACTIVITY.value, id=activity_id)
        if found.client_in_bin and found.record.client is not None:
            raise UserError("in_bin", kind=found.record.client.section, id=found.record.client.id)
        return found

    async def _planned(self, unit: Unit, activity_id: int, version: int) -> Found:
        """An activity that is still open. Raises UserError("activity_closed") beside those of `_found`."""
        found = await self._found(unit, activity_id, version)
        if found.deleted_at is not None:
            raise UserError("not_found", kind=Kind.ACTIVITY.value, id=activity_id)
        if found.record.state is not ActivityState.PLANNED:
            raise UserError("activity_closed", state=found.record.state.value)
        return found

    async def _client_of(self, session: AsyncSession, found: Found) -> Client | None:
        return await find_client(session, found.record.client) if found.record.client else None
