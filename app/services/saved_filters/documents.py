"""What a saved filter's row holds, of this version of the program or another."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.services.filtering.saved import dump_filter, load_filter
from app.services.records.lists import Filter, FilterWarning

VERSION = 1


@dataclass(frozen=True, slots=True)
class Stored:
    """A row's definition; `department_id` of a filter shared with a department."""

    filter: Filter
    owner_id: int | None
    department_id: int | None
    warnings: tuple[FilterWarning, ...] = ()


def dump(chosen: Filter, owner_id: int | None, department_id: int | None) -> dict[str, object]:
    """The definition as the column keeps it."""
    return {"version": VERSION, "filter": dump_filter(chosen), "owner": owner_id, "department": department_id}


def load(definition: object) -> Stored:
    """What can be read of it; a definition that is no envelope is taken for the filter itself."""
    if not isinstance(definition, Mapping):
        return Stored(Filter(), None, None, (FilterWarning("malformed"),))
    chosen, warnings = load_filter(definition.get("filter", definition))
    return Stored(chosen, _number(definition.get("owner")), _number(definition.get("department")), warnings)


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
