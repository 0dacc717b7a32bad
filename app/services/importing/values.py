"""The value of a cell by the kind of field it fills."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from app.core.errors import UserError
from app.core.fieldkinds import UNKNOWN, FieldRules, FieldType, Value, coerce
from app.core.text import normalise
from app.core.whens import parse_date, parse_datetime
from app.services.importing.layout import Cell, cell_text
from app.services.records.office import FieldRecord

_NOTHING: Final = frozenset({"-", "--", "---", "—", "–", "−", "#n/a", "#н/д", "\\n"})
_LONGEST_NOTHING: Final = max(map(len, _NOTHING))
_DOES_NOT_KNOW: Final = frozenset(
    {"не знает", "не знаю", "клиент не знает", "doesn't know", "does not know", "the client doesn't know", "unknown"}
)
_CURRENCIES: Final = {
    **dict.fromkeys(("руб", "руб.", "рубль", "рубли", "рублей", "р", "р.", "₽", "rur", "российский рубль"), "RUB"),
    **dict.fromkeys(("$", "доллар", "долл", "долл.", "доллар сша", "us dollar"), "USD"),
    **dict.fromkeys(("€", "евро", "euro"), "EUR"),
    **dict.fromkeys(("₸", "тенге", "тг"), "KZT"),
}
_ISO_CODE: Final = re.compile(r"[a-z]{3}")
_CHOICES_BREAK: Final = re.compile(r"[,;|\n]+")


@dataclass(frozen=True, slots=True)
class Office:
    """What cells can't be understood without."""

    zone: ZoneInfo
    currency: str
    today: date
    """In the office's zone; a birth date never lies after it."""
    region: str = "RU"
    """The country whose phone numbers are written without its code."""


def is_nothing(text: str) -> bool:
    """Whether a cell only says that it is empty: a dash, an error of a spreadsheet."""
    return not text or (len(text) <= _LONGEST_NOTHING and text.casefold() in _NOTHING)


def is_unknown(cell: Cell) -> bool:
    """Whether a cell says that the client was asked and doesn't know."""
    return isinstance(cell, str) and normalise(cell) in _DOES_NOT_KNOW


def currency_code(text: str) -> str:
    """The ISO code of a currency's code, sign or name. Raises UserError `currency_unknown`."""
    word = normalise(text)
    if word in _CURRENCIES:
        return _CURRENCIES[word]
    if _ISO_CODE.fullmatch(word):
        return word.upper()
    raise UserError("currency_unknown", text=text)


def moment(cell: Cell, zone: ZoneInfo, *, month_first: bool = False) -> datetime:
    """The moment in UTC, written in the office's zone where it names none. Raises UserError `date_unreadable`."""
    if isinstance(cell, datetime | date):
        at = cell if isinstance(cell, datetime) else datetime(cell.year, cell.month, cell.day, tzinfo=zone)
        return _as_utc(at, zone)
    return parse_datetime(cell_text(cell), zone, month_first=month_first)


def day(cell: Cell, *, month_first: bool = False, latest: date | None = None) -> date:
    """The date. Raises UserError `date_unreadable`."""
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else parse_date(cell_text(cell), month_first=month_first, latest=latest)


def number(cell: Cell) -> object:
    """A number of a spreadsheet without the noise of binary fractions; text as it is."""
    return round(cell, 6) if isinstance(cell, float) else cell if isinstance(cell, int) else cell_text(cell)


def field_value(field: FieldRecord, cell: Cell, office: Office, currency: str, *, month_first: bool = False) -> Value:
    """What a cell says in a field of the office. Raises UserError where it says nothing the field can hold."""
    options = frozenset(option.id for option in field.options)
    rules = FieldRules(options, field.unknown_allowed, field.scale, currency, office.zone)
    if field.unknown_allowed and is_unknown(cell):
        return UNKNOWN
    match field.type:
        case FieldType.DATE:
            return coerce(field.type, day(cell, month_first=month_first), rules)
        case FieldType.DATETIME:
            return coerce(field.type, moment(cell, office.zone, month_first=month_first), rules)
        case FieldType.ONE_OF:
            return coerce(field.type, _option_id(field, cell_text(cell)), rules)
        case FieldType.SEVERAL_OF:
            return coerce(field.type, _option_ids(field, cell_text(cell)), rules)
        case FieldType.NUMBER | FieldType.MONEY:
            return coerce(field.type, number(cell), rules)
        case FieldType.YES_NO:
            return coerce(field.type, cell if isinstance(cell, bool) else cell_text(cell), rules)
        case FieldType.FILE:
            raise UserError("value_unsuitable", value=cell_text(cell))
        case _:
            return coerce(field.type, cell_text(cell), rules)


def _as_utc(at: datetime, zone: ZoneInfo) -> datetime:
    value = coerce(FieldType.DATETIME, at, FieldRules(zone=zone))
    if not isinstance(value, datetime):
        raise UserError("date_unreadable", text=str(at))
    return value


def _option_id(field: FieldRecord, name: str) -> int:
    wanted = normalise(name)
    for option in field.options:
        if wanted in {normalise(option.name), option.code}:
            return option.id
    raise UserError("option_unknown", option=name)


def _option_ids(field: FieldRecord, text: str) -> list[int]:
    try:
        return [_option_id(field, text)]
    except UserError:
        parts = (part.strip() for part in _CHOICES_BREAK.split(text))
        return [_option_id(field, part) for part in parts if part]
