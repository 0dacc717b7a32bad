"""Streams the rows of a table and digests them on the way, so that two databases can be compared."""

import hashlib
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from app.db.moving.tables import CHUNKS, Moved

Row = tuple[object, ...]

_WIDTH: Final = 16
_RANGE: Final = 1 << (8 * _WIDTH)


@dataclass(slots=True)
class Digest:
    """What a table holds: the number of rows and a sum that doesn't depend on their order."""

    rows: int = 0
    total: int = 0
    files: dict[int, str] = field(default_factory=dict)
    """Of the table of pieces: each file's SHA-256 by its number."""

    @property
    def checksum(self) -> str:
        return f"{self.total:0{2 * _WIDTH}x}"


class Digester:
    """Takes in a table's rows."""

    def __init__(self, moved: Moved) -> None:
        self.digest = Digest()
        self._documents = moved.documents
        self._names = [column.name for column in moved.columns]
        self._is_chunks = moved.name == CHUNKS
        self._open: tuple[int, hashlib._Hash] | None = None

    def take(self, rows: Sequence[Row]) -> None:
        """Rows as they were read; a file's pieces in their order."""
        for row in rows:
            told = repr(self._plain(row)).encode("utf-8", "surrogatepass")
            self.digest.total += int.from_bytes(hashlib.blake2b(told, digest_size=_WIDTH).digest(), "big")
        self.digest.total %= _RANGE
        self.digest.rows += len(rows)
        if self._is_chunks:
            self._take_pieces(rows)

    def end(self) -> Digest:
        """The digest of all rows taken in."""
        self._close_file()
        return self.digest

    def _plain(self, row: Row) -> Row:
        """Documents without what the databases write differently: spaces and the order of keys."""
        if not self._documents:
            return row
        values = list(row)
        for place in self._documents:
            if values[place] is not None:
                values[place] = json.dumps(json.loads(str(values[place])), sort_keys=True, ensure_ascii=False)
        return tuple(values)

    def _take_pieces(self, rows: Sequence[Row]) -> None:
        file, content = self._names.index("file_id"), self._names.index("bytes")
        for row in rows:
            number, piece = row[file], row[content]
            assert isinstance(number, int)
            assert isinstance(piece, bytes)
            if self._open is None or self._open[0] != number:
                self._close_file()
                self._open = (number, hashlib.sha256())
            self._open[1].update(piece)

    def _close_file(self) -> None:
        if self._open is not None:
            self.digest.files[self._open[0]] = self._open[1].hexdigest()
        self._open = None


async def read_rows(connection: AsyncConnection, moved: Moved) -> AsyncIterator[Sequence[Row]]:
    """All rows in batches, never more in memory than one."""
    query = moved.query(sqlite=connection.dialect.name == "sqlite")
    result = await connection.stream(query, execution_options={"yield_per": moved.batch})
    async for part in result.partitions():
        yield [tuple(row) for row in part]


async def digest_of(connection: AsyncConnection, moved: Moved) -> Digest:
    """Read a whole table for its digest."""
    digester = Digester(moved)
    async for rows in read_rows(connection, moved):
        digester.take(rows)
    return digester.end()
