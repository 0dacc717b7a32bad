"""An open database for every test of a service, once on each kind."""

from collections.abc import AsyncIterator

import pytest

from app.db.engine import Database
from app.db.opening import open_database
from tests.support.employees import close_employees


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A fresh migrated database, open."""
    database = await open_database(database_url)
    yield database
    await close_employees(database)
    await database.close()
