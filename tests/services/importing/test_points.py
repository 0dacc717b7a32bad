import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.importing.points import emails_of, messengers_of, once, phones_of
from app.services.records.values import ContactPointValue

ONE, TWO = "+79161234567", "+79031234567"


@pytest.mark.parametrize(
    "cell",
    [
        "+79161234567",
        "79161234567",
        "89161234567",
        "9161234567",
        "8 (916) 123-45-67",
        "8(916) 123-45-67",
        "+7(916)123-4567",
        "8-916-123-45-67",
        "+7 916 123 45 67",
        '="89161234567"',
        "'+79161234567",
    ],
)
def test_a_phone_in_any_writing_is_valid(cell: str) -> None:
    assert [point.normal for point in phones_of(cell, "work", "RU")] == [ONE]


@pytest.mark.parametrize(
    "cell",
    [
        "89161234567, 8(903)123-45-67",
        "89161234567;89031234567",
        "89161234567 / 89031234567",
        "89161234567\n89031234567",
        "89161234567 и 89031234567",
        "89161234567 89031234567",
        "8 916 123 45 67 8 903 123 45 67",
    ],
)
def test_several_phones_in_one_cell_are_parted(cell: str) -> None:
    assert [point.normal for point in phones_of(cell, "", "RU")] == [ONE, TWO]


@pytest.mark.parametrize("cell", ["не знает", "нет", "89", "+7999", "123", "звонить после 18", "1234567890123456"])
def test_what_is_no_phone_is_kept_as_written(cell: str) -> None:
    assert phones_of(cell, "", "RU") == [ContactPointValue(cell)]


@pytest.mark.parametrize("cell", ["8-916-123-45-67, Мария", "Мария 8-916-123-45-67", "89161234567; муж; жена"])
def test_words_beside_a_phone_are_kept(cell: str) -> None:
    points = phones_of(cell, "", "RU")
    assert [point.normal for point in points if point.normal] == [ONE]
    assert [word for word in ("Мария", "муж", "жена") if word in cell] == [
        word for word in ("Мария", "муж", "жена") if any(word in point.value for point in points)
    ]


def test_emails_are_parted_and_what_is_none_is_kept() -> None:
    assert [point.normal for point in emails_of("USER3@Primer.TEST ", "work")] == ["user3@primer.test"]
    assert [point.normal for point in emails_of("a@primer.test; <b@primer.test>", "")] == [
        "a@primer.test",
        "b@primer.test",
    ]
    assert emails_of("не знает", "work") == [ContactPointValue("не знает", None, "work")]


def test_messengers_are_never_matched() -> None:
    assert messengers_of("@anna, @anna2", "telegram") == [
        ContactPointValue("@anna", None, "telegram"),
        ContactPointValue("@anna2", None, "telegram"),
    ]


def test_the_same_phone_in_two_columns_is_one() -> None:
    both = [*phones_of("89161234567", "work", "RU"), *phones_of("+7 916 123 45 67", "mobile", "RU")]
    assert once(both) == (ContactPointValue("89161234567", ONE, "work"),)


def test_a_cell_full_of_numbers_is_read_in_bounds() -> None:
    assert len(phones_of(" ".join(f"8916{number}" for number in range(1234500, 1234600)), "", "RU")) == 100
    endless = "89161234567 " * 10_000
    assert phones_of(endless, "", "RU") == [ContactPointValue(endless)]


@given(st.text(st.sampled_from("0123456789+-() ,;/\nи"), max_size=60))
def test_no_digit_of_a_phone_cell_is_lost(cell: str) -> None:
    kept = "".join(point.value for point in phones_of(cell + "5", "", "RU"))
    assert set(filter(str.isdigit, kept)) == set(filter(str.isdigit, cell + "5"))
