"""Amounts of money: Decimal in Python, whole minor units in the database, many writings in files."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from app.core.errors import UserError
from app.core.text import ascii_digits

LARGEST_AMOUNT: Final = 10**12
"""Largest amount in major units; sums over a large office still fit a 64-bit column."""

_WITHOUT_DECIMALS = ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW"]
_WITHOUT_DECIMALS += ["PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"]
_WITH_THREE_DECIMALS = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]
_EXPONENTS: Final = dict.fromkeys(_WITHOUT_DECIMALS, 0) | dict.fromkeys(_WITH_THREE_DECIMALS, 3)
_SPACES = re.compile(r"[\s'’`\u00a0\u2000-\u200b\u202f\u205f\u2060\ufeff]+")
_CURRENCY = (
    r"(?:руб(?:л[а-яё]*|\.)?|р\.?|₽|rub|rur|usd|eur|kzt|byn|uah|тенге|тг\.?|тнг|долл?(?:\.|ар[а-яё]*)?|евро|[$€£¥₸₴])"
)
_MULTIPLIERS: Final = {"тыс": 3, "т": 3, "к": 3, "k": 3, "млн": 6, "м": 6, "m": 6, "млрд": 9}
_WRITING = re.compile(
    rf"(?P<open>\()?(?P<sign>[-−–+])?\s*(?:{_CURRENCY}\s*)?(?P<late_sign>[-−–])?"
    rf"(?P<number>\d[\d., ]*?)\s*(?:(?P<times>тыс|т|к|k|млн|м|m|млрд)\.?)?(?:\s*{_CURRENCY})?(?P<close>\))?",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"\d+")
_GROUPS = re.compile(r"\d+(?: \d{3})+")


def exponent(currency: str) -> int:
    """How many decimals the currency has (ISO 4217)."""
    return _EXPONENTS.get(currency.upper(), 2)


@lru_cache(maxsize=4_096)
def to_minor(amount: Decimal, currency: str) -> int:
    """The amount in whole minor units. Raises UserError `money_too_precise` or `money_too_large`."""
    if not amount.is_finite() or amount.copy_abs() > LARGEST_AMOUNT:
        raise UserError("money_too_large", largest=LARGEST_AMOUNT)
    decimals = exponent(currency)
    rounded = amount.quantize(Decimal(1).scaleb(-decimals))
    if rounded != amount:
        raise UserError("money_too_precise", amount=str(amount), currency=currency, decimals=decimals)
    return int(rounded.scaleb(decimals))


def from_minor(minor: int, currency: str) -> Decimal:
    """The amount of so many minor units, with all the decimals of its currency."""
    return Decimal(minor).scaleb(-exponent(currency))


def parse_money(text: str) -> Decimal:
    """An amount in any of the writings that offices have, the currency's sign or name ignored.

    `1234000`, `1 234 000,00`, `1,234,000.50`, `385 тыс. руб.`, `1,5 млн ₽`, `−200`, `(200)`.
    A single separator before exactly three digits parts thousands: no such amount has three decimals.
    Raises UserError `money_unreadable`.
    """
    tidy = _SPACES.sub(" ", ascii_digits(text)).strip()
    match = _WRITING.fullmatch(tidy) if len(tidy) <= 60 else None
    if match is None or bool(match["open"]) != bool(match["close"]) or (match["sign"] and match["late_sign"]):
        raise UserError("money_unreadable", text=text)
    number = _plain_number(match["number"].strip())
    if number is None:
        raise UserError("money_unreadable", text=text)
    amount = Decimal(number)
    if match["times"]:
        amount = Decimal(f"{amount.scaleb(_MULTIPLIERS[match['times'].lower()]):f}")
    negative = match["open"] or (match["sign"] or match["late_sign"] or "+") != "+"
    return -amount if negative and amount else amount


def _plain_number(written: str) -> str | None:
    """The number with a dot for decimals and nothing between its digits, or None."""
    separator = _decimal_separator(written)
    whole, _, decimals = written.rpartition(separator) if separator else (written, "", "")
    if separator and not _PLAIN.fullmatch(decimals):
        return None
    thousands = {",": ".", ".": ","}.get(separator, ",." if "," in written or "." in written else "")
    grouped = whole
    for mark in thousands:
        grouped = grouped.replace(mark, " ")
    if not (_PLAIN.fullmatch(grouped) or _GROUPS.fullmatch(grouped)):
        return None
    plain = grouped.replace(" ", "")
    return f"{plain}.{decimals}" if decimals else plain


def _decimal_separator(written: str) -> str:
    """The character that parts the decimals, or an empty text where there are none."""
    last = max(written.rfind(","), written.rfind("."))
    if last < 0:
        return ""
    mark = written[last]
    if written.count(mark) > 1:
        return ""
    other_used = (set(written) & {",", ".", " "}) - {mark}
    whole, decimals = written[:last], written[last + 1 :]
    if not other_used and len(decimals) == 3 and len(whole) <= 3 and not whole.startswith("0"):
        return ""
    return mark
