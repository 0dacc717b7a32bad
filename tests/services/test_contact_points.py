import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.phones import digits, search_digits
from app.services.contact_points import parse_email, parse_phone, plain_mobile


@pytest.mark.parametrize(
    "writing",
    [
        "89876543210",
        "8(987) 654-32-10",
        "8 (987) 654-32-10",
        "8-987-654-32-10",
        "+7 987 654 32 10",
        "+7(987)654-3210",
        "79876543210",
        "9876543210",
        "+79876543210",
        "+8 987 654 32 10",
        "тел. 8 987 654-32-10",
        "мама 89876543210",
        "８９８７６５４３２１０",
        " \u00a08 987 654\u201132\u201110\u200b ",
    ],
)
def test_any_writing_of_a_number_is_stored_once(writing: str) -> None:
    phone = parse_phone(writing)
    assert phone.e164 == "+79876543210"
    assert phone.raw == writing


@given(st.from_regex(r"\A(\+?[789]|8|7)?[ -]?\(?9?[0-9]{2,3}\)?[0-9 -]{6,9}\Z"))
def test_the_short_way_for_mobile_numbers_finds_what_the_library_finds(writing: str) -> None:
    short = parse_phone(writing).e164
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.services.contact_points._russian_mobile", lambda *_: None)
        assert parse_phone(writing).e164 == short


@given(st.from_regex(r"\A(\+7|[78])?[ -]?\(?9[0-9]{2}\)?[ -]?[0-9]{3}[ -]?[0-9]{2}[ -]?[0-9]{1,3}\Z"))
def test_usual_writings_of_mobile_numbers_mean_what_they_mean_to_all_others(writing: str) -> None:
    usual = plain_mobile(writing)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.services.contact_points.plain_mobile", lambda _: None)
        patch.setattr("app.services.contact_points._russian_mobile", lambda *_: None)
        assert parse_phone(writing).e164 == usual or usual is None


@pytest.mark.parametrize(
    "writing",
    ["", "не знает", "-", "нет", "89", "123", "+7999", "112", "звонить после 18", "3701234", "+7 000 111-22-33",
     "8916123456789012345", "user79876543210@primer.test", "89876543210, 89031234567", "89876543210 89031234567",
     "паспорт4510ABC", "9" * 10_000, "\x00", "٠"],
)  # fmt: skip
def test_what_is_no_phone_is_kept_and_never_matched(writing: str) -> None:
    phone = parse_phone(writing)
    assert (phone.raw, phone.e164, phone.extension) == (writing, None, "")


@pytest.mark.parametrize(
    "writing", ["8 987 654-32-10 доб. 12", "+79876543210 ext 12", "89876543210 (доб 12)", "89876543210 #12"]
)
def test_an_extension_is_no_part_of_the_number(writing: str) -> None:
    phone = parse_phone(writing)
    assert (phone.e164, phone.extension) == ("+79876543210", "12")


def test_numbers_of_other_countries_need_their_code_or_region() -> None:
    assert parse_phone("+49 30 901820").e164 == "+4930901820"
    assert parse_phone("0049 30 901820").e164 == "+4930901820"
    assert parse_phone("030 901820", "DE").e164 == "+4930901820"
    assert parse_phone("030 901820").e164 is None


def test_phones_of_demo_clients_are_valid() -> None:
    assert parse_phone("+7 (962) 000-80-11").e164 == "+79620008011"


@given(st.from_regex(r"9[0-6][0-9]{8}", fullmatch=True), st.sampled_from(["8", "+7", "7", ""]))
def test_a_stored_number_is_found_by_the_writing_it_came_in(national: str, prefix: str) -> None:
    e164 = parse_phone(prefix + national).e164
    fragment = search_digits(prefix + national)
    assert fragment is not None
    if e164 is not None:
        assert fragment in digits(e164)


@given(st.text())
def test_any_text_is_a_contact_point_or_stays_as_written(raw: str) -> None:
    phone, email = parse_phone(raw), parse_email(raw)
    assert phone.raw == email.raw == raw
    assert phone.e164 is None or parse_phone(phone.e164).e164 == phone.e164
    assert email.normal is None or parse_email(email.normal).normal == email.normal


@pytest.mark.parametrize(
    ("writing", "normal"),
    [
        ("USER3@Primer.TEST ", "user3@primer.test"),
        ("<o.mironenko@primer.test>", "o.mironenko@primer.test"),
        ("mailto:a+b@primer.test", "a+b@primer.test"),
        ("Иван@почта.рф", "иван@почта.рф"),
        ("a@b.ru;", "a@b.ru"),
        ("user7_1@sub.primer-dom.test", "user7_1@sub.primer-dom.test"),
    ],
)
def test_email_is_trimmed_and_folded(writing: str, normal: str) -> None:
    assert parse_email(writing).normal == normal


@pytest.mark.parametrize(
    "writing",
    ["", "не знает", "-", "@", "a@b", "a@b.", "a b@c.ru", "a@@b.ru", "a@b..ru", ".a@b.ru", "a.@b.ru", "a@-b.ru",
     "a@b.1", "a@b.ru, c@d.ru", "x" * 300 + "@b.ru", "a@b.ru\nc@d.ru"],
)  # fmt: skip
def test_what_is_no_email_is_kept_and_never_matched(writing: str) -> None:
    email = parse_email(writing)
    assert (email.raw, email.normal) == (writing, None)
