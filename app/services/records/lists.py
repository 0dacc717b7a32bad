"""Records of lists: the filter, the sort, the columns and what the pages hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from app.core.fieldkinds import FieldType


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a filter; what `values` hold depends on the field's type and the operator.

    Field codes: a field's code, or "stage", "responsible", "source", "created", "activity_state"
    ("overdue", "today", "planned", "none"), "last_contact".
    Operators: any_of, none_of, equals, contains, between, before, after, empty, filled, period (relative date).
    """

    field: str
    operator: str
    values: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list shows."""

    preset: str | None = None
    """"my_open", "department_open", "all_open", "without_activities", "overdue", "closed", "failed", None: all."""
    text: str = ""
    conditions: tuple[Condition, ...] = ()
    urgency: tuple[str, ...] = ()
    """Pressed counter chips: overdue, today, none."""


@dataclass(frozen=True, slots=True)
class Sort:
    """A column's code and the direction; empties last in both."""

    column: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column a list can show; declared once."""

    code: str
    type: FieldType | None
    """The field's type; None for the composed columns (name, stage, activity, queue …)."""
    sortable: bool
    label: str = ""
    """A custom field's name; empty for columns that the view names in the reader's language."""


@dataclass(frozen=True, slots=True)
class Totals:
    """Count and sums by currency of a result, for the status bar."""

    count: int
    sums: tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Counters:
    """Open records, each counted once in its most urgent state; the tab shows the sum for my items."""

    overdue: int
    today: int
    none: int
    next_boundary: datetime | None
    """The moment at which the numbers change by themselves."""

    @property
    def total(self) -> int:
        return self.overdue + self.today + self.none


Row = tuple[object, ...]
"""One list row: values in the order of the asked columns, the id first."""

Rows = Sequence[Row]


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A client found by the global search."""

    section: str
    id: int
    name: str
    phone: str | None
    detail: str
    stage_id: int | None
    responsible_id: int
    matched: str
    """What matched: "phone", "name", "email", "number", "text"."""
    phones: tuple[str, ...] = ()
    next_activity_at: datetime | None = None
    created_on: date | None = None
