"""The versions of a field that two people changed, and what may be made of both."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.fieldkinds import FieldType
from app.services.records.office import EmployeeRecord, FieldRecord
from app.services.records.values import ContactPointValue, FieldValue


@dataclass(frozen=True, slots=True)
class Collision:
    """A field that both changed; words beside the values are what the dialog shows."""

    field: FieldRecord
    theirs: FieldValue
    mine: FieldValue
    before_words: str
    theirs_words: str
    mine_words: str
    joined: FieldValue = None
    """Both in one, where that makes sense: a long text, a list of phones."""
    joined_words: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """A field that only one of the two changed: nothing to decide."""

    name: str
    before_words: str
    words: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two edits of one record."""

    record: str
    """ "Мироненко Олег Викторович, лид № 2184"."""
    other: EmployeeRecord | None
    """Who saved first; None for the program itself."""
    me: EmployeeRecord | None
    was_at: str
    saved_at: str
    collisions: Sequence[Collision]
    settled: Sequence[Settled]


def joined(field: FieldRecord, before: FieldValue, theirs: FieldValue, mine: FieldValue) -> FieldValue:
    """Both changes in one value; None for a field of which only one version can stay."""
    if isinstance(theirs, tuple) and isinstance(mine, tuple):
        return _united(theirs, mine)
    if field.type is FieldType.LONG_TEXT and isinstance(theirs, str) and isinstance(mine, str):
        return _joined_texts(before if isinstance(before, str) else "", theirs, mine)
    return None


def _united(theirs: tuple[object, ...], mine: tuple[object, ...]) -> FieldValue:
    points = {one.normal or one.value: one for one in (*mine, *theirs) if isinstance(one, ContactPointValue)}
    if len(points) > 0:
        return tuple(points.values())
    options = tuple(dict.fromkeys(one for one in (*theirs, *mine) if isinstance(one, int)))
    return options or None


def _joined_texts(before: str, theirs: str, mine: str) -> str:
    """What was there once, then what each has added; whole texts below each other where one was rewritten."""
    added = [_added(before, text) for text in (theirs, mine)]
    if before.strip() and None not in added:
        return " ".join(part for part in (before.strip(), *added) if part)
    return f"{theirs}\n{mine}"


def _added(before: str, text: str) -> str | None:
    """What was written on after `before`; None where that was changed itself, be it by a letter at its end."""
    rest = text.removeprefix(before)
    if not text.startswith(before) or (rest and not rest[0].isspace() and not before[-1:].isspace()):
        return None
    return rest.strip()
