"""Walks the lines of one row backwards: a field gets its old value where it still holds the new one."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from sqlalchemy import Boolean, Date, Table

from app.core.kinds import HistoryOp
from app.models.base import UtcDateTime
from app.services.history.decoding import moment

CUSTOM: Final = "custom."

Row = Mapping[str, Any]  # Any: a row holds what its columns hold


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the history."""

    kind: str
    op: str
    changes: Mapping[str, Sequence[object]]


@dataclass(slots=True)
class Walked:
    """What one row gets back."""

    wanted: dict[str, Any] = field(default_factory=dict)
    """Columns, and members of the document as "custom.<code>". Any: as columns hold."""
    left: list[str] = field(default_factory=list)
    """Those changed since."""
    created: bool = False
    """The operation made the row: it goes to the bin."""


def walk(table: Table, present: Row, lines: Sequence[Line]) -> Walked:
    """Walk the lines of a row, newest last, against what the row holds now."""
    found = Walked()
    state: dict[str, object] = {}
    left: set[str] = set()
    for line in reversed(lines):
        found.created = found.created or line.op == HistoryOp.CREATE
        for key, (old, new) in line.changes.items():
            if key in left:
                continue
            now = state[key] if key in state else value_of(table, present, key)
            if same(now, stored(table, key, new)):
                state[key] = stored(table, key, old)
            elif not same(now, stored(table, key, old)):
                left.add(key)
                state.pop(key, None)
    found.wanted = {key: value for key, value in state.items() if not same(value, value_of(table, present, key))}
    found.left = sorted(left)
    return found


def value_of(table: Table, present: Row, key: str) -> object:
    """What a row holds now under a key of the history."""
    if key.startswith(CUSTOM):
        return (present["custom"] or {}).get(key.removeprefix(CUSTOM))
    return present[key] if key in table.c else None


def stored(table: Table, key: str, value: object) -> object:
    """A value of the history as the column holds it; the two databases write moments, and yes and no, differently."""
    if value is None or key.startswith(CUSTOM) or key not in table.c:
        return value
    kind = table.c[key].type
    if isinstance(kind, UtcDateTime):
        return moment(str(value))
    if isinstance(kind, Date):
        return date.fromisoformat(str(value))
    return bool(value) if isinstance(kind, Boolean) else value


def same(one: object, other: object) -> bool:
    """Whether two values are the same; SQLite's triggers write yes and no as numbers and documents as text."""
    if one == other:
        return True
    if isinstance(one, dict | list) and isinstance(other, str):
        return bool(one == json.loads(other))
    if isinstance(other, dict | list) and isinstance(one, str):
        return bool(other == json.loads(one))
    return False
