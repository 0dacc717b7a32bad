"""Plan the same next step with many clients."""

from collections.abc import Sequence
from dataclasses import replace

from app.core.errors import UserError
from app.db.unit import Unit
from app.services.activities import Planner
from app.services.activities.drafts import clean_draft
from app.services.bulk.acts import read_rows, shown
from app.services.clients.sections import Section
from app.services.records.activities import ActivityDraft, ClientRef
from app.services.records.bulk import Piece, Refused
from app.services.workplace import Workplace


class Plan:
    """Each by the office's rules for its client; without a responsible each client's own plans it."""

    name = "plan"
    first = 20

    def __init__(self, workplace: Workplace, section: Section, planner: Planner, draft: ActivityDraft) -> None:
        """Raises what `clean_draft` raises: what is wrong for everybody is said before anything is done."""
        clean_draft(workplace.registry, draft)
        self._workplace = workplace
        self._section = section
        self._planner = planner
        self._draft = draft

    async def perform(self, unit: Unit, ids: Sequence[int]) -> Piece:
        piece = Piece()
        rows = await read_rows(unit, self._section, ids)
        for record_id in ids:
            row = rows.get(record_id)
            responsible = self._draft.responsible_id or (None if row is None else row["responsible_id"])
            draft = replace(self._draft, client=ClientRef(self._section.name, record_id), responsible_id=responsible)
            try:
                async with unit.session.begin_nested():
                    await self._planner.plan_in(unit, draft)
            except UserError as error:
                piece.refused.append(Refused(record_id, shown(self._workplace, self._section, row), error))
            else:
                piece.done.append(record_id)
        if piece.done:
            unit.touch(self._section.name, *piece.done)
            unit.touch("activity")
        return piece
