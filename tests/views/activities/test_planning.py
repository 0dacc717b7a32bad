"""The one activity form as its user meets it: what is read back, refused, overridden, kept and stored."""

import asyncio

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import insert, select

from app.core.kinds import ActivityKind, HistoryOp
from app.models import History, Rule
from app.services.records.activities import ClientRef
from app.views.activities.form import ActivityForm
from app.views.activities.hosts import FormHost, FormPopup
from app.views.activities.planning import change_activity, plan_activity
from tests.support.asynchronous import until
from tests.support.office import SUPERVISOR
from tests.support.windows import type_text
from tests.views.activities.desk import Desk, activated, moscow, shown, start, tab_stops

CTRL = Qt.KeyboardModifier.ControlModifier


async def opened(
    desk: Desk, parent: QWidget, ref: ClientRef | None = None, *, anchor: QRect | None = None,
    kind: ActivityKind | None = None, nobody: bool = False,
) -> tuple[ActivityForm, "asyncio.Task[None]"]:  # fmt: skip
    """The form and its flow."""
    chosen = None if nobody else ref or desk.ref
    task = start(plan_activity(desk.context, parent, chosen, anchor, kind))
    host: QWidget = await shown(FormHost) if anchor is None else await shown(FormPopup)
    form = host.findChild(ActivityForm)
    assert form is not None
    return form, task


def send(qtbot: QtBot, form: ActivityForm) -> None:
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)


async def test_typed_date_is_read_back_and_planned(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    form, task = await opened(desk, parent)
    assert form.focusWidget() is form.subject_line
    assert any(label.text() == f"Гаврилова Нина · lead No. {desk.ref.id}" for label in form.head.findChildren(QLabel))
    type_text(form.subject_line, "Рассказать про консультацию")
    type_text(form.when.line, "завтра 15")
    assert form.when.read_back.text() == "Wed, 19 November · 15:00 – 15:15"
    await until(lambda: "free at this time" in form.when.read_back.text())
    send(qtbot, form)
    await task
    (planned,) = await desk.planned()
    assert (planned.subject, planned.starts_at) == ("Рассказать про консультацию", moscow(19, 15))
    assert (planned.kind, planned.minutes, planned.reminders) == (ActivityKind.CALL, 15, (10,))
    assert desk.navigator.said() == ["Planned: Рассказать про консультацию, tomorrow, 19.11 · 15:00"]


async def test_what_stands_at_that_time_already_is_said(desk: Desk, parent: QWidget) -> None:
    await desk.plan(subject="Подтвердить адрес", starts_at=moscow(19, 15))
    form, task = await opened(desk, parent)
    type_text(form.when.line, "завтра 15:10")
    await until(lambda: "at 15:00 already: Подтвердить адрес" in form.when.read_back.text())
    form.left.emit()
    await task


async def test_later_than_the_latest_day_is_refused_with_the_day(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    form, task = await opened(desk, parent)
    assert form.latest.words.text().startswith("Not later than Tue, 25 November: 5 working day")
    late = [button for button in form.strip.days() if not button.isEnabled()]
    assert [button.day() for button in late] == [moscow(26, 0).date()]
    assert late[0].accessibleName() == "Wed, 26 November, too late, 0 activities"
    type_text(form.subject_line, "Узнать решение")
    type_text(form.when.line, "27.11 12")
    assert "Too late: Tue, 25 November is the last day." in form.when.read_back.text()
    assert form.override.isHidden()
    send(qtbot, form)
    await until(lambda: form.focusWidget() is form.when.line)
    assert "Too late" in form.when.read_back.text()
    assert await desk.planned() == ()
    form.left.emit()
    await task


async def test_a_rule_that_warns_lets_through_and_says_so(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    async with desk.workplace.database.write(desk.workplace.order("test.rule")) as unit:
        await unit.session.execute(insert(Rule).values(code="subject", role_code="manager", mode="warn", numbers={}))
        await desk.workplace.registry.reload(unit.session)
    form, task = await opened(desk, parent)
    type_text(form.subject_line, "Звонок")
    type_text(form.when.line, "завтра 15")
    send(qtbot, form)
    await task
    assert [one.subject for one in await desk.planned()] == ["Звонок"]
    assert "against the rules: Say the next step" in desk.navigator.said()[-1]


async def test_supervisor_goes_on_with_a_reason_that_is_kept(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    head = await desk.beside(SUPERVISOR)
    form, task = await opened(head, parent)
    type_text(form.subject_line, "Узнать решение")
    type_text(form.when.line, "27.11 12")
    await until(lambda: not form.override.isHidden())
    send(qtbot, form)
    await until(lambda: form.focusWidget() is form.override.editor.input())
    type_text(form.override.editor.input(), "Клиент в отпуске")
    send(qtbot, form)
    await task
    (planned,) = await desk.planned()
    assert planned.starts_at == moscow(27, 12)
    async with desk.workplace.database.read() as session:
        lines = await session.scalars(select(History).where(History.op == HistoryOp.OVERRIDE))
        assert any("Клиент в отпуске" in str(line.params) for line in lines)


@pytest.mark.parametrize(
    ("subject", "words"),
    [("", "Enter the next step."), ("Звонок", "Say the next step: what exactly is to be done or learnt.")],
)
async def test_subject_has_to_say_the_next_step(
    desk: Desk, parent: QWidget, qtbot: QtBot, subject: str, words: str
) -> None:
    form, task = await opened(desk, parent)
    type_text(form.subject_line, subject)
    type_text(form.when.line, "завтра 15")
    send(qtbot, form)
    await until(lambda: form.subject.error() == words)
    assert form.focusWidget() is form.subject_line
    type_text(form.subject_line, " и обсудить рассрочку")
    assert form.subject.error() is None
    send(qtbot, form)
    await task
    assert len(await desk.planned()) == 1


async def test_unreadable_date_is_said_at_its_field(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    form, task = await opened(desk, parent)
    type_text(form.subject_line, "Узнать решение")
    send(qtbot, form)
    await until(lambda: form.when.read_back.text() == "Enter the day and the time.")
    type_text(form.when.line, "когда-нибудь")
    assert form.when.read_back.text().startswith("This date can't be read")
    type_text(form.when.line, "x")
    send(qtbot, form)
    await until(lambda: form.focusWidget() is form.when.line)
    form.left.emit()
    await task
    assert await desk.planned() == ()


async def test_time_that_is_past_is_refused(desk: Desk, parent: QWidget) -> None:
    form, task = await opened(desk, parent)
    type_text(form.when.line, "сегодня 10")
    assert "This time is past already." in form.when.read_back.text()
    form.left.emit()
    await task


async def test_day_of_the_strip_and_subject_chip_are_one_click_each(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    form, task = await opened(desk, parent)
    chip = form.chips.buttons()[0]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert form.subject_line.text() == chip.text() == "Первый звонок по заявке"
    friday = form.strip.days()[3]
    qtbot.mouseClick(friday, Qt.MouseButton.LeftButton)
    assert form.when.read_back.text() == "Fri, 21 November · 10:00 – 10:15"
    assert friday.isChecked()
    qtbot.mouseClick(form.foot.main, Qt.MouseButton.LeftButton)
    await task
    (planned,) = await desk.planned()
    assert (planned.subject, planned.starts_at) == ("Первый звонок по заявке", moscow(21, 10))


async def test_strip_and_chips_are_walked_by_arrows(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    form, task = await opened(desk, parent)
    await activated(form.window())
    days, chips = form.strip.days(), form.chips.buttons()
    days[0].setFocus()
    qtbot.keyClick(days[0], Qt.Key.Key_Right)
    qtbot.keyClick(days[1], Qt.Key.Key_Return)
    assert form.when.value() == moscow(19, 10)
    chips[0].setFocus()
    qtbot.keyClick(chips[0], Qt.Key.Key_2)
    assert form.subject_line.text() == chips[1].text()
    form.left.emit()
    await task


async def test_meeting_asks_for_the_place_and_lasts_an_hour(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    form, task = await opened(desk, parent, kind=ActivityKind.MEETING)
    assert not form.place.isHidden()
    combo = form.minutes.findChild(QComboBox)
    assert combo is not None
    assert [combo.itemData(row) for row in range(combo.count())][-1] == 60
    type_text(form.subject_line, "Подписать договор")
    type_text(form.when.line, "20.11 16")
    form.place.offices.combo.setCurrentIndex(0)
    form.place.offices.combo.activated.emit(0)
    send(qtbot, form)
    await task
    (planned,) = await desk.planned()
    assert (planned.kind, planned.minutes, planned.reminders) == (ActivityKind.MEETING, 60, (10, 60))
    assert planned.place_id in desk.workplace.registry.all.places


async def test_more_reminders_a_description_and_another_place_are_stored(
    desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    form, task = await opened(desk, parent)
    type_text(form.subject_line, "Узнать решение")
    type_text(form.when.line, "завтра 15")
    qtbot.mouseClick(form.add_reminder, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(form.add_description, Qt.MouseButton.LeftButton)
    type_text(form.description.editor.input(), "Спросить про справки")
    qtbot.mouseClick(form.add_place, Qt.MouseButton.LeftButton)
    last = form.place.offices.combo.count() - 1
    form.place.offices.combo.setCurrentIndex(last)
    form.place.offices.combo.activated.emit(last)
    type_text(form.place.words.line, "у клиента")
    send(qtbot, form)
    await task
    (planned,) = await desk.planned()
    assert planned.reminders == (0, 10)
    assert (planned.description, planned.place) == ("Спросить про справки", "у клиента")


async def test_what_was_typed_is_there_again_after_leaving(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    form, task = await opened(desk, parent)
    type_text(form.subject_line, "Узнать про рассрочку")
    type_text(form.when.line, "завтра 15")
    qtbot.keyClick(form.window(), Qt.Key.Key_Escape)
    await task
    assert await desk.planned() == ()
    form, task = await opened(desk, parent)
    assert form.subject_line.text() == "Узнать про рассрочку"
    assert form.when.value() == moscow(19, 15)
    send(qtbot, form)
    await task
    form, task = await opened(desk, parent)
    assert form.subject_line.text() == ""
    form.left.emit()
    await task


async def test_popup_stands_under_its_cell_or_above_it(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    cell = QRect(100, 60, 240, 44)
    form, task = await opened(desk, parent, anchor=cell)
    assert form.window().geometry().top() > cell.bottom()
    assert form.width() == 520
    assert form.window().height() == form.wanted_height() + 2 > 350
    qtbot.keyClick(form.window(), Qt.Key.Key_Escape)
    await task
    low = QRect(100, parent.screen().availableGeometry().bottom() - 60, 240, 44)
    form, task = await opened(desk, parent, anchor=low)
    assert form.window().geometry().bottom() < low.top()
    form.open_description()
    assert form.window().geometry().bottom() < low.top()
    form.left.emit()
    await task


async def test_client_is_found_by_a_piece_of_the_phone(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    form, task = await opened(desk, parent, nobody=True)
    assert form.picker is not None
    type_text(form.picker.line, "000-41")
    await until(lambda: form.picker is not None and form.picker.list.count() == 1)
    assert form.picker.list.item(0).text() == f"Гаврилова Нина · lead No. {desk.ref.id} · +7 (916) 000-41-27"
    qtbot.keyClick(form.picker.line, Qt.Key.Key_Return)
    assert form.client() == desk.ref
    await until(lambda: form.latest.words.text() != "")
    type_text(form.subject_line, "Узнать решение")
    type_text(form.when.line, "завтра 15")
    send(qtbot, form)
    await task
    assert [one.subject for one in await desk.planned()] == ["Узнать решение"]


async def test_activity_without_a_client_may_lie_far_away(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    form, task = await opened(desk, parent, nobody=True)
    type_text(form.subject_line, "Сдать отчёт")
    type_text(form.when.line, "25.12 12")
    await until(lambda: any(button.isChecked() for button in form.strip.days()))
    send(qtbot, form)
    await task
    (stored,) = await desk.all_activities()
    assert (stored.client, stored.subject) == (None, "Сдать отчёт")


async def test_a_name_that_was_not_chosen_is_pointed_out(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    form, task = await opened(desk, parent, nobody=True)
    assert form.picker is not None
    type_text(form.picker.line, "Никто")
    type_text(form.subject_line, "Сдать отчёт")
    type_text(form.when.line, "завтра 12")
    send(qtbot, form)
    await until(lambda: form.picker is not None and form.picker.frame.error() is not None)
    assert await desk.all_activities() == []
    form.left.emit()
    await task


async def test_activity_is_changed_in_the_same_form(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    record = await desk.plan(description="Про справки")
    task = start(change_activity(desk.context, parent, record.id))
    form = (await shown(FormHost)).findChild(ActivityForm)
    assert form is not None
    assert form.foot.main.text() == "Save"
    assert form.subject_line.text() == "Узнать решение"
    assert not form.description.isHidden()
    form.when.line.clear()
    type_text(form.when.line, "20.11 12:30")
    send(qtbot, form)
    await task
    changed = await desk.record(record.id)
    assert (changed.starts_at, changed.description) == (moscow(20, 12, 30), "Про справки")


async def test_change_of_somebody_else_meanwhile_is_said_and_nothing_is_lost(
    desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    record = await desk.plan()
    task = start(change_activity(desk.context, parent, record.id))
    form = (await shown(FormHost)).findChild(ActivityForm)
    assert form is not None
    await desk.context.services.activities.move(record.id, record.version, moscow(19, 9))
    form.subject_line.end(False)
    type_text(form.subject_line, " и ответить")
    send(qtbot, form)
    await until(lambda: any("changed this meanwhile" in one.text() for one in form.foot.findChildren(QLabel)))
    form.left.emit()
    await task
    draft = await desk.context.services.drafts.get(f"activity:{record.id}")
    assert draft is not None
    assert draft["subject"] == "Узнать решение и ответить"


async def test_tab_goes_through_the_form_in_reading_order(desk: Desk, parent: QWidget) -> None:
    form, task = await opened(desk, parent, nobody=True)
    assert form.picker is not None
    stops = tab_stops(form.window())
    places = [
        stops.index(widget)
        for widget in (
            form.kinds.button("call"), form.picker.line, form.subject_line, form.chips.buttons()[0], form.when.line,
            form.minutes.editor.input(), form.reminders.frame.editor.input(), form.add_reminder, form.strip.days()[0],
            form.responsible, form.add_description, form.add_place, form.foot.cancel, form.foot.main,
        )
    ]  # fmt: skip
    assert places == sorted(places)
    assert len(stops) == len(places) + 1  # and the cross
    form.left.emit()
    await task


async def test_every_subject_is_offered_on_down(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    form, task = await opened(desk, parent)
    completer = form.subject_line.completer()
    qtbot.keyClick(form.subject_line, Qt.Key.Key_Down)
    assert completer.completionCount() == 10
    completer.popup().hide()
    type_text(form.subject_line, "встреч")
    assert completer.completionCount() == 3
    completer.popup().hide()
    form.left.emit()
    await task
