"""Records of lists: the filter, the sort, the columns and what the pages hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.core.fieldkinds import FieldType

IdVector: TypeAlias = NDArray[np.int64]
"""The ids of a whole result in its order: 8 bytes a record, however many there are."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a filter; what `values` hold depends on the field's type and the operator.

    Field codes: a field's code, or "stage", "responsible", "source", "created", "activity_state"
    ("overdue", "today", "planned", "none"), "last_contact", "text" (the whole record, as the search line does)
    and the others that `services.filtering` lists for the section.
    Operators: any_of, none_of, all_of, equals, contains, not_contains, between, before, after, empty, filled,
    period (relative date). People also take "me", "my_department" and "department:3".
    `between` includes both ends; None leaves one end open.
    A period is its code and, where it counts days, their number: ("this_week",), ("last_days", 7).
    """

    field: str
    operator: str
    values: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """A group of conditions of which at least one holds."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list shows: all of its parts hold."""

    preset: str | None = None
    """"my_open", "department_open", "all_open", "without_activities", "overdue", "closed", "failed", None: all.
    Activities also know "done_today"."""
    text: str = ""
    conditions: tuple[Condition | AnyOf, ...] = ()
    urgency: tuple[str, ...] = ()
    """Pressed counter chips: overdue, today, none."""


@dataclass(frozen=True, slots=True)
class FilterWarning:
    """Why a part of a filter was left out: a saved filter outlives the fields and people it speaks of."""

    code: str
    """"field_unknown", "operator_unknown", "value_unsuitable", "value_gone", "preset_unknown", "malformed"."""
    field: str = ""
    operator: str = ""
    values: tuple[object, ...] = ()
    """What of the condition's values is gone; the rest of them still holds."""


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """An entry that a condition can name."""

    id: int | str
    name: str
    """Empty where the view has the words ("my_department")."""
    tone: str = ""
    """Of a stage."""
    gone: bool = False
    """Deleted, or an employee who left: records may still name it."""


@dataclass(frozen=True, slots=True)
class FilterField:
    """A field that the filter panel offers, with the operators of its kind."""

    code: str
    kind: str
    """"references", "number", "money", "day", "text", "yes_no", "several", "state", "words", "presence"."""
    operators: tuple[str, ...]
    label: str = ""
    """The office's own name of it; empty for fields that the view names in the reader's language."""
    choices: tuple[FilterChoice, ...] = ()
    """What references name."""


@dataclass(frozen=True, slots=True)
class Sort:
    """A column's code and the direction; empties last in both, ties by id in the same direction."""

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


@dataclass(frozen=True, slots=True)
class AgendaCounts:
    """How the activities of a list sorted by their start fall into groups, in this order; the rest is later."""

    overdue: int
    today: int
    tomorrow: int
    next_boundary: datetime | None
    """The moment at which an activity changes its group by itself."""


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
