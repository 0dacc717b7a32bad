"""Passwords: their rule, their hashes, and the same cost where there is none."""

import pytest
from argon2 import PasswordHasher, extract_parameters

from app.core.errors import UserError
from app.services.people.passwords import NOBODYS_HASH, check_password, hash_password, is_outdated, matches


async def test_password_matches_its_own_hash_and_no_other() -> None:
    stored = await hash_password("гавань и причал")
    assert await matches("гавань и причал", stored)
    assert not await matches("гавань и причал ", stored)


async def test_letters_in_one_piece_and_in_two_are_the_same_password() -> None:
    assert await matches("маи\u0306ский вечер", await hash_password("майский вечер"))


async def test_nothing_matches_where_no_password_is_stored() -> None:
    assert not await matches("no such person", None)


async def test_spoilt_hash_is_matched_by_nothing() -> None:
    assert not await matches("secret-harbour", "plain text")


@pytest.mark.parametrize("password", ["", "1234567", "и\u0306" * 7])
def test_short_password_is_refused_with_the_shortest_length(password: str) -> None:
    with pytest.raises(UserError) as caught:
        check_password(password)
    assert (caught.value.code, caught.value.params) == ("password_short", {"shortest": 8})


def test_unknown_login_costs_as_much_as_a_known_one() -> None:
    hasher = PasswordHasher()
    costs = extract_parameters(NOBODYS_HASH)
    assert (costs.time_cost, costs.memory_cost, costs.parallelism) == (
        hasher.time_cost,
        hasher.memory_cost,
        hasher.parallelism,
    )
    assert not is_outdated(NOBODYS_HASH)


async def test_password_with_lone_surrogate_is_taken_as_it_is() -> None:
    """The shell hands over undecodable bytes of PRICHAL_PASSWORD so."""
    assert await matches("secret\udcff-harbour", await hash_password("secret\udcff-harbour"))
