"""A plain reading of the same filters in Python, sharing no code with the product's SQL."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Moscow")


@dataclass
class Known:
    """A lead as a person would describe it; None is empty, "?" that the client doesn't know."""

    values: dict[str, Any] = field(default_factory=dict)  # Any: of each field's kind
    id: int = 0


def holds(lead: Known, code: str, operator: str, values: tuple[Any, ...], now: datetime) -> bool:
    """Whether a condition is true of the lead."""
    value = lead.values.get(code)
    if code == "ever_stage":
        return bool({lead.values["stage"], *lead.values["passed"]} & set(values)) == (operator == "any_of")
    if code == "fields_missing":
        return any(lead.values.get(one) is None for one in REQUIRED[lead.values["stage"]]) == values[0]
    if code == "in_progress":
        return (lead.values["stage"] in WORKING) == values[0]
    if code == "own_several":
        return _several(value or (), operator, values)
    if code == "activity_state":
        return (_state(lead.values.get("next_activity"), now) in values) == (operator == "any_of")
    if operator == "empty":
        return value is None
    if operator == "filled":
        return value is not None
    if value == "?" and operator not in ("none_of", "not_contains"):
        return False
    return _OPERATORS[operator](None if value == "?" else value, values, now)


REQUIRED: dict[int, set[str]] = {}
"""What each stage asks for, as the office's data say it; filled by the test."""
WORKING: set[int] = set()


def _several(chosen: tuple[int, ...], operator: str, values: tuple[int, ...]) -> bool:
    match operator:
        case "any_of":
            return any(one in chosen for one in values)
        case "all_of":
            return all(one in chosen for one in values)
        case "none_of":
            return not any(one in chosen for one in values)
    return (not chosen) == (operator == "empty")


def _state(next_activity: datetime | None, now: datetime) -> str:
    if next_activity is None:
        return "none"
    if next_activity <= now:
        return "overdue"
    return "today" if next_activity.astimezone(ZONE).date() == now.astimezone(ZONE).date() else "planned"


def _day(value: Any) -> date:
    return value.astimezone(ZONE).date() if isinstance(value, datetime) else value


def _order(value: Any) -> Any:
    return _day(value) if isinstance(value, date) else value


def _between(value: Any, values: tuple[Any, ...], _now: datetime) -> bool:
    low, high = values
    found = _order(value)
    return value is not None and (low is None or found >= low) and (high is None or found <= high)


def _period(value: Any, values: tuple[Any, ...], now: datetime) -> bool:
    if value is None:
        return False
    today, day = now.astimezone(ZONE).date(), _day(value)
    match values[0]:
        case "today":
            return day == today
        case "this_week":
            return day.isocalendar()[:2] == today.isocalendar()[:2]
        case "this_month":
            return (day.year, day.month) == (today.year, today.month)
        case "last_quarter":
            months = (today.year - day.year) * 12 + today.month - day.month
            return (today.month - 1) % 3 < months <= (today.month - 1) % 3 + 3
        case "last_days":
            return today - timedelta(days=values[1]) < day <= today
        case "next_days":
            return today <= day < today + timedelta(days=values[1])
        case "later_than":
            return day > today + timedelta(days=values[1])
        case "older_than":
            return day < today - timedelta(days=values[1])
    raise AssertionError(values)


def plain(text: str) -> str:
    """Without letter case and ё."""
    return text.lower().replace("ё", "е")


_OPERATORS: dict[str, Callable[[Any, tuple[Any, ...], datetime], bool]] = {
    "any_of": lambda value, values, now: value in values,
    "none_of": lambda value, values, now: value not in values,
    "equals": lambda value, values, now: (
        plain(value) == plain(values[0]) if isinstance(value, str) else value is not None and _order(value) == values[0]
    ),
    "contains": lambda value, values, now: value is not None and plain(values[0]) in plain(value),
    "not_contains": lambda value, values, now: value is None or plain(values[0]) not in plain(value),
    "between": _between,
    "before": lambda value, values, now: value is not None and _order(value) < values[0],
    "after": lambda value, values, now: value is not None and _order(value) > values[0],
    "period": _period,
}

NOW = datetime(2025, 11, 18, 8, 45, tzinfo=UTC)

MOMENTS: tuple[datetime, ...] = (
    NOW, NOW - timedelta(minutes=1), NOW + timedelta(minutes=1), datetime(2025, 11, 18, 20, 59, 59, tzinfo=UTC),
    datetime(2025, 11, 18, 21, tzinfo=UTC), datetime(2025, 11, 17, 20, 59, tzinfo=UTC),
    datetime(2025, 11, 17, 21, tzinfo=UTC), datetime(2025, 10, 31, 21, tzinfo=UTC), datetime(2025, 11, 2, tzinfo=UTC),
    datetime(2024, 2, 29, 12, tzinfo=UTC),
)  # fmt: skip
DAYS = tuple(sorted({moment.astimezone(ZONE).date() + timedelta(days=n) for moment in MOMENTS for n in (-1, 0, 1)}))
TEXTS = ("Химки", "ХИМКИ", "химк", "Ёлкино", "Елкино", "100% да", "100_да", "50%", "a'b\"c", "Орёл (город)", "*", "_")
AMOUNTS = tuple(map(Decimal, ("0", "0.01", "1", "-5", "999999999.99", "1000")))
COUNTS = tuple(map(Decimal, ("0", "1", "2", "-3", "100000")))
