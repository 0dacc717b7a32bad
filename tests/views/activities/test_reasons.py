"""Going on against a rule from My activities: who may is asked for the reason, which is kept in the history."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.core.kinds import ActivityState, HistoryOp, Kind
from app.qtbase.dialogs import Question
from app.services.rules import Mode, RuleCode
from tests.services.activities.making import set_rule
from tests.support.asynchronous import until
from tests.support.office import SUPERVISOR
from tests.support.windows import open_dialog, type_text
from tests.views.activities.desk import Desk, moscow, shown
from tests.views.activities.test_page import opened


async def test_the_last_step_is_cancelled_against_the_rule_with_a_reason(desk: Desk, qtbot: QtBot) -> None:
    record = await desk.plan(subject="Узнать решение", starts_at=moscow(18, 17))
    await set_rule(desk.workplace, RuleCode.NEXT_ACTIVITY, Mode.BLOCK, role="supervisor")
    head = await desk.beside(SUPERVISOR)
    page = await opened(head)
    page.tools.employee_chosen.emit(desk.workplace.actor.employee_id)
    await until(lambda: page.record() is not None)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    question = await shown(Question)
    assert question.windowTitle() == "Plan the next activity with this client."
    type_text(question.findChild(QLineEdit), "Клиент уехал до весны")
    qtbot.keyClick(question, Qt.Key.Key_Return)
    await until(lambda: page.model.count("today") == 0)
    assert (await desk.record(record.id)).state is ActivityState.CANCELLED
    lines = await head.context.services.history.of_record(Kind.LEAD, desk.ref.id)
    assert [one.params["reason"] for one in lines if one.op == HistoryOp.OVERRIDE] == ["Клиент уехал до весны"]


async def test_who_may_not_override_is_refused_without_a_question(desk: Desk, qtbot: QtBot) -> None:
    record = await desk.plan(subject="Узнать решение", starts_at=moscow(18, 17))
    await set_rule(desk.workplace, RuleCode.NEXT_ACTIVITY, Mode.BLOCK)
    page = await opened(desk)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    await until(lambda: desk.navigator.reported)
    assert open_dialog(Question) is None
    assert (await desk.record(record.id)).state is ActivityState.PLANNED
