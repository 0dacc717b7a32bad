"""What a field may hold: the kinds of custom fields, how values are checked, kept in JSON and put into slots."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from decimal import Decimal, InvalidOperation, localcontext
from enum import Enum, StrEnum
from typing import Any, Final

from app.core.errors import UserError
from app.core.money import from_minor, parse_money, to_minor
from app.core.text import LIMITS, ascii_digits, clean_line, clean_text, normalise, sort_key
from app.core.whens import parse_date, parse_datetime

LARGEST_SLOT: Final = 2**63 - 1
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_YES: Final = frozenset({"да", "yes", "true", "истина", "1", "y", "д", "+", "есть"})
_NO: Final = frozenset({"нет", "no", "false", "ложь", "0", "n", "н", "-"})


class FieldType(StrEnum):
    """The kinds of fields (SPEC, card blocks; the preset)."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    DATETIME = "datetime"
    YES_NO = "yes_no"
    ONE_OF = "one_of"
    SEVERAL_OF = "several_of"
    FILE = "file"
    PHONE = "phone"
    EMAIL = "email"


NUMBER_SLOT_TYPES: Final = frozenset(
    {FieldType.NUMBER, FieldType.MONEY, FieldType.DATE, FieldType.DATETIME, FieldType.YES_NO, FieldType.ONE_OF}
)
TEXT_SLOT_TYPES: Final = frozenset({FieldType.TEXT, FieldType.LONG_TEXT, FieldType.PHONE, FieldType.EMAIL})


class Unknown(Enum):
    """An answer of its own: the client was asked and doesn't know."""

    UNKNOWN = "unknown"

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN: Final = Unknown.UNKNOWN
UNKNOWN_JSON: Final[dict[str, bool]] = {"unknown": True}

Value = str | int | Decimal | date | datetime | bool | tuple[int, ...] | Unknown | None
"""One-of: the option's id. Several-of: option ids, file: attachment ids, both as a tuple. None: not filled."""


@dataclass(frozen=True, slots=True)
class FieldRules:
    """What a field's definition and the office say about its values."""

    options: frozenset[int] = frozenset()
    unknown_allowed: bool = False
    scale: int = 0
    """Decimal places of a number."""
    currency: str = "RUB"
    zone: tzinfo = UTC
    """Of times written without one: the office's."""


_PLAIN: Final = FieldRules()


def coerce(kind: FieldType, raw: object, rules: FieldRules = _PLAIN) -> Value:
    """The value that was typed, imported or chosen, checked; None where it is empty.

    Raises UserError: `unknown_not_allowed`, `text_too_long`, `number_unreadable`, `number_too_precise`,
    `number_too_large`, `money_…`, `date_unreadable`, `yes_no_unreadable`, `option_unknown`, `value_unsuitable`.
    """
    if raw is UNKNOWN or raw == UNKNOWN_JSON:
        if not rules.unknown_allowed:
            raise UserError("unknown_not_allowed")
        return UNKNOWN
    if raw is None or (isinstance(raw, str) and not clean_line(raw)):
        return None
    return _TAKERS[kind](raw, rules)


def is_filled(value: Value) -> bool:
    """Whether a required field is content: zero, "no" and "the client doesn't know" are answers too."""
    return value is not None and value not in ("", ())


def to_json(kind: FieldType, value: Value, rules: FieldRules = _PLAIN) -> object:
    """The form in the JSON column `custom`; a field that is not filled has no key there, so None stays None."""
    match value:
        case Unknown():
            return dict(UNKNOWN_JSON)
        case Decimal():
            return to_minor(value, rules.currency) if kind is FieldType.MONEY else f"{value:f}"
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
        case tuple():
            return list(value)
        case _:
            return value


def from_json(kind: FieldType, stored: object, rules: FieldRules = _PLAIN) -> Value:
    """The value of what `to_json` wrote. Raises ValueError where the column holds something else."""
    if stored is None:
        return None
    if stored == UNKNOWN_JSON:
        return UNKNOWN
    json_type, restore = _FROM_JSON[kind]
    if type(stored) is not json_type:
        raise ValueError(f"a {kind} can't be {stored!r}")
    return from_minor(restore(stored), rules.currency) if kind is FieldType.MONEY else restore(stored)


def slot_value(kind: FieldType, value: Value, rules: FieldRules = _PLAIN) -> int | str | None:
    """What a filterable field keeps in its typed slot (DATA.md, "Custom fields"); None where nothing is known.

    Numbers in units of their last decimal place, money in minor units, days and microseconds since
    1 January 1970, yes and no as 1 and 0, a choice as its id, texts as their sort key. Several-of and files
    have no slot. Raises UserError `number_too_large`.
    """
    match value:
        case None | Unknown() | tuple():
            return None
        case str():
            return sort_key(value)
        case Decimal():
            return _bounded(to_minor(value, rules.currency) if kind is FieldType.MONEY else _scaled(value, rules.scale))
        case datetime():
            return microseconds(value)
        case date():
            return day_number(value)
        case _:
            return _bounded(int(value))


def day_number(day: date) -> int:
    """Days since 1 January 1970."""
    return day.toordinal() - _EPOCH.toordinal()


def microseconds(moment: datetime) -> int:
    """Microseconds since 1 January 1970 UTC of an aware moment."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def _line(raw: object, _rules: FieldRules) -> str:
    return _within(clean_line(_written(raw)), LIMITS["line"])


def _long_text(raw: object, _rules: FieldRules) -> str:
    return _within(clean_text(_written(raw)), LIMITS["text"])


def _written(raw: object) -> str:
    if isinstance(raw, str | int | float | Decimal):
        return str(raw)
    raise UserError("value_unsuitable", value=repr(raw))


def _within(text: str, limit: int) -> str:
    if len(text) > limit:
        raise UserError("text_too_long", limit=limit, length=len(text))
    return text


def _number(raw: object, rules: FieldRules) -> Decimal:
    number = _decimal(raw)
    if not number.is_finite() or number.copy_abs() > LARGEST_SLOT:
        raise UserError("number_too_large")
    _bounded(_scaled(number, rules.scale))
    return number


def _decimal(raw: object) -> Decimal:
    if isinstance(raw, bool) or not isinstance(raw, str | int | float | Decimal):
        raise UserError("number_unreadable", text=str(raw))
    if isinstance(raw, str):
        raw = "".join(ascii_digits(raw).split()).replace(",", ".").replace("−", "-")
    try:
        return Decimal(str(raw))
    except InvalidOperation:
        raise UserError("number_unreadable", text=str(raw)) from None


def _scaled(number: Decimal, scale: int) -> int:
    """The number in units of its last decimal place."""
    with localcontext(prec=len(str(LARGEST_SLOT)) + scale):
        rounded = number.quantize(Decimal(1).scaleb(-scale))
        if rounded != number:
            raise UserError("number_too_precise", number=str(number), decimals=scale)
        return int(rounded.scaleb(scale))


def _bounded(number: int) -> int:
    if abs(number) > LARGEST_SLOT:
        raise UserError("number_too_large")
    return number


def _money(raw: object, rules: FieldRules) -> Decimal:
    if isinstance(raw, str):
        amount = parse_money(raw)
    elif isinstance(raw, int | float | Decimal) and not isinstance(raw, bool):
        amount = Decimal(str(raw))
    else:
        raise UserError("money_unreadable", text=str(raw))
    return from_minor(to_minor(amount, rules.currency), rules.currency)


def _date(raw: object, rules: FieldRules) -> date:
    match raw:
        case datetime():
            return raw.astimezone(rules.zone).date() if raw.tzinfo else raw.date()
        case date():
            return raw
        case str():
            return parse_date(raw)
    raise UserError("date_unreadable", text=str(raw))


def _datetime(raw: object, rules: FieldRules) -> datetime:
    match raw:
        case datetime():
            return (raw if raw.tzinfo else raw.replace(tzinfo=rules.zone)).astimezone(UTC)
        case str():
            return parse_datetime(raw, rules.zone)
    raise UserError("date_unreadable", text=str(raw))


def _yes_no(raw: object, _rules: FieldRules) -> bool:
    if isinstance(raw, bool):
        return raw
    word = normalise(str(raw))
    if word in _YES or word in _NO:
        return word in _YES
    raise UserError("yes_no_unreadable", text=str(raw))


def _option(raw: object, rules: FieldRules) -> int:
    option = _id(raw)
    if option not in rules.options:
        raise UserError("option_unknown", option=option)
    return option


def _options(raw: object, rules: FieldRules) -> tuple[int, ...] | None:
    return tuple(sorted({_option(one, rules) for one in _each(raw)})) or None


def _files(raw: object, _rules: FieldRules) -> tuple[int, ...] | None:
    return tuple(dict.fromkeys(_id(one) for one in _each(raw))) or None


def _id(raw: object) -> int:
    if isinstance(raw, int) and not isinstance(raw, bool):
        return raw
    raise UserError("value_unsuitable", value=repr(raw))


def _each(raw: object) -> Iterable[object]:
    if isinstance(raw, list | tuple | set | frozenset):
        return raw
    raise UserError("value_unsuitable", value=repr(raw))


_TAKERS: Final[dict[FieldType, Callable[[object, FieldRules], Value]]] = {
    FieldType.TEXT: _line,
    FieldType.LONG_TEXT: _long_text,
    FieldType.NUMBER: _number,
    FieldType.MONEY: _money,
    FieldType.DATE: _date,
    FieldType.DATETIME: _datetime,
    FieldType.YES_NO: _yes_no,
    FieldType.ONE_OF: _option,
    FieldType.SEVERAL_OF: _options,
    FieldType.FILE: _files,
    FieldType.PHONE: _line,
    FieldType.EMAIL: _line,
}


def _ids(stored: list[int]) -> tuple[int, ...]:
    return tuple(map(int, stored))


# Any: each function is called only with a value of the type beside it.
_FROM_JSON: Final[dict[FieldType, tuple[type, Callable[[Any], Any]]]] = {
    FieldType.TEXT: (str, str),
    FieldType.LONG_TEXT: (str, str),
    FieldType.NUMBER: (str, Decimal),
    FieldType.MONEY: (int, int),
    FieldType.DATE: (str, date.fromisoformat),
    FieldType.DATETIME: (str, datetime.fromisoformat),
    FieldType.YES_NO: (bool, bool),
    FieldType.ONE_OF: (int, int),
    FieldType.SEVERAL_OF: (list, _ids),
    FieldType.FILE: (list, _ids),
    FieldType.PHONE: (str, str),
    FieldType.EMAIL: (str, str),
}
