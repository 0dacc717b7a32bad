"""Windows here work on a real database: each test ends when their work has."""

from collections.abc import AsyncIterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.adapters.sound import SilentSound
from app.services.workplace import Workplace
from app.views.notifications.stack import PopupStack
from app.views.notifications.watch import ReminderWatch
from tests.support.settling import pytest_pyfunc_call, settled
from tests.views.activities.desk import Desk
from tests.views.notifications.station import Station

__all__ = ["pytest_pyfunc_call"]


@pytest.fixture
async def station(qtbot: QtBot, english: None, workplace: Workplace) -> AsyncIterator[Station]:
    """A watch over the reminders of the administrator's workplace."""
    desk = await Desk.of(workplace)
    window = QWidget()
    sound = SilentSound()
    stack = PopupStack(window)
    watch = ReminderWatch(desk.context, stack, sound, window)
    watch.start()
    await settled()
    yield Station(desk, watch, stack, sound)
    await watch.stop()
    await settled()
    window.deleteLater()
