"""The operators of a field as its menu offers them, and which of them a condition is."""

from app.services.records.lists import Condition, FilterField
from app.views.records.filter.names import COUNTED, NAMED, RANGE

QUICK = (("today", 0), ("last_days", 7), ("this_month", 0), ("this_quarter", 0))
"""Periods with a button of their own under the two days."""

_SCALE = ("equals", "before", "after", "empty", "filled")
_OFFERED = {
    "references": ("any_of", "none_of", "empty", "filled"),
    "number": (RANGE, *_SCALE),
    "money": (RANGE, *_SCALE),
    "day": (RANGE, NAMED, *COUNTED, "before", "after", "equals", "empty", "filled"),
    "presence": ("filled",),
}


def offered_operators(field: FilterField) -> tuple[str, ...]:
    """What the menu shows, the usual one first."""
    known = {*field.operators, *((RANGE,) if "between" in field.operators else ())}
    if "period" in field.operators:
        known |= {NAMED, *COUNTED}
    return tuple(one for one in _OFFERED.get(field.kind, field.operators) if one in known)


def operator_of(field: FilterField, condition: Condition) -> str:
    """Which of the offered operators a condition is."""
    operator = condition.operator
    if field.kind == "presence":
        return "filled"
    if operator == "between":
        return RANGE
    if operator == "period" and condition.values:
        code = condition.values[0]
        if (code, (*condition.values, 0)[1]) in QUICK:
            return RANGE
        return code if isinstance(code, str) and code in COUNTED else NAMED
    if field.kind == "references" and operator == "equals":
        return "any_of"
    return operator
