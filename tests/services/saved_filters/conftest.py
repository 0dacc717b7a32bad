"""An office for saved filters, on both kinds of database."""

import pytest

from app.db.engine import Database
from app.services.workplace import Workplace
from tests.support.office import make_office


@pytest.fixture
async def workplace(database: Database) -> Workplace:
    return await make_office(database)
