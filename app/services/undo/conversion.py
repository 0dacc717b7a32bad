"""Undo of a conversion: for supervisors, until a person changed the deal's stage, payments or documents (SPEC)."""

from typing import Final

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.kinds import HistoryOp, Kind, Right, Scope
from app.db.unit import Unit
from app.models import Activity, Attachment, Deal, History, Lead, TimelineItem
from app.services.clients.sections import PERSON_COLUMNS
from app.services.undo.reading import Target
from app.services.workplace import Workplace

CONVERSION: Final = "lead.convert"


async def check_conversion(
    session: AsyncSession, workplace: Workplace, operation_id: str, targets: list[Target]
) -> None:
    """Whether a conversion can still be undone, and by this employee.

    Raises UserError: "not_allowed", "conversion_worked_on" (deal).
    """
    rights = workplace.rights
    if rights.scope(Kind.LEAD, Right.CHANGE) not in (Scope.DEPARTMENT, Scope.ALL):
        raise UserError("not_allowed", kind=Kind.LEAD.value, right=Right.CHANGE.value)
    for target in targets:
        if target.kind == Kind.LEAD:
            owner = await session.scalar(select(Lead.responsible_id).where(Lead.id == target.id))
            rights.require(Kind.LEAD, Right.CHANGE, owner)
        elif target.kind == Kind.DEAL and await _worked_on(session, operation_id, target.id):
            raise UserError("conversion_worked_on", deal=target.id)


async def keep_contacts(session: AsyncSession, targets: list[Target], operation_id: str) -> list[Target]:
    """The targets without a new contact that somebody uses elsewhere by now."""
    deals = [target.id for target in targets if target.kind == Kind.DEAL]
    leads = [target.id for target in targets if target.kind == Kind.LEAD]
    kept = []
    for target in targets:
        elsewhere = select(Deal.id).where(
            Deal.contact_id == target.id, Deal.deleted_at.is_(None), Deal.id.not_in(deals)
        )
        others = select(Lead.id).where(Lead.contact_id == target.id, Lead.deleted_at.is_(None), Lead.id.not_in(leads))
        used = target.kind == Kind.CONTACT and (
            await session.scalar(elsewhere.limit(1)) is not None or await session.scalar(others.limit(1)) is not None
        )
        if not used or not await _made(session, operation_id, target):
            kept.append(target)
    return kept


async def read_deals(session: AsyncSession, targets: list[Target]) -> dict[int, int]:
    """The deals among the targets, and the lead that each was made of."""
    ids = [target.id for target in targets if target.kind == Kind.DEAL]
    rows = await session.execute(select(Deal.id, Deal.lead_id).where(Deal.id.in_(ids)))
    return {deal_id: lead_id for deal_id, lead_id in rows if lead_id is not None}


async def give_back(unit: Unit, deals: dict[int, int]) -> None:
    """Files, and what people planned and wrote on the deals since, belong to the leads again."""
    for deal_id, lead_id in deals.items():
        for entity in (Attachment, Activity, TimelineItem):
            table = entity.__table__
            await unit.session.execute(
                update(entity)
                .where(table.c.deal_id == deal_id, table.c.deleted_at.is_(None))
                .values(lead_id=lead_id, deal_id=None, contact_id=None)
            )


async def names_before(session: AsyncSession, lead_id: int, operation_id: str) -> dict[str, object]:
    """The lead's own name, where the history knows it: from the conversion on it showed the contact's."""
    rows = await session.execute(
        select(History.changes)
        .where(History.kind == Kind.LEAD, History.ref == lead_id, History.id < _begun(operation_id))
        .order_by(History.id)
    )
    known: dict[str, object] = {}
    for (changes,) in rows:
        known.update({key: pair[1] for key, pair in (changes or {}).items() if key in PERSON_COLUMNS})
    empty = {key: None if key == "birth_date" else "" for key in PERSON_COLUMNS}
    return {**empty, **known} if known else {}


async def _made(session: AsyncSession, operation_id: str, target: Target) -> bool:
    line = select(History.id).where(
        History.operation_id == operation_id,
        History.kind == target.kind,
        History.ref == target.id,
        History.op == HistoryOp.CREATE,
    )
    return await session.scalar(line.limit(1)) is not None


async def _worked_on(session: AsyncSession, operation_id: str, deal_id: int) -> bool:
    """Whether a person changed the deal's stage, payments or documents since."""
    files = select(Attachment.id).where(Attachment.deal_id == deal_id)
    lines = await session.execute(
        select(History.kind, History.op, History.changes).where(
            History.actor_id.is_not(None),
            or_(History.operation_id.is_(None), History.operation_id != operation_id),
            or_(
                and_(History.kind == Kind.DEAL, History.ref == deal_id, History.op == HistoryOp.CHANGE),
                and_(History.kind == Kind.PAYMENT, History.owner_kind == Kind.DEAL, History.owner_id == deal_id),
                and_(History.kind == Kind.FILE, History.ref.in_(files), History.id > _begun(operation_id)),
            ),
        )
    )
    return any(kind != Kind.DEAL or "stage_id" in (changes or {}) for kind, _, changes in lines)


def _begun(operation_id: str) -> ColumnElement[int]:
    """The operation's first line: files that the lead brought along are older."""
    return (
        select(History.id)
        .where(History.operation_id == operation_id)
        .order_by(History.id)
        .limit(1)
        .scalar_subquery()
    )
