"""The databases that tests are given: fresh, of their own, on both kinds."""

import sqlite3

import asyncpg
import pytest

from tests.support.postgres import Cluster

MARK = "CREATE TABLE left_by_a_test (id int)"


@pytest.mark.parametrize("turn", [1, 2])
async def test_no_test_sees_what_another_left(turn: int, database_url: str, database_kind: str) -> None:
    """Both turns make the same table: the second would fail in the database of the first."""
    if database_kind == "sqlite":
        connection = sqlite3.connect(database_url.removeprefix("sqlite:///"))
        connection.execute(MARK)
        connection.close()
    else:
        session = await asyncpg.connect(database_url)
        await session.execute(MARK)
        await session.close()


@pytest.mark.parametrize("turn", [1, 2])
def test_roles_that_a_test_makes_are_gone_after_it(turn: int, empty_postgresql_url: str, cluster: Cluster) -> None:
    cluster.execute("CREATE ROLE made_by_a_test LOGIN PASSWORD 'secret'")


async def test_a_role_needs_its_password(empty_postgresql_url: str, cluster: Cluster) -> None:
    session = await asyncpg.connect(empty_postgresql_url)
    await session.execute("CREATE ROLE employee LOGIN PASSWORD 'right'")
    await session.close()
    address = empty_postgresql_url.replace(f"postgres:{cluster.password}", "employee:wrong")
    with pytest.raises(asyncpg.InvalidPasswordError):
        await asyncpg.connect(address)


def test_trigrams_know_cyrillic(empty_postgresql_url: str, cluster: Cluster) -> None:
    name = empty_postgresql_url.rpartition("/")[2]
    assert cluster.column("SELECT show_trgm('Я') <> '{}'", name) == [True]
