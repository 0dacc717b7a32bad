"""Windows and models speak English in tests, with its plurals, whatever a test before them has spoken."""

import pytest
from PySide6.QtCore import QCoreApplication

from app.qtbase import i18n


@pytest.fixture(autouse=True)
def english(qapp: QCoreApplication) -> None:
    """The English catalogue for each test; one that speaks Russian installs it itself."""
    i18n.install(qapp, "en")
