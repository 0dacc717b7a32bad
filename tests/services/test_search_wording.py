"""What a typed query means."""

import pytest

from app.services.search.wording import number, wanted


@pytest.mark.parametrize(
    "query", ["8(987) 654-32-10", "+7 987 6543210", "9876543210", "8 987 654 32 10", "тел. +7 (987) 654-32-10"]
)
def test_a_whole_phone_in_any_writing_is_its_digits(query: str) -> None:
    (part,) = wanted(query)
    assert part.phone
    assert "9876543210" in part.writings


def test_words_are_wanted_each_by_itself() -> None:
    assert [part.writings for part in wanted("Нина  ГАВРИЛОВА Ёж")] == [("нина",), ("гаврилова",), ("еж",)]


def test_a_phone_after_a_name_is_one_thing() -> None:
    name, phone = wanted("Иванов 8 (987) 654-32-10")
    assert name.writings == ("иванов",)
    assert phone.phone
    assert "9876543210" in phone.writings


def test_short_digits_are_words() -> None:
    assert [(part.writings, part.phone) for part in wanted("12 а")] == [(("12",), False), (("а",), False)]
    assert not wanted("12")[0].indexed


@pytest.mark.parametrize("query", ["", "   ", "\t\n", "\u200b"])
def test_nothing_typed_asks_for_nothing(query: str) -> None:
    assert wanted(query) == ()


def test_a_very_long_query_is_cut() -> None:
    parts = wanted("слово " * 2_000 + "x" * 10_000)
    assert 0 < sum(len(writing) for part in parts for writing in part.writings) < 2_000


@pytest.mark.parametrize(("query", "found"), [("2184", 2184), ("№ 2184", 2184), ("#7", 7), ("7а", None), ("²", None)])
def test_a_number_may_be_a_record_s(query: str, found: int | None) -> None:
    assert number(query) == found
