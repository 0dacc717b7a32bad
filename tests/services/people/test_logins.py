"""Logins: an email or a phone in whichever writing is one and the same."""

import pytest

from app.core.errors import UserError
from app.services.people.logins import normalise_login


@pytest.mark.parametrize(
    "writing", ["+7 (915) 000-22-18", "8 915 000 22 18", "79150002218", "8-915-000-22-18", "тел. +79150002218"]
)
def test_phone_in_any_writing_is_one_login(writing: str) -> None:
    assert normalise_login(writing) == "9150002218"


def test_email_is_compared_without_letter_case_and_spaces() -> None:
    assert normalise_login("  Olga.K@Office.RU\n") == "olga.k@office.ru"


@pytest.mark.parametrize(
    "text", ["", "olga", "123456", "olga@", "@office.ru", "a b@office.ru", "x" * 300 + "@y.ru", "'; --"]
)
def test_what_is_neither_phone_nor_email_is_refused(text: str) -> None:
    with pytest.raises(UserError) as caught:
        normalise_login(text)
    assert caught.value.code == "login_unsuitable"
