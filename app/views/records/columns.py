"""Which columns a list shows, in which order and how wide: kept for each employee."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.services.records.lists import Condition, Filter, Sort
from app.views.records.spec import CREATED, RESPONSIBLE, SectionSpec

MINE = "my_open"
LEAST_WIDTH, USUAL_WIDTH = 60, 150


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """What the gear and the header decide."""

    codes: tuple[str, ...]
    widths: Mapping[str, int]
    sort: Sort
    chosen: bool = False
    """The employee chose the columns; else they are the section's own."""

    def width(self, code: str) -> int:
        return self.widths.get(code, USUAL_WIDTH)

    def with_width(self, code: str, width: int) -> "ColumnLayout":
        return replace(self, widths={**self.widths, code: max(width, LEAST_WIDTH)})

    def widened(self, code: str, by: int) -> "ColumnLayout":
        return self.with_width(code, self.width(code) + by)

    def with_sort(self, sort: Sort) -> "ColumnLayout":
        return replace(self, sort=sort)

    def with_order(self, shown: Sequence[str]) -> "ColumnLayout":
        """The shown columns in a new order; those that the filter hides now keep their places behind them."""
        rest = tuple(code for code in self.codes if code not in shown)
        return replace(self, codes=(*shown, *rest), chosen=True)


def own_layout(spec: SectionSpec) -> ColumnLayout:
    """The section's own, before anybody changed it."""
    return ColumnLayout(tuple(code for code, _ in spec.columns), dict(spec.columns), spec.sort)


def read_layout(stored: object, spec: SectionSpec, known: Sequence[str]) -> ColumnLayout:
    """What was kept; columns that are gone are left out, and what can't be read is the section's own."""
    own = own_layout(spec)
    if not isinstance(stored, Mapping):
        return own
    codes, widths, sort = stored.get("codes"), stored.get("widths"), stored.get("sort")
    shown = tuple(code for code in codes if code in known) if isinstance(codes, list) else ()
    kept = (
        {code: width for code, width in widths.items() if isinstance(width, int)} if isinstance(widths, Mapping) else {}
    )
    by = sort.get("column") if isinstance(sort, Mapping) else None
    return ColumnLayout(
        codes=shown or own.codes,
        widths={**own.widths, **kept},
        sort=Sort(by, sort.get("descending") is True)
        if isinstance(by, str) and isinstance(sort, Mapping)
        else own.sort,
        chosen=bool(shown),
    )


def write_layout(layout: ColumnLayout) -> dict[str, object]:
    """For `read_layout` of another day."""
    return {
        "codes": list(layout.codes) if layout.chosen else None,
        "widths": dict(layout.widths),
        "sort": {"column": layout.sort.column, "descending": layout.sort.descending},
    }


def shown_columns(layout: ColumnLayout, spec: SectionSpec, chosen: Filter, *, narrow: bool) -> tuple[str, ...]:
    """The columns now: the one that the filter fixes gives way to `spec.only_mine`, a narrow window drops CREATED."""
    left_out = {RESPONSIBLE} if _is_of_one(chosen) else set(() if layout.chosen else spec.only_mine)
    if narrow:
        left_out.add(CREATED)
    return tuple(code for code in layout.codes if code not in left_out)


def _is_of_one(chosen: Filter) -> bool:
    """Whether the filter leaves one responsible only: theirs is no column to read."""
    people = [one.values for one in chosen.conditions if isinstance(one, Condition) and _names_people(one)]
    return chosen.preset == MINE or any(len(one) == 1 and (one[0] == "me" or isinstance(one[0], int)) for one in people)


def _names_people(condition: Condition) -> bool:
    return condition.field == RESPONSIBLE and condition.operator in ("any_of", "equals")
