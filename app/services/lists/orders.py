"""How a column sorts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement

Expression = ColumnElement[Any]  # Any: whatever the column holds


@dataclass(frozen=True, slots=True)
class ByValue:
    """By the column itself; `filled` tells apart the empties, which come last, and is None where there are none."""

    expression: Expression
    filled: ColumnElement[bool] | None = None
    indexed: bool = False
    """An index over what is not in the bin gives this order without looking at a row (app/models/client.py)."""


@dataclass(frozen=True, slots=True)
class ByDictionary:
    """By the place of an entry in its dictionary, so that renaming and reordering cost nothing (DATA.md)."""

    expression: Expression
    order: Sequence[int]
    """Ids of the entries in the dictionary's order; ids that are in none come after them, empties last."""


@dataclass(frozen=True, slots=True)
class ByKeys:
    """By several expressions one after another; each sorts its empties first."""

    keys: tuple[Expression, ...]
    closed: ColumnElement[bool] | None = None
    """Records that take no part in the order and follow it, newest first: only asked of whole sections."""


@dataclass(frozen=True, slots=True)
class ById:
    """By the record's number."""


Order = ByValue | ByDictionary | ByKeys | ById
