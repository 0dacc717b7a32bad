"""Plan the same next step with many clients."""

from collections.abc import Sequence

from app.db.unit import Unit
from app.services.activities import ManyPlans, Planner
from app.services.bulk.acts import read_rows, shown
from app.services.clients.sections import Section
from app.services.records.activities import ActivityDraft
from app.services.records.bulk import Piece, Refused
from app.services.workplace import Workplace


class Plan:
    """Each by the office's rules for its client; without a responsible each client's own plans it."""

    name = "plan"
    first = 100

    def __init__(self, workplace: Workplace, section: Section, planner: Planner, draft: ActivityDraft) -> None:
        """Raises what `clean_draft` raises: what is wrong for everybody is said before anything is done."""
        self._workplace = workplace
        self._section = section
        self._plans = ManyPlans(workplace, planner, draft)

    async def perform(self, unit: Unit, ids: Sequence[int]) -> Piece:
        refused = await self._plans.plan_in(unit, self._section.name, ids)
        rows = await read_rows(unit, self._section, list(refused), hold=False) if refused else {}
        return Piece(
            done=[record_id for record_id in ids if record_id not in refused],
            refused=[
                Refused(record_id, shown(self._workplace, self._section, rows.get(record_id)), refused[record_id])
                for record_id in ids
                if record_id in refused
            ],
        )
