"""Lays the rest of the price out in equal payments, a month apart."""

from datetime import date
from decimal import ROUND_DOWN, Decimal

from app.services.records.clients import PlannedPayment

MOST_PAYMENTS = 36
_UNIT = Decimal(1)


def lay_out(rest: Decimal, count: int, first_on: date) -> tuple[PlannedPayment, ...]:
    """`count` payments of whole units that add up to `rest`: what doesn't divide goes to the last one."""
    if rest <= 0 or count < 1:
        return ()
    part = (rest / count).quantize(_UNIT, rounding=ROUND_DOWN)
    if part <= 0:
        return (PlannedPayment(first_on, rest),)
    amounts = [part] * (count - 1) + [rest - part * (count - 1)]
    return tuple(PlannedPayment(months_later(first_on, number), amount) for number, amount in enumerate(amounts))


def months_later(day: date, months: int) -> date:
    """The same day some months later, the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(day.day, (following - date(year, month, 1)).days))
