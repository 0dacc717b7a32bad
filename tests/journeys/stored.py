"""The database as another program sees it: plain SQL over a connection that only reads."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any


class Stored:
    """Every question is asked anew, so it sees what is committed by then."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(f"{self.file.as_uri()}?mode=ro", uri=True, timeout=15)) as connection:
            return connection.execute(sql, values).fetchall()

    def one(self, sql: str, *values: object) -> tuple[Any, ...]:
        """The only row."""
        (row,) = self.rows(sql, *values)
        return row

    def value(self, sql: str, *values: object) -> Any:
        """The only value."""
        (value,) = self.one(sql, *values)
        return value

    def column(self, sql: str, *values: object) -> list[Any]:
        """The first value of each row."""
        return [row[0] for row in self.rows(sql, *values)]
