"""The database as it is, asked by plain SQL of its driver: nothing of the product stands between."""

import asyncio
import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import asyncpg

Row = Sequence[Any]  # Any: a row holds what its columns hold


class Stored:
    """Asks the office's own account, or the file."""

    def __init__(self, url: str) -> None:
        self.is_sqlite = url.startswith("sqlite")
        self._url = url
        self._file = sqlite3.connect(url.removeprefix("sqlite:///")) if self.is_sqlite else None

    def rows(self, query: str) -> list[Row]:
        if self._file is not None:
            return list(self._file.execute(query))
        return asyncio.run(self._ask(query))

    async def _ask(self, query: str) -> list[Row]:
        connection = await asyncpg.connect(self._url)
        try:
            return [tuple(row) for row in await connection.fetch(query)]
        finally:
            await connection.close()

    def number(self, query: str) -> int:
        return int(self.rows(query)[0][0])

    def member(self, column: str, key: str) -> str:
        """A whole number in a JSON column."""
        return f"json_extract({column}, '$.{key}')" if self.is_sqlite else f"({column} ->> '{key}')::bigint"

    def moment(self, at: str) -> str:
        """A moment as the column holds it."""
        given = datetime.fromisoformat(at)
        return f"'{given.replace(tzinfo=None).isoformat(' ', 'microseconds')}'" if self.is_sqlite else f"'{at}'"


def document(stored: object) -> dict[str, Any]:  # Any: of JSON
    """A JSON column's content."""
    found = json.loads(stored) if isinstance(stored, str) else stored
    return found if isinstance(found, dict) else {}
