"""The command line for the tests of the commands."""

from pathlib import Path

import pytest

from tests.commands.running import Prichal


@pytest.fixture
def prichal(tmp_path: Path) -> Prichal:
    """`python -m app` on a home of its own."""
    return Prichal(tmp_path)
