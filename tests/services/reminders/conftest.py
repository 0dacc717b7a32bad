"""Workstations of one manager."""

from collections.abc import AsyncIterator

import pytest

from app.db.engine import Database
from tests.services.reminders.making import Office, Station, office


@pytest.fixture
async def here(database: Database) -> Office:
    return await office(database)


@pytest.fixture
async def there(here: Office, database_url: str) -> AsyncIterator[Station]:
    """The same manager's second workstation."""
    station = await here.another(database_url)
    yield station
    await station.database.close()
