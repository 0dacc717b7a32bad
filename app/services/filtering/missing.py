"""Records that lack what their own stage requires (SPEC: "N fields missing", filterable)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import ColumnElement, and_, false, not_, or_

from app.services.clients.requirements import required_codes
from app.services.filtering import values as taken
from app.services.filtering.context import FilterContext, Unsuitable
from app.services.filtering.kinds import Filterable, Values
from app.services.listed import Listed


@dataclass(frozen=True, slots=True)
class FieldsMissing:
    """Whether any field is empty that the record's present stage asks for."""

    kind: ClassVar[str] = "yes_no"
    operators: ClassVar[tuple[str, ...]] = ("equals",)
    entries: ClassVar[None] = None

    section: Listed
    known: Mapping[str, Filterable]

    def condition(self, operator: str, values: Values, context: FilterContext) -> ColumnElement[bool]:
        answer = taken.one(values)
        if not isinstance(answer, bool):
            raise Unsuitable
        lacking = or_(false(), *self._of_stages(context))
        return lacking if answer else not_(lacking)

    def _of_stages(self, context: FilterContext) -> list[ColumnElement[bool]]:
        """One part for all stages with the same requirements."""
        stages: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for stage in context.registry.all.stages.values():
            if stage.section == self.section.code:
                codes = tuple(code for code in required_codes(context.registry, stage) if code in self.known)
                stages[codes].append(stage.id)
        return [
            and_(self.section.table.c.stage_id.in_(ids), or_(*(self._empty(code, context) for code in codes)))
            for codes, ids in stages.items()
            if codes
        ]

    def _empty(self, code: str, context: FilterContext) -> ColumnElement[bool]:
        return self.known[code].condition("empty", (), context)
