"""Reminders on the screen: in time, stacked, summed up, settled by one press, gone when settled elsewhere."""

from datetime import timedelta
from itertools import pairwise

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.models import ActivityReminder
from app.services.records.reminders import Attention
from app.services.reminders import Reminders
from app.views.notifications.reminder_popup import ReminderPopup
from app.views.notifications.summary_popup import SummaryPopup
from tests.support.settling import settled
from tests.views.activities.desk import moscow
from tests.views.notifications.station import Station


def press(qtbot: QtBot, button: object) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]  # a button of a popup


async def acknowledged(station: Station) -> list[bool]:
    async with station.desk.workplace.database.read() as session:
        rows = await session.scalars(select(ActivityReminder.done_at).order_by(ActivityReminder.id))
        return [one is not None for one in rows]


async def test_popup_comes_with_its_sound_and_says_how_soon(station: Station) -> None:
    await station.desk.plan(subject="Первый звонок", starts_at=moscow(18, 12), reminders=(3,))
    await station.come_to(moscow(18, 11, 57))
    popup = await station.popup(ReminderPopup)
    assert popup.isVisible()
    assert popup.heading() == "In 3 min, at 12:00"
    assert "Гаврилова Нина" in popup.accessibleName()
    assert station.sound.played == ["reminder"]
    await station.come_to(moscow(18, 12, 1))
    assert station.stack.popups() == (popup,)
    assert station.sound.played == ["reminder"]
    popup.refresh()
    assert popup.heading() == "Overdue by 1 min · today 12:00"


async def test_two_of_one_second_stand_over_each_other_with_one_sound(station: Station) -> None:
    for subject in ("Первый звонок", "Второй звонок"):
        await station.desk.plan(subject=subject, starts_at=moscow(18, 12), reminders=(10,))
    await station.come_to(moscow(18, 11, 50))
    lower, upper = station.stack.popups()
    assert upper.geometry().bottom() < lower.geometry().top()
    assert station.sound.played == ["reminder"]


async def test_watch_wakes_by_itself_at_the_next_moment(station: Station) -> None:
    station.desk.move_clock(moscow(18, 11, 49))
    await station.desk.plan(starts_at=moscow(18, 12), reminders=(10,))
    await station.come_to(moscow(18, 11, 49))
    station.desk.move_clock(moscow(18, 11, 50))
    await station.popup(ReminderPopup)  # within the beat of the timer


async def test_each_button_does_its_work_and_settles_the_reminder(qtbot: QtBot, station: Station) -> None:
    planned = [await station.desk.plan(starts_at=moscow(18, 12), reminders=(n,)) for n in (12, 11, 10)]
    ref = station.desk.ref
    for record, minute, name in zip(planned, (48, 49, 50), ("call", "open", "done"), strict=True):
        await station.come_to(moscow(18, 11, minute))
        press(qtbot, getattr(await station.popup(ReminderPopup), name))
        await settled()
        assert station.stack.popups() == ()
        assert record.client == ref
    assert [call[0] for call in station.desk.navigator.asked] == ["call", "open_card", "complete_activity"]
    assert station.desk.navigator.asked[1] == ("open_card", "lead", ref.id)
    assert station.desk.navigator.asked[2] == ("complete_activity", planned[2].id)
    assert await acknowledged(station) == [True, True, True]


async def test_put_off_it_comes_again(qtbot: QtBot, station: Station) -> None:
    await station.desk.plan(starts_at=moscow(18, 12), reminders=(10,))
    await station.come_to(moscow(18, 11, 50))
    press(qtbot, (await station.popup(ReminderPopup)).snooze_buttons[0])
    await settled()
    assert station.stack.popups() == ()
    await station.come_to(moscow(18, 11, 54))
    assert station.stack.popups() == ()
    await station.come_to(moscow(18, 11, 55))
    assert (await station.popup(ReminderPopup)).heading() == "In 5 min, at 12:00"


async def test_three_stand_over_each_other_and_a_fourth_makes_a_summary(station: Station) -> None:
    for minutes in (40, 30, 20, 10):
        await station.desk.plan(starts_at=moscow(18, 13), subject=f"Дело {minutes}", reminders=(minutes,))
    await station.come_to(moscow(18, 12, 40))
    popups = station.stack.popups()
    assert len(popups) == 3
    for lower, upper in pairwise(popups):
        assert upper.geometry().bottom() < lower.geometry().top()
    await station.come_to(moscow(18, 12, 50))
    (summary,) = station.stack.popups()
    assert isinstance(summary, SummaryPopup)
    assert summary.heading() == "4 reminders came meanwhile"


async def test_five_hundred_at_once_are_one_summary_and_one_sound(qtbot: QtBot, station: Station) -> None:
    first = await station.desk.plan(starts_at=moscow(18, 13), reminders=(10,))
    async with station.desk.workplace.database.write(station.desk.workplace.order("test.many")) as unit:
        await unit.session.run_sync(lambda session: _five_hundred(session, first.id))
    await station.come_to(moscow(25, 9))
    (summary,) = station.stack.popups()
    assert isinstance(summary, SummaryPopup)
    assert summary.heading() == "500 reminders came meanwhile"
    assert station.sound.played == ["reminder"]
    press(qtbot, summary.seen)
    await settled()
    assert station.stack.popups() == ()
    assert all(await acknowledged(station))


def _five_hundred(session: object, activity_id: int) -> None:
    """499 twins of an activity with their reminders."""
    from sqlalchemy import text  # beside its only use

    connection = session.connection()  # type: ignore[attr-defined]  # a Session
    columns = (
        "kind, subject, description, minutes, place_text, state, result_comment, responsible_id, lead_id, created_at,"
        " version, starts_at"
    )
    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 499)"
    connection.execute(
        text(f"INSERT INTO activity ({columns}) {numbers} SELECT {columns} FROM activity, n WHERE id = :id"),
        {"id": activity_id},
    )
    connection.execute(
        text(
            "INSERT INTO activity_reminder (activity_id, minutes_before, due_at) SELECT a.id, 10, r.due_at"
            " FROM activity a, activity_reminder r WHERE a.id <> :id AND r.activity_id = :id"
        ),
        {"id": activity_id},
    )


async def test_settled_at_another_workstation_it_goes_from_this_screen(station: Station) -> None:
    await station.desk.plan(starts_at=moscow(18, 12), reminders=(10,))
    await station.come_to(moscow(18, 11, 50))
    popup = await station.popup(ReminderPopup)
    await Reminders(station.desk.workplace).acknowledge(popup.reminder.ids)
    await station.come_to(moscow(18, 11, 50) + timedelta(seconds=1))
    assert station.stack.popups() == ()


async def test_quiet_holds_popups_back_but_counts_them(station: Station) -> None:
    counted: list[int] = []
    station.watch.waiting.connect(counted.append)
    reminders = station.desk.context.services.reminders
    await reminders.set_attention(Attention(quiet=True, sound=False))
    await station.desk.plan(starts_at=moscow(18, 12), reminders=(10,))
    await station.come_to(moscow(18, 11, 50))
    assert station.stack.popups() == ()
    assert counted[-1] == 1
    await reminders.set_attention(Attention(sound=False))
    await station.popup(ReminderPopup)
    assert station.sound.played == []


async def test_popup_asks_for_no_focus_but_a_key_may_give_it(station: Station) -> None:
    await station.desk.plan(starts_at=moscow(18, 12), reminders=(10,))
    await station.come_to(moscow(18, 11, 50))
    popup = await station.popup(ReminderPopup)
    assert popup.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert popup.focusWidget() is popup
    station.watch.focus()
    assert popup.focusWidget() is popup.call
