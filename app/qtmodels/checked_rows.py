"""Which records of a list are selected for bulk actions: few by their ids, or all found but some."""

from collections.abc import Iterable

import numpy as np

from app.services.records.lists import IdVector


class CheckedRows:
    """Costs the same whether three or a million are selected."""

    def __init__(self) -> None:
        self._all = False
        self._named: set[int] = set()
        """The selected ones; where all are selected, those that are not."""

    def __contains__(self, record_id: int) -> bool:
        return (record_id in self._named) != self._all

    def toggle(self, record_id: int) -> None:
        self._named ^= {record_id}

    def add(self, record_ids: Iterable[int]) -> None:
        """Select these too."""
        if self._all:
            self._named -= set(record_ids)
        else:
            self._named |= set(record_ids)

    def clear(self) -> None:
        self._all = False
        self._named = set()

    def all_found(self) -> None:
        """Select whatever is found."""
        self._all = True
        self._named = set()

    @property
    def is_all(self) -> bool:
        """Whether all found are meant, `left_out` apart."""
        return self._all

    @property
    def left_out(self) -> frozenset[int]:
        """Of all found, those that are not selected."""
        return frozenset(self._named) if self._all else frozenset()

    def keep_within(self, found: IdVector) -> None:
        """Forget what is no longer found."""
        if self._named:
            named = np.fromiter(self._named, dtype=np.int64, count=len(self._named))
            self._named = set(named[np.isin(named, found)].tolist())

    def count(self, found: int) -> int:
        """How many are selected of so many found."""
        return found - len(self._named) if self._all else len(self._named)

    def ids(self, found: IdVector) -> IdVector:
        """The selected ones in the order of the list."""
        named = np.fromiter(self._named, dtype=np.int64, count=len(self._named))
        chosen = np.isin(found, named, invert=self._all)
        return found[chosen]
