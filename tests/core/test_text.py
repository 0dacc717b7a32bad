import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import text

ANY_TEXT = st.text(st.characters(), max_size=200)


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("Фёдоров", "федоров"),
        ("ФЕ\u0308ДОРОВ", "федоров"),
        ("  Иван \t\n Иванов ", "иван иванов"),
        ("И\u0306огурт", "йогурт"),
        ("Straße", "strasse"),
        ("О\u00adль\u200bга", "ольга"),
        ('50% "скидка"', '50% "скидка"'),
    ],
)
def test_search_form_ignores_case_yo_and_spacing(typed: str, normal: str) -> None:
    assert text.normalise(typed) == normal


@given(st.text(st.sampled_from([*map(chr, range(0x20, 0x7F)), *map(chr, range(0x400, 0x460)), *"«»–—№"])))
def test_search_form_of_russian_is_that_of_any_text(typed: str) -> None:
    quickly = text.normalise(typed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text, "_RUSSIAN", re.compile("(?!)"))
        assert text.normalise(typed) == quickly


@given(ANY_TEXT)
def test_search_form_is_stable(typed: str) -> None:
    normal = text.normalise(typed)
    assert text.normalise(normal) == normal
    normal.encode("utf-8")
    assert "ё" not in normal
    assert "\x00" not in normal


@given(ANY_TEXT)
def test_composed_and_decomposed_writings_compare_equal(typed: str) -> None:
    assert text.normalise(unicodedata.normalize("NFD", typed)) == text.normalise(unicodedata.normalize("NFC", typed))


@given(ANY_TEXT)
def test_cleaned_text_can_be_stored_and_cleaning_is_stable(typed: str) -> None:
    for clean in (text.clean_line, text.clean_text):
        cleaned = clean(typed)
        cleaned.encode("utf-8")
        assert "\x00" not in cleaned
        assert "\u202e" not in cleaned
        assert clean(cleaned) == cleaned
    assert "\n" not in text.clean_line(typed)


def test_long_text_keeps_its_lines_and_tabs() -> None:
    assert text.clean_text("Кредиты\r\nесть\tипотека\r\x07") == "Кредиты\nесть\tипотека"


def test_emoji_sequences_and_right_to_left_names_are_kept() -> None:
    family = "👨\u200d👩\u200d👧"
    assert text.clean_line(f" {family} משה ") == f"{family} משה"
    assert text.clean_line("\u202eвон") == "вон"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("О'Коннор  Пётр", "о коннор петр"),
        ("Де-Карло", "де карло"),
        ("«Ромашка», ООО", "ромашка ооо"),
        ("Иванов (2)", "иванов 2"),
    ],
)
def test_sort_key_treats_punctuation_as_space(name: str, key: str) -> None:
    assert text.sort_key(name) == key


@given(ANY_TEXT)
def test_sort_key_is_stable_and_fits_an_index(name: str) -> None:
    key = text.sort_key(name * 60)
    assert len(key) <= text.SORT_KEY_LENGTH
    assert text.sort_key(key) == key


def test_names_sort_as_in_a_phone_book() -> None:
    names = ["Ёлкин", "Жуков", "Елкин Яков", "Ежов", "ёлкин антон"]
    assert sorted(names, key=text.sort_key) == ["Ежов", "Ёлкин", "ёлкин антон", "Елкин Яков", "Жуков"]


def test_search_terms_come_once_in_order_and_bounded() -> None:
    assert text.search_terms("  Пётр  ИВАНОВ петр ") == ["петр", "иванов"]
    assert text.search_terms(" \n ") == []
    many = text.search_terms(" ".join(f"слово{n}" * 100 for n in range(100)))
    assert len(many) == text.MAX_TERMS
    assert all(len(term) <= text.MAX_TERM_LENGTH for term in many)


def test_display_name_joins_what_there_is() -> None:
    assert text.display_name("Гаврилова", "Нина", "") == "Гаврилова Нина"
    assert text.display_name("", " Нина ", "Петровна\n") == "Нина Петровна"


def test_title_comes_from_the_name_or_what_stands_in_for_it() -> None:
    assert text.title_from_name("Фомин", "Денис", "", otherwise=["+7 977"]) == "Фомин Денис"
    assert text.title_from_name("", " ", "", otherwise=["", "+7 977"]) == "+7 977"
    assert text.title_from_name("", "", "") == ""


def test_title_from_a_huge_name_is_shortened() -> None:
    title = text.title_from_name("Ж" * 10_000, "", "")
    assert len(title) == text.LIMITS["title"]
    assert title.endswith("…")
    assert text.too_long("name", "Ж" * 10_000)
    assert not text.too_long("name", "Ж" * 200)


@given(ANY_TEXT, st.integers(1, 50))
def test_cutting_loses_nothing(typed: str, limit: int) -> None:
    head, rest = text.fit(typed, limit)
    assert head + rest == typed
    assert len(head) <= limit


def test_cutting_keeps_a_family_together() -> None:
    assert text.fit("ab👨\u200d👩\u200d👧", 4) == ("ab", "👨\u200d👩\u200d👧")
