"""The bell: its number, the list under it, reading, opening the place, settings."""

from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from app.adapters.autostart import MemoryAutostart
from app.models import Lead
from app.services.records.notifications import NotificationKind, Ways
from app.services.records.reminders import WorkHours
from app.views.notifications.bell import BellButton
from app.views.notifications.inbox import Inbox
from app.views.notifications.settings import NotificationSettings, open_settings
from tests.support.office import MANAGER
from tests.support.settling import settled
from tests.views.activities.desk import Desk, shown


@pytest.fixture
async def desk(workplace: object) -> Desk:
    """The administrator with a lead."""
    return await Desk.of(workplace)  # type: ignore[arg-type]  # the fixture of tests/views


@pytest.fixture
async def bell(english: None, desk: Desk) -> AsyncIterator[BellButton]:
    """In a window."""
    window = QWidget()
    window.resize(900, 600)
    bell = BellButton(Inbox(desk.context, window), window)
    window.show()
    yield bell
    await settled()
    window.deleteLater()


async def comment(desk: Desk, bell: BellButton, *texts: str) -> None:
    """A colleague's comments on the lead, and the look that finds them."""
    colleague = await desk.beside(MANAGER)
    async with desk.workplace.database.write(desk.workplace.order("import.share")) as unit:
        me = colleague.workplace.actor.employee_id
        await unit.session.execute(update(Lead).where(Lead.id == desk.ref.id).values(responsible_id=me))
    for text in texts:
        await colleague.context.services.timeline.add_comment(desk.ref, text)
    bell._inbox.ask()
    await settled()


async def test_number_counts_what_is_unread_and_the_list_names_it(bell: BellButton, desk: Desk) -> None:
    await comment(desk, bell, "@Дымов посмотри", "@Дымов Андрей, ещё раз")
    assert bell.accessibleName() == "Notifications, 2 unread"
    bell.click()
    await settled()
    popover = bell.popover()
    assert popover is not None
    assert [row.accessibleName().partition(",")[0] for row in popover.rows] == ["Кравцова О. mentioned you"] * 2
    popover.close()
    await settled()
    assert bell.popover() is None


async def test_click_opens_the_place_and_reads_it(qtbot: QtBot, bell: BellButton, desk: Desk) -> None:
    await comment(desk, bell, "@Дымов посмотри", "@Дымов ещё раз")
    bell.click()
    await settled()
    popover = bell.popover()
    assert popover is not None
    qtbot.keyClick(popover, Qt.Key.Key_Down)
    qtbot.keyClick(popover, Qt.Key.Key_Return)
    await settled()
    assert desk.navigator.asked == [("open_card", "lead", desk.ref.id)]
    bell._inbox.ask()
    await settled()
    assert bell.accessibleName() == "Notifications, 1 unread"


async def test_all_are_read_with_one_press_and_groups_filter(qtbot: QtBot, bell: BellButton, desk: Desk) -> None:
    await comment(desk, bell, "@Дымов посмотри")
    bell.click()
    await settled()
    popover = bell.popover()
    assert popover is not None
    assert popover.switch is not None
    assert popover.switch.button("colleagues").text() == "Colleagues 1"
    qtbot.mouseClick(popover.switch.button("clients"), Qt.MouseButton.LeftButton)
    await settled()
    assert popover.rows == []
    qtbot.mouseClick(popover.read_all, Qt.MouseButton.LeftButton)
    await settled()
    bell._inbox.ask()
    await settled()
    assert bell.accessibleName() == "Notifications"
    popover.close()


async def test_settings_are_kept_and_wrong_hours_are_refused(bell: BellButton, desk: Desk) -> None:
    autostart = MemoryAutostart()
    open_settings(desk.context, bell.window(), autostart)
    dialog = await shown(NotificationSettings)
    dialog.with_session.setChecked(True)
    dialog.by_hours.setChecked(True)
    dialog.start.setTime(dialog.end.time())
    dialog.submitted.emit()
    assert dialog.isVisible()
    dialog.start.setTime(dialog.start.time().addSecs(-3600))
    for box in dialog.boxes[NotificationKind.COMMENT]:
        box.setChecked(False)
    dialog.submitted.emit()
    await settled()
    assert autostart.on
    services = desk.context.services
    attention = await services.reminders.attention()
    assert isinstance(attention.hours, WorkHours)
    assert (attention.hours.start.hour, attention.hours.end.hour) == (18, 19)
    assert (await services.notifications.ways())[NotificationKind.COMMENT] == Ways(bell=False)
