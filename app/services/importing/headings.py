"""What the columns of a file mean: recognised by their headings, corrected in the wizard, remembered by a signature."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Mapped
from dataclasses import dataclass, replace
from typing import Final

from app.core.errors import UserError
from app.core.text import sort_key
from app.services.importing.heading_words import NOISE, WORDS
from app.services.records.office import FieldRecord

Target = str
"""What a column fills: a word of `TARGETS` ("title", "phone:work") or "field:" and the code of a field."""

NOT_TAKEN: Final = ""
FIELD: Final = "field:"
TARGETS: Final[tuple[Target, ...]] = tuple(target for target in WORDS if target != "reason")
REASON: Final = "reason"
"""The column of reasons in a file of rejected rows; taken by nothing."""

IDENTITY: Final = frozenset({"title", "first_name", "middle_name", "last_name", "full_name"})
SEVERAL: Final = frozenset({"phone", "email", "messenger", "comment"})
"""Targets that several columns may fill; the part before a colon counts."""

_LONGEST_HEADING: Final = 100
"""Characters; what is longer is text, not a heading."""

_TARGET_OF_WORD: Final = {word: target for target, words in WORDS.items() for word in words}
_BRACKETED: Final = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PHONE_LIKE: Final = re.compile(r"[+\d][\d\s()\-–./]{5,20}\d")
_EMAIL_LIKE: Final = re.compile(r"\S+@\S+\.\S+")
_SLASHED: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})\b")
_NAME_LIKE: Final = re.compile(r"[^\W\d_]+(?:[ '’.-]+[^\W\d_]+){1,3}\.?")


@dataclass(frozen=True, slots=True)
class Mapping:
    """What each column of a file fills, in the file's order."""

    headings: tuple[str, ...]
    targets: tuple[Target, ...]
    month_first: frozenset[int] = frozenset()
    """Columns whose dates can only be written month first (12/31/2025)."""

    def with_target(self, column: int, target: Target) -> "Mapping":
        """The same with another target for a column."""
        targets = list(self.targets)
        targets[column] = target
        return replace(self, targets=tuple(targets))

    @property
    def signature(self) -> str:
        """What the mapping is remembered by: the same for files with the same headings in the same order."""
        return signature(self.headings)

    @property
    def not_taken(self) -> tuple[int, ...]:
        """The columns that fill nothing."""
        return tuple(column for column, target in enumerate(self.targets) if target in {NOT_TAKEN, REASON})

    def to_json(self) -> dict[str, object]:
        """What is remembered of it, by heading row."""
        return {
            "headings": list(self.headings),
            "targets": list(self.targets),
            "month_first": sorted(self.month_first),
        }

    def check(self) -> "Mapping":
        """Itself. UserError `import_nothing_recognised` where no column tells who a lead is."""
        if not any(target in IDENTITY or target.partition(":")[0] in {"phone", "email"} for target in self.targets):
            raise UserError("import_nothing_recognised", headings=list(self.headings))
        return self


def mapping_from_json(stored: Mapped[str, object]) -> Mapping:
    """The mapping that `Mapping.to_json` wrote. Raises ValueError for anything else."""
    match stored:
        case {"headings": list(headings), "targets": list(targets), "month_first": list(month_first)}:
            if len(headings) != len(targets):
                raise ValueError("a mapping names a target for every heading")
        case _:
            raise ValueError("this is no stored mapping")
    return Mapping(tuple(map(str, headings)), tuple(map(str, targets)), frozenset(map(int, month_first)))


def signature(headings: Iterable[str]) -> str:
    """A short text that is the same for the same headings, whatever their letter case and spaces."""
    joined = "\n".join(sort_key(heading) for heading in headings)
    return hashlib.sha256(joined.encode()).hexdigest()[:32]


def recognise(
    headings: Sequence[str],
    fields: Sequence[FieldRecord] = (),
    *,
    sum_field: str | None = None,
    synonyms: Mapped[str, str] | None = None,
    sample: Sequence[Sequence[str]] = (),
) -> Mapping:
    """The mapping that the headings ask for; where there are none, the one that the sample rows suggest.

    `fields` are those of the section; `sum_field` is the code of the one that it sums (SPEC: Legal office, total debt);
    `synonyms` are further headings of the office's own fields, by code, as its preset lists them.
    A target that takes one column goes to the first; a further one is not taken.
    """
    if not any(headings):
        return Mapping(tuple(headings), _guessed(sample, len(headings)))
    custom = [field for field in fields if not field.builtin]
    codes = {field.code for field in custom}
    by_name = {_plain(heading): code for heading, code in (synonyms or {}).items() if code in codes}
    by_name |= {_plain(name): field.code for field in reversed(custom) for name in (field.code, field.name)}
    found = [_target(heading, by_name, codes, sum_field) for heading in headings]
    if "last_name" not in found:
        found = ["full_name" if target == "first_name" else target for target in found]
    seen: set[Target] = set()
    targets = []
    for target in found:
        single = target.partition(":")[0] not in SEVERAL
        targets.append(NOT_TAKEN if single and target in seen else target)
        seen.add(target)
    return Mapping(tuple(headings), tuple(targets), _month_first(sample, len(headings)))


def known_headings(cells: Iterable[str]) -> int:
    """How many different well-known meanings the cells have as headings; how the heading row is found."""
    return len({target for cell in cells if (target := _meaning(cell))})


def _target(heading: str, by_name: Mapped[str, str], codes: set[str], sum_field: str | None) -> Target:
    own = by_name.get(_plain(heading))
    if own is not None:
        return FIELD + own
    meaning = _meaning(heading)
    if meaning == "amount" and sum_field in codes:
        return f"{FIELD}{sum_field}"
    if meaning in {"city", "address", "region"}:
        codes_in_order = [meaning, "city"] if meaning == "address" else [meaning]
        return next((FIELD + code for code in codes_in_order if code in codes), NOT_TAKEN)
    return meaning


def is_reason(heading: str) -> bool:
    """Whether a column holds the reasons that a file of rejected rows gives."""
    return _meaning(heading) == REASON


def _meaning(heading: str) -> Target:
    """The target whose word the heading is, as it stands or without what doesn't matter."""
    if len(heading) > _LONGEST_HEADING:
        return NOT_TAKEN
    spaced = _HUMP.sub(" ", heading)
    for writing in (_plain(heading), _plain(spaced), _plain(_BRACKETED.sub(" ", spaced))):
        if writing in _TARGET_OF_WORD:
            return _TARGET_OF_WORD[writing]
    words = [word for word in _plain(spaced).split() if not word.isdigit()]
    for kept in (words, [word for word in words if word not in NOISE]):
        target = _TARGET_OF_WORD.get(" ".join(kept))
        if target is not None:
            return target
    return NOT_TAKEN


def _plain(heading: str) -> str:
    return sort_key(heading).strip(" *")


def _month_first(sample: Sequence[Sequence[str]], width: int) -> frozenset[int]:
    """Columns where some date has no sense with the day first, and none has no sense with the month first."""
    found = set()
    for column in range(width):
        pairs = [
            (int(match[1]), int(match[2]))
            for row in sample
            if column < len(row) and (match := _SLASHED.match(row[column][:20].strip()))
        ]
        if any(second > 12 for _, second in pairs) and not any(first > 12 for first, _ in pairs):
            found.add(column)
    return frozenset(found)


def _guessed(sample: Sequence[Sequence[str]], width: int) -> tuple[Target, ...]:
    """Targets by what the cells look like: phones, emails, and the first column of names."""
    targets = [
        _looks_like([row[column][:200].strip() for row in sample if column < len(row)]) for column in range(width)
    ]
    names = [column for column, target in enumerate(targets) if target == "full_name"]
    return tuple(NOT_TAKEN if column in names[1:] else target for column, target in enumerate(targets))


def _looks_like(cells: Sequence[str]) -> Target:
    filled = [cell for cell in cells if cell]
    likeness = Counter(
        {
            "phone": sum(bool(_PHONE_LIKE.fullmatch(cell)) and sum(map(str.isdigit, cell)) >= 10 for cell in filled),
            "email": sum(bool(_EMAIL_LIKE.fullmatch(cell)) for cell in filled),
            "full_name": sum(bool(_NAME_LIKE.fullmatch(cell)) for cell in filled),
        }
    )
    target, count = likeness.most_common(1)[0]
    return target if 2 * count > len(filled) else NOT_TAKEN
