import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.importing.names import PersonName, split_name


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Одинцов Михаил Маркович", ("Одинцов", "Михаил", "Маркович")),
        ("Михаил Маркович Одинцов", ("Одинцов", "Михаил", "Маркович")),
        ("Одинцов Михаил", ("Одинцов", "Михаил", "")),
        ("Михаил Одинцов", ("Одинцов", "Михаил", "")),
        ("Марина Чудова", ("Чудова", "Марина", "")),
        ("Чудова Марина", ("Чудова", "Марина", "")),
        ("Галина Иванова", ("Иванова", "Галина", "")),
        ("Цой Виктор", ("Цой", "Виктор", "")),
        ("Анна Петровна", ("", "Анна", "Петровна")),
        ("Алиев Вагиф Гасан оглы", ("Алиев", "Вагиф", "Гасан оглы")),
        ("Мария", ("", "Мария", "")),
        ("John Smith", ("Smith", "John", "")),
        ("Smith, John Paul", ("Smith", "John", "Paul")),
        ("Anna Maria Schmidt", ("Schmidt", "Anna", "Maria")),
        ("", ("", "", "")),
    ],
)
def test_a_whole_name_is_taken_apart(written: str, parts: tuple[str, str, str]) -> None:
    assert split_name(written) == PersonName(*parts)


@given(st.text())
def test_no_word_of_a_name_is_lost(text: str) -> None:
    written = text.replace(",", " ").split()
    assert sorted(" ".join(split_name(text)).replace(",", " ").split()) == sorted(written)
