"""Moves a client of either staged section: what completing an activity with a new stage needs."""

from app.core.errors import UserError
from app.db.unit import Unit
from app.services.clients.staged import StagedService
from app.services.records.activities import ClientRef
from app.services.records.values import Values


class StageMoves:
    """Leads and deals behind one call."""

    def __init__(self, *services: StagedService) -> None:
        self._services = {service.section.name: service for service in services}

    async def move_in(self, unit: Unit, ref: ClientRef, stage_id: int, values: Values, *, reason: str = "") -> None:
        """Move inside an open unit; raises what moving raises, UserError("stage_gone") for a contact."""
        service = self._services.get(ref.section)
        if service is None:
            raise UserError("stage_gone", stage=stage_id)
        await service.move_in(unit, ref.id, stage_id, values, reason=reason)
