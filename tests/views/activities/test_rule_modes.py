"""Each rule in block, warn and off in the window's forms: said where it belongs, and kept by its mode."""

import asyncio
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.kinds import ActivityKind, ActivityState
from app.qtbase.tasks import Tasks
from app.services.records.activities import ActivityDraft, ClientRef
from app.services.rules import Mode, RuleCode
from app.views.activities.completing import CompletionDialog, complete_activity
from app.views.activities.completion_form import CompletionForm
from app.views.activities.form import ActivityForm
from app.views.activities.hosts import FormHost
from app.views.activities.planning import plan_activity
from app.views.navigator import Beginning
from tests.services.rules.table import MODES, PLANS, clear, set_mode
from tests.support.asynchronous import until
from tests.support.office import NOW
from tests.support.windows import type_text
from tests.views.activities.desk import Desk, shown, start

CTRL = Qt.KeyboardModifier.ControlModifier


async def of_mode(desk: Desk, code: RuleCode, mode: Mode) -> None:
    await set_mode(desk.workplace, code, mode, "manager")
    async with desk.workplace.database.read() as session:
        await desk.workplace.registry.reload(session)


def said(form: ActivityForm) -> str:
    """What stands at the fields against what is typed."""
    words = (form.subject.error(), form.minutes.error(), form.place.frame.error(), form.when.read_back.text())
    return " ".join(one for one in words if one)


def at_work(form: ActivityForm) -> bool:
    return any(one._running.tasks for one in form.findChildren(Tasks))


async def filled(
    desk: Desk, parent: QWidget, draft: ActivityDraft, ref: ClientRef
) -> tuple[ActivityForm, "asyncio.Task[None]"]:
    begin = Beginning(draft.starts_at, draft.minutes, None, draft.place_id)
    task = start(plan_activity(desk.context, parent, ref, None, draft.kind, begin))
    form = (await shown(FormHost)).findChild(ActivityForm)
    assert form is not None
    type_text(form.subject_line, draft.subject)
    return form, task


@pytest.mark.parametrize("code", PLANS)
async def test_the_form_plans_by_the_mode(desk: Desk, parent: QWidget, qtbot: QtBot, code: RuleCode) -> None:
    broken = PLANS[code]
    for number, mode in enumerate(MODES):
        await clear(desk.workplace)
        ref = await desk.lead("Рябова", "Алла", f"+7 903 000-18-6{number}")
        draft = await broken.prepare(desk.workplace, broken.draft)
        await of_mode(desk, code, mode)
        form, task = await filled(desk, parent, draft, ref)
        before = len(desk.navigator.said())
        qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
        if mode is Mode.BLOCK:
            await until(lambda form=form: said(form) and not at_work(form))
            assert await desk.context.services.activities.of_client(ref) == ()
            assert form.override.isHidden()
            form.left.emit()
        else:
            await until(lambda before=before: len(desk.navigator.said()) > before)
            assert ("against the rules" in desk.navigator.said()[-1]) is (mode is Mode.WARN)
            assert len(await desk.context.services.activities.of_client(ref)) == 1
        await task


KINDS = {
    RuleCode.COMPLETION_COMMENT: ActivityKind.CALL,
    RuleCode.VISIT_RECORDING: ActivityKind.MEETING,
    RuleCode.NEXT_ACTIVITY: ActivityKind.CALL,
}


@pytest.mark.parametrize("code", KINDS)
async def test_the_completion_ends_by_the_mode(desk: Desk, parent: QWidget, qtbot: QtBot, code: RuleCode) -> None:
    for number, mode in enumerate(MODES):
        await of_mode(desk, code, mode)
        minutes = 60 if KINDS[code] is ActivityKind.MEETING else 15
        record = await desk.plan(kind=KINDS[code], starts_at=NOW - timedelta(hours=2 + number), minutes=minutes)
        task = start(complete_activity(desk.context, parent, record.id))
        dialog = await shown(CompletionDialog)
        form = dialog.form
        if code is not RuleCode.COMPLETION_COMMENT:
            type_text(form.comment_area, "Обсудили долги")
        if code is RuleCode.NEXT_ACTIVITY:
            form.next.toggle.click()
        else:
            type_text(form.next.subject_line, "Узнать решение")
            type_text(form.next.when.line, "завтра 12")
        assert form.recording.isHidden() is (code is not RuleCode.VISIT_RECORDING or mode is Mode.OFF)
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
        if mode is Mode.BLOCK:
            await until(lambda form=form: problem(form))
            assert (await desk.record(record.id)).state is ActivityState.PLANNED
            dialog.reject()
        await task
        if mode is not Mode.BLOCK:
            assert (await desk.record(record.id)).state is ActivityState.DONE
        await clear(desk.workplace)


def problem(form: CompletionForm) -> str:
    """What the form says is missing."""
    words = (form.comment.error(), form.recording.frame.error(), form.next.subject.error())
    return " ".join(one for one in words if one)
