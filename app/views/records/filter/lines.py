"""A filter in words, a chip each: its name where it has one, else what it asks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.services.records.lists import AnyOf, Condition, FilterField
from app.views.records.filter.names import (
    field_words,
    operator_words,
    period_words,
    value_words,
    warning_words,
    yes_no_words,
)

NAMES_SHOWN = 2


@dataclass(frozen=True, slots=True)
class ChipText:
    """What a chip says; `problem` where its condition is left out."""

    key: str
    words: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Writes conditions with the fields as they are called now."""

    fields: Mapping[str, FilterField]
    broken: Callable[[Condition], str | None]

    def chip(self, key: str, part: Condition | AnyOf) -> ChipText:
        """One condition, or a group of which any holds."""
        conditions = part.conditions if isinstance(part, AnyOf) else (part,)
        problems = [code for code in map(self.broken, conditions) if code is not None]
        either = QCoreApplication.translate("Filter", " or ").join(map(self.words, conditions))
        return ChipText(key, either, warning_words(problems[0]) if len(problems) == len(conditions) else "")

    def words(self, condition: Condition) -> str:
        """A condition in one line, such as "City contains “Moscow”"."""
        field = self.fields.get(condition.field)
        if field is None:
            return condition.field
        name = field_words(field)
        said = self._asked(field, condition)
        return f"{name}: {said}" if said else name

    def _asked(self, field: FilterField, condition: Condition) -> str:
        operator, values = condition.operator, condition.values
        if field.kind == "presence":
            return yes_no_words(operator == "filled")
        if operator in ("empty", "filled"):
            return operator_words(field.kind, operator)
        if operator == "period" and values:
            count = values[1] if len(values) > 1 and isinstance(values[1], int) else 0
            return period_words(str(values[0]), count).lower()
        written = [value_words(field, value) for value in values]
        if operator == "between" and len(written) == 2:
            return " – ".join(written)
        if operator in ("any_of", "equals"):
            return _listed(written)
        return f"{operator_words(field.kind, operator)} {_listed(written)}" if operator in _KNOWN else _listed(written)


_KNOWN = ("none_of", "all_of", "contains", "not_contains", "before", "after")


def _listed(written: Sequence[str]) -> str:
    rest = len(written) - NAMES_SHOWN
    if rest <= 0:
        return ", ".join(written)
    more = QCoreApplication.translate("Filter", "%n more", None, rest)
    return f"{', '.join(written[:NAMES_SHOWN])}, {more}"
