from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import money
from app.core.errors import UserError
from tests.core.outcomes import outcome

CURRENCIES = st.sampled_from(["RUB", "USD", "JPY", "KWD"])


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("1234000", "1234000"),
        ("1 234 000,00", "1234000.00"),
        ("1234000.50", "1234000.50"),
        ("2683 000,00", "2683000.00"),
        ("1\u00a0234\u00a0000,5", "1234000.5"),
        ("1\u202f234\u2009000 ₽", "1234000"),
        ("1,234,000.50", "1234000.50"),
        ("1.234.000,50", "1234000.50"),
        ("1,234", "1234"),
        ("1.234.567", "1234567"),
        ("1234.500", "1234.500"),
        ("0,500", "0.500"),
        ("12,5", "12.5"),
        ("385 000 руб.", "385000"),
        ("385000р.", "385000"),
        ("385000 рублей", "385000"),
        ("$1,000", "1000"),
        ("-$5", "-5"),
        ("€ 12.50", "12.50"),
        ("12.50 EUR", "12.50"),
        ("1'234'000", "1234000"),
        ("−200", "-200"),
        ("(200)", "-200"),
        ("500 тыс. руб.", "500000"),
        ("1,5 млн", "1500000"),
        ("500к", "500000"),
        ("0", "0"),
        ("-0", "0"),
        ("１２００", "1200"),
    ],
)
def test_amount_is_read_in_all_writings(written: str, amount: str) -> None:
    parsed = money.parse_money(written)
    assert parsed == Decimal(amount)
    assert not parsed.is_signed() or parsed < 0


@pytest.mark.parametrize(
    "written",
    ["", "  ", "не знает", "12 34", "1,23,456", "1.2.3", "1,234.5.6", "12abc", "--5", "(5", "5)", "1e5", "NaN",
     "9" * 500, ",5", "5,", "1 234,56 789", "=5+5", "долг", "₽"],
)  # fmt: skip
def test_what_is_no_amount_is_refused_with_its_text(written: str) -> None:
    with pytest.raises(UserError) as caught:
        money.parse_money(written)
    assert caught.value.code == "money_unreadable"
    assert caught.value.params == {"text": written}


@given(st.integers(0, 10**13), st.sampled_from([" ", "\u00a0", ""]), st.sampled_from([",", "."]), st.booleans())
def test_grouped_writing_is_read_exactly(minor: int, space: str, comma: str, negative: bool) -> None:
    whole, cents = divmod(minor, 100)
    written = f"{'-' if negative else ''}{whole:,}".replace(",", space) + f"{comma}{cents:02}"
    amount = Decimal(minor) / 100
    assert money.parse_money(written) == (-amount if negative else amount)


@given(st.integers(-(10**12), 10**12), CURRENCIES)
def test_minor_units_and_back_lose_nothing(minor: int, currency: str) -> None:
    amount = money.from_minor(minor, currency)
    assert money.to_minor(amount, currency) == minor
    assert amount.as_tuple().exponent == -money.exponent(currency)


@pytest.mark.parametrize(("currency", "minor"), [("RUB", 150), ("rub", 150), ("KWD", 1500)])
def test_minor_units_follow_the_currency(currency: str, minor: int) -> None:
    assert money.to_minor(Decimal("1.5"), currency) == minor


def test_more_decimals_than_the_currency_has_are_refused() -> None:
    with pytest.raises(UserError, match="money_too_precise"):
        money.to_minor(Decimal("1.5"), "JPY")
    with pytest.raises(UserError, match="money_too_precise"):
        money.to_minor(Decimal("1." + "0" * 40 + "1"), "RUB")
    assert money.to_minor(Decimal("1.500"), "RUB") == 150


@pytest.mark.parametrize("amount", ["1e13", "-1e13", "Infinity", "NaN"])
def test_an_amount_beyond_the_column_is_refused(amount: str) -> None:
    with pytest.raises(UserError, match="money_too_large"):
        money.to_minor(Decimal(amount), "RUB")


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(written: str) -> None:
    assert outcome(lambda: money.to_minor(money.parse_money(written), "RUB")) in ("read", "money_unreadable")
