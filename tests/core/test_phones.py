import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import phones

STORED = "79876543210"


@pytest.mark.parametrize(
    "writing",
    [
        "8(987) 654-32-10",
        "(987) 654-32-10",
        "654-32-10",
        "+7 987 6543210",
        "9876543210",
        "6543",
        "89876543210",
        "79876543210",
        "8-987-654-32-10",
        "+7\u00a0(987)\u2009654\u201132\u201110",
        "тел.: 8 987 654 32 10",
        "8(987) 654-32-10 доб. 12",
        "8(987) 654",
        "+7 987",
        "7987",
        "０７９８７",
    ],
)
def test_phone_fragment_finds_number_in_any_writing(writing: str) -> None:
    fragment = phones.search_digits(writing)
    assert fragment is not None
    assert fragment in STORED or fragment == "07987"


def test_an_unfinished_bare_writing_with_eight_finds_the_number() -> None:
    assert any(fragment in STORED for fragment in phones.search_fragments("8987654"))
    assert phones.search_fragments("654-32") == ("65432",)
    assert phones.search_fragments("Иванов") == ()


@pytest.mark.parametrize(
    "query", ["", "Иванов", "user7_1@primer.test", "12", "+7", "дом 5", "не знает", "Иванов 6543", "x" * 9]
)
def test_what_is_no_phone_is_not_searched_as_one(query: str) -> None:
    assert phones.search_digits(query) is None
    assert not phones.looks_like_phone(query)


@given(st.from_regex(r"9[0-9]{9}", fullmatch=True), st.sampled_from(["8", "+7", "7", ""]), st.data())
def test_any_punctuation_of_a_russian_number_finds_it(national: str, prefix: str, data: st.DataObject) -> None:
    gaps = data.draw(st.lists(st.sampled_from(["", " ", "-", "(", ") ", "\u00a0", "."]), min_size=10, max_size=10))
    writing = prefix + "".join(gap + digit for gap, digit in zip(gaps, national, strict=True))
    fragment = phones.search_digits(writing)
    assert fragment is not None
    assert fragment in "7" + national


@given(st.text())
def test_any_query_is_answered(query: str) -> None:
    found = phones.search_digits(query)
    assert found is None or (found.isascii() and found.isdigit())
    assert phones.looks_like_phone(query) is (found is not None)


def test_digits_of_other_scripts_become_ascii() -> None:
    assert phones.digits("٠١٢ ９") == "0129"
