"""An office with lists, on both kinds of database."""

import pytest

from app.db.engine import Database
from app.services.lists.service import Lists
from app.services.workplace import Workplace
from tests.support.office import make_office


@pytest.fixture
async def workplace(database: Database) -> Workplace:
    """The administrator's: sees everything."""
    return await make_office(database)


@pytest.fixture
def lists(workplace: Workplace) -> Lists:
    return Lists(workplace)
