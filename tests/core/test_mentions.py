"""Which colleagues are offered behind an "@", and whom a text names."""

from app.core.mentions import Person, fitting, mentioned

OLGA, ANNA, SEMYON = Person(3, "Кравцова Ольга"), Person(4, "Кравцова Анна"), Person(5, "Артёмов Семён")
PEOPLE = (OLGA, ANNA, SEMYON)


def test_any_word_of_a_name_fits_as_it_begins() -> None:
    assert fitting(PEOPLE, "") == PEOPLE
    assert fitting(PEOPLE, "крав") == (OLGA, ANNA)
    assert fitting(PEOPLE, "Кравцова о") == (OLGA,)
    assert fitting(PEOPLE, "семе") == (SEMYON,)
    assert fitting(PEOPLE, "равцова") == ()
    assert fitting(PEOPLE, "Кравцова Ольга") == ()


def test_names_behind_the_sign_are_found_whole() -> None:
    assert mentioned("@Кравцова Ольга, и @артемов семен", PEOPLE, ()) == (3, 5)
    assert mentioned("Кравцова Ольга", PEOPLE, ()) == ()
    assert mentioned("@Кравцова", PEOPLE, {3}) == ()
    assert mentioned("@Кравцова Ольгаа", PEOPLE, {3}) == ()
    longer = Person(6, "Кравцова Ольга-Мария")
    assert mentioned("@Кравцова Ольга-Мария", (*PEOPLE, longer), ()) == (6,)


def test_of_two_of_one_name_the_chosen_is_named() -> None:
    namesake = Person(7, OLGA.name)
    assert mentioned("@Кравцова Ольга", (OLGA, namesake), {7}) == (7,)
    assert mentioned("@Кравцова Ольга", (OLGA, namesake), ()) == (3, 7)
