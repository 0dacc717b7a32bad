"""Which leads of an import wait for their first call."""

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.kinds import ActivityState, Kind, Right
from app.models import Activity, ImportBatch, Lead
from app.services.workplace import Workplace


def waiting_leads(workplace: Workplace, *import_ids: str) -> tuple[ColumnElement[bool], ...]:
    """Leads in progress that imports added, with nothing planned for them."""
    stages = [stage.id for stage in workplace.registry.open_stages(Kind.LEAD)]
    planned = exists().where(
        Activity.lead_id == Lead.id, Activity.state == ActivityState.PLANNED, Activity.deleted_at.is_(None)
    )
    return (
        Lead.import_id.in_(import_ids),
        Lead.deleted_at.is_(None),
        Lead.stage_id.in_(stages),
        Lead.next_activity_id.is_(None),
        ~planned,
    )


def untouched_activity() -> ColumnElement[bool]:
    """Activities that nobody has changed since they were planned."""
    return (Activity.state == ActivityState.PLANNED) & (Activity.version == 1)


async def waiting_by_responsible(session: AsyncSession, workplace: Workplace, import_id: str) -> dict[int, int]:
    """How many leads wait, by their responsible; those that the employee may not change are left out."""
    rows = (
        await session.execute(
            select(Lead.responsible_id, func.count())
            .where(*waiting_leads(workplace, import_id))
            .group_by(Lead.responsible_id)
        )
    ).all()
    return {who: count for who, count in rows if workplace.rights.allows(Kind.LEAD, Right.CHANGE, who)}


async def require_import(session: AsyncSession, import_id: str) -> None:
    """Raises UserError("import_unknown") where there is no import of this number."""
    known = await session.scalar(select(ImportBatch.operation_id).where(ImportBatch.operation_id == import_id))
    if known is None:
        raise UserError("import_unknown", operation=import_id)
