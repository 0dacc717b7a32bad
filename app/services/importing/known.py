"""Names of stages, sources and employees in a file against those of the office."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Final

from app.core.text import sort_key

_LIKENESS: Final = 0.75
"""From which share of common letters a name is offered as perhaps the same."""


class ChoiceKind(StrEnum):
    """What becomes of a name that the office doesn't have."""

    ADD = "add"
    """Made anew: an employee as not invited, a source."""
    FIRST = "first"
    """The first stage, the name kept beside it."""
    USE = "use"
    """One that the office has."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user decided about a name, or the safe default."""

    kind: ChoiceKind
    id: int | None = None
    """Of the one to use."""


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name in the file that the office doesn't have."""

    key: str
    """What its writings have in common."""
    name: str
    """As first written."""
    rows: int
    choice: Choice
    """The safe default (SPEC): add employees and sources, put unknown stages on the first."""
    similar: int | None
    """The id of the one it looks like, to be offered beside the default."""


@dataclass(frozen=True, slots=True)
class Known:
    """Ids of what the office has, by the keys that names are compared by."""

    stages: Mapping[str, int]
    sources: Mapping[str, int]
    employees: Mapping[str, int]

    @classmethod
    def of(
        cls,
        stages: Iterable[tuple[str, int]] = (),
        sources: Iterable[tuple[str, int]] = (),
        employees: Iterable[tuple[str, int]] = (),
    ) -> "Known":
        """From pairs of name and id; of names that are alike the first stands."""
        return cls(_by_key(stages, name_key), _by_key(sources, name_key), _by_key(employees, person_key))


def name_key(name: str) -> str:
    """What writings of one stage or source have in common: letters, whatever their case, ё as е."""
    return sort_key(name)


def person_key(name: str) -> str:
    """What writings of one employee have in common, whichever of the names comes first."""
    return " ".join(sorted(sort_key(name).split()))


class NameCount:
    """Counts names as they come, writings of one name together."""

    def __init__(self, key: Callable[[str], str]) -> None:
        self._key = key
        self._keys: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._rows: Counter[str] = Counter()

    def add(self, name: str) -> None:
        """One more row with this name; an empty one counts nothing."""
        if not name:
            return
        key = self._keys.get(name)
        if key is None:
            # A name of signs alone has an empty key; it then stands for itself.
            key = self._keys[name] = self._key(name) or name
            self._names.setdefault(key, name)
        self._rows[key] += 1

    def rows(self) -> dict[str, int]:
        """Rows by name as first written, in the order met."""
        return {name: self._rows[key] for key, name in self._names.items()}

    def unknown(self, known: Mapping[str, int], default: ChoiceKind) -> tuple[UnknownName, ...]:
        """The names that the office doesn't have, most frequent first."""
        return tuple(
            UnknownName(key, self._names[key], rows, Choice(default), _similar(key, known))
            for key, rows in self._rows.most_common()
            if key not in known
        )


def _similar(key: str, known: Mapping[str, int]) -> int | None:
    close = get_close_matches(key, known, n=1, cutoff=_LIKENESS)
    return known[close[0]] if close else None


def _by_key(pairs: Iterable[tuple[str, int]], key: Callable[[str], str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, number in pairs:
        found.setdefault(key(name) or name, number)
    return found
