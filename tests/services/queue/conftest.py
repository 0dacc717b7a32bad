"""An office whose manager works through a queue, on both kinds of database."""

import pytest

from app.core.clock import FixedClock
from app.db.engine import Database
from app.services.workplace import Workplace
from tests.support.office import MANAGER, NOW, make_office, sit_down


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
async def workplace(database: Database, clock: FixedClock) -> Workplace:
    """The manager's."""
    await make_office(database, clock)
    return await sit_down(database, clock, MANAGER)
