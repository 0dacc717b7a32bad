"""The tray of leads without activities: dragged onto a day, planned by Enter, gone once something is planned."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services.records.activities import ClientRef
from app.services.records.lists import Filter
from app.services.workplace import Workplace
from app.views.calendar.tray import TrayCard
from app.views.navigator import Beginning
from tests.support.asynchronous import until
from tests.support.office import MANAGER, sit_down
from tests.views.activities.desk import Desk, moscow
from tests.views.calendar.desk import CalendarDesk, open_calendar

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


@pytest.fixture
async def desk(workplace: Workplace) -> Desk:
    return await Desk.of(await sit_down(workplace.database, workplace.clock, MANAGER))


@pytest.fixture
async def calendar(qtbot: QtBot, qapp: QApplication, desk: Desk) -> CalendarDesk:
    made = await open_calendar(qtbot, qapp, desk, "lead")
    made.pane.show_filter(Filter(preset="my_open"))
    await made.loaded()
    await until(lambda: len(_cards(made)) == 1)
    return made


def _planned(calendar: CalendarDesk) -> list[tuple[object, ...]]:
    """The forms that were asked for."""
    return [call for call in calendar.desk.navigator.asked if call[0] == "plan_activity"]


def _cards(calendar: CalendarDesk) -> list[TrayCard]:
    assert calendar.pane.side.tray is not None
    return calendar.pane.side.tray.cards


def _send(card: TrayCard, kind: QEvent.Type, place: QPoint) -> None:
    """One event of the mouse at a place on the screen."""
    moves, ends = kind is QEvent.Type.MouseMove, kind is QEvent.Type.MouseButtonRelease
    spot = QPointF(card.mapFromGlobal(place)), QPointF(place)
    event = QMouseEvent(kind, *spot, NONE if moves else LEFT, NONE if ends else LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(card, event)


def _drag(calendar: CalendarDesk, day: int) -> QPoint:
    """From the tray over a day; held there."""
    (card,) = _cards(calendar)
    start = card.mapToGlobal(card.rect().center())
    cell = calendar.pane.month.cell_rect(moscow(day, 12).date()).center()
    end = calendar.surface.viewport().mapToGlobal(cell)
    _send(card, QEvent.Type.MouseButtonPress, start)
    _send(card, QEvent.Type.MouseMove, start + QPoint(20, 4))
    _send(card, QEvent.Type.MouseMove, end)
    return end


async def test_a_client_is_dragged_onto_a_day_and_the_form_opens_with_a_free_time(calendar: CalendarDesk) -> None:
    end = _drag(calendar, 20)
    ghost = calendar.pane.guests.ghost if calendar.pane.guests is not None else None
    assert ghost is not None
    assert not ghost.isHidden()
    await until(lambda: ghost.latest.startswith("last day: "))
    hand = calendar.surface.hand
    assert hand is not None
    assert hand.target.slot.day == moscow(20, 12).date()
    _send(_cards(calendar)[0], QEvent.Type.MouseButtonRelease, end)
    await until(lambda: bool(_planned(calendar)))
    ((_, ref, kind, begin),) = _planned(calendar)
    assert (ref, kind) == (ClientRef("lead", _cards(calendar)[0].item.id), None)
    assert isinstance(begin, Beginning)
    assert begin.starts_at.astimezone(calendar.desk.workplace.zone).date() == moscow(20, 12).date()
    assert ghost.isHidden()
    assert calendar.surface.hand is None


async def test_beside_all_days_and_by_esc_nothing_comes_of_it(qtbot: QtBot, calendar: CalendarDesk) -> None:
    _drag(calendar, 20)
    (card,) = _cards(calendar)
    _send(card, QEvent.Type.MouseButtonRelease, calendar.pane.mapToGlobal(QPoint(-90, 40)))
    _drag(calendar, 21)
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    _send(card, QEvent.Type.MouseButtonRelease, calendar.pane.mapToGlobal(QPoint(-90, 40)))
    assert calendar.surface.hand is None
    assert _planned(calendar) == []


async def test_enter_plans_and_what_is_planned_leaves_the_tray(qtbot: QtBot, calendar: CalendarDesk) -> None:
    (card,) = _cards(calendar)
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert _planned(calendar)[0][1] == card.item.client
    await calendar.desk.plan()
    await until(lambda: _cards(calendar) == [])
    assert calendar.pane.side.tray is not None
    assert calendar.pane.side.tray.isHidden()
