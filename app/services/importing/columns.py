"""What the cells of a column do to the row that is being made: one small reader a kind of target."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Final, Literal

from app.core.errors import UserError
from app.core.fieldkinds import UNKNOWN, FieldRules, FieldType, Value, coerce
from app.core.text import LIMITS, clean_line, clean_text, fit
from app.services.contact_points import HOME_REGION, is_plain_email, plain_mobile
from app.services.importing import points, values
from app.services.importing.headings import FIELD
from app.services.importing.layout import Cell, cell_text
from app.services.importing.names import split_name
from app.services.importing.rows import CellWarning
from app.services.importing.values import Office
from app.services.records.office import FieldRecord
from app.services.records.values import ContactPointValue

_LIMITS: Final[dict[str, Literal["name", "title", "line"]]] = {
    "first_name": "name",
    "middle_name": "name",
    "last_name": "name",
    "title": "title",
}
_SHORTEST_LIMIT: Final = min(LIMITS[kind] for kind in (*_LIMITS.values(), "line"))
NAME_CODES: Final = ("last_name", "first_name", "middle_name")
_REMEMBERED: Final = 4_096
"""Different cells of a column whose meaning is kept at hand: amounts, cities and stages come again and again."""

_NUMBERED_PERSON: Final = re.compile(r"\s*\[\d+\]$")


@dataclass(slots=True)
class Draft:
    """A row in the making."""

    currency: str
    values: dict[str, Value] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    """Stage, source, responsible, ID, by target."""
    moments: dict[str, datetime] = field(default_factory=dict)
    comments: list[tuple[str, str]] = field(default_factory=list)
    """Heading and text."""
    full_name: str = ""
    phones: list[ContactPointValue] = field(default_factory=list)
    emails: list[ContactPointValue] = field(default_factory=list)
    messengers: list[ContactPointValue] = field(default_factory=list)
    warnings: list[CellWarning] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is taken."""

    index: int
    heading: str
    target: str
    month_first: bool = False

    def warn(self, draft: Draft, code: str, text: str, *, noted: bool = True) -> None:
        """Report a cell of this column."""
        draft.warnings.append(CellWarning(code, self.heading, text, noted))


CellReader = Callable[[Draft, Cell], None]


def cell_reader(column: Column, fields: dict[str, FieldRecord], office: Office) -> CellReader | None:
    """The reader of a column's cells; None for a target that this office doesn't have."""
    family, _, label = column.target.partition(":")
    if column.target.startswith(FIELD):
        definition = fields.get(label)
        return None if definition is None else _guarded(column, _Field(column, definition, office))
    match family:
        case "phone" | "email" | "messenger":
            return _Points(column, family, label, office.region)
        case "created_at" | "updated_at":
            return _guarded(column, _Moment(column, office))
        case "birth_date" | "amount" | "currency":
            own = fields.get(family)
            return _guarded(column, _Plain(column, office, unknown_allowed=own is not None and own.unknown_allowed))
        case "comment":
            return _Comment(column)
        case "stage" | "source" | "responsible" | "origin_id":
            return _Name(column)
        case "full_name" | "title" | "first_name" | "middle_name" | "last_name" | "source_details" | "referrer":
            return _Line(column, clean_line if family == "title" else _tidy_name)
        case _:
            return None


def finish_names(draft: Draft, heading: str) -> None:
    """Split the whole name where the file gives no parts; where it gives both, nothing of the whole name is lost."""
    if not draft.full_name:
        return
    parts = [str(draft.values.get(code, "")) for code in NAME_CODES]
    if not any(parts):
        for code, name in zip(NAME_CODES, split_name(draft.full_name), strict=True):
            _set_line(draft, Column(-1, heading, code), name)
    elif set(draft.full_name.casefold().split()) - set(" ".join(parts).casefold().split()):
        draft.warnings.append(CellWarning("name_differs", heading, draft.full_name))


def finish_comment(draft: Draft) -> None:
    """Join the comments; where several columns are comments, each after its heading but the first."""
    if draft.comments:
        first, *others = draft.comments
        draft.values["comment"] = "\n".join([first[1], *(f"{heading}: {text}" for heading, text in others)])


@dataclass(frozen=True, slots=True)
class _Points:
    column: Column
    family: str
    label: str
    region: str

    def __call__(self, draft: Draft, cell: Cell) -> None:
        if isinstance(cell, str) and self._plainly_one(draft, cell):
            return
        text = clean_text(cell_text(cell))
        if values.is_nothing(text):
            return
        if self.family == "phone":
            found = points.phones_of(text, self.label, self.region)
            draft.phones += found
        elif self.family == "email":
            found = points.emails_of(text, self.label)
            draft.emails += found
        else:
            draft.messengers += points.messengers_of(text, self.label)
            return
        for point in found:
            if point.normal is None:
                self.column.warn(draft, f"{self.family}_kept_as_written", point.value, noted=False)

    def _plainly_one(self, draft: Draft, cell: str) -> bool:
        """Take a cell that is one phone or email in a usual writing, as nearly all are: nothing to clean or to part."""
        if self.family == "email" and is_plain_email(cell):
            draft.emails.append(ContactPointValue(cell, cell, self.label))
            return True
        if self.family == "phone" and self.region == HOME_REGION and cell == cell.strip():
            plain = plain_mobile(cell)
            if plain is not None:
                draft.phones.append(ContactPointValue(cell, plain, self.label))
                return True
        return False


@dataclass(frozen=True, slots=True)
class _Line:
    column: Column
    tidy: Callable[[str], str]

    def __call__(self, draft: Draft, cell: Cell) -> None:
        text = self.tidy(cell_text(cell))
        if values.is_nothing(text):
            return
        if self.column.target == "full_name":
            draft.full_name = f"{draft.full_name} {text}".strip()
        else:
            _set_line(draft, self.column, text)


@dataclass(frozen=True, slots=True)
class _Comment:
    column: Column

    def __call__(self, draft: Draft, cell: Cell) -> None:
        text = _tidy_text(cell_text(cell))
        if text:
            draft.comments.append((self.column.heading, text))


@dataclass(frozen=True, slots=True)
class _Name:
    column: Column

    def __call__(self, draft: Draft, cell: Cell) -> None:
        text = _tidy_name(cell_text(cell))
        if values.is_nothing(text):
            return
        if self.column.target == "responsible":
            text = _NUMBERED_PERSON.sub("", text)
        kept, rest = fit(text, LIMITS["name"])
        if rest:
            self.column.warn(draft, "text_too_long", text)
        if self.column.target in draft.names:
            self.column.warn(draft, "second_value", text)
        else:
            draft.names[self.column.target] = kept


@dataclass(frozen=True, slots=True)
class _Moment:
    column: Column
    office: Office

    def __call__(self, draft: Draft, cell: Cell) -> None:
        at = values.moment(cell, self.office.zone, month_first=self.column.month_first)
        draft.moments.setdefault(self.column.target, at)


class _Plain:
    """Birth date, amount and currency."""

    def __init__(self, column: Column, office: Office, *, unknown_allowed: bool) -> None:
        self._column = column
        self._office = office
        self._unknown_allowed = unknown_allowed
        self._known = lru_cache(_REMEMBERED)(self._value)

    def __call__(self, draft: Draft, cell: Cell) -> None:
        value = self._known(cell, draft.currency) if isinstance(cell, str) else self._value(cell, draft.currency)
        draft.values[self._column.target] = value
        if self._column.target == "currency" and isinstance(value, str):
            draft.currency = value

    def _value(self, cell: Cell, currency: str) -> Value:
        if self._unknown_allowed and values.is_unknown(cell):
            return UNKNOWN
        if self._column.target == "birth_date":
            return values.day(cell, month_first=self._column.month_first, latest=self._office.today)
        if self._column.target == "currency":
            return values.currency_code(cell_text(cell))
        return coerce(FieldType.MONEY, values.number(cell), FieldRules(currency=currency))


class _Field:
    """A field of the office's own."""

    def __init__(self, column: Column, definition: FieldRecord, office: Office) -> None:
        self.column = column
        self._definition = definition
        self._office = office
        self._known = lru_cache(_REMEMBERED)(self._value)

    def _value(self, cell: Cell, currency: str) -> Value:
        return values.field_value(self._definition, cell, self._office, currency, month_first=self.column.month_first)

    def __call__(self, draft: Draft, cell: Cell) -> None:
        code = self._definition.code
        value = self._known(cell, draft.currency) if isinstance(cell, str) else self._value(cell, draft.currency)
        if value is None:
            return
        if code in draft.values:
            self.column.warn(draft, "second_value", cell_text(cell))
        else:
            draft.values[code] = value


_tidy_name = lru_cache(_REMEMBERED)(clean_line)
_tidy_text = lru_cache(_REMEMBERED)(clean_text)


def _guarded(column: Column, reader: CellReader) -> CellReader:
    """The reader, with a cell that it can't read kept as written."""

    def read(draft: Draft, cell: Cell) -> None:
        tidy = _tidy_text(cell) if isinstance(cell, str) else cell
        if tidy == "" or (isinstance(tidy, str) and values.is_nothing(tidy)):
            return
        try:
            reader(draft, tidy)
        except UserError as error:
            column.warn(draft, error.code, cell_text(tidy))

    return read


def _set_line(draft: Draft, column: Column, text: str) -> None:
    """A line of text; what passes the limit of its field stands whole in the note."""
    if len(text) <= _SHORTEST_LIMIT and column.target not in draft.values:
        if text:
            draft.values[column.target] = text
        return
    kept, rest = fit(text, LIMITS[_LIMITS.get(column.target, "line")])
    if rest:
        column.warn(draft, "text_too_long", text)
    if column.target in draft.values:
        column.warn(draft, "second_value", text)
    elif kept:
        draft.values[column.target] = kept
