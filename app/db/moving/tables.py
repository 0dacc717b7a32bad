"""What is moved: every table of the schema but those that a database keeps for itself alone."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from sqlalchemy import JSON, Column, ColumnElement, Select, Table, Text, cast, select, type_coerce

from app.models import Base

OWN: Final = frozenset({"change_feed", "feed_epoch", "open_card", "session_context", "sign_in_attempt"})
"""What was told, tried and opened there: the feed starts anew."""

SECRETS: Final = frozenset({("employee", "password_hash"), ("invitation", "code_hash")})
"""Proofs that only a file takes: a server's roles have their own, which nobody reads."""

CHUNKS: Final = "file_chunk"
ROWS: Final = 2_000
CHUNK_ROWS: Final = 16
"""Rows read and written at once: of the quarter megabytes that files consist of, a few."""


@dataclass(frozen=True)
class Moved:
    """A table with the columns that both databases hold."""

    table: Table
    columns: tuple[Column[object], ...]

    @property
    def name(self) -> str:
        return self.table.name

    @property
    def batch(self) -> int:
        """How many rows go at once."""
        return CHUNK_ROWS if self.name == CHUNKS else ROWS

    @cached_property
    def documents(self) -> tuple[int, ...]:
        """Places of the JSON columns among the columns: they travel as text."""
        return tuple(place for place, column in enumerate(self.columns) if isinstance(column.type, JSON))

    def query(self, *, sqlite: bool) -> Select[Any]:
        """All rows; a file's pieces in their order."""
        rows = select().add_columns(*(_as_read(column, sqlite=sqlite) for column in self.columns))
        return rows.order_by(*self.table.primary_key.columns) if self.name == CHUNKS else rows


def moved_tables(*, secrets: bool) -> tuple[Moved, ...]:
    """In an order that references allow; `secrets` where both databases can use the proofs of passwords."""
    return tuple(
        Moved(
            table,
            tuple(
                column
                for column in table.columns
                if column.computed is None and (secrets or (table.name, column.name) not in SECRETS)
            ),
        )
        for table in Base.metadata.sorted_tables
        if table.name not in OWN
    )


def _as_read(column: Column[object], *, sqlite: bool) -> ColumnElement[object]:
    if not isinstance(column.type, JSON):
        return column
    text: ColumnElement[object] = type_coerce(column, Text) if sqlite else cast(column, Text)
    return text.label(column.name)
