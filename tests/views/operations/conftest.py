"""Windows here work on a real database, where no two operations are of one moment."""

from dataclasses import replace

import pytest

from app.services.workplace import Workplace
from tests.services.undo.passing import PassingTime
from tests.support.office import NOW
from tests.support.settling import pytest_pyfunc_call


@pytest.fixture
def workplace(workplace: Workplace) -> Workplace:
    """The administrator's, whose time passes: the newest operation is the last one."""
    return replace(workplace, clock=PassingTime(NOW))


__all__ = ["pytest_pyfunc_call", "workplace"]
