"""The bytes of files: 256 KiB chunks, each committed as it comes, read back one by one (DATA.md, "Files").

25 MB whole stopped the loop for 30 to 52 ms; in chunks nothing is held and nobody waits.
"""

import asyncio
import hashlib
from collections.abc import AsyncGenerator, AsyncIterable
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import delete, exists, insert, select

from app.core.errors import Offline, UserError
from app.db.engine import Database
from app.db.unit import WriteOrder
from app.models import Attachment, File, FileChunk
from app.models.file import CHUNK_BYTES

LARGEST_FILE: Final = 25 * 1024 * 1024
"""Bytes (SPEC: 25 MB each)."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A content whose chunks are all in; nothing is attached to it yet."""

    file_id: int
    size: int
    sha256: str


class ContentStore:
    """Keeps contents in one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def write(self, order: WriteOrder, content: AsyncIterable[bytes]) -> Stored:
        """Store a content under an operation that is written down when the file is attached.

        Raises UserError("file_too_large"), and whatever reading the content raises; then nothing is left of it.
        """
        silent = replace(order, record=False)
        async with self._database.write(silent) as unit:
            file_id: int | None = await unit.session.scalar(
                insert(File).values(size=0, complete=False, created_at=unit.at).returning(File.id)
            )
        assert file_id is not None, "an insert returns its key"
        digest = hashlib.sha256()
        size = number = 0
        try:
            async with aclosing(_in_chunks(content)) as chunks:
                async for chunk in chunks:
                    size += len(chunk)
                    digest.update(chunk)
                    async with self._database.write(silent) as unit:
                        await unit.session.execute(insert(FileChunk).values(file_id=file_id, n=number, bytes=chunk))
                    number += 1
        except UserError:
            await self.remove(silent, file_id)
            raise
        return Stored(file_id, size, digest.hexdigest())

    async def read(self, file_id: int) -> AsyncGenerator[bytes, None]:
        """The chunks in order, each by a query of its own, so that no transaction stays open between them.

        Raises Offline("file_damaged") where a chunk is missing or the bytes aren't those that were stored.
        """
        async with self._database.read() as session:
            file = (await session.execute(select(File.size, File.sha256).where(File.id == file_id))).one()
        digest = hashlib.sha256()
        for number in range(-(-file.size // CHUNK_BYTES)):
            async with self._database.read() as session:
                wanted = (FileChunk.file_id == file_id) & (FileChunk.n == number)
                chunk = await session.scalar(select(FileChunk.bytes).where(wanted))
            if chunk is None:
                raise Offline("file_damaged", id=file_id)
            digest.update(chunk)
            yield chunk
        if digest.hexdigest() != file.sha256:
            raise Offline("file_damaged", id=file_id)

    async def remove(self, order: WriteOrder, file_id: int) -> None:
        """Take a content that nothing is attached to out of the database."""
        async with self._database.write(order) as unit:
            await unit.session.execute(delete(FileChunk).where(FileChunk.file_id == file_id))
            await unit.session.execute(delete(File).where(File.id == file_id))

    async def orphans(self, before: datetime) -> tuple[int, ...]:
        """Contents begun before a moment that nothing is attached to."""
        async with self._database.read() as session:
            attached = exists().where(Attachment.file_id == File.id)
            return tuple(await session.scalars(select(File.id).where(File.created_at < before, ~attached)))


async def content_of(path: Path) -> AsyncGenerator[bytes, None]:
    """A file of this machine, read in threads.

    Raises UserError: "file_missing", "is_a_folder", "file_denied", "file_unreadable", "file_too_large" before a byte
    is stored.
    """
    try:
        await asyncio.to_thread(_check, path)
        file = await asyncio.to_thread(path.open, "rb")
        with file:
            while chunk := await asyncio.to_thread(file.read, CHUNK_BYTES):
                yield chunk
    except FileNotFoundError as error:
        raise UserError("file_missing", path=str(path)) from error
    except PermissionError as error:
        raise UserError("file_denied", path=str(path)) from error
    except OSError as error:
        raise UserError("file_unreadable", path=str(path), reason=error.strerror or "") from error


def _check(path: Path) -> None:
    if path.is_dir():
        raise UserError("is_a_folder", path=str(path))
    size = path.stat().st_size
    if not path.is_file():
        raise UserError("file_unreadable", path=str(path), reason="")
    if size > LARGEST_FILE:
        raise UserError("file_too_large", size=size, limit=LARGEST_FILE)


async def _in_chunks(content: AsyncIterable[bytes]) -> AsyncGenerator[bytes, None]:
    """The same bytes in pieces of CHUNK_BYTES, the last one shorter. Raises UserError("file_too_large")."""
    rest = bytearray()
    size = 0
    async for piece in content:
        size += len(piece)
        if size > LARGEST_FILE:
            raise UserError("file_too_large", size=size, limit=LARGEST_FILE)
        view = memoryview(piece)
        while view:
            taken = view[: CHUNK_BYTES - len(rest)]
            rest += taken
            view = view[len(taken) :]
            if len(rest) == CHUNK_BYTES:
                yield bytes(rest)
                rest.clear()
    if rest:
        yield bytes(rest)
