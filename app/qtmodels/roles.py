"""What item models answer to delegates: one role for a cell's meaning, as a small frozen record.

A model returns for `Role.CELL` the record that fits its column, for `AccessibleTextRole` the words of the whole row
(design language, section 9) and for `DisplayRole` the plain text, which searching by keys and copying use.
A row not read yet answers None for `Role.CELL`: the delegate then paints an empty place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt

_FIRST = int(Qt.ItemDataRole.UserRole)


class Role(IntEnum):
    """Roles beyond Qt's own. Every model answers ID; the others where they make sense."""

    ID = _FIRST + 1
    """int: the record's id."""
    CELL = _FIRST + 2
    """One of the cell records below, or None while the row is being read."""
    ENTRY = _FIRST + 3
    """TimelineEntry or DayHeading: what a timeline shows."""
    CARD = _FIRST + 4
    """BoardCard: what a board of columns shows."""
    GROUP = _FIRST + 5
    """GroupHeading: a row that only heads a group."""
    CHECKED = _FIRST + 6
    """bool: the row is among the selected ones that a bulk action takes."""


class State(StrEnum):
    """How pressing something is; the delegate has an icon and a colour for each."""

    OVERDUE = "overdue"
    TODAY = "today"
    LATER = "later"
    NONE = "none"
    """Nothing is planned: a dashed ring and a link."""
    DONE = "done"
    PLAIN = "plain"


class Mark(StrEnum):
    """Colour of words apart from stages."""

    PLAIN = "plain"
    SECOND = "second"
    MUTED = "muted"
    STRONG = "strong"
    DANGER = "danger"
    WARN = "warn"
    OK = "ok"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class TextCell:
    """Words, in one line or two."""

    text: str
    second: str = ""
    mark: Mark = Mark.PLAIN
    right: bool = False
    """Numbers and dates stand at the right."""
    icon: str | None = None


@dataclass(frozen=True, slots=True)
class NameCell:
    """Who it is: bold name, second line, red counter of urgent activities."""

    name: str
    second: str = ""
    count: int = 0
    icon: str | None = None
    """A mark behind the name, such as "lock" or "merge"."""


@dataclass(frozen=True, slots=True)
class StageCell:
    """A stage and its place on the scale."""

    name: str
    tone: str
    place: int
    """Number of the stage, from 1."""
    count: int
    """How many working stages the scale has."""
    failed: bool = False
    """Ban icon, `name` is the reason, all segments red."""


@dataclass(frozen=True, slots=True)
class ActivityCell:
    """The nearest planned activity, or that there is none."""

    subject: str
    state: State
    when: str = ""
    """The second line in words, such as "Сегодня 11:45 · через 3 мин"; without an activity the link's words."""
    icon: str | None = None
    """Of the activity's kind: call, meeting, message, letter, other."""


@dataclass(frozen=True, slots=True)
class MoneyCell:
    """A sum as written, never elided; `missing` words stand in grey where there is none."""

    text: str
    missing: bool = False
    strong: bool = False
    mark: Mark = Mark.PLAIN


@dataclass(frozen=True, slots=True)
class PhoneCell:
    """A phone as written, never elided."""

    text: str


@dataclass(frozen=True, slots=True)
class QueueCell:
    """Place in the firm's order of work, 1 to 5; 0 shows nothing."""

    rank: int


@dataclass(frozen=True, slots=True)
class PersonCell:
    """An employee: disc with initials, and the name."""

    name: str
    id: int
    second: str = ""


@dataclass(frozen=True, slots=True)
class TagCell:
    """Tags of one tone each: (words, tone)."""

    tags: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PaidCell:
    """How much of a price came in: shares of the whole, 0 to 1, the words under the bar and the share beside it."""

    received: float
    overdue: float
    text: str = ""
    percent: str = ""


@dataclass(frozen=True, slots=True)
class CheckCell:
    """A check box that belongs to the row; the header's checks all found."""

    checked: bool


@dataclass(frozen=True, slots=True)
class GroupHeading:
    """Heads a group of rows; folds them."""

    text: str
    count: int
    state: State = State.PLAIN
    icon: str | None = None
    folded: bool = False


@dataclass(frozen=True, slots=True)
class DayHeading:
    """Heads the timeline's entries of one day: "Пятница, 14 ноября"."""

    text: str


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened; all words are made by the model's side in the reader's language."""

    id: int
    time: str
    """"12:40"."""
    icon: str
    title: str
    author: str = ""
    """Grey words behind the title: the author and what belongs to them, "Кравцова О. · 4 мин 12 с"."""
    body: str = ""
    names: tuple[str, ...] = ()
    """Colleagues whom the body names, as they stand in it: "@Кравцова Ольга"."""
    mark: Mark = Mark.MUTED
    """Colour of the node: OK for calls and money, LINK for comments, DANGER for failures, MUTED for the rest."""
    tone: str | None = None
    """The node takes a stage's tone instead."""
    tags: tuple[tuple[str, str], ...] = ()
    """Tags behind the title: (words, tone); two of a stage change are joined by an arrow where `arrow`."""
    arrow: bool = False
    status: str = ""
    """Delivery in words: "доставлено", "не доставлено"."""
    status_mark: Mark = Mark.OK
    link: str = ""
    """A file's name or another thing to open, on a line of its own."""
    amount: str = ""
    """A sum in bold behind the title."""
    recording: str = ""
    """Length of its recording, "52:37": the view paints a player."""
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class BoardCard:
    """A card on a board of columns."""

    id: int
    name: str
    person: str = ""
    """The responsible, shown as a disc with initials."""
    person_id: int = 0
    strong: str = ""
    """Amount."""
    plain: str = ""
    """What follows the amount: source or type."""
    subject: str = ""
    subject_icon: str | None = None
    strip: str = ""
    """Words of the activity strip."""
    state: State = State.NONE
    count: int = 0
    paid: PaidCell | None = None
    tags: tuple[tuple[str, str], ...] = ()


Cell = (
    TextCell | NameCell | StageCell | ActivityCell | MoneyCell | PhoneCell | QueueCell | PersonCell | TagCell | PaidCell
    | CheckCell
)  # fmt: skip


@runtime_checkable
class RowCells(Protocol):
    """A table model that tells a row's cells at once: a frame asks for every row in view, and `data` for every cell of
    it would go to and fro through Qt a thousand times."""

    def cells(self, row: int) -> Sequence[Cell | None]:
        """What `Role.CELL` answers in each column of a row."""
