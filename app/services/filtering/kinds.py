"""The kinds of fields a filter knows, each with its operators and their SQL."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Protocol

from sqlalchemy import ColumnElement, and_, false, not_, or_, select, true

from app.models import OptionLink
from app.services.filtering import values as taken
from app.services.filtering.context import FilterContext, Unsuitable
from app.services.filtering.periods import counts_days, period_days
from app.services.listed import Listed
from app.services.records.office import FieldRecord
from app.services.search.conditions import folded, like, phrase_condition, text_condition

Values = Sequence[object]
Condition = ColumnElement[bool]
Expression = ColumnElement[Any]  # Any: a column of whatever the field holds


class Filterable(Protocol):
    """A field that conditions can be put on."""

    @property
    def kind(self) -> str: ...

    @property
    def operators(self) -> tuple[str, ...]: ...

    @property
    def entries(self) -> frozenset[int | str] | None:
        """What values may name; None where they are not names of entries."""
        ...

    def condition(self, operator: str, values: Values, context: FilterContext) -> Condition:
        """The SQL; raises `Unsuitable` for values that say nothing. The operator is one of `operators`."""
        ...


@dataclass(frozen=True, slots=True)
class References:
    """An entry of a dictionary: a stage, a source, an employee, an option."""

    kind: ClassVar[str] = "references"
    operators: ClassVar[tuple[str, ...]] = ("any_of", "none_of", "equals", "empty", "filled")

    column: Expression
    filled: Condition
    entries: frozenset[int | str] | None = None
    resolve: Callable[[Values, FilterContext], Sequence[object]] = field(
        default=lambda values, _context: taken.ids(values)
    )

    def condition(self, operator: str, values: Values, context: FilterContext) -> Condition:
        if operator in ("empty", "filled"):
            return self.filled if operator == "filled" else not_(self.filled)
        chosen = self.resolve(values, context)
        if not values:
            raise Unsuitable
        if operator == "none_of":
            return or_(self.column.is_(None), self.column.not_in(chosen))
        return self.column.in_(chosen)


@dataclass(frozen=True, slots=True)
class Numbers:
    """A number or an amount in whole units of the column."""

    kind: ClassVar[str] = "number"
    operators: ClassVar[tuple[str, ...]] = ("between", "equals", "before", "after", "empty", "filled")
    entries: ClassVar[None] = None

    column: Expression
    filled: Condition
    scale: int = 0
    """Decimal places that the column's unit has."""

    def condition(self, operator: str, values: Values, context: FilterContext) -> Condition:
        if operator in ("empty", "filled"):
            return self.filled if operator == "filled" else not_(self.filled)
        if operator == "between":
            low, high = taken.two(values)
            return and_(
                true() if low is None else self.column >= self._unit(low, up=True),
                true() if high is None else self.column <= self._unit(high, up=False),
            )
        number = taken.one(values)
        if operator == "before":
            return self.column < self._unit(number, up=True)
        if operator == "after":
            return self.column > self._unit(number, up=False)
        return and_(self.column >= self._unit(number, up=True), self.column <= self._unit(number, up=False))

    def _unit(self, value: object, *, up: bool) -> int:
        """In the column's unit, rounded into the range where it is finer than the column."""
        scaled = taken.number(value).scaleb(self.scale)
        whole = int(scaled)
        if up and scaled > whole:
            whole += 1
        if not up and scaled < whole:
            whole -= 1
        return max(-taken.LARGEST, min(whole, taken.LARGEST))


class Money(Numbers):
    """An amount in minor units."""

    kind = "money"


@dataclass(frozen=True, slots=True)
class Days:
    """A date, or a moment that is asked for by its day in the office's zone."""

    kind: ClassVar[str] = "day"
    operators: ClassVar[tuple[str, ...]] = ("period", "between", "before", "after", "equals", "empty", "filled")
    entries: ClassVar[None] = None

    column: Expression
    filled: Condition
    encode: Callable[[date, FilterContext], object] = field(default=lambda day, _context: day)
    """A day's beginning as the column keeps it."""

    def condition(self, operator: str, values: Values, context: FilterContext) -> Condition:
        if operator in ("empty", "filled"):
            return self.filled if operator == "filled" else not_(self.filled)
        first, after = self._range(operator, values, context)
        return and_(
            true() if first is None else self.column >= self.encode(first, context),
            true() if after is None else self.column < self.encode(after, context),
        )

    def _range(self, operator: str, values: Values, context: FilterContext) -> tuple[date | None, date | None]:
        if operator == "period":
            return _period(values, context)
        if operator == "between":
            low, high = taken.two(values)
            first = None if low is None else taken.day(low, context)
            return first, None if high is None else _following(taken.day(high, context))
        day = taken.day(taken.one(values), context)
        if operator == "before":
            return None, day
        return (_following(day), None) if operator == "after" else (day, _following(day))


def _following(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _period(values: Values, context: FilterContext) -> tuple[date | None, date | None]:
    code, *rest = values or (None,)
    count = rest[0] if rest else 0
    counted = isinstance(code, str) and counts_days(code)
    if not isinstance(code, str) or not isinstance(count, int) or isinstance(count, bool):
        raise Unsuitable
    if (counted and len(rest) != 1) or (counted and count < 0):
        raise Unsuitable
    days = period_days(code, context.today, count)
    if days is None:
        raise Unsuitable
    return days


@dataclass(frozen=True, slots=True)
class Texts:
    """A text field, compared without letter case and with ё as е."""

    kind: ClassVar[str] = "text"
    operators: ClassVar[tuple[str, ...]] = ("contains", "not_contains", "equals", "empty", "filled")
    entries: ClassVar[None] = None

    section: Listed
    column: ColumnElement[str]
    filled: Condition
    known: Condition
    """Filled with a text: "the client doesn't know" is an answer, but none."""

    def condition(self, operator: str, values: Values, context: FilterContext) -> Condition:
        if operator in ("empty", "filled"):
            return self.filled if operator == "filled" else not_(self.filled)
        phrase = taken.phrase(values)
        text = folded(self.column, sqlite=context.sqlite)
        if operator == "not_contains":
            return or_(not_(self.known), not_(like(text, phrase)))
        # The search index leads to the few rows that hold the phrase at all; only those are looked at closely.
        candidates = phrase_condition(self.section, phrase, sqlite=context.sqlite)
        return and_(self.known, candidates, text == phrase if operator == "equals" else like(text, phrase))


@dataclass(frozen=True, slots=True)
class Everywhere:
    """The whole record, as the search line looks through it; also phones and emails, in any writing."""

    kind: ClassVar[str] = "text"
    operators: ClassVar[tuple[str, ...]] = ("contains", "empty", "filled")
    entries: ClassVar[None] = None

    section: Listed
    filled: Condition

    def condition(self, operator: str, values: Values, context: FilterContext) -> Condition:
        if operator in ("empty", "filled"):
            return self.filled if operator == "filled" else not_(self.filled)
        found = text_condition(self.section, taken.text(values), sqlite=context.sqlite)
        if found is None:
            raise Unsuitable
        return found


@dataclass(frozen=True, slots=True)
class YesNo:
    """Yes or no, kept as 1 and 0."""

    kind: ClassVar[str] = "yes_no"
    operators: ClassVar[tuple[str, ...]] = ("equals", "empty", "filled")
    entries: ClassVar[None] = None

    column: Expression
    filled: Condition

    def condition(self, operator: str, values: Values, context: FilterContext) -> Condition:
        if operator in ("empty", "filled"):
            return self.filled if operator == "filled" else not_(self.filled)
        answer = taken.one(values)
        if not isinstance(answer, bool):
            raise Unsuitable
        return self.column == int(answer)


@dataclass(frozen=True, slots=True)
class Whether:
    """Yes or no as a condition answers it, never empty."""

    kind: ClassVar[str] = "yes_no"
    operators: ClassVar[tuple[str, ...]] = ("equals",)
    entries: ClassVar[None] = None

    holds: Condition

    def condition(self, operator: str, values: Values, context: FilterContext) -> Condition:
        answer = taken.one(values)
        if not isinstance(answer, bool):
            raise Unsuitable
        return self.holds if answer else not_(self.holds)


@dataclass(frozen=True, slots=True)
class Several:
    """Several options of a field, in a link table."""

    kind: ClassVar[str] = "several"
    operators: ClassVar[tuple[str, ...]] = ("any_of", "all_of", "none_of", "empty", "filled")

    section: Listed
    field: FieldRecord
    entries: frozenset[int | str]

    def condition(self, operator: str, values: Values, context: FilterContext) -> Condition:
        if operator in ("empty", "filled"):
            some = self._chosen()
            return some if operator == "filled" else not_(some)
        options = taken.ids(values)
        if not options:
            raise Unsuitable
        if operator == "all_of":
            return and_(*(self._chosen(option) for option in options))
        found = self._chosen(*options)
        return found if operator == "any_of" else not_(found)

    def _chosen(self, *options: int) -> Condition:
        """A range of the index, read once; asked of each record, SQLite looks through the whole field for each."""
        links = select(OptionLink.record_id).where(
            OptionLink.section == self.section.code, OptionLink.field_id == self.field.id
        )
        return self.section.table.c.id.in_(links.where(OptionLink.option_id.in_(options)) if options else links)


@dataclass(frozen=True, slots=True)
class ActivityStates:
    """How a record stands to its nearest planned activity (SPEC, "Counters")."""

    kind: ClassVar[str] = "state"
    operators: ClassVar[tuple[str, ...]] = ("any_of", "none_of")
    entries: ClassVar[frozenset[int | str]] = frozenset(("overdue", "today", "planned", "none"))

    next_at: Expression

    def condition(self, operator: str, values: Values, context: FilterContext) -> Condition:
        states = {
            "overdue": self.next_at <= context.now,
            "today": and_(self.next_at > context.now, self.next_at < context.tomorrow_begins),
            "planned": self.next_at >= context.tomorrow_begins,
            "none": self.next_at.is_(None),
        }
        if not values or not all(isinstance(value, str) and value in states for value in values):
            raise Unsuitable
        chosen = [state for code, state in states.items() if (code in values) == (operator == "any_of")]
        return or_(false(), *chosen) if len(chosen) < len(states) else true()


@dataclass(frozen=True, slots=True)
class Words:
    """One of a few words of the program, such as an activity's kind."""

    kind: ClassVar[str] = "words"
    operators: ClassVar[tuple[str, ...]] = ("any_of", "none_of")

    column: Expression
    entries: frozenset[int | str]

    def condition(self, operator: str, values: Values, context: FilterContext) -> Condition:
        words = [value for value in values if isinstance(value, str) and value in self.entries]
        if not words or len(words) != len(values):
            raise Unsuitable
        return self.column.in_(words) if operator == "any_of" else self.column.not_in(words)
