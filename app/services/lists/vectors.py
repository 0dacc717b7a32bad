"""Fetches ids by the million: one blob a part, turned into numbers in a thread, a piece at a time.

Measured with a million ids: as records the window stood still 95 ms, as a blob hardly at all (PERFORMANCE.md).
"""

import asyncio
from collections.abc import Iterator, Sequence

import numpy as np
from sqlalchemy import ColumnElement, LargeBinary, Select, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.services.lists.arranging import Arrangement, Groups, Part, Parts
from app.services.records.lists import IdVector

Blob = bytes | str | None

SMALL = 65_536
"""Characters of SQLite's text that are turned into numbers at once: about 2 ms."""

EMPTY: IdVector = np.empty(0, dtype=np.int64)


async def fetch_vector(session: AsyncSession, arrangement: Arrangement, *, sqlite: bool) -> IdVector:
    """The ids of the whole result in its order."""
    if isinstance(arrangement, Groups):
        return await _grouped(session, arrangement, sqlite=sqlite)
    return await _in_parts(session, arrangement, sqlite=sqlite)


async def fetch_first(session: AsyncSession, arrangement: Parts, limit: int) -> IdVector:
    """The first ids of the result, without the rest."""
    found: list[int] = []
    for part in arrangement.parts:
        if len(found) < limit:
            ids = arrangement.select_ids(part)
            if part.order_by is None:
                ids = ids.order_by(arrangement.by_id())
            found += await session.scalars(ids.limit(limit - len(found)))
    return np.array(found, dtype=np.int64)


async def fetch_each(session: AsyncSession, queries: Sequence[Select[tuple[int]]], *, sqlite: bool) -> list[IdVector]:
    """The numbers that several queries give in their order, a vector each, read by one statement."""
    if not queries:
        return []
    row = (await session.execute(select(*(_blob(query, sqlite=sqlite).scalar_subquery() for query in queries)))).one()
    blobs: tuple[Blob, ...] = tuple(row)
    if sum(len(blob) for blob in blobs if blob) <= SMALL:
        return [_numbers(blob) for blob in blobs]
    return await asyncio.to_thread(lambda: [_numbers(blob) for blob in blobs])


async def _in_parts(session: AsyncSession, arrangement: Parts, *, sqlite: bool) -> IdVector:
    """All parts by one statement, so that no row is in two of them or in none."""
    blobs = [_blob(arrangement.select_ids(part), sqlite=sqlite).scalar_subquery() for part in arrangement.parts]
    row = (await session.execute(select(*blobs))).one()
    return await _to_vector(arrangement.parts, tuple(row), descending=arrangement.descending)


async def _grouped(session: AsyncSession, groups: Groups, *, sqlite: bool) -> IdVector:
    ids = groups.table.c.id
    blob = func.group_concat(ids) if sqlite else _bytes_of(ids)
    found = await session.execute(select(groups.value, blob).where(*groups.where).group_by(groups.value))
    blobs: dict[int | None, Blob] = {row[0]: row[1] for row in found}
    known = set(groups.values)
    others = sorted(value for value in blobs if value is not None and value not in known)
    ordered = [blobs.get(value) for value in (*groups.values, *others, None)]
    unordered = tuple(Part((), None) for _ in ordered)
    return await _to_vector(unordered, ordered, descending=groups.descending)


def _blob(ids: Select[tuple[int]], *, sqlite: bool) -> Select[tuple[Blob]]:
    """An ordered subselect under the aggregate: an ordered aggregate would sort once more (DATA.md)."""
    inner = ids.subquery()
    return select(func.group_concat(inner.c.id) if sqlite else _bytes_of(inner.c.id))


def _bytes_of(ids: ColumnElement[int]) -> ColumnElement[bytes]:
    return func.string_agg(func.int8send(ids), literal(b"", LargeBinary))


async def _to_vector(parts: Sequence[Part], blobs: Sequence[Blob], *, descending: bool) -> IdVector:
    if sum(len(blob) for blob in blobs if blob) <= SMALL:
        return _joined(parts, blobs, descending=descending)
    return await asyncio.to_thread(_joined, parts, blobs, descending=descending)


def _joined(parts: Sequence[Part], blobs: Sequence[Blob], *, descending: bool) -> IdVector:
    vectors = [_numbers(blob) for blob in blobs]
    for part, vector in zip(parts, vectors, strict=True):
        if part.order_by is None:
            vector.sort()
    whole = [
        vector[::-1] if part.order_by is None and descending else vector
        for part, vector in zip(parts, vectors, strict=True)
    ]
    return np.ascontiguousarray(np.concatenate(whole)) if whole else EMPTY


def _numbers(blob: Blob) -> IdVector:
    if not blob:
        return EMPTY.copy()
    if isinstance(blob, bytes):
        return np.frombuffer(blob, dtype=">i8").astype(np.int64)
    return np.concatenate([np.fromstring(piece, dtype=np.int64, sep=",") for piece in _pieces(blob)])


def _pieces(text: str) -> Iterator[str]:
    """Cut at commas: parsing holds the interpreter's lock, between two pieces the window gets its turn."""
    start = 0
    while start < len(text):
        end = text.find(",", start + SMALL)
        end = len(text) if end < 0 else end
        yield text[start:end]
        start = end + 1
