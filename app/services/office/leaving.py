"""Moves the records of a stage that goes out of use, in short transactions under one operation."""

from typing import Final

from sqlalchemy import select, update

from app.core.errors import UserError
from app.core.kinds import Kind, StageKind, TimelineKind
from app.db.unit import Unit, WriteOrder
from app.models import Stage
from app.services.clients.sections import Section
from app.services.lines import Clients, write_lines
from app.services.listed import listed
from app.services.records.office import StageRecord
from app.services.workplace import Workplace

TOGETHER: Final = 500


async def leave_stage(
    workplace: Workplace, order: WriteOrder, section: Section, stage_id: int, target: StageRecord | None
) -> int:
    """Move everyone to the target, then mark the stage as deleted; broken off, what is moved stays moved.

    Raises UserError("stage_target_missing") where someone stands on the stage and no target is named.
    """
    moved, begun = 0, False
    while True:
        current = order if not begun else WriteOrder(
            order.kind, order.actor_id, workplace.now(), order.operation_id, record=False
        )  # fmt: skip
        async with workplace.database.write(current) as unit:
            count = await _move_some(unit, section, stage_id, target)
            if count == 0:
                await unit.session.execute(update(Stage).where(Stage.id == stage_id).values(deleted_at=unit.at))
                unit.touch(Kind.SETTINGS)
                return moved
        moved, begun = moved + count, True


async def _move_some(unit: Unit, section: Section, stage_id: int, target: StageRecord | None) -> int:
    entity = listed(section.name).table
    query = select(entity.c.id).where(entity.c.stage_id == stage_id).order_by(entity.c.id).limit(TOGETHER)
    ids = list(await unit.session.scalars(query.with_for_update()))
    if not ids:
        return 0
    if target is None:
        raise UserError("stage_target_missing")
    closed_at = None if target.kind is StageKind.WORKING else unit.at
    await unit.session.execute(
        update(entity)
        .where(entity.c.id.in_(ids))
        .values(
            stage_id=target.id, stage_since=unit.at, closed_at=closed_at, updated_at=unit.at,
            updated_by=unit.order.actor_id, version=entity.c.version + 1,
        )
    )  # fmt: skip
    told: list[tuple[Clients, dict[str, object]]] = [
        (section.clients(one), {"before": stage_id, "after": target.id}) for one in ids
    ]
    await write_lines(unit, TimelineKind.STAGE, told)
    unit.touch(section.name, *ids)
    return len(ids)
