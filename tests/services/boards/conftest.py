"""An office with a kanban, on both kinds of database."""

import pytest

from app.db.engine import Database
from app.services.boards import Boards
from app.services.preferences import Preferences
from app.services.workplace import Workplace
from tests.support.office import make_office


@pytest.fixture
async def workplace(database: Database) -> Workplace:
    """The administrator's: sees everything."""
    return await make_office(database)


@pytest.fixture
def boards(workplace: Workplace) -> Boards:
    return Boards(workplace, Preferences(workplace))
