"""The calendar under the hand and by keys: move, create, resize, refuse, undo, open; what changes elsewhere."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.errors import UserError
from app.core.kinds import ActivityKind
from app.services.records.lists import Filter
from app.services.workplace import Workplace
from app.views.navigator import Beginning
from tests.support.asynchronous import until
from tests.support.office import MANAGER, sit_down
from tests.views.activities.desk import Desk, moscow
from tests.views.calendar.desk import CalendarDesk, open_calendar

Key = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
async def desk(workplace: Workplace) -> Desk:
    return await Desk.of(await sit_down(workplace.database, workplace.clock, MANAGER))


@pytest.fixture
async def calendar(qtbot: QtBot, qapp: QApplication, desk: Desk) -> CalendarDesk:
    return await open_calendar(qtbot, qapp, desk)


async def test_an_item_is_said_by_kind_subject_client_and_time(calendar: CalendarDesk) -> None:
    call = await calendar.desk.plan()
    await until(lambda: calendar.row(call) >= 0)
    index = calendar.pane.model.index(calendar.row(call))
    words = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert words == "Call, Узнать решение, Гаврилова Нина, Wed, 19.11.2025 15:00 – 15:15, Кравцова О."
    assert calendar.surface.indexAt(calendar.surface.visualRect(index).center()) == index


async def test_a_drag_moves_day_and_time_and_can_be_undone(calendar: CalendarDesk) -> None:
    call = await calendar.desk.plan()
    await until(lambda: calendar.row(call) >= 0)
    start = calendar.middle(call)
    top = calendar.surface.rects_of(calendar.row(call))[0].top()
    calendar.drag(start, calendar.place(20, 16) + QPoint(0, start.y() - top))
    await calendar.stands(call, moscow(20, 16))
    await until(lambda: calendar.desk.navigator.undo is not None)
    assert calendar.desk.navigator.said() == ["Moved: Гаврилова Нина, Thu, 20.11.2025 16:00 – 16:15"]
    assert calendar.desk.navigator.undo is not None
    calendar.desk.navigator.undo()
    await calendar.stands(call, moscow(19, 15))


async def test_a_refused_move_flies_back_and_says_why(calendar: CalendarDesk) -> None:
    call = await calendar.desk.plan()
    await until(lambda: calendar.row(call) >= 0)
    calendar.drag(calendar.middle(call), calendar.place(17, 10))
    await until(lambda: bool(calendar.desk.navigator.reported))
    (error,) = calendar.desk.navigator.reported
    assert isinstance(error, UserError)
    assert error.code == "past_time"
    await until(lambda: calendar.surface.hand is None)
    assert (await calendar.desk.record(call.id)).starts_at == moscow(19, 15)


async def test_the_days_allowed_are_shown_while_it_hangs(calendar: CalendarDesk) -> None:
    call = await calendar.desk.plan()
    await until(lambda: calendar.row(call) >= 0)
    calendar.take_up(calendar.middle(call), QPoint(20, 20))
    await until(lambda: calendar.surface.hand is not None and calendar.surface.hand.limits is not None)
    hand = calendar.surface.hand
    assert hand is not None
    assert hand.limits is not None
    assert [hand.limits.allow(moscow(day, 9).date()) for day in (17, 18, 25, 26)] == [False, True, True, False]
    calendar.press(Key.Key_Escape)
    await until(lambda: calendar.surface.hand is None)
    assert calendar.desk.navigator.asked == []


async def test_the_lower_edge_makes_a_meeting_longer_and_shorter(calendar: CalendarDesk) -> None:
    meeting = await calendar.desk.plan(kind=ActivityKind.MEETING, minutes=30)
    await until(lambda: calendar.row(meeting) >= 0)
    rect = calendar.surface.rects_of(calendar.row(meeting))[0]
    calendar.drag(QPoint(rect.center().x(), rect.bottom() - 1), calendar.place(19, 15.75))
    await calendar.stands(meeting, moscow(19, 15), 45)


async def test_a_drag_over_free_time_asks_for_an_activity_of_that_length(calendar: CalendarDesk) -> None:
    calendar.drag(calendar.place(20, 10), calendar.place(20, 11.5))
    ((name, ref, kind, begin),) = calendar.desk.navigator.asked
    assert (name, ref, kind, begin) == ("plan_activity", None, None, Beginning(moscow(20, 10), 90))
    assert calendar.surface.hand is None


async def test_keys_walk_create_move_resize_and_page(calendar: CalendarDesk) -> None:
    meeting = await calendar.desk.plan(kind=ActivityKind.MEETING, minutes=45)
    await until(lambda: calendar.row(meeting) >= 0)
    calendar.press(Key.Key_J)
    calendar.pane._do("calendar.next", calendar.surface)
    assert calendar.surface.current_item() == calendar.pane.model.items[0]
    calendar.press(Key.Key_Right, ALT)
    await calendar.stands(meeting, moscow(20, 15))
    calendar.press(Key.Key_Down, ALT)
    await calendar.stands(meeting, moscow(20, 15, 15))
    calendar.press(Key.Key_Down, ALT | SHIFT)
    await calendar.stands(meeting, moscow(20, 15, 15), 60)
    calendar.press(Key.Key_Up)
    assert calendar.surface.cursor_slot is not None
    calendar.press(Key.Key_Insert)
    assert calendar.desk.navigator.asked[-1] == ("plan_activity", None, None, Beginning(moscow(20, 14, 30)))
    calendar.press(Key.Key_PageDown)
    await calendar.loaded()
    assert calendar.pane.model.days[0].day == moscow(24, 0).date()
    calendar.press(Key.Key_Home)
    await calendar.loaded()
    assert calendar.pane.days()[0] == moscow(17, 0).date()


async def test_enter_opens_e_completes_and_del_cancels(calendar: CalendarDesk) -> None:
    call = await calendar.desk.plan()
    await until(lambda: calendar.row(call) >= 0)
    calendar.surface.step_items(1)
    calendar.press(Key.Key_Return)
    calendar.pane._do("calendar.complete", calendar.surface)
    ref = calendar.desk.ref
    assert calendar.desk.navigator.asked == [("open_card", "lead", ref.id), ("complete_activity", call.id)]
    calendar.pane._do("calendar.cancel", calendar.surface)
    await until(lambda: calendar.row(call) < 0)


async def test_the_month_moves_days_and_keeps_the_time(calendar: CalendarDesk) -> None:
    call = await calendar.desk.plan()
    calendar.pane.show_span("month")
    await calendar.loaded()
    assert calendar.surface is calendar.pane.month
    assert len(calendar.pane.model.days) == 35
    calendar.drag(calendar.middle(call), calendar.pane.month.cell_rect(moscow(21, 0).date()).center())
    await calendar.stands(call, moscow(21, 15))
    cell = calendar.pane.month.cell_rect(moscow(21, 0).date())
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        calendar.send(kind, cell.topLeft() + QPoint(12, 10))
    await calendar.loaded()
    assert (calendar.pane.span, calendar.pane.days()[0]) == ("day", moscow(21, 0).date())


async def test_colleagues_stand_side_by_side_and_take_over_by_drag(
    qtbot: QtBot, qapp: QApplication, workplace: Workplace, desk: Desk
) -> None:
    chief = await desk.beside("admin@primer.test")
    call = await desk.plan()
    calendar = await open_calendar(qtbot, qapp, chief)
    me, olga = workplace.actor.employee_id, desk.workplace.actor.employee_id
    assert calendar.pane.side.people is not None
    calendar.pane.side.people.boxes[olga].setChecked(True)
    calendar.pane.show_day(moscow(19, 0).date())
    await calendar.loaded()
    lanes = [lane.person_id for lane in calendar.pane.hours.lanes]
    assert lanes == [me, olga]
    start = calendar.middle(call)
    calendar.drag(start, QPoint(calendar.pane.hours.lane_rect(0).center().x(), start.y()))
    await until(lambda: calendar.pane.model.items[calendar.row(call)].responsible_id == me)


async def test_changes_from_elsewhere_appear_and_leads_follow_their_filter(
    qtbot: QtBot, qapp: QApplication, desk: Desk
) -> None:
    calendar = await open_calendar(qtbot, qapp, desk, "lead")
    calendar.pane.show_filter(Filter(preset="my_open"))
    await calendar.loaded()
    assert calendar.pane.model.rowCount() == 0
    await desk.plan()
    await until(lambda: calendar.pane.model.rowCount() == 1)
    item = calendar.pane.model.items[0]
    assert (item.section, item.client_name, item.day) == ("lead", "Гаврилова Нина", moscow(19, 0).date())
    calendar.pane.show_field("created")
    await until(lambda: calendar.pane.model.items[0].day == (desk.workplace.today()))
    assert not calendar.pane.model.items[0].movable
    assert calendar.pane.model.items[0].day - item.day == timedelta(days=-1)


async def test_what_was_arranged_is_there_the_next_time(
    qtbot: QtBot, qapp: QApplication, workplace: Workplace, desk: Desk
) -> None:
    chief = await desk.beside("admin@primer.test")
    first = await open_calendar(qtbot, qapp, chief)
    olga = desk.workplace.actor.employee_id
    assert first.pane.side.people is not None
    assert first.pane.side.sorts is not None
    first.pane.side.people.boxes[olga].setChecked(True)
    first.pane.side.sorts.boxes["letter"].setChecked(False)
    first.pane.show_day(moscow(19, 0).date())
    await first.loaded()
    stored = await chief.context.services.preferences.all()
    second = await open_calendar(qtbot, qapp, chief)
    second.pane.restore(stored)
    assert (second.pane.span, second.pane.people()) == ("day", (workplace.actor.employee_id, olga))
    assert second.pane.side.sorts is not None
    assert second.pane.side.sorts.unchecked() == ("letter",)
