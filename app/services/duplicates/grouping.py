"""Puts what shares a phone, an email or a name into groups; what people said to be two people isn't joined."""

import asyncio
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final

import numpy as np

from app.services.clients.apart import Pair
from app.services.records.activities import ClientRef
from app.services.records.duplicates import DuplicateGroup, Match

_AT_ONCE: Final = 300
"""Records put into their groups between two breaths of the window."""
_RANK: Final = {"phone": 0, "email": 1, "birth": 2, "name": 3}


@dataclass(frozen=True, slots=True)
class Bucket:
    """Records that share something."""

    match: Match
    refs: Collection[ClientRef]


class Grouping:
    """Grows by buckets; two records are in one group where a chain of matches joins them."""

    def __init__(self, apart: Collection[Pair]) -> None:
        self._apart = apart
        self._parted = {ref for pair in apart for ref in pair}
        self._parent: dict[ClientRef, ClientRef] = {}
        self._matches: dict[ClientRef, list[Match]] = defaultdict(list)
        """By one of the records that share it."""

    def add(self, buckets: Iterable[Bucket]) -> None:
        for bucket in buckets:
            refs = sorted(bucket.refs, key=_order)
            joined = None
            for one, other in self._edges(refs):
                self._join(one, other)
                joined = one
            if joined is not None:
                self._matches[joined].append(bucket.match)

    async def groups(self) -> tuple[DuplicateGroup, ...]:
        """Exact ones first, the newest records first."""
        members: dict[ClientRef, list[ClientRef]] = defaultdict(list)
        for count, ref in enumerate(self._parent):
            members[self._root(ref)].append(ref)
            if count % _AT_ONCE == 0:
                await asyncio.sleep(0)
        found = []
        for count, refs in enumerate(members.values()):
            found.append(self._group(refs))
            if count % _AT_ONCE == 0:
                await asyncio.sleep(0)
        newest = np.fromiter((max(ref.id for ref in group.refs) for group in found), np.int64, len(found))
        alike = np.fromiter((not group.is_exact for group in found), np.bool_, len(found))
        return tuple(found[place] for place in np.lexsort((-newest, alike)).tolist())

    def _edges(self, refs: list[ClientRef]) -> Iterable[Pair]:
        """A chain is enough, unless somebody said of two of them that they are two people."""
        if self._parted.isdisjoint(refs):
            return pairwise(refs)
        return (pair for pair in combinations(refs, 2) if pair not in self._apart)

    def _group(self, refs: list[ClientRef]) -> DuplicateGroup:
        matches = {match for ref in refs for match in self._matches.get(ref, ())}
        ordered = sorted(matches, key=lambda match: (_RANK[match.reason], match.key))
        return DuplicateGroup(tuple(sorted(refs, key=_order)), tuple(ordered))

    def _root(self, ref: ClientRef) -> ClientRef:
        root = ref
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[ref] != root:
            self._parent[ref], ref = root, self._parent[ref]
        return root

    def _join(self, one: ClientRef, other: ClientRef) -> None:
        for ref in (one, other):
            self._parent.setdefault(ref, ref)
        self._parent[self._root(other)] = self._root(one)


def _order(ref: ClientRef) -> tuple[str, int]:
    return ref.section, ref.id
