"""What the panel knows of a section's fields: which there are, which stand there at once, what is broken."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.services.records.lists import Condition, Filter, FilterField
from app.views.navigator import Section
from app.views.records.filter.names import field_words

if TYPE_CHECKING:
    # SQLAlchemy, which services bring, takes 0.3 s to import: the sign-in window paints before that
    from app.services.lists.service import Lists

USUAL: dict[Section, tuple[str, ...]] = {
    "lead": ("stage", "responsible", "source", "activity_state", "created", "sum", "last_contact", "city"),
    "deal": (
        "stage", "responsible", "deal_type", "activity_state", "created", "sum", "payment_overdue", "last_contact",
    ),
    "contact": ("in_progress", "responsible", "created", "last_contact", "activity_state", "phones"),
}  # fmt: skip
_BROKEN = ("field_unknown", "operator_unknown", "value_unsuitable")


class PanelFields:
    """The fields as the service offers them now; `sum` under the name of the field that the office sums."""

    def __init__(self, lists: "Lists", section: Section, summed: FilterField | None, fields: Sequence[FilterField]):
        self._lists = lists
        self._section = section
        self.by_code = {one.code: one for one in fields}
        twin = None if summed is None else summed.code
        self.offered = tuple(one for one in fields if one.code != twin)

    def broken(self, condition: Condition) -> str | None:
        """Why a condition can't be shown for what it is; None where it can."""
        warnings = self._lists.warnings(self._section, Filter(conditions=(condition,)))
        return next((one.code for one in warnings if one.code in _BROKEN), None)

    def words(self, code: str) -> str:
        return field_words(self.by_code[code]) if code in self.by_code else code


def read_fields(lists: "Lists", section: Section, sum_code: str | None) -> PanelFields:
    """The fields of a section. `sum_code`: the office's field that lists sum, which `sum` is a copy of."""
    found = list(lists.filter_fields(section))
    summed = next((one for one in found if one.code == sum_code and one.code != "sum"), None)
    if summed is not None:
        found = [_named(one, summed.label) if one.code == "sum" else one for one in found]
    return PanelFields(lists, section, summed, found)


def _named(field: FilterField, label: str) -> FilterField:
    return FilterField(field.code, field.kind, field.operators, label, field.choices)
