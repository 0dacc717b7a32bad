"""Turns a sort into SQL: parts that follow one another, each in its order, or one group for each dictionary entry."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, case, not_, select

from app.services.filtering.compiling import Compiled
from app.services.listed import without_index
from app.services.lists.orders import ByDictionary, ById, ByKeys, ByValue, Order

Expression = ColumnElement[Any]  # Any: whatever the column holds


@dataclass(frozen=True, slots=True)
class Part:
    """Rows in an order; without one they stand by their id, which is quicker to sort outside the database."""

    where: tuple[ColumnElement[bool], ...]
    order_by: tuple[Expression, ...] | None


@dataclass(frozen=True, slots=True)
class Parts:
    """Parts one after another."""

    table: Table
    parts: tuple[Part, ...]
    descending: bool

    def select_ids(self, part: Part) -> Select[tuple[int]]:
        """The ids of a part."""
        ids = select(self.table.c.id).where(*part.where)
        return ids if part.order_by is None else ids.order_by(*part.order_by)

    @property
    def by_numbers(self) -> bool:
        """Whether nothing but the records' numbers gives the order."""
        return all(part.order_by is None for part in self.parts)

    def by_id(self) -> Expression:
        return self.table.c.id.desc() if self.descending else self.table.c.id.asc()


@dataclass(frozen=True, slots=True)
class Groups:
    """One group for each value, put together in the order of `values`, then other values, then the empty one."""

    table: Table
    where: tuple[ColumnElement[bool], ...]
    value: Expression
    values: tuple[int, ...]
    descending: bool


Arrangement = Parts | Groups


def arrange(table: Table, compiled: Compiled, order: Order, *, descending: bool, sqlite: bool) -> Arrangement:
    """How the ids of a result are fetched in an order: empties last in both directions, ties by id."""
    where = compiled.where
    match order:
        case ById():
            return Parts(table, (Part(where, None),), descending)
        case ByDictionary():
            values = tuple(reversed(order.order)) if descending else tuple(order.order)
            return Groups(table, where, order.expression, values, descending)
        case ByValue() if compiled.whole and order.indexed:
            return _by_index(table, where, order, descending=descending)
        case ByValue():
            # SQLite walks an index that gives the order even where it looks up each row for the conditions (30 times
            # slower at a million); a unary plus leaves it the index of the conditions and a sort.
            expression = without_index(order.expression) if sqlite else order.expression
            order_by = tuple(_directed((expression, table.c.id), descending=descending))
            if order.filled is not None:
                order_by = (case((order.filled, 0), else_=1), *order_by)
            return Parts(table, (Part(where, order_by),), descending)
        case ByKeys():
            keys = tuple(_directed((*order.keys, table.c.id), descending=descending, empties_first=True))
            if order.closed is None or not compiled.whole:
                return Parts(table, (Part(where, keys),), descending)
            going, closed = Part((*where, not_(order.closed)), keys), Part((*where, order.closed), None)
            return Parts(table, (going, closed), descending=True)


def _by_index(table: Table, where: tuple[ColumnElement[bool], ...], order: ByValue, *, descending: bool) -> Parts:
    order_by = tuple(_directed((order.expression, table.c.id), descending=descending))
    if order.filled is None:
        return Parts(table, (Part(where, order_by),), descending)
    filled, empty = Part((*where, order.filled), order_by), Part((*where, _is_empty(order)), None)
    return Parts(table, (filled, empty), descending)


def _is_empty(order: ByValue) -> ColumnElement[bool]:
    assert order.filled is not None, "asked only where there are empties"
    return order.expression.is_(None) | not_(order.filled)


def _directed(
    expressions: Iterable[Expression], *, descending: bool, empties_first: bool = False
) -> Iterable[Expression]:
    for expression in expressions:
        directed = expression.desc() if descending else expression.asc()
        if empties_first:
            directed = directed.nulls_last() if descending else directed.nulls_first()
        yield directed
