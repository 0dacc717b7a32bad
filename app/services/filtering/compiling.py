"""Makes a filter the SQL conditions that list, kanban, counters and export share."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, or_

from app.services.filtering.context import FilterContext, Unsuitable
from app.services.filtering.fields import Fields
from app.services.filtering.kinds import Filterable
from app.services.filtering.presets import preset_condition, urgency_condition
from app.services.listed import Listed
from app.services.records.lists import AnyOf, Condition, Filter, FilterWarning
from app.services.search.conditions import text_condition
from app.services.search.wording import wanted


@dataclass(frozen=True, slots=True)
class Compiled:
    """What a filter asks for, rights and the bin included."""

    where: tuple[ColumnElement[bool], ...]
    warnings: tuple[FilterWarning, ...]
    whole: bool
    """Everything outside the bin: nothing narrows it, so an index may give the order."""
    words_alone: bool = False
    """Everything outside the bin in which some words are found: the search index may give the newest."""
    slots: frozenset[str] = frozenset()
    """Slots of custom fields that the conditions speak of: SQLite's indexes over them are made when first asked."""


def compile_filter(section: Listed, chosen: Filter, context: FilterContext) -> Compiled:
    """The conditions of a filter for an employee; what can't be understood is left out with a warning."""
    compiler = _Compiler(section, context)
    asked = list(compiler.parts(chosen))
    where = [section.alive(), *asked]
    reads_all = section.reads_all(context.rights)
    if not reads_all:
        where.append(section.readable(context.rights, sqlite=context.sqlite))
    slots = frozenset(compiler.slots)
    words_alone = reads_all and len(asked) == 1 and bool(wanted(chosen.text))
    return Compiled(tuple(where), tuple(compiler.warnings), reads_all and not asked, words_alone, slots)


class _Compiler:
    def __init__(self, section: Listed, context: FilterContext) -> None:
        self.warnings: list[FilterWarning] = []
        self.slots: set[str] = set()
        self._section = section
        self._context = context
        self._known: Fields | None = None

    def parts(self, chosen: Filter) -> Iterator[ColumnElement[bool]]:
        if chosen.preset is not None:
            yield from self._kept(preset_condition(self._section, chosen.preset, self._context), chosen.preset)
        found = text_condition(self._section, chosen.text, sqlite=self._context.sqlite)
        if found is not None:
            yield found
        if chosen.urgency:
            words = ",".join(chosen.urgency)
            yield from self._kept(urgency_condition(self._section, chosen.urgency, self._context), words)
        for part in chosen.conditions:
            if isinstance(part, AnyOf):
                group = list(self._conditions(part.conditions))
                if group:
                    yield or_(*group)
            else:
                yield from self._conditions((part,))

    def _kept(self, condition: ColumnElement[bool] | None, code: str) -> Iterator[ColumnElement[bool]]:
        if condition is None:
            self.warnings.append(FilterWarning("preset_unknown", code))
        else:
            yield condition

    def _conditions(self, conditions: Iterable[Condition]) -> Iterator[ColumnElement[bool]]:
        for one in conditions:
            try:
                yield self._condition(self._without_gone(one))
            except Unsuitable as reason:
                gone = one.values if reason.code == "value_gone" else ()
                self.warnings.append(FilterWarning(reason.code, one.field, one.operator, gone))

    def _condition(self, one: Condition) -> ColumnElement[bool]:
        field = self._field(one)
        if one.operator not in field.operators:
            raise Unsuitable("operator_unknown")
        if self._known is not None and (slot := self._known.slot(one.field)) is not None:
            self.slots.add(slot)
        return field.condition(one.operator, one.values, self._context)

    def _field(self, one: Condition) -> Filterable:
        if self._known is None:
            self._known = Fields(self._section, self._context)
        if one.field not in self._known:
            raise Unsuitable("field_unknown")
        return self._known[one.field]

    def _without_gone(self, one: Condition) -> Condition:
        """The condition without entries that no longer exist; with none left it says nothing."""
        entries = self._field(one).entries
        if entries is None:
            return one
        gone = tuple(value for value in one.values if isinstance(value, int | str) and value not in entries)
        if not gone:
            return one
        if len(gone) == len(one.values):
            raise Unsuitable("value_gone")
        self.warnings.append(FilterWarning("value_gone", one.field, one.operator, gone))
        return replace(one, values=tuple(value for value in one.values if value not in gone))
