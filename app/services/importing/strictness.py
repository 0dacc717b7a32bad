"""The strict import: a row that lacks what its stage requires is rejected (SPEC, "Import and export")."""

from collections.abc import Mapping

from app.core.kinds import StageKind
from app.services.clients.requirements import check
from app.services.importing.known import name_key
from app.services.importing.layout import Reason
from app.services.importing.rows import ImportRow, RejectedRow
from app.services.records.values import FieldValue
from app.services.registry import Registry


class StrictCheck:
    """Asks of each row what a move to its stage by hand would ask; stages come by the key of their name."""

    def __init__(self, registry: Registry, stages: Mapping[str, int], first_stage: int) -> None:
        self._registry = registry
        self._stages = stages
        self._first_stage = first_stage

    def __call__(self, row: ImportRow) -> ImportRow | RejectedRow:
        """The row itself, or the row rejected with the names of the fields it lacks."""
        stage = self._registry.stage(self._stages.get(name_key(row.stage) or row.stage, self._first_stage))
        values: dict[str, FieldValue] = {**row.values, "phones": row.phones, "emails": row.emails, "source": row.source}
        missing = [field.name for field in check(self._registry, stage, values).missing]
        if missing:
            reason = Reason("stage_fields_missing", {"stage": stage.name, "fields": ", ".join(missing)})
            return RejectedRow(row.line, reason, row.cells)
        if stage.kind is StageKind.FAILURE and not row.values.get("comment"):
            return RejectedRow(row.line, Reason("stage_reason_missing", {"stage": stage.name}), row.cells)
        return row
