"""An open database of each kind, and rows put into it without any service."""

from collections.abc import AsyncIterator

import pytest

from app.db.engine import Database
from app.db.opening import open_database
from tests.support.employees import close_employees


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A fresh database, closed after the test."""
    opened = await open_database(database_url)
    yield opened
    await close_employees(opened)
    await opened.close()
