"""The order of the work queue: of leads a place for each working stage, of deals the order of what presses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import update

from app.core.errors import UserError
from app.core.kinds import StageKind
from app.models import Stage
from app.services.lists.queue import DEAL_ORDER, DEAL_REASONS
from app.services.office.base import OfficePage, put_setting, require_seen
from app.services.registry import Dictionaries

PLACES: Final = 8
"""Places of the leads' queue; 9 stands for who waits for nobody."""


@dataclass(frozen=True, slots=True)
class WorkOrder:
    """What the queue goes by."""

    leads: Mapping[int, int]
    """Of each working stage its place, 1 first; stages at one place are worked through together."""
    deals: tuple[str, ...]
    """Reasons, the most pressing first; one left out doesn't bring a deal forward."""


class OfficeOrder(OfficePage):
    """Read and save the order."""

    def stored(self) -> WorkOrder:
        return _order_of(self._workplace.registry.all)

    def usual_deals(self) -> tuple[str, ...]:
        """The guide's order, to go back to."""
        return DEAL_REASONS

    async def save(self, seen: WorkOrder, wanted: WorkOrder) -> None:
        """Raises UserError: "not_allowed", "queue_place_unsuitable"; Conflict("settings_changed")."""
        _check(wanted)
        async with self._changing("queue") as (unit, stored):
            before = _order_of(stored)
            require_seen(seen, before)
            for stage_id, place in wanted.leads.items():
                if before.leads.get(stage_id) not in (None, place):
                    await unit.session.execute(update(Stage).where(Stage.id == stage_id).values(queue_rank=place))
            if wanted.deals != before.deals:
                await put_setting(self._workplace.database, unit.session, DEAL_ORDER, list(wanted.deals))


def _order_of(stored: Dictionaries) -> WorkOrder:
    stages = sorted(
        (one for one in stored.stages.values() if one.section == "lead" and one.kind is StageKind.WORKING),
        key=lambda one: (one.queue_rank, one.position),
    )
    deals = stored.settings.get(DEAL_ORDER)
    known: Sequence[str] = deals if isinstance(deals, list) else DEAL_REASONS
    return WorkOrder(
        {one.id: one.queue_rank for one in stages if one.id not in stored.deleted_stages},
        tuple(one for one in dict.fromkeys(known) if one in DEAL_REASONS),
    )


def _check(order: WorkOrder) -> None:
    unknown = set(order.deals) - set(DEAL_REASONS)
    if unknown or len(set(order.deals)) < len(order.deals):
        raise UserError("queue_place_unsuitable", most=PLACES)
    if any(not 1 <= place <= PLACES for place in order.leads.values()):
        raise UserError("queue_place_unsuitable", most=PLACES)
