"""A record added on a column of the board goes on to its stage, which asks for what it needs."""

import asyncio

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.qtbase import i18n
from app.qtbase.theme import theme
from app.services.workplace import Workplace
from app.views.new_records import new_lead
from app.views.new_records.dialog import NewRecordDialog
from app.views.stages import move_stage
from app.views.stages.dialog import StageDialog
from tests.services.clients.making import new_lead as typed
from tests.services.clients.making import stage_id
from tests.support.asynchronous import until
from tests.support.settling import settled
from tests.support.windows import view_context


@pytest.fixture
def parent(qtbot: QtBot, qapp: QApplication) -> QWidget:
    theme().apply(qapp, "light")
    i18n.install(qapp, "en")
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


async def test_the_stage_of_the_column_asks_and_going_back_leaves_the_lead_on_the_first(
    parent: QWidget, workplace: Workplace
) -> None:
    context, navigator = view_context(workplace)
    wanted = stage_id(workplace, "scheduling")
    navigator.stage_move = lambda ref, stage: move_stage(context, parent, ref, stage)
    task = asyncio.ensure_future(new_lead(context, parent, typed(workplace), wanted))
    await until(lambda: any(one.isVisible() for one in parent.findChildren(NewRecordDialog)))
    (form,) = parent.findChildren(NewRecordDialog)
    form.submitted.emit()
    await until(lambda: any(one.isVisible() for one in parent.findChildren(StageDialog)))
    (asking,) = parent.findChildren(StageDialog)
    assert "total_debt" in asking.form.frames
    assert "phones" not in asking.form.frames
    asking.reject()
    await task
    (opened,) = [call for call in navigator.asked if call[0] == "open_card"]
    card = await context.services.leads.card(int(str(opened[2])))
    assert card.stage_id == stage_id(workplace, "new")
    await settled()
