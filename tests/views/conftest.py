"""An office on a real embedded database for the tests of views."""

from collections.abc import AsyncIterator

import pytest

from app.db.opening import open_database
from app.services.workplace import Workplace
from tests.support.office import make_office
from tests.support.speaking import english


@pytest.fixture
async def workplace(sqlite_url: str) -> AsyncIterator[Workplace]:
    """The administrator's workplace of a small office."""
    database = await open_database(sqlite_url)
    yield await make_office(database)
    await database.close()


__all__ = ["english", "workplace"]
