"""Completing as its user meets it: the result, the next step, the stage, and what is stored of them."""

import asyncio
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.kinds import ActivityKind, ActivityState, TimelineKind
from app.services.records.activities import TimelineRecord
from app.views.activities.completing import CompletionDialog, complete_activity, log_call
from app.views.activities.completion_form import CompletionForm
from tests.services.clients.making import stage_id
from tests.support.asynchronous import until
from tests.support.office import SUPERVISOR
from tests.support.windows import type_text
from tests.views.activities.desk import Desk, activated, moscow, shown, start, tab_stops


async def opened(desk: Desk, parent: QWidget, activity_id: int) -> tuple[CompletionDialog, "asyncio.Task[None]"]:
    task = start(complete_activity(desk.context, parent, activity_id))
    return await shown(CompletionDialog), task


def send(qtbot: QtBot, dialog: CompletionDialog) -> None:
    """By the button: the shortcut needs an active window, which the offscreen platform gives when it likes."""
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)


def fill_next(form: CompletionForm, subject: str, when: str) -> None:
    type_text(form.next.subject_line, subject)
    type_text(form.next.when.line, when)


async def lines(desk: Desk, kind: TimelineKind) -> list[TimelineRecord]:
    found = await desk.context.services.timeline.of_client(desk.ref)
    return [line for line in found if line.kind is kind]


async def test_a_talk_takes_its_comment_and_the_next_step(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    record = await desk.plan(starts_at=moscow(18, 10))
    dialog, task = await opened(desk, parent, record.id)
    form = dialog.form
    assert dialog.windowTitle() == "Complete the call"
    assert [button.text() for button in form.results.buttons()][:2] == ["Поговорили", "Не ответили"]
    assert dialog.main.text() == "Complete and plan"
    send(qtbot, dialog)
    await until(lambda: form.next.subject.error() is not None)
    assert form.comment.error() == "Write a comment for the timeline."
    assert dialog.focusWidget() is form.comment.editor.input()
    fill_next(form, "Подтвердить четверг", "завтра 18:30")
    type_text(form.comment.editor.input(), "Пять кредитов, приедет в четверг")
    send(qtbot, dialog)
    await task
    done = await desk.record(record.id)
    assert (done.state, done.result, done.result_comment) == (
        ActivityState.DONE, "talked", "Пять кредитов, приедет в четверг"
    )  # fmt: skip
    (following,) = await desk.planned()
    assert (following.subject, following.starts_at) == ("Подтвердить четверг", moscow(19, 18, 30))
    assert [line.body for line in await lines(desk, TimelineKind.CALL)] == ["Пять кредитов, приедет в четверг"]
    assert desk.navigator.said() == ["Completed: Узнать решение"]


async def test_no_answer_is_one_key_and_the_same_step_a_likely_time_later(
    desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    record = await desk.plan(subject="Первый звонок по заявке", starts_at=moscow(18, 10))
    dialog, task = await opened(desk, parent, record.id)
    form = dialog.form
    await activated(dialog)
    form.results.focus()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_2)
    assert form.results.value().code == "no_answer"
    assert form.next.subject_line.text() == "Первый звонок по заявке"
    times = [chip.text() for chip in form.next.times.buttons()]
    assert times == ["Today 18:00", "Tomorrow 10:00", "Tomorrow 12:00", "Thu 12:00"]
    qtbot.mouseClick(form.next.times.buttons()[1], Qt.MouseButton.LeftButton)
    assert form.next.when.read_back.text().startswith("Wed, 19 November · 10:00 – 10:15")
    send(qtbot, dialog)
    await task
    assert (await desk.record(record.id)).result == "no_answer"
    (following,) = await desk.planned()
    assert (following.subject, following.starts_at) == ("Первый звонок по заявке", moscow(19, 10))


async def test_a_call_takes_a_chord_or_a_typed_field_for_each_answer(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    record = await desk.plan(starts_at=moscow(18, 10))
    dialog, task = await opened(desk, parent, record.id)
    await activated(dialog)
    qtbot.keyClicks(dialog.focusWidget(), "Five")
    qtbot.keyClicks(dialog.focusWidget(), " loans")
    assert dialog.form.comment.value() == "Five loans"
    qtbot.keyClick(dialog, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClicks(dialog.focusWidget(), "Confirm the day")
    qtbot.keyClick(dialog, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(dialog, Qt.Key.Key_F8)
    await task
    (following,) = await desk.planned()
    assert (following.subject, following.starts_at) == ("Confirm the day", moscow(19, 10))
    assert ("next_client", None, None) in desk.navigator.asked


async def test_no_answer_begins_with_the_ladder_s_time(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    record = await desk.plan(subject="Первый звонок", starts_at=moscow(18, 10))
    dialog, task = await opened(desk, parent, record.id)
    await activated(dialog)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_2)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await task
    (following,) = await desk.planned()
    assert (following.subject, following.starts_at) == ("Первый звонок", moscow(18, 15))
    assert not [one for one in desk.navigator.asked if one[0] == "next_client"]


async def test_the_ladder_s_time_goes_where_they_talked_after_all(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    record = await desk.plan(starts_at=moscow(18, 10))
    dialog, task = await opened(desk, parent, record.id)
    form = dialog.form
    form.results.take(2)
    await until(lambda: form.next.when.value() is not None)
    form.results.take(1)
    await until(lambda: form.next.when.value() is None)
    dialog.reject()
    await task


async def test_arrows_walk_the_results_without_leaving_them(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    record = await desk.plan()
    dialog, task = await opened(desk, parent, record.id)
    await activated(dialog)
    dialog.form.results.focus()
    for _ in range(2):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Right)
    assert dialog.form.results.value().code == "unavailable"
    assert dialog.focusWidget() in dialog.form.results.buttons()
    dialog.reject()
    await task


async def test_latest_day_counts_from_the_talk_itself(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    record = await desk.plan(starts_at=moscow(25, 10))
    desk.move_clock(moscow(24, 11))
    dialog, task = await opened(desk, parent, record.id)
    form = dialog.form
    assert "Mon, 1 December" in form.next.latest.words.text()
    type_text(form.comment.editor.input(), "Думает")
    fill_next(form, "Узнать решение", "28.11 10")
    await until(lambda: "free at this time" in form.next.when.read_back.text())
    send(qtbot, dialog)
    await task
    assert [one.starts_at for one in await desk.planned()] == [moscow(28, 10)]


async def test_without_an_activity_is_one_more_click(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    record = await desk.plan(starts_at=moscow(18, 10))
    dialog, task = await opened(desk, parent, record.id)
    form = dialog.form
    type_text(form.comment.editor.input(), "Больше не нужно")
    qtbot.mouseClick(form.next.toggle, Qt.MouseButton.LeftButton)
    assert dialog.main.text() == "Complete"
    assert not form.next.is_open()
    send(qtbot, dialog)
    await task
    assert await desk.planned() == ()
    assert (await desk.record(record.id)).state is ActivityState.DONE


async def test_nothing_is_asked_where_something_is_planned_already(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    await desk.plan(subject="Встреча в офисе", kind=ActivityKind.MEETING, starts_at=moscow(20, 12), minutes=60)
    record = await desk.plan(starts_at=moscow(18, 10))
    dialog, task = await opened(desk, parent, record.id)
    assert not dialog.form.next.is_open()
    assert dialog.main.text() == "Complete"
    type_text(dialog.form.comment.editor.input(), "Подтвердил встречу")
    send(qtbot, dialog)
    await task
    assert [one.subject for one in await desk.planned()] == ["Встреча в офисе"]


async def test_message_needs_no_comment(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    record = await desk.plan(kind=ActivityKind.MESSAGE, subject="Отправить адрес", starts_at=moscow(18, 10))
    dialog, task = await opened(desk, parent, record.id)
    assert dialog.form.results.value().code == "sent"
    fill_next(dialog.form, "Узнать, дошёл ли адрес", "завтра 11")
    send(qtbot, dialog)
    await task
    assert (await desk.record(record.id)).result == "sent"


async def test_meeting_without_a_recording_takes_a_reason(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    record = await desk.plan(kind=ActivityKind.MEETING, subject="Консультация", minutes=60, starts_at=moscow(18, 9))
    dialog, task = await opened(desk, parent, record.id)
    form = dialog.form
    assert not form.recording.isHidden()
    combo = form.recording.choice.combo
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    type_text(form.comment.editor.input(), "Обсудили банкротство")
    fill_next(form, "Узнать решение", "завтра 12")
    send(qtbot, dialog)
    await task
    done = await desk.record(record.id)
    assert done.no_recording_reason == "The client refused recording"
    assert [line.kind for line in await lines(desk, TimelineKind.MEETING)] == [TimelineKind.MEETING]


async def test_missed_meeting_asks_for_the_next_one_and_for_no_recording(
    desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    record = await desk.plan(kind=ActivityKind.MEETING, subject="Консультация", minutes=60, starts_at=moscow(18, 9))
    dialog, task = await opened(desk, parent, record.id)
    form = dialog.form
    qtbot.mouseClick(form.results.buttons()[1], Qt.MouseButton.LeftButton)
    await until(form.recording.isHidden)
    assert form.next.kind() is ActivityKind.MEETING
    fill_next(form, "Консультация ещё раз", "завтра 12")
    send(qtbot, dialog)
    await task
    assert (await desk.record(record.id)).state is ActivityState.MISSED
    assert [one.kind for one in await desk.planned()] == [ActivityKind.MEETING]


async def test_stage_that_asks_for_nothing_goes_along(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    record = await desk.plan(starts_at=moscow(18, 10))
    dialog, task = await opened(desk, parent, record.id)
    form = dialog.form
    qtbot.mouseClick(form.results.buttons()[1], Qt.MouseButton.LeftButton)
    assert form.stage is not None
    wanted = stage_id(desk.workplace, "no_answer")
    row = form.stage.combo.findData(wanted)
    form.stage.combo.setCurrentIndex(row)
    form.stage.combo.activated.emit(row)
    type_text(form.next.when.line, "завтра 12")
    send(qtbot, dialog)
    await task
    assert (await desk.context.services.leads.card(desk.ref.id)).stage_id == wanted
    assert desk.navigator.undo is None


async def test_stage_that_needs_fields_is_asked_for_afterwards(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    record = await desk.plan(starts_at=moscow(18, 10))
    dialog, task = await opened(desk, parent, record.id)
    form = dialog.form
    assert form.stage is not None
    wanted = stage_id(desk.workplace, "scheduling")
    form.stage.set_value(wanted)
    type_text(form.comment.editor.input(), "Готов приехать")
    fill_next(form, "Согласовать день", "завтра 12")
    send(qtbot, dialog)
    await task
    assert (await desk.record(record.id)).state is ActivityState.DONE
    assert ("move_stage", desk.ref, wanted) in desk.navigator.asked


async def test_closing_as_failed_asks_for_no_next_step(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    record = await desk.plan(starts_at=moscow(18, 10))
    dialog, task = await opened(desk, parent, record.id)
    form = dialog.form
    assert form.stage is not None
    row = form.stage.combo.findData(stage_id(desk.workplace, "refused"))
    form.stage.combo.setCurrentIndex(row)
    form.stage.combo.activated.emit(row)
    assert not form.next.is_open()
    type_text(form.comment.editor.input(), "Передумал: дорого")
    send(qtbot, dialog)
    await task
    card = await desk.context.services.leads.card(desk.ref.id)
    assert card.stage_id == stage_id(desk.workplace, "refused")


async def test_undo_reopens_and_takes_the_next_step_back(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    record = await desk.plan(starts_at=moscow(18, 10))
    dialog, task = await opened(desk, parent, record.id)
    qtbot.mouseClick(dialog.form.results.buttons()[1], Qt.MouseButton.LeftButton)
    type_text(dialog.form.next.when.line, "завтра 12")
    send(qtbot, dialog)
    await task
    assert desk.navigator.undo is not None
    desk.navigator.undo()

    async def only_the_first() -> bool:
        return [one.id for one in await desk.planned()] == [record.id]

    for _ in range(100):
        if await only_the_first():
            break
        await asyncio.sleep(0.01)
    assert await only_the_first()


async def test_what_was_typed_is_there_again_after_leaving(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    record = await desk.plan(starts_at=moscow(18, 10))
    dialog, task = await opened(desk, parent, record.id)
    type_text(dialog.form.comment.editor.input(), "Пять кредитов")
    fill_next(dialog.form, "Подтвердить день", "завтра 18")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    await task
    dialog, task = await opened(desk, parent, record.id)
    assert dialog.form.comment.value() == "Пять кредитов"
    assert dialog.form.next.subject_line.text() == "Подтвердить день"
    assert dialog.form.next.when.value() == moscow(19, 18)
    send(qtbot, dialog)
    await task
    assert await desk.context.services.drafts.get(f"activity:{record.id}:end") is None


async def test_supervisor_completes_against_a_rule_with_a_reason(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    record = await desk.plan(starts_at=moscow(18, 10))
    head = await desk.beside(SUPERVISOR)
    dialog, task = await opened(head, parent, record.id)
    form = dialog.form
    fill_next(form, "Узнать решение", "завтра 12")
    assert form.override.isHidden()
    send(qtbot, dialog)
    await until(lambda: not form.override.isHidden())
    assert form.comment.error() == "Write a comment for the timeline."
    type_text(form.override.editor.input(), "Говорил сам, запись в деле")
    send(qtbot, dialog)
    await task
    assert (await desk.record(record.id)).state is ActivityState.DONE


async def test_activity_completed_elsewhere_meanwhile_is_said(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    record = await desk.plan(starts_at=moscow(18, 10))
    dialog, task = await opened(desk, parent, record.id)
    await desk.context.services.activities.cancel(record.id, record.version)
    qtbot.mouseClick(dialog.form.results.buttons()[1], Qt.MouseButton.LeftButton)
    type_text(dialog.form.next.when.line, "завтра 12")
    send(qtbot, dialog)
    await until(lambda: dialog._say.text() != "")
    assert "meanwhile" in dialog._say.text() or "completed already" in dialog._say.text()
    dialog.reject()
    await task


async def test_held_call_is_logged_with_its_length(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    task = start(log_call(desk.context, parent, desk.ref))
    dialog = await shown(CompletionDialog)
    assert dialog.windowTitle() == "Log the call"
    assert dialog.form.planned.isHidden()
    desk.move_clock(desk.workplace.now() + timedelta(minutes=7))
    type_text(dialog.form.comment.editor.input(), "Рассказал про долги")
    fill_next(dialog.form, "Согласовать день", "завтра 12")
    send(qtbot, dialog)
    await task
    held, following = await desk.all_activities()
    assert (held.state, held.result, held.minutes) == (ActivityState.DONE, "talked", 7)
    assert (following.state, following.subject) == (ActivityState.PLANNED, "Согласовать день")
    assert [line.params.get("minutes") for line in await lines(desk, TimelineKind.CALL)] == [7]


async def test_held_call_may_be_the_planned_one(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    planned = await desk.plan(subject="Узнать решение", starts_at=moscow(18, 17))
    task = start(log_call(desk.context, parent, desk.ref))
    dialog = await shown(CompletionDialog)
    assert dialog.form.planned.text() == "This was the planned call: Узнать решение"
    assert dialog.form.planned.isChecked()
    type_text(dialog.form.comment.editor.input(), "Согласен")
    fill_next(dialog.form, "Подписать договор", "завтра 12")
    send(qtbot, dialog)
    await task
    done, following = await desk.all_activities()
    assert (done.id, done.state) == (planned.id, ActivityState.DONE)
    assert following.subject == "Подписать договор"


async def test_held_call_beside_the_planned_one_leaves_it_planned(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    planned = await desk.plan(subject="Узнать решение", starts_at=moscow(18, 17))
    task = start(log_call(desk.context, parent, desk.ref))
    dialog = await shown(CompletionDialog)
    assert dialog.form.next.is_open()
    qtbot.keyClick(dialog.form.planned, Qt.Key.Key_Space)
    assert not dialog.form.next.is_open()
    type_text(dialog.form.comment.editor.input(), "Спросил про документы")
    send(qtbot, dialog)
    await task
    assert [one.id for one in await desk.planned()] == [planned.id]
    assert len(await lines(desk, TimelineKind.CALL)) == 1


async def test_tab_goes_through_the_question_in_reading_order(desk: Desk, parent: QWidget) -> None:
    record = await desk.plan()
    dialog, task = await opened(desk, parent, record.id)
    form = dialog.form
    assert form.stage is not None
    stops = tab_stops(dialog)
    expected = [
        form.results.buttons()[0], form.comment.editor.input(), form.next.toggle, form.next.kinds.button("call"),
        form.next.subject_line, form.next.times.buttons()[0], form.next.when.line,
        form.next.reminders.frame.editor.input(), form.stage.combo, dialog.cancel, dialog.main, dialog.onward,
    ]  # fmt: skip
    first = stops.index(expected[0])  # where the cursor begins; Tab goes round
    assert [*stops[first:], *stops[:first]] == expected
    dialog.reject()
    await task
