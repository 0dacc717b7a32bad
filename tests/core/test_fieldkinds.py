import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import UserError
from app.core.fieldkinds import (
    UNKNOWN,
    UNKNOWN_JSON,
    FieldRules,
    FieldType,
    Value,
    coerce,
    day_number,
    from_json,
    is_filled,
    microseconds,
    slot_value,
    to_json,
)
from tests.core.outcomes import outcome

MOSCOW = timezone(timedelta(hours=3))
RULES = FieldRules(options=frozenset({1, 2, 3}), unknown_allowed=True, scale=2, zone=MOSCOW)
VALUES: dict[FieldType, st.SearchStrategy[object]] = {
    FieldType.TEXT: st.text(max_size=50),
    FieldType.LONG_TEXT: st.text(max_size=200),
    FieldType.PHONE: st.text(max_size=30),
    FieldType.EMAIL: st.text(max_size=30),
    FieldType.NUMBER: st.decimals(-(10**9), 10**9, places=2),
    FieldType.MONEY: st.decimals(-(10**9), 10**9, places=2),
    FieldType.DATE: st.dates(),
    FieldType.DATETIME: st.datetimes(timezones=st.just(MOSCOW)).filter(lambda moment: 2 < moment.year < 9998),
    FieldType.YES_NO: st.booleans(),
    FieldType.ONE_OF: st.sampled_from([1, 2, 3]),
    FieldType.SEVERAL_OF: st.sets(st.sampled_from([1, 2, 3])),
    FieldType.FILE: st.lists(st.integers(1, 10**9)),
}
TYPED = st.sampled_from(list(FieldType)).flatmap(lambda kind: st.tuples(st.just(kind), VALUES[kind]))


@given(TYPED)
def test_what_was_taken_survives_the_json_column(typed: tuple[FieldType, object]) -> None:
    kind, raw = typed
    value = coerce(kind, raw, RULES)
    stored = json.loads(json.dumps(to_json(kind, value, RULES)))
    assert from_json(kind, stored, RULES) == value
    assert coerce(kind, value, RULES) == value


@given(TYPED)
def test_slots_are_whole_numbers_or_texts_that_fit_a_column(typed: tuple[FieldType, object]) -> None:
    slot = slot_value(typed[0], coerce(typed[0], typed[1], RULES), RULES)
    assert slot is None or isinstance(slot, str) or abs(slot) < 2**63


@given(st.sampled_from([FieldType.NUMBER, FieldType.MONEY, FieldType.DATE, FieldType.DATETIME]), st.data())
def test_slots_order_as_their_values(kind: FieldType, data: st.DataObject) -> None:
    one = coerce(kind, data.draw(VALUES[kind]), RULES)
    other = coerce(kind, data.draw(VALUES[kind]), RULES)
    slots = slot_value(kind, one, RULES), slot_value(kind, other, RULES)
    assert (slots[0] < slots[1]) is (one < other)  # type: ignore[operator]  # both of the one orderable kind


@pytest.mark.parametrize("kind", list(FieldType))
def test_the_client_does_not_know_is_an_answer_where_allowed(kind: FieldType) -> None:
    value = coerce(kind, UNKNOWN, RULES)
    assert value is UNKNOWN
    assert is_filled(value)
    assert slot_value(kind, value, RULES) is None
    assert from_json(kind, to_json(kind, value, RULES), RULES) is UNKNOWN
    assert coerce(kind, UNKNOWN_JSON, RULES) is UNKNOWN
    with pytest.raises(UserError, match="unknown_not_allowed"):
        coerce(kind, UNKNOWN, FieldRules())


@pytest.mark.parametrize("kind", list(FieldType))
@pytest.mark.parametrize("empty", [None, "", "  \n"])
def test_empty_is_not_filled(kind: FieldType, empty: object) -> None:
    value = coerce(kind, empty, RULES)
    assert value is None
    assert not is_filled(value)


@pytest.mark.parametrize("value", [Decimal(0), False, 0, "нет", (1,)])
def test_zero_and_no_are_answers(value: Value) -> None:
    assert is_filled(value)


@pytest.mark.parametrize(
    ("kind", "raw", "value", "stored", "slot"),
    [
        (FieldType.TEXT, " Тверь\n", "Тверь", "Тверь", "тверь"),
        (FieldType.LONG_TEXT, "а\r\nб", "а\nб", "а\nб", "а б"),
        (FieldType.NUMBER, "1 234,5", Decimal("1234.5"), "1234.5", 123450),
        (FieldType.MONEY, "1 234 000,50 ₽", Decimal("1234000.50"), 123400050, 123400050),
        (FieldType.MONEY, 12.1, Decimal("12.10"), 1210, 1210),
        (FieldType.DATE, "02.01.1970", date(1970, 1, 2), "1970-01-02", 1),
        (
            FieldType.DATETIME,
            "01.01.1970 03:00:01",
            datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC),
            "1970-01-01T00:00:01+00:00",
            1_000_000,
        ),
        (FieldType.YES_NO, "Да", True, True, 1),
        (FieldType.YES_NO, False, False, False, 0),
        (FieldType.ONE_OF, 2, 2, 2, 2),
        (FieldType.SEVERAL_OF, [3, 1, 3], (1, 3), [1, 3], None),
        (FieldType.FILE, [30, 10], (30, 10), [30, 10], None),
    ],
)
def test_value_json_and_slot(kind: FieldType, raw: object, value: object, stored: object, slot: object) -> None:
    taken = coerce(kind, raw, RULES)
    assert taken == value
    assert to_json(kind, taken, RULES) == stored
    assert slot_value(kind, taken, RULES) == slot


@pytest.mark.parametrize(
    ("kind", "raw", "code"),
    [
        (FieldType.TEXT, "ж" * 10_000, "text_too_long"),
        (FieldType.LONG_TEXT, "ж" * 200_000, "text_too_long"),
        (FieldType.TEXT, [1], "value_unsuitable"),
        (FieldType.NUMBER, "пять", "number_unreadable"),
        (FieldType.NUMBER, True, "number_unreadable"),
        (FieldType.NUMBER, "1.234", "number_too_precise"),
        (FieldType.NUMBER, "1e999999999", "number_too_large"),
        (FieldType.NUMBER, "1e-999999999", "number_too_precise"),
        (FieldType.MONEY, Decimal("1e999999"), "money_too_large"),
        (FieldType.NUMBER, float("nan"), "number_too_large"),
        (FieldType.NUMBER, 2**63, "number_too_large"),
        (FieldType.MONEY, "много", "money_unreadable"),
        (FieldType.MONEY, "1.2345", "money_too_precise"),
        (FieldType.MONEY, True, "money_unreadable"),
        (FieldType.DATE, "31.02.2025", "date_unreadable"),
        (FieldType.DATE, 5, "date_unreadable"),
        (FieldType.DATETIME, "когда-нибудь", "date_unreadable"),
        (FieldType.YES_NO, "возможно", "yes_no_unreadable"),
        (FieldType.ONE_OF, 4, "option_unknown"),
        (FieldType.ONE_OF, "1", "value_unsuitable"),
        (FieldType.SEVERAL_OF, [1, 4], "option_unknown"),
        (FieldType.SEVERAL_OF, "1", "value_unsuitable"),
        (FieldType.FILE, ["x"], "value_unsuitable"),
    ],
)
def test_unsuitable_value_is_refused_with_its_code(kind: FieldType, raw: object, code: str) -> None:
    assert outcome(lambda: coerce(kind, raw, RULES)) == code


@given(st.sampled_from(list(FieldType)), st.text(max_size=30))
def test_any_text_is_taken_or_refused_by_code(kind: FieldType, raw: str) -> None:
    assert outcome(lambda: slot_value(kind, coerce(kind, raw, RULES), RULES)) != ""


@pytest.mark.parametrize("stored", [True, 5, "abc", [], {}])
def test_a_broken_json_column_is_our_bug(stored: object) -> None:
    with pytest.raises((ValueError, ArithmeticError)):
        from_json(FieldType.DATE, stored)


def test_day_and_microsecond_numbers_before_the_epoch_are_negative() -> None:
    assert day_number(date(1969, 12, 31)) == -1
    assert microseconds(datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC)) == -1_000_000
